/**
 * What the stage simulates: one world, all arms in step, day by day as fast as it goes; the page plays the days at its
 * own speed. Posts at most twenty times a second, and looks for another order every few milliseconds.
 */
import type { LifeEvent } from '../../../src/engine/life-event.ts';
import { type LiveWorld, startWorld } from '../../../src/engine/live.ts';
import { type Prepared, prepare } from '../../../src/engine/simulate.ts';
import { castOf, writeCodes } from './dot-states.ts';
import type { ArmDays, Cast, StageAnswer, StageOrder } from './stage-messages.ts';

/** Milliseconds between two posts. */
const POST_EVERY = 50;

export interface Office {
  readonly answer: (message: StageAnswer, handOver: Transferable[]) => void;
  /** Lets orders in; false when another one than this has come. */
  readonly isStillWanted: (run: number) => Promise<boolean>;
  /** Milliseconds of work between two looks for another order. */
  readonly slice: number;
}

let before: Prepared | undefined;

/** Works an order off, or as much of it as is wanted. */
export async function work(order: StageOrder, office: Office): Promise<void> {
  const { run } = order;
  try {
    if (!(await office.isStillWanted(run))) return;
    const prepared = prepareLike(order);
    const actors = order.scenario.arms.map((_, arm) => enter(prepared, order, arm));
    const casts = actors.map(({ cast }) => cast);
    office.answer({ is: 'cast', run, days: order.scenario.horizonDays, casts }, []);
    if (!(await playThrough(order, actors, office))) return;
    office.answer({ is: 'done', run }, []);
    await playOthers(order, office);
  } catch (error) {
    office.answer({ is: 'failed', run, message: error instanceof Error ? error.message : String(error) }, []);
  }
}

/** People who were drawn for the last order are taken again where they would be the same. */
function prepareLike({ scenario, networks }: StageOrder): Prepared {
  const fresh = prepare(scenario, networks);
  const isSame = before?.scenario.seed === scenario.seed && networks.size === 0;
  before = isSame && before ? { ...fresh, kept: before.kept } : fresh;
  return before;
}

/** An arm on the stage. */
interface Actor {
  readonly living: LiveWorld;
  readonly cast: Cast;
  readonly isDrawn: Uint8Array;
}

function enter(prepared: Prepared, { world, most }: StageOrder, arm: number): Actor {
  const living = startWorld(prepared, world, arm, { events: true });
  const { people, reachable, segments } = living.model;
  const places = castOf(reachable, most);
  const eve = new Uint8Array(places.length);
  writeCodes(eve, 0, people, places, -1);
  const isDrawn = new Uint8Array(people.count);
  for (const p of places) isDrawn[p] = 1;
  const cast: Cast = {
    arm,
    places,
    keys: Uint32Array.from(places, (p) => people.key[p]),
    segment: Uint8Array.from(places, (p) => people.segment[p]),
    segments: segments.map(({ name }) => name),
    reachable,
    eve,
    allKeys: people.key.slice(),
  };
  return { living, cast, isDrawn };
}

/** Days of an arm that are not posted yet. */
interface Page {
  readonly codes: Uint8Array[];
  readonly events: LifeEvent[];
}

/** All days of the first world; false when another order came. */
async function playThrough(order: StageOrder, actors: readonly Actor[], office: Office): Promise<boolean> {
  const { run, scenario } = order;
  for (let from = 0, to = 0; from < scenario.horizonDays; from = to) {
    const pages: Page[] = actors.map(() => ({ codes: [], events: [] }));
    // The first days are shown at once.
    const until = performance.now() + (from === 0 ? office.slice : POST_EVERY);
    let sliced = performance.now();
    do {
      for (let i = 0; i < actors.length; i++) liveDay(actors[i], pages[i], to);
      to++;
      if (performance.now() - sliced < office.slice) continue;
      if (!(await office.isStillWanted(run))) return false;
      sliced = performance.now();
    } while (to < scenario.horizonDays && performance.now() < until);
    const arms = actors.map((actor, i) => postOf(order, actor, pages[i], [from, to]));
    office.answer({ is: 'days', run, from, to, arms }, arms.flatMap(buffersOf));
    if (!(await office.isStillWanted(run))) return false;
  }
  return true;
}

function liveDay({ living, cast, isDrawn }: Actor, { codes, events }: Page, day: number): void {
  for (const event of living.step()) if (isDrawn[event.person] === 1) events.push(event);
  const today = new Uint8Array(cast.places.length);
  writeCodes(today, 0, living.model.people, cast.places, day);
  codes.push(today);
}

function postOf(
  { metrics }: StageOrder,
  { living, cast }: Actor,
  { codes, events }: Page,
  days: readonly [number, number],
): ArmDays {
  const width = cast.places.length;
  const all = new Uint8Array(codes.length * width);
  codes.forEach((each, i) => {
    all.set(each, i * width);
  });
  return { arm: cast.arm, series: linesOf(living, metrics, days), codes: all, events };
}

const buffersOf = ({ series, codes }: ArmDays): ArrayBuffer[] =>
  [codes, ...series].flatMap(({ buffer }) => (buffer instanceof ArrayBuffer ? [buffer] : []));

const linesOf = ({ model }: LiveWorld, metrics: readonly string[], [from, to]: readonly [number, number]) =>
  metrics.map((name) => model.record.daily[name].slice(from, to));

/** Lines of other worlds, one after another, in the background. */
async function playOthers(order: StageOrder, office: Office): Promise<void> {
  // People of the first world stay at hand for the next order.
  const prepared = prepare(order.scenario, order.networks);
  const { arms, horizonDays } = order.scenario;
  for (let other = 1; other <= order.others; other++) {
    for (let arm = 0; arm < arms.length; arm++) {
      // Twins share their assumptions, so every second world is another guess at them.
      const living = startWorld(prepared, order.world + 2 * other, arm);
      for (let since = performance.now(); living.day < horizonDays; ) {
        living.step();
        if (performance.now() - since < office.slice) continue;
        if (!(await office.isStillWanted(order.run))) return;
        since = performance.now();
      }
      const series = linesOf(living, order.metrics, [0, horizonDays]);
      office.answer({ is: 'other', run: order.run, arm, series }, []);
    }
  }
}
