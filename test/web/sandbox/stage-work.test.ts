import { describe, expect, it } from 'vitest';
import { prepare, simulateWorld } from '../../../src/engine/simulate.ts';
import { parseScenario } from '../../../src/scenario/parse.ts';
import type { StageAnswer, StageOrder } from '../../../web/pages/sandbox/stage-messages.ts';
import { openRun, takeIn } from '../../../web/pages/sandbox/stage-run.ts';
import { work } from '../../../web/pages/sandbox/stage-work.ts';

const text = `
seedbed: 1
title: A small stage
horizon: 40 days
seed: stage
community: { members: 60, prospects: 40 }
arms:
  - name: Nothing
  - name: Ads
    tactics: { ads: { load: 12 } }
`;
const { scenario } = parseScenario(text, 'stage.yaml');
if (scenario === null) throw new Error('the scenario is sound');
const metrics = ['netRevenue', 'members', 'adsShown'];
const order = (run: number, over: Partial<StageOrder> = {}): StageOrder => ({
  run,
  scenario,
  networks: new Map(),
  world: 0,
  others: 1,
  metrics,
  most: 1000,
  ...over,
});

async function answersTo(asked: StageOrder, isStillWanted: () => boolean = () => true) {
  const answers: StageAnswer[] = [];
  const answer = (message: StageAnswer) => void answers.push(message);
  await work(asked, { answer, isStillWanted: () => Promise.resolve(isStillWanted()), slice: 20 });
  return answers;
}

function whole(answers: readonly StageAnswer[]) {
  const [first, ...rest] = answers;
  if (first.is !== 'cast') throw new Error(`began with ${first.is}`);
  const run = openRun(first, metrics);
  for (const each of rest) takeIn(run, each);
  return run;
}

describe('the work of the stage', () => {
  it('plays the very days that the engine simulates', async () => {
    const run = whole(await answersTo(order(1)));
    const prepared = prepare(scenario);
    for (const arm of [0, 1]) {
      const { daily } = simulateWorld(prepared, 0, arm);
      metrics.forEach((name, i) => {
        expect(run.arms[arm].series[i]).toEqual(daily[name]);
      });
    }
    expect(run.isDone).toBe(true);
  });

  it('plays the same again after another order, though people were kept', async () => {
    const fixed = { ...scenario, assumptions: 'fixed' } as const;
    const elsewhere = { ...fixed, seed: 'elsewhere' };
    const first = whole(await answersTo(order(1, { scenario: fixed })));
    const other = whole(await answersTo(order(2, { scenario: elsewhere })));
    expect(other.arms[0].series[1]).toEqual(simulateWorld(prepare(elsewhere), 0, 0).daily.members);
    const again = whole(await answersTo(order(3, { scenario: fixed })));
    expect(again.arms[1].series).toEqual(first.arms[1].series);
  });

  it('adds lines of other worlds', async () => {
    const run = whole(await answersTo(order(1)));
    expect(run.arms.map(({ others }) => others.length)).toEqual([1, 1]);
    const { daily } = simulateWorld(prepare(scenario), 2, 1);
    expect(run.arms[1].others[0][1]).toEqual(daily.members);
  });

  it('tells only of people who are drawn, and draws no more than it may', async () => {
    const run = whole(await answersTo(order(1, { most: 20 })));
    const { cast, events, codes } = run.arms[0];
    expect(cast.places).toHaveLength(20);
    expect(cast.reachable).toBe(100);
    expect(codes[39]).toHaveLength(20);
    const drawn = new Set(cast.places);
    expect(events.flat().length).toBeGreaterThan(0);
    expect(events.flat().every(({ person }) => drawn.has(person))).toBe(true);
  });

  it('ends when another order has come', async () => {
    let looks = 0;
    const answers = await answersTo(order(1), () => looks++ < 1);
    expect(answers.some(({ is }) => is === 'done' || is === 'other')).toBe(false);
    expect(await answersTo(order(2), () => false)).toEqual([]);
  });

  it('answers with words when a world cannot be run', async () => {
    const broken = { ...scenario, arms: [{ ...scenario.arms[0], networkFile: 'nowhere.csv' }] };
    const answers = await answersTo(order(1, { scenario: broken }));
    expect(answers).toEqual([{ is: 'failed', run: 1, message: expect.stringContaining('nowhere.csv') }]);
  });
});
