import { renderToString } from 'preact-render-to-string';
import { afterEach, describe, expect, it } from 'vitest';
import type { WorldResult } from '../../../src/index.ts';
import { findMetric, metricIndex, metrics } from '../../../src/metrics/definitions.ts';
import { locales } from '../../../src/report/format.ts';
import { slotsOf } from '../../../src/report/format-message.ts';
import { LocaleContext } from '../../../web/app/Shell.tsx';
import { armsToShow } from '../../../web/pages/network/arms-to-show.ts';
import { chooseWorlds } from '../../../web/pages/network/choose-world.ts';
import { mixed } from '../../../web/pages/network/look.ts';
import { Network } from '../../../web/pages/network/Network.tsx';
import { findPeople, lifeWords, loadNames, nameOf } from '../../../web/pages/network/names.ts';
import type { Stage } from '../../../web/pages/network/state.ts';
import { networkWords } from '../../../web/pages/network/words.ts';
import { scenarioOf } from '../../engine/isolated.ts';
import { lively } from '../../engine/lively.ts';
import { tinyDrawn, tinyFrames } from './tiny.ts';

describe('the network page', () => {
  it('is written beforehand in either language, without a style or script of its own', () => {
    for (const locale of locales) {
      const page = renderToString(
        <LocaleContext.Provider value={locale}>
          <Network />
        </LocaleContext.Provider>,
      );
      expect(page).toContain(networkWords[locale].title);
      expect(page).not.toMatch(/style=|<script|<style/);
    }
  });

  it('says everything with the same slots in both languages', () => {
    const messages = (words: object): [string, string][] =>
      Object.entries(words).flatMap(([name, value]) =>
        typeof value === 'string'
          ? [[name, value] as [string, string]]
          : messages(value as object).map(([inner, text]) => [`${name}.${inner}`, text] as [string, string]),
      );
    const zh = Object.fromEntries(messages(networkWords['zh-CN']));
    for (const [name, text] of messages(networkWords.en))
      expect([name, slotsOf(zh[name])]).toEqual([name, slotsOf(text)]);
  });
});

describe('the arms to show', () => {
  it('are two different ones of those there are', () => {
    expect(armsToShow(3, [0, 1])).toEqual([0, 1]);
    expect(armsToShow(3, [2, 0])).toEqual([2, 0]);
    expect(armsToShow(3, [1, 1])).toEqual([1, 0]);
    expect(armsToShow(2, [4, 1])).toEqual([0, 1]);
    expect(armsToShow(2, [0, 7])).toEqual([0, 1]);
    expect(armsToShow(1, [0, 1])).toEqual([0]);
    expect(armsToShow(5, [])).toEqual([0, 1]);
  });
});

describe('the choice of a world', () => {
  const result = (world: number, arm: number, metric: string, value: number): WorldResult => {
    const outcomes = new Float64Array(metrics.length).fill(Number.NaN);
    outcomes[metricIndex[metric]] = value;
    return { world, arm, outcomes, daily: {}, segments: {}, cohorts: null, digest: '', remarks: [] };
  };
  /** World w gains 10 w, in a muddled order. */
  const results = (metric: string) =>
    Array.from({ length: 21 }, (_, i) => (i * 8) % 21).flatMap((world) => [
      result(world, 0, metric, 100 + world),
      result(world, 1, metric, 100 + 11 * world),
    ]);

  it('is by the difference of the second arm from the first', () => {
    expect(chooseWorlds(results('netRevenue'), [0, 1], 'netRevenue')).toEqual({
      bad: 1,
      typical: 10,
      good: 19,
    });
    expect(chooseWorlds(results('netRevenue'), [1, 0], 'netRevenue')).toEqual({
      bad: 19,
      typical: 10,
      good: 1,
    });
  });

  it('knows that less is better where it is', () => {
    expect(findMetric('complaints')?.better).toBe('less');
    expect(chooseWorlds(results('complaints'), [0, 1], 'complaints')).toEqual({
      bad: 19,
      typical: 10,
      good: 1,
    });
  });

  it('is none where nothing can be compared', () => {
    expect(chooseWorlds([], [0, 1], 'netRevenue')).toBeUndefined();
    expect(chooseWorlds(results('netRevenue'), [0], 'netRevenue')).toBeUndefined();
    expect(chooseWorlds([result(0, 0, 'netRevenue', Number.NaN)], [0, 1], 'netRevenue')).toBeUndefined();
  });
});

describe('finding people', () => {
  const scenario = scenarioOf(lively);
  const drawn = tinyDrawn(new Array(400).fill(0), []);
  const stage: Stage = {
    scenario,
    networks: new Map(),
    world: 0,
    arms: [0],
    drawn,
    keys: drawn.keys,
    segments: ['everyone'],
    isSameStart: true,
    days: 0,
    frames: tinyFrames([[new Array(400).fill({ standing: 'active' })]]),
  };
  afterEach(() => {
    lifeWords.value = null;
  });

  it('goes by number before names are there', () => {
    expect(findPeople(stage, ' 17 ', 'en')).toContain(16);
    expect(findPeople(stage, '', 'en')).toEqual([]);
    expect(findPeople(stage, '<b>', 'en')).toEqual([]);
  });

  it('goes by name in the language of the page, those that begin so first, and gives no more than are asked', async () => {
    await loadNames();
    for (const locale of locales) {
      const name = nameOf(stage, 5, locale);
      expect(nameOf(stage, findPeople(stage, name.toUpperCase(), locale)[0], locale)).toMatch(
        new RegExp(`^${name}`),
      );
    }
    expect(findPeople(stage, 'a', 'en', 3)).toHaveLength(3);
  });
});

describe('colors', () => {
  it('are mixed as browsers write them', () => {
    expect(mixed('rgb(0, 100, 200)', 'rgb(100, 100, 100)', 0.25)).toBe('rgb(75, 100, 125)');
  });
});
