/** Puts the page's scenario on the stage: starts its run in the worker and keeps what comes. */
import { signal } from '@preact/signals';
import type { Networks } from '../../../src/experiment/plan.ts';
import { metrics } from '../../../src/metrics/definitions.ts';
import type { Scenario } from '../../../src/scenario/scenario.ts';
import { say } from '../../app/workspace.ts';
import { arrive, pause, restart } from './player.ts';
import type { StageAnswer, StageOrder } from './stage-messages.ts';
import { type Ghost, ghostOf, openRun, type StageRun, takeIn } from './stage-run.ts';

/** The run on the stage. Its days are added in place: `player.known` says how many there are. */
export const run = signal<StageRun | null>(null);
export const staged = signal<Scenario | null>(null);
/** The run before the last change, and whether the current one is through. */
export const ghost = signal<Ghost | null>(null);
export const isThrough = signal(false);
/** Other worlds whose lines are there. */
export const others = signal(0);
export const failure = signal<string | null>(null);
/** The arm that is shown alone; null shows all. */
export const shownArm = signal<number | null>(null);

/** People drawn at most, and other worlds behind the lines. */
const MOST_DRAWN = 2400;
const OTHER_WORLDS = 8;
/** Changes that follow each other within so many milliseconds leave one ghost: that of before the first. */
const BURST = 1200;

/** Metrics that the page shows, beside the judged one. */
const shownMetrics = [
  'netRevenue',
  'members',
  'activeMembers',
  'dormant',
  'orders',
  'adsShown',
  'joins',
  'leaves',
  'trust',
];

/** Whether a metric has a value every day. */
const isDaily = (name: string): boolean =>
  metrics.some((metric) => metric.name === name && metric.summary !== 'state');

/** The metric whose course is drawn: the judged one if it has a course. */
export const drawnMetric = ({ judge }: Scenario): string =>
  isDaily(judge.metric) ? judge.metric : 'netRevenue';

export const stageMetrics = (scenario: Scenario): string[] => [
  ...new Set([drawnMetric(scenario), ...shownMetrics]),
];

/** Bytes that the states of all days and arms may take. */
const MOST_BYTES = 24e6;

const mostDrawn = ({ horizonDays, arms }: Scenario): number =>
  Math.max(200, Math.min(MOST_DRAWN, Math.floor(MOST_BYTES / (horizonDays * arms.length))));

let worker: Worker | undefined;
let wanted = 0;
let startedAt = 0;
let known: Networks = new Map();

const startWorker = (): Worker =>
  new Worker(new URL('./stage-worker.ts', import.meta.url), { type: 'module' });

/** Starts the run of a scenario; the one under way ends. */
export function perform(scenario: Scenario, networks: Networks): void {
  const now = performance.now();
  const names = staged.value?.arms.map(({ name }) => name) ?? [];
  const left = ghostOf(run.value, names);
  if (left !== null && now - startedAt > BURST) ghost.value = left;
  startedAt = now;
  staged.value = scenario;
  run.value = null;
  isThrough.value = false;
  others.value = 0;
  failure.value = null;
  if (shownArm.value !== null && shownArm.value >= scenario.arms.length) shownArm.value = null;
  restart(scenario.horizonDays);
  known = networks;
  send(orderOf(scenario, ++wanted));
}

function send(order: StageOrder): void {
  try {
    worker ??= hire();
    worker.postMessage(order);
  } catch {
    void workHere(order);
  }
}

function hire(): Worker {
  const hired = startWorker();
  let isReady = false;
  hired.onmessage = ({ data }: MessageEvent<StageAnswer>) => {
    isReady = true;
    hear(data);
  };
  hired.onerror = (event) => {
    event.preventDefault();
    const scenario = staged.value;
    if (isReady || scenario === null) failure.value = event.message || 'the worker stopped';
    else void workHere(orderOf(scenario, wanted));
  };
  return hired;
}

const orderOf = (scenario: Scenario, asked: number): StageOrder => ({
  run: asked,
  scenario,
  networks: known,
  world: 0,
  others: OTHER_WORLDS,
  metrics: stageMetrics(scenario),
  most: mostDrawn(scenario),
});

/** Where workers are blocked: the same in this thread, a few milliseconds at a time. */
async function workHere(order: StageOrder): Promise<void> {
  say('noWorkers');
  const { work } = await import('./stage-work.ts');
  const isStillWanted = async (asked: number): Promise<boolean> => {
    await new Promise((resolve) => setTimeout(resolve, 0));
    return asked === wanted;
  };
  await work(order, { answer: hear, isStillWanted, slice: 8 });
}

/** Ends the run at once; the days that are there stay. */
export function end(): void {
  pause();
  wanted++;
  worker?.terminate();
  worker = undefined;
}

function hear(answer: StageAnswer): void {
  if (answer.run !== wanted) return;
  if (answer.is === 'failed') failure.value = answer.message;
  else if (answer.is === 'cast') run.value = openRun(answer, stageMetrics(staged.value as Scenario));
  else if (run.value !== null && takeIn(run.value, answer)) {
    if (answer.is === 'days') arrive(run.value.known);
    else if (answer.is === 'done') isThrough.value = true;
    else others.value++;
  }
}
