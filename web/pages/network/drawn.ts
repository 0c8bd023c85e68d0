/**
 * Who of a world is drawn: everybody who can ever be inside, or, where that is too many for a picture, the people nearest
 * to the founding member with the most ties, counted in ties. Their ties among each other are all drawn, so that the
 * neighborhoods in the middle of the picture are whole. The rule looks at nothing that a tactic could change.
 */
import { type People, Status } from '../../../src/population/people.ts';
import type { Ties } from '../../../src/population/ties.ts';

export const MOST_PEOPLE = 5000;
export const MOST_TIES = 60_000;

/** People of the picture by their number in it, 0 .. count, and the ties between them. */
export interface Drawn {
  readonly count: number;
  /** Place in the world of each. */
  readonly places: Uint32Array;
  readonly keys: Uint32Array;
  readonly segments: Uint8Array;
  /** Ends of each tie, as numbers of the picture, and where the tie stands in the rows of the world. */
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  readonly tieAt: Uint32Array;
  /** People who can ever be inside. */
  readonly reachable: number;
  /** Number in the picture of the person that all the others are nearest to; null when everybody is drawn. */
  readonly center: number | null;
}

/** Chooses the people of the picture. */
export function chooseDrawn(
  people: People,
  ties: Ties,
  reachable: number,
  most: { readonly people: number; readonly ties: number } = { people: MOST_PEOPLE, ties: MOST_TIES },
): Drawn {
  const ends = ties.offsets[reachable];
  const isWhole = reachable <= most.people && ends / 2 <= most.ties;
  const start = isWhole ? 0 : mostTied(people, ties, reachable);
  const places = isWhole
    ? Uint32Array.from({ length: reachable }, (_, p) => p)
    : nearest(ties, reachable, start, most);
  return {
    count: places.length,
    places,
    keys: Uint32Array.from(places, (p) => people.key[p]),
    segments: Uint8Array.from(places, (p) => people.segment[p]),
    ...tiesAmong(ties, places),
    reachable,
    center: isWhole ? null : places.indexOf(start),
  };
}

/** The founding member with the most ties; anybody where there are no founders. */
function mostTied({ status }: People, { offsets }: Ties, reachable: number): number {
  let best = 0;
  let most = -1;
  for (let p = 0; p < reachable; p++) {
    const count = offsets[p + 1] - offsets[p] + (status[p] === Status.outside ? 0 : 1e9);
    if (count > most) {
      most = count;
      best = p;
    }
  }
  return best;
}

/** Breadth first from `start`, until there are enough people or ties; places in ascending order. */
function nearest(
  { offsets, friends }: Ties,
  reachable: number,
  start: number,
  most: { readonly people: number; readonly ties: number },
): Uint32Array {
  const isIn = new Uint8Array(reachable);
  const line = [start];
  isIn[start] = 1;
  let ties = 0;
  for (let next = 0; next < line.length && line.length < most.people && ties < most.ties; next++) {
    const p = line[next];
    for (let t = offsets[p]; t < offsets[p + 1] && line.length < most.people; t++) {
      const q = friends[t];
      if (isIn[q] === 0 && q < reachable) {
        isIn[q] = 1;
        line.push(q);
        for (let u = offsets[q]; u < offsets[q + 1]; u++) ties += isIn[friends[u]];
      }
      if (ties >= most.ties) break;
    }
  }
  return Uint32Array.from(line).sort();
}

function tiesAmong({ people, offsets, friends }: Ties, places: Uint32Array) {
  const numberOf = new Int32Array(people).fill(-1);
  for (let i = 0; i < places.length; i++) numberOf[places[i]] = i;
  const from: number[] = [];
  const to: number[] = [];
  const at: number[] = [];
  for (let i = 0; i < places.length; i++) {
    const p = places[i];
    for (let t = offsets[p]; t < offsets[p + 1]; t++) {
      const q = friends[t];
      if (q <= p || numberOf[q] < 0) continue;
      from.push(i);
      to.push(numberOf[q]);
      at.push(t);
    }
  }
  return { from: Uint32Array.from(from), to: Uint32Array.from(to), tieAt: Uint32Array.from(at) };
}
