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
}

export const openStanding = (name: string, people: number): Standing => ({
  name,
  points: new Float32Array(people),
  level: new Uint8Array(people),
  role: new Uint8Array(people),
});

/** The highest level that p has; 0 where there are no levels. */
export function levelOf(standings: readonly Standing[], p: number): number {
  let highest = 0;
  for (let i = 0; i < standings.length; i++) highest = Math.max(highest, standings[i].level[p]);
  return highest;
}
