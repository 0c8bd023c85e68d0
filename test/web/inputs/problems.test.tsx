import { renderToString } from 'preact-render-to-string';
import { afterEach, describe, expect, it } from 'vitest';
import { runInputs } from '../../../src/scenario/inputs.ts';
import { parseScenario } from '../../../src/scenario/parse.ts';
import { LocaleContext } from '../../../web/app/Shell.tsx';
import { doc, problems, scenario } from '../../../web/app/workspace.ts';
import { placeNow } from '../../../web/inputs/catalog.ts';
import { followFirst, isChanged, preset, presetValue } from '../../../web/inputs/first.ts';
import { typedMonths } from '../../../web/inputs/horizon.ts';
import { lastGood } from '../../../web/inputs/last-good.ts';
import { ParameterField } from '../../../web/inputs/ParameterField.tsx';
import { TextField } from '../../../web/inputs/TextField.tsx';
import { SentenceEditor } from '../../../web/pages/compare/SentenceEditor.tsx';
import { blank } from '../../../web/pages/sandbox/blank.ts';
import { tiny } from '../../cli/program.ts';

/** What a page does with a text. */
function open(text: string): void {
  doc.value = { preset: null, file: 'a.yaml', text };
  const parsed = parseScenario(text, 'a.yaml');
  problems.value = parsed.problems;
  if (parsed.scenario) scenario.value = parsed.scenario;
}

const matters = <TextField path={['judge', 'matters']} label="Matters" usual="2%" />;
const withMatters = (limit: string) => blank.replace('matters: 2%', `matters: ${limit}`);

afterEach(() => {
  preset.value = null;
});

describe('a field of the file', () => {
  it('says what is wrong right there, in both languages, and offers the last value that could run', () => {
    open(withMatters('3%'));
    open(withMatters('lots'));
    const english = renderToString(matters);
    expect(english).toContain('aria-invalid="true"');
    expect(english).toContain('value="lots"');
    expect(english).toContain('Back to 3%');
    const chinese = renderToString(<LocaleContext.Provider value="zh-CN">{matters}</LocaleContext.Provider>);
    expect(chinese).toContain('改回 3%');
    expect(chinese).toContain('须为');
  });

  it('has nothing to say about a sound value, or about another field', () => {
    open(blank.replace('12 months', 'soon'));
    expect(renderToString(matters)).not.toContain('aria-invalid');
  });
});

describe('the horizon', () => {
  it('is shown in months where the file counts months, and in days where it counts days', () => {
    const field = <ParameterField path="horizon" arm={null} />;
    open(blank);
    expect(renderToString(field)).toContain('value="12 months"');
    const chinese = renderToString(<LocaleContext.Provider value="zh-CN">{field}</LocaleContext.Provider>);
    expect(chinese).toContain('value="12 个月"');
    open(blank.replace('12 months', '365 days'));
    expect(renderToString(field)).toContain('value="365 days"');
    open(blank.replace('12 months', 'soon'));
    expect(renderToString(field)).toContain('value="soon"');
  });

  it('keeps months that are typed as months', () => {
    const typed = [
      '6 months',
      '1 month',
      ' 3 个月',
      '2 月',
      '２年',
      '1 year',
      '90 days',
      '3',
      'soon',
      '1.5 months',
    ];
    expect(typed.map(typedMonths)).toEqual([
      '6 months',
      '1 months',
      '3 months',
      '2 months',
      '24 months',
      '12 months',
      null,
      null,
      null,
      null,
    ]);
  });

  it('presses no button while what was typed is no duration', () => {
    open(blank);
    const pressed = /aria-pressed(?:="true")?[^>]*>12 months/;
    expect(renderToString(<SentenceEditor part="horizon" />)).toMatch(pressed);
    open(blank.replace('12 months', 'soon'));
    const markup = renderToString(<SentenceEditor part="horizon" />);
    expect(markup).not.toMatch(/aria-pressed(?:="true")?>/);
    expect(markup).toContain('aria-invalid="true"');
    expect(lastGood(['horizon'])).toBe('12 months');
  });

  it('is refused in the language of the viewer', () => {
    const reading = runInputs().horizon.parse('soon');
    expect('problem' in reading && reading.problem['zh-CN']).toMatch(/^须为时长/);
  });
});

describe('what is changed', () => {
  it('is nothing before the first text is known, and nothing in a file that was just opened', async () => {
    open(blank);
    expect(isChanged('community.members', null)).toBe(false);
    expect(renderToString(<ParameterField path="community.members" arm={null} />)).not.toContain('Reset');
    await followFirst();
    expect(preset.value).not.toBeNull();
    expect(isChanged('community.members', null)).toBe(false);
    open(blank.replace('1000', '900'));
    expect(isChanged('community.members', null)).toBe(true);
  });

  it('is told of an arm by its name, wherever it stands', async () => {
    open(tiny);
    await followFirst();
    const arms = scenario.value?.arms.map(({ name }) => name) ?? [];
    preset.value = { arms: [{ name: arms[1], tactics: { ads: { load: 9 } } }, { name: arms[0] }] };
    expect(presetValue(placeNow('tactics.ads.load', 1))).toBe(9);
    expect(presetValue(placeNow('tactics.ads.load', 0))).toBeUndefined();
  });
});

describe('a value beyond the slider', () => {
  it('is said to be, and has no knob', () => {
    open(blank.replace('members: 1000', 'members: 90000'));
    const markup = renderToString(<ParameterField path="community.members" arm={null} />);
    expect(markup).toContain('Beyond the usual range');
    expect(markup).toContain('inputs-knobless');
  });
});

describe('a question of one’s own', () => {
  it('can be run as it is, with two arms in both languages', () => {
    const { scenario: own, problems: found } = parseScenario(blank, 'my-scenario.yaml');
    expect(found).toEqual([]);
    expect(own?.arms.map(({ label }) => label['zh-CN'])).toEqual(['什么也不做', '广告']);
  });
});
