/** Where every number comes from, and that the tag says no more than the source can carry. */
import { describe, expect, it } from 'vitest';
import { parameterRows } from '../../src/scenario/describe.ts';
import { table } from '../../src/scenario/table.ts';

const entries = table.map(({ path, parameter }) => ({ path, ...parameter, says: parameter.source.en }));
const pathsOf = (some: readonly { path: string }[]): string[] => some.map(({ path }) => path);

describe('every parameter', () => {
  it.each(['en', 'zh-CN'] as const)('has a default, a plausible range, a source and a tag (%s)', (locale) => {
    for (const row of parameterRows('CNY', locale)) {
      for (const name of ['default', 'range', 'source', 'known', 'unit'] as const) {
        expect(row[name].trim(), `${row.path} ${name}`).not.toBe('');
      }
    }
  });

  it('has a range with two ends, unless it is on or off or one of some options, and then these', () => {
    for (const { kind, range, path } of parameterRows()) {
      const form = kind === 'switch' || kind === 'choice' ? / or / : / to /;
      expect(range, path).toMatch(form);
    }
    const rows = new Map(parameterRows().map((row) => [row.path, row.range]));
    expect(rows.get('buy.quits')).toBe('off or on');
    expect(rows.get('community.network.kind')).toMatch(/^random or small world or /);
    expect(rows.get('leave.period')).toBe('7 to 365 days');
  });
});

describe('the tag of a number', () => {
  const year = /\b(19|20)\d\d\b/;
  const sourced = entries.filter(({ known }) => known !== 'assumption');

  it('is measured, published or second-hand only where a year is cited, or a number that has one', () => {
    const bare = sourced.filter(({ says }) => !year.test(says) && !/^As \w+\.\w+/.test(says));
    expect(pathsOf(bare).filter((path) => path !== 'leave.unanswered')).toEqual([]);
    expect(sourced.length).toBeGreaterThan(25);
  });

  it('is assumption wherever the source says assumed, recalled, chosen, or only a sign or a form', () => {
    const modest = /^(Assumption|Chosen|Sign:|Form:)|\brecalled\b|\bsize assumed\b/i;
    expect(pathsOf(sourced.filter(({ says }) => modest.test(says)))).toEqual([]);
  });

  // Figures that were seen only in texts that quote them.
  it.each(['Sultan', 'Goldstein', 'Hohnhold', 'Goel', 'Schmitt', 'table 6', 'NCH'])(
    'is never better than second-hand where the figure is known from others: %s',
    (name) => {
      const found = entries.filter(({ says }) => says.includes(name));
      expect(found.length).toBeGreaterThan(0);
      for (const { path, known } of found) expect(['second-hand', 'assumption'], path).toContain(known);
    },
  );

  it('is second-hand only for those', () => {
    const quoted = /Sultan|Goldstein|Hohnhold|Goel|Schmitt|Nunes|table 6|share\.reach/;
    const others = entries.filter(({ known, says }) => known === 'second-hand' && !quoted.test(says));
    expect(pathsOf(others).filter((path) => !path.startsWith('adResponse.fewer'))).toEqual([]);
  });

  it('is measured where real data were fitted here', () => {
    expect(pathsOf(entries.filter(({ known }) => known === 'measured'))).toContain('adResponse.relevance');
  });

  it('never rests on what people say in a survey: that is a scenario, not a default', () => {
    expect(pathsOf(entries.filter(({ says }) => /survey|Localytics/i.test(says)))).toEqual([]);
  });
});
