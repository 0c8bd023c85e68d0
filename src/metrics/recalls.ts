/**
 * What became of those whom recall campaigns wrote to, and of those whom they held out.
 *
 *   share returned = people who came back since, by themselves or recalled / people of that group
 *
 * Everybody is counted once for each campaign, from the day of their first message on, or of what would have been that; so
 * the two groups differ in the messages alone, and the difference of their shares is what these caused.
 */
const Group = { none: 0, written: 1, heldOut: 2, returned: 3 } as const;

export interface Recalls {
  /** By campaign, the group of everybody by place. */
  readonly groups: Map<string, Uint8Array>;
  written: number;
  writtenBack: number;
  heldOut: number;
  heldOutBack: number;
}

export const openRecalls = (): Recalls => ({
  groups: new Map(),
  written: 0,
  writtenBack: 0,
  heldOut: 0,
  heldOutBack: 0,
});

/** Follows from now on those whom a campaign writes to today, and those whom it would have written to. */
export function enrol(
  recalls: Recalls,
  name: string,
  people: number,
  written: readonly number[],
  heldOut: readonly number[],
): void {
  let group = recalls.groups.get(name);
  if (group === undefined) {
    group = new Uint8Array(people);
    recalls.groups.set(name, group);
  }
  recalls.written += put(group, written, Group.written);
  recalls.heldOut += put(group, heldOut, Group.heldOut);
}

/** Puts those of `places` who are in no group yet into one; gives their number. */
function put(group: Uint8Array, places: readonly number[], into: number): number {
  let added = 0;
  for (const p of places) {
    if (group[p] !== Group.none) continue;
    group[p] = into;
    added++;
  }
  return added;
}

/** Notes that p has come back, whatever the reason. */
export function noteReturn(recalls: Recalls, p: number): void {
  for (const group of recalls.groups.values()) {
    if (group[p] === Group.written) recalls.writtenBack++;
    else if (group[p] === Group.heldOut) recalls.heldOutBack++;
    else continue;
    group[p] = Group.returned;
  }
}
