import type { ComponentType } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { afterEach, describe, expect, it } from 'vitest';
import { inLocale, metricNamed } from '../../../src/report/charts/source.ts';
import { type Locale, locales } from '../../../src/report/format.ts';
import { slotsOf } from '../../../src/report/format-message.ts';
import { parseScenario } from '../../../src/scenario/parse.ts';
import { PrerenderContext } from '../../../web/app/page-data.ts';
import { RunChip, RunStatus } from '../../../web/app/RunStatus.tsx';
import { LocaleContext } from '../../../web/app/Shell.tsx';
import { doc, problems, run, scenario, shown, usualView, view } from '../../../web/app/workspace.ts';
import { Compare } from '../../../web/pages/compare/Compare.tsx';
import { nextSeed, Options } from '../../../web/pages/compare/Options.tsx';
import { otherWords } from '../../../web/pages/compare/other-words.ts';
import { ProblemList } from '../../../web/pages/compare/ProblemList.tsx';
import { Fault, Problems } from '../../../web/pages/compare/Problems.tsx';
import { Sentence } from '../../../web/pages/compare/Sentence.tsx';
import { sentenceWords } from '../../../web/pages/compare/sentence-words.ts';
import { compareWords } from '../../../web/pages/compare/words.ts';
import { tiny } from '../../cli/program.ts';
import { blunt, make, none, tailored } from '../../report/synthetic.ts';

const drawn = (Part: ComponentType, locale: Locale): string =>
  renderToString(
    <PrerenderContext.Provider value={{ data: { labels: {}, stories: [], story: null }, statics: {} }}>
      <LocaleContext.Provider value={locale}>
        <Part />
      </LocaleContext.Provider>
    </PrerenderContext.Provider>,
  );
const textOf = (markup: string): string => markup.replace(/<[^>]+>/g, '');

const plainText = (markup: string): string =>
  textOf(markup).replaceAll('&lt;', '<').replaceAll('&quot;', '"').replaceAll('&amp;', '&');

/** What a page does with a text. */
function open(text: string): void {
  doc.value = { preset: null, file: 'x', text };
  problems.value = parseScenario(text, 'x').problems;
}

function read(text: string) {
  const parsed = parseScenario(text, 'tiny.yaml');
  if (parsed.scenario === null) throw new Error(parsed.problems.map(({ message }) => message).join());
  return parsed.scenario;
}

afterEach(() => {
  doc.value = null;
  scenario.value = null;
  shown.value = null;
  problems.value = [];
  run.value = { is: 'idle' };
  view.value = usualView;
});

describe('another luck', () => {
  it('is the next of the same name', () => {
    expect(['luck', 'luck 2', 'luck 9', 'luck 1', '2026', 'a 2 b', ''].map(nextSeed)).toEqual([
      'luck 2',
      'luck 3',
      'luck 10',
      'luck 2',
      '2026 2',
      'a 2 b 2',
      ' 2',
    ]);
  });

  it('is never the same twice', () => {
    const seen = new Set(['here']);
    let seed = 'here';
    for (let i = 0; i < 50; i++) {
      seed = nextSeed(seed);
      expect(seen.has(seed)).toBe(false);
      seen.add(seed);
    }
  });
});

