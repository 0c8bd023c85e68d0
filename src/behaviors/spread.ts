/**
 * Spread: something that members catch from one another (a challenge, a custom, a rumor), off with 0 starters.
 *
 *   starters have it on day 0; whoever catches it spreads it from the next day on, for `period` days, or each day stopping with
 *   chance 1 / period; nobody catches it twice
 *   P: chance that one spreader ever passes it to one member who lacks it: `chance` among friends, contacts / (members - 1)
 *      among everybody
 *   daily chance of a pair   fixed      b = 1 - (1 - P)^(1 / period)
 *                            geometric  b = P / (period - P (period - 1))
 *   among everybody          chance of catching it today = 1 - (1 - b)^spreaders
 *   beyond chance            a member takes it up for sure once, of n friends, a have it: a / n >= threshold and a >= enough
 *
 * Over a whole period b gives P exactly, on average over periods. Among everybody that is Reed and Frost's chain (a period of
 * one day), of final size z = 1 - exp(-contacts (s + (1 - s) z)) among many, s the starters' share, z of the others, whatever the periods (Kermack
 * and McKendrick 1927). Along friendships it is bond percolation (Newman 2002, doi:10.1103/PhysRevE.66.016128): the share
 * reached depends on P only, the chance that one starter sets it off is smaller where periods differ. Thresholds: Watts
 * 2002, doi:10.1073/pnas.082090499. It is passed on whether or not people come; who falls silent or leaves stops.
 */
import type { Model } from '../engine/model.ts';
import { EARLIEST } from '../population/friendships.ts';
import { Status } from '../population/people.ts';
import { geometricQuantile } from '../random/distributions.ts';
import { threshold as boundOf, draw } from '../random/draw.ts';
import { expm1, log1p } from '../random/math.ts';
import { type SpreadValues, spreadParameters } from './spread.parameters.ts';

const EVERYBODY = spreadParameters.among.options.indexOf('everybody');
const GEOMETRIC = spreadParameters.length.options.indexOf('geometric');

/** Whether somebody has it, by place: `coming` is decided today and true from the evening on. */
const Has = { not: 0, it: 1, coming: 2 } as const;

/** Who has what spreads, and who spreads it. */
export interface Spread {
  readonly has: Uint8Array;
  reached: number;
  /** How many of those had it on day 0. */
  starters: number;
  /** Places of those who spread it, spreaders[0 .. spreading), and the first day after the time of each. */
  readonly spreaders: Int32Array;
  readonly until: Int32Array;
  spreading: number;
  /** How many spread it today. */
  spreadToday: number;
  /** Places of those who catch it today. */
  readonly caught: Int32Array;
}

/** Nothing is kept of what nobody starts. */
export function openSpread(people: number, { starters }: SpreadValues): Spread | null {
  if (starters === 0) return null;
  return {
    has: new Uint8Array(people),
    reached: 0,
    starters: 0,
    spreaders: new Int32Array(people),
    until: new Int32Array(people),
    spreading: 0,
    spreadToday: 0,
    caught: new Int32Array(people),
  };
}

/** Decide who catches it today, then let them have it, to spread from tomorrow on. */
export function spread(model: Model, day: number): void {
  const { spread: state, parameters } = model;
  if (state === null) return;
  if (day === 0) start(model, state);
  rest(model, state, day);
  const { among, threshold, enough } = parameters.spread;
  let caught = among === EVERYBODY ? catchFromAll(model, state, day) : catchFromFriends(model, state, day);
  if (threshold > 0 || enough > 0) caught = convince(model, state, caught);
  for (let i = 0; i < caught; i++) take(model, state, state.caught[i], day + 1);
}

/** The members with the lowest draws have it on day 0. */
function start(model: Model, state: Spread): void {
  const { key, status } = model.people;
  const draws = model.stream('spread:starters').on(-1);
  const members = Array.from(key, (_, p) => p).filter((p) => status[p] === Status.member);
  members.sort((p, q) => draws.draw(key[p]) - draws.draw(key[q]) || key[p] - key[q]);
  for (const p of members.slice(0, model.parameters.spread.starters)) take(model, state, p, 0);
  state.starters = state.reached;
}

