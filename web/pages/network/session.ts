/**
 * Runs the world of the page in two Web Workers, one for its days and one for where people stand, and keeps the state up
 * to date with what they send. Opening another world ends them and starts anew. Where workers are blocked, the same work
 * is done here in slices.
 */
import { batch } from '@preact/signals';
import type { Networks } from '../../../src/experiment/plan.ts';
import type { Scenario } from '../../../src/scenario/scenario.ts';
import { openFrames, takeStretch } from './frames.ts';
import { startLayoutHere, startWorldHere } from './here.ts';
import type { LayoutAnswer, LayoutOrder, WorldAnswer, WorldAsked, WorldOrder } from './protocol.ts';
import * as state from './state.ts';

/** What answers orders: a worker, or this thread. */
export interface Port<Order> {
  readonly tell: (order: Order) => void;
  readonly end: () => void;
}

let worldPort: Port<WorldOrder> | undefined;
let layoutPort: Port<LayoutOrder> | undefined;
let openedAs: WorldAsked | undefined;

/** Settled pictures of worlds that were open, by what they show. */
const settledBefore = new Map<string, Float32Array>();
const REMEMBERED = 24;

/** Opens a world. What is shown of an earlier one stays until the new one has people. */
export function openWorld(
  scenario: Scenario,
  networks: Networks,
  world: number,
  arms: readonly number[],
): void {
  close();
  const asked: WorldAsked = { scenario, networks, world, arms };
  openedAs = asked;
  batch(() => {
    state.failure.value = null;
    state.isPlaying.value = false;
    state.lives.value = null;
  });
  const hear = (answer: WorldAnswer) => {
    if (openedAs === asked) hearWorld(asked, answer);
  };
  worldPort = startWorldPort(hear);
  worldPort.tell({ open: asked });
}

export function close(): void {
  worldPort?.end();
  layoutPort?.end();
  worldPort = undefined;
  layoutPort = undefined;
  openedAs = undefined;
}

/** Asks for the lives of the selected person. */
export function askLives(person: number): void {
  const place = state.stage.value?.drawn.places[person];
  if (place !== undefined) worldPort?.tell({ person: place });
}

function hearWorld(asked: WorldAsked, answer: WorldAnswer): void {
  const stage = state.stage.value;
  if ('opened' in answer) begin(asked, answer.opened);
  else if ('failure' in answer) state.failure.value = answer.failure;
  else if ('stretch' in answer && stage) {
    const { stretch } = answer;
    takeStretch(stage.frames, stretch);
    if (stretch.arm === stage.frames.arms.length - 1) state.known.value = stretch.from + stretch.evenings - 1;
  } else if ('person' in answer && stage) {
    const person = stage.drawn.places.indexOf(answer.person);
    if (person === state.selected.value) state.lives.value = { person, lives: answer.lives };
  }
}

function begin(asked: WorldAsked, opened: Extract<WorldAnswer, { opened: unknown }>['opened']): void {
  const { drawn, days, isSameStart } = opened;
  const arms = isSameStart ? asked.arms : asked.arms.slice(0, 1);
  const frames = openFrames(drawn.count, drawn.from.length, days, arms.length);
  const before = state.stage.value;
  const name = JSON.stringify([
    asked.scenario.seed,
    asked.world,
    arms[0],
    drawn.count,
    drawn.from.length,
    drawn.to.slice(0, 64),
  ]);
  const settled = settledBefore.get(name);
  batch(() => {
    state.known.value = -1;
    state.stage.value = { ...asked, ...opened, arms, frames };
    if (before === null || before.days !== days) state.evening.value = days;
    state.selected.value = null;
    state.selectKey(state.person.peek());
    state.hovered.value = null;
    state.positions.value = settled ?? null;
    state.settled.value = settled ? { done: 1, of: 1 } : { done: 0, of: 1 };
  });
  if (settled) return;
  layoutPort = startLayoutPort(({ positions, done, of }) => {
    if (openedAs !== asked) return;
    batch(() => {
      state.positions.value = positions;
      state.settled.value = { done, of };
    });
    if (done < of) return;
    settledBefore.set(name, positions);
    for (const oldest of [...settledBefore.keys()].slice(0, Math.max(0, settledBefore.size - REMEMBERED)))
      settledBefore.delete(oldest);
  });
  layoutPort.tell({ count: drawn.count, from: drawn.from, to: drawn.to });
}

const startWorldPort = (hear: (answer: WorldAnswer) => void): Port<WorldOrder> =>
  startPort(
    () => new Worker(new URL('./world-worker.ts', import.meta.url), { type: 'module' }),
    hear,
    () => startWorldHere(hear),
  );

const startLayoutPort = (hear: (answer: LayoutAnswer) => void): Port<LayoutOrder> =>
  startPort(
    () => new Worker(new URL('./layout-worker.ts', import.meta.url), { type: 'module' }),
    hear,
    () => startLayoutHere(hear),
  );

/** A worker; where it cannot start, what does its work here, told again all that the worker was told. */
function startPort<Order, Answer>(
  start: () => Worker,
  hear: (answer: Answer) => void,
  otherwise: () => Port<Order>,
): Port<Order> {
  let worker: Worker;
  try {
    worker = start();
  } catch {
    return otherwise();
  }
  const told: Order[] = [];
  let isHeard = false;
  let here: Port<Order> | undefined;
  worker.onmessage = ({ data }: MessageEvent<Answer>) => {
    isHeard = true;
    hear(data);
  };
  worker.onerror = (event) => {
    event.preventDefault();
    if (isHeard) state.failure.value = event.message;
    else {
      here = otherwise();
      for (const order of told) here.tell(order);
    }
  };
  return {
    tell(order) {
      told.push(order);
      (here ?? { tell: (each: Order) => worker.postMessage(each) }).tell(order);
    },
    end() {
      worker.terminate();
      here?.end();
    },
  };
}
