/** What programmes of levels (tactics/levels.ts) know of people. There is one where an arm has such a programme, and none elsewhere. */

/** What somebody does for the others. */
export const Role = { none: 0, helper: 1, admin: 2 } as const;

export interface Standing {
  /** As the programme is called. */
  readonly name: string;
  /** By place: points earned so far, without what was given at the start. */
  readonly points: Float32Array;
  readonly level: Uint8Array;
  readonly role: Uint8Array;
  /** Places of those who have a level or a role, in no order. */
  readonly ranked: number[];
  /** Places of those whom levels can draw at all; null before anybody asked. */
  responders: readonly number[] | null;
  /** By place: log-odds of coming by which levels draw somebody; NaN where that has changed since it was last worked out. */
  readonly pull: Float64Array;
}

export const openStanding = (name: string, people: number): Standing => ({
  name,
  points: new Float32Array(people),
  level: new Uint8Array(people),
  role: new Uint8Array(people),
  ranked: [],
  responders: null,
  pull: new Float64Array(people).fill(Number.NaN),
});

/** What was worked out of points and assumptions is to be worked out again. */
export function forgetPulls(standing: Standing): void {
  standing.responders = null;
  standing.pull.fill(Number.NaN);
}

/** Sets somebody's level. */
export function setLevel({ level, role, ranked }: Standing, p: number, reached: number): void {
  if (reached > 0 && level[p] === 0 && role[p] === Role.none) ranked.push(p);
  level[p] = reached;
}

/** Drops those who have neither level nor role any more. */
export function dropUnranked({ level, role, ranked }: Standing): void {
  let kept = 0;
  for (let i = 0; i < ranked.length; i++) {
    const p = ranked[i];
    if (level[p] > 0 || role[p] !== Role.none) ranked[kept++] = p;
  }
  ranked.length = kept;
}

/** Whether p has a level or a role in any of the first `among` programmes. */
export function isRanked(standings: readonly Standing[], p: number, among: number): boolean {
  for (let i = 0; i < among; i++)
    if (standings[i].level[p] > 0 || standings[i].role[p] !== Role.none) return true;
  return false;
}

/** The highest level that p has; 0 where there are no levels. */
export function levelOf(standings: readonly Standing[], p: number): number {
  let highest = 0;
  for (let i = 0; i < standings.length; i++) highest = Math.max(highest, standings[i].level[p]);
  return highest;
}

/** The highest role that p has. */
export function roleOf(standings: readonly Standing[], p: number): number {
  let highest: number = Role.none;
  for (let i = 0; i < standings.length; i++) highest = Math.max(highest, standings[i].role[p]);
  return highest;
}
