/** Synthetic races: candidates whose true means are known, in worlds whose luck they share in part. */
import { race, reportWorlds, winnerOf } from '../../../src/analysis/optimise/contest.ts';
import { errorOfPair, looksUpTo } from '../../../src/analysis/optimise/looks.ts';
import { isSurelyBelow, type RaceData } from '../../../src/analysis/optimise/race.ts';
import { reportOn } from '../../../src/analysis/optimise/report.ts';
import { Stream, seedWords } from '../../../src/random/keys.ts';
import { type Kind, kinds } from '../sequential/studies.ts';

export interface Plan {
  readonly kind: Kind;
  /** True mean of each candidate, in standard deviations of what a world is its own; the first is the baseline. */
  readonly means: readonly number[];
  readonly twins: number;
  readonly study: number;
}

/** What candidates come to: shared luck of the twin, own luck of the world. */
export function dataFor({ kind, means, study }: Plan): (worlds: readonly number[]) => RaceData {
  const words = seedWords('synthetic races');
  const draw = (name: string) => {
    const stream = new Stream(words, study, name);
    return (world: number) => kinds[kind]((event) => stream.uniform(world * 8 + event));
  };
  const shared = draw('shared');
  const own = means.map((_, candidate) => draw(`own ${candidate}`));
  return (worlds) => ({
    ids: worlds,
    goals: [(candidate) => worlds.map((w) => 3 * shared(w >> 1) + means[candidate] + own[candidate](w))],
    beyond: () => [],
  });
}

/** Plays a race and its report; all figures against the baseline. */
export async function play(plan: Plan) {
  const data = dataFor(plan);
  const ground = { candidates: plan.means.length, twins: plan.twins, data, ensure: async () => true };
  const raced = await race(ground);
  const winner = winnerOf(raced, data(raced.worlds)) ?? 0;
  const worlds = await reportWorlds(ground, [0, winner]);
  const { goals } = reportOn(winner, { race: data(raced.worlds), report: data(worlds) }, 0);
  const { chosen, reported } = goals[0];
  return { raced, winner, chosen: chosen ?? 0, reported: reported?.mean ?? 0, range: reported };
}

export interface DropTally {
  /** Share of races in which a candidate of the baseline's mean is dropped. */
  readonly wrong: number;
  /** Mean number of twins until a candidate that is worse by one standard deviation is dropped. */
  readonly twins: number;
}

/**
 * One candidate whose differences to the leader are of a kind, in races of several candidates: as good as the leader, and one
 * standard deviation worse.
 */
export function dropTally(kind: Kind, candidates: number, most: number, studies: number): DropTally {
  const looks = looksUpTo(most);
  const error = errorOfPair(candidates, looks.length);
  let [wrong, twins] = [0, 0];
  for (let study = 0; study < studies; study++) {
    const stream = new Stream(seedWords('synthetic drops'), study, kind);
    const luck = Array.from({ length: most }, (_, t) =>
      kinds[kind]((event) => stream.uniform(t * 8 + event)),
    );
    const droppedAt = (mean: number) =>
      looks.find((look) =>
        isSurelyBelow(
          luck.slice(0, look).map((x) => x + mean),
          error,
        ),
      );
    if (droppedAt(0) !== undefined) wrong += 1 / studies;
    twins += (droppedAt(-1) ?? most) / studies;
  }
  return { wrong, twins };
}
