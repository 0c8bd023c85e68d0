import { renderToString } from 'preact-render-to-string';
import { beforeEach, describe, expect, it } from 'vitest';
import { locales } from '../../../src/report/format.ts';
import { slotsOf } from '../../../src/report/format-message.ts';
import { inputGroups } from '../../../src/scenario/inputs.ts';
import { LocaleContext } from '../../../web/app/Shell.tsx';
import { doc } from '../../../web/app/workspace.ts';
import { Inputs } from '../../../web/inputs/Inputs.tsx';
import { ParameterField } from '../../../web/inputs/ParameterField.tsx';
import { scopeArm } from '../../../web/inputs/scope.ts';
import { inputWords } from '../../../web/inputs/words.ts';
import type { Plain } from '../../../web/state/plain.ts';

const groups = inputGroups();
const tactics = groups.flatMap(({ tactic }) => (tactic === null ? [] : [tactic]));
const open = (value: Plain) => {
  doc.value = { preset: null, file: 'a.json', text: JSON.stringify(value) };
};
const everything = {
  arms: [{ name: 'All', tactics: Object.fromEntries(tactics.map((name) => [name, {}])) }, { name: 'None' }],
};

beforeEach(() => {
  scopeArm.value = null;
  open(everything);
});

describe('an input', () => {
  it('stands for every parameter of the table, in both languages, without forbidden styles', () => {
    for (const locale of locales) {
      for (const { label, path } of groups.flatMap(({ inputs }) => inputs)) {
        const markup = renderToString(
          <LocaleContext.Provider value={locale}>
            <ParameterField path={path} arm={0} />
          </LocaleContext.Provider>,
        );
        expect(markup.replaceAll('&#39;', "'").replaceAll('&amp;', '&'), path).toContain(label[locale]);
        expect(markup, path).not.toMatch(/ style=|NaN|undefined|Infinity/);
      }
    }
  });

  it('shows what is wrong beside it, and writes no markup of the file', () => {
    open({ ...everything, buy: { basket: '<img src=x onerror=alert(1)>' } });
    const markup = renderToString(<ParameterField path="buy.basket" arm={null} />);
    expect(markup).toContain('role="alert"');
    expect(markup).toContain('aria-invalid="true"');
    expect(markup).not.toContain('<img');
  });

  it('does not stand for what is not in the table', () => {
    expect(renderToString(<ParameterField path="leave.nothing" arm={null} />)).toBe('');
  });
});

describe('the inputs', () => {
  it('offer every tactic of the table to an arm that has none', () => {
    scopeArm.value = 1;
    const markup = renderToString(<Inputs />);
    for (const { tactic, label } of groups) if (tactic !== null) expect(markup).toContain(`Add ${label.en}`);
  });

  it('stand whatever the file says', () => {
    const odd: Plain[] = [
      {},
      [],
      'text',
      null,
      { arms: 'none' },
      { arms: [null, 3] },
      { tactics: { x: 5 } },
      { arms: [] },
    ];
    for (const value of odd) {
      open(value);
      for (const arm of [null, 0, 4]) {
        scopeArm.value = arm;
        expect(() => renderToString(<Inputs />)).not.toThrow();
      }
    }
  });
});

describe('the words of inputs', () => {
  it('have the same slots in both languages', () => {
    for (const [name, text] of Object.entries(inputWords.en)) {
      const other = Object.entries(inputWords['zh-CN']).find(([key]) => key === name)?.[1];
      if (typeof text !== 'string' || typeof other !== 'string') continue;
      const english = slotsOf(text).filter((slot) => slot !== 'count');
      expect([name, slotsOf(other).filter((slot) => slot !== 'count')]).toEqual([name, english]);
    }
  });
});