/** p has it, and spreads it from `day` on. */
function take({ people, parameters, stream }: Model, state: Spread, p: number, day: number): void {
  const { period, length } = parameters.spread;
  const drawn = length === GEOMETRIC ? stream('spread:length').on(-1).uniform(people.key[p]) : 0;
  state.has[p] = Has.it;
  state.reached++;
  state.until[state.spreading] =
    day + (length === GEOMETRIC ? 1 + geometricQuantile(drawn, period - 1) : period);
  state.spreaders[state.spreading++] = p;
}

/** Those stop whose time is over, and those who are no longer here. */
function rest({ people }: Model, state: Spread, day: number): void {
  const { spreaders, until } = state;
  let left = 0;
  for (let i = 0; i < state.spreading; i++) {
    if (until[i] <= day || people.status[spreaders[i]] !== Status.member) continue;
    spreaders[left] = spreaders[i];
    until[left++] = until[i];
  }
  state.spreading = left;
  state.spreadToday = left;
}

/** Chance that a spreader passes it to one member in a day, such that it is `whole` over their time. */
export function dailyChance(whole: number, { period, length }: SpreadValues): number {
  return length === GEOMETRIC ? whole / (period - whole * (period - 1)) : -expm1(log1p(-whole) / period);
}

function catchFromAll({ people, parameters, stream }: Model, state: Spread, day: number): number {
  const { key, status, count } = people;
  const { has, spreading } = state;
  if (spreading === 0) return 0;
  let members = 0;
  for (let p = 0; p < count; p++) if (status[p] === Status.member) members++;
  const whole = members > 1 ? Math.min(1, parameters.spread.contacts / (members - 1)) : 0;
  const bound = boundOf(-expm1(spreading * log1p(-dailyChance(whole, parameters.spread))));
  const { a, b } = stream('spread').on(day);
  let caught = 0;
  for (let p = 0; p < count; p++) {
    if (status[p] !== Status.member || has[p] !== Has.not || draw(a, b, key[p]) >= bound) continue;
    has[p] = Has.coming;
    state.caught[caught++] = p;
  }
  return caught;
}

function catchFromFriends(model: Model, state: Spread, day: number): number {
  const { key } = model.people;
  const { offsets, friends, metOn } = model.friendships;
  const { has, spreaders, spreading } = state;
  const bound = boundOf(dailyChance(model.parameters.spread.chance, model.parameters.spread));
  const pairs = model.stream('spread').on(day);
  let caught = 0;
  for (let i = 0; i < spreading; i++) {
    const p = spreaders[i];
    for (let t = offsets[p]; t < offsets[p + 1]; t++) {
      const q = friends[t];
      if (has[q] !== Has.not || metOn[t] < EARLIEST || pairs.drawPair(key[p], key[q]) >= bound) continue;
      has[q] = Has.coming;
      state.caught[caught++] = q;
    }
  }
  return caught;
}

/** Adds to those who catch it whoever has enough friends who have it this morning. */
function convince({ people, friendships, parameters }: Model, state: Spread, already: number): number {
  const { threshold, enough } = parameters.spread;
  const { offsets, friends, metOn } = friendships;
  const { has } = state;
  let caught = already;
  for (let p = 0; p < people.count; p++) {
    const n = people.friends[p];
    if (n === 0 || has[p] !== Has.not) continue;
    let having = 0;
    for (let t = offsets[p]; t < offsets[p + 1]; t++)
      if (has[friends[t]] === Has.it && metOn[t] >= EARLIEST) having++;
    if (having === 0 || having < enough || having / n < threshold) continue;
    has[p] = Has.coming;
    state.caught[caught++] = p;
  }
  return caught;
}