describe('the sentence', () => {
  it('says arms, metric, guardrails, people and time in either language', () => {
    scenario.value = read(tiny);
    const { judge, arms } = scenario.value;
    for (const locale of locales) {
      const text = textOf(drawn(Sentence, locale));
      for (const { label } of arms) expect(text).toContain(inLocale(label, locale));
      for (const name of [judge.metric, ...judge.guardrails.map(({ metric }) => metric)])
        expect(text).toContain(inLocale(metricNamed(name).label, locale));
      expect(text).toContain('60');
      expect(text).toContain(locale === 'en' ? '35 days' : '35天');
    }
    expect(textOf(drawn(Sentence, 'en'))).toMatch(/Quiet, With ads and coupons.*; judge by/s);
  });

  it('has a button for each of its parts, and takes no name for markup', () => {
    scenario.value = read(tiny.replace('{en: Quiet, zh-CN: 安静}', "{en: '<b onclick=x>', zh-CN: '<i>'}"));
    const markup = drawn(Sentence, 'en');
    expect(markup.match(/class="compare-slot/g)).toHaveLength(4 + 3);
    expect(markup).toContain('&lt;b onclick=x>');
    expect(markup).not.toContain('<b ');
  });
});

describe('the options', () => {
  it('show what is asked, with their own choice beside the usual ones', () => {
    scenario.value = read(tiny.replace('worlds: 8', 'worlds: 48'));
    view.value = { ...usualView, interval: 50 };
    for (const locale of locales) {
      const markup = drawn(Options, locale);
      const chosen = [...markup.matchAll(/<option selected value="([^"]+)"/g)].map(([, value]) => value);
      expect(chosen).toEqual(expect.arrayContaining(['50', '48', 'plausible']));
      for (const worlds of ['48', '64', '200', '500', '2000']) expect(markup).toContain(`value="${worlds}"`);
      expect(markup).toContain(compareWords[locale].newLuck);
    }
  });
});

describe('what keeps a scenario from running', () => {
  it('is listed whole, in the language of the page', () => {
    open(tiny.replace('worlds: 8', 'worlds: lots').replace('trust', 'luck'));
    expect(problems.value.length).toBeGreaterThan(1);
    for (const locale of locales) {
      expect(textOf(drawn(Problems, locale))).toContain(compareWords[locale].keep);
      const text = plainText(drawn(ProblemList, locale));
      for (const problem of problems.value) expect(text).toContain(problem.text[locale]);
    }
  });

  it('is named as the inputs are, whose arm and tactic included, with its path beside it', () => {
    const ads = tiny.replace('{ads: {}}', '{ads: {load: lots}}');
    open(ads);
    expect(plainText(drawn(ProblemList, 'en'))).toMatch(
      /^with ads › Ads › Ads per hour of use .*arms\[\d\]\.tactics\.ads\.load$/,
    );
    expect(plainText(drawn(ProblemList, 'zh-CN'))).toMatch(
      /^“.* › 广告 › .*”.*arms\[\d\]\.tactics\.ads\.load$/,
    );
    open(tiny.replace('worlds: 8', 'worlds: lots'));
    expect(plainText(drawn(ProblemList, 'en'))).toMatch(/^Worlds .*worlds$/);
    open(tiny.replace('metric: ', 'metric: no such '));
    expect(plainText(drawn(ProblemList, 'en'))).toMatch(/^Judge by .*judge\.metric$/);
  });

  it('is said without a place where it has none', () => {
    open('arms: [');
    const [first] = problems.value;
    expect(plainText(drawn(ProblemList, 'en'))).toContain(first.text.en);
  });

  it('is nothing where there is none', () => {
    for (const Part of [Problems, Fault, Sentence, Options]) expect(textOf(drawn(Part, 'en'))).toBe('');
  });

  it('may be a fault of the run, with what to copy, as text', () => {
    scenario.value = read(tiny);
    run.value = { is: 'failed', message: '<b>no</b>', diagnostic: '{"seed":"<i>"}' };
    for (const locale of locales) {
      const markup = drawn(Fault, locale);
      expect(markup).toContain(compareWords[locale].failed);
      expect(markup).toContain('&lt;b>no&lt;/b>');
      expect(markup).not.toMatch(/<b>|<i>/);
    }
  });
});

describe('the run in the foot', () => {
  it('says seed, what is counted, and how far it is', () => {
    scenario.value = read(`${tiny}assumptions: fixed\nseed: mine\n`);
    expect(textOf(drawn(RunStatus, 'en'))).toContain('seed mine · counts luck');
    run.value = { is: 'running', done: 30, planned: 200, rate: null, secondsLeft: null, isLong: false };
    expect(textOf(drawn(RunChip, 'en'))).toMatch(/^30 of 200 worlds/);
    run.value = { is: 'running', done: 1500, planned: 2000, rate: 4.25, secondsLeft: 117.2, isLong: false };
    expect(textOf(drawn(RunChip, 'en'))).toMatch(/^1,500 of 2,000 worlds · 4\.\d\/s · 118 s left/);
    expect(textOf(drawn(RunChip, 'zh-CN'))).toContain('还需 118 秒');
    for (const isLong of [false, true]) {
      run.value = { is: 'running', done: 30, planned: 200, rate: 4, secondsLeft: 42, isLong };
      expect(textOf(drawn(RunChip, 'en')).includes('Pause')).toBe(isLong);
    }
    run.value = { is: 'paused', done: 30, planned: 200 };
    expect(textOf(drawn(RunChip, 'en'))).toMatch(/^Paused at 30 of 200 worlds; shown as isContinue/);
    run.value = { is: 'stopped', done: 30, planned: 200 };
    expect(textOf(drawn(RunChip, 'en'))).toContain('Stopped at 30 of 200 worlds');
    run.value = { is: 'done', worlds: 200, seconds: 2.34 };
    expect(textOf(drawn(RunChip, 'zh-CN'))).toMatch(/^200 个模拟世界 · 用时 2\.3 秒/);
  });
});

describe('the page', () => {
  it('stands before any script runs and with a result, in both languages, without styles of its own', () => {
    const made = make({ arms: [blunt, tailored, none], worlds: 20, days: 60 });
    for (const origin of [null, 'stored', 'computed'] as const) {
      scenario.value = origin && made.scenario;
      shown.value = origin && { ...made, planned: 20, origin };
      for (const locale of locales) {
        const markup = drawn(Compare, locale);
        expect(markup).not.toMatch(/ style=|<style|<script|undefined|\[object/);
        expect(markup).toContain('<main id="content"');
        if (origin) expect(textOf(markup)).toContain(inLocale(tailored.label, locale));
      }
    }
  });
});

describe('the words of the page', () => {
  const texts = (value: object): [string, string][] =>
    Object.entries(value).flatMap(([name, part]) =>
      typeof part === 'string'
        ? [[name, part]]
        : texts(part as object).map(([inner, text]): [string, string] => [`${name}.${inner}`, text]),
    );

  it('have the same slots in both languages', () => {
    for (const words of [compareWords, otherWords, sentenceWords]) {
      const chinese = new Map(texts(words['zh-CN']));
      for (const [name, text] of texts(words.en))
        expect([name, slotsOf(chinese.get(name) ?? '')]).toEqual([name, slotsOf(text)]);
    }
  });
});
