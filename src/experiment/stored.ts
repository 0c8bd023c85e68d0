/**
 * Reads a file of worlds that may come from anywhere: its head, the scenario in it, every line. What cannot be used is a
 * fault with a name; what is odd but can be shown is a remark. Words for both are the report's business.
 */
import { metrics } from '../metrics/definitions.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { digestOf } from './digest.ts';
import type { FinishedWorld } from './executor.ts';
import type { WorldResult } from './results.ts';
import { type Line, type Recognized, TooLarge } from './stored-files.ts';
import { hasAllMetrics, isFrom, type Notice, type Origin, originOf, scenarioOf } from './stored-head.ts';
import { type LineShape, readWorldLine } from './world-lines.ts';
import { type Head, readHead } from './worlds-head.ts';

export type Fault = Notice<
  | 'unreadable'
  | 'tooLarge'
  | 'damagedHead'
  | 'badScenario'
  | 'otherScenario'
  | 'otherMetrics'
  | 'noWorlds'
  | 'contradiction'
>;

export type Remark = Origin | Notice<'damaged' | 'stopped' | 'digestsDiffer'>;

export interface StoredWorlds {
  readonly head: Head;
  /** As it was run: of `run`, with its one arm. */
  readonly scenario: Scenario;
  /** In canonical order; only worlds that can be shown without favor. */
  readonly results: readonly WorldResult[];
  readonly worlds: number;
  readonly remarks: readonly Remark[];
}

/** Reads what was recognized as a file of worlds. */
export async function readStoredWorlds({ file, lines, close }: Recognized): Promise<StoredWorlds | Fault> {
  const slots = { file: file.name };
  try {
    const first = await lines.next();
    const head = first.done === true ? null : readHead(first.value.line.replace(/^\ufeff/, ''));
    if (head === null) return { name: 'damagedHead', slots };
    const { scenario, problem } = scenarioOf(head);
    if (scenario === null) return { name: 'badScenario', slots: { ...slots, problem } };
    if (!isFrom(head, scenario)) return { name: 'otherScenario', slots };
    if (!hasAllMetrics(head, scenario))
      return { name: 'otherMetrics', slots: { ...slots, made: head.version } };
    const read = await readLines(lines, head, scenario);
    if (read === null) return { name: 'contradiction', slots };
    const { worlds, remarks } = fairPart(read.finished, read.damaged, scenario.worlds);
    if (worlds.length === 0) return { name: 'noWorlds', slots };
    const results = worlds.flat();
    const all = [...originOf(head, scenario), ...remarks, ...differingDigests(head, results)];
    return { head, scenario, results, worlds: worlds.length, remarks: all };
  } catch (error) {
    if (error instanceof TooLarge) return { name: 'tooLarge', slots };
    return {
      name: 'unreadable',
      slots: { ...slots, reason: error instanceof Error ? error.message : String(error) },
    };
  } finally {
    await close();
  }
}

/** A file of `run` has all that its digests are made of, so they can be made again. */
function differingDigests({ command, metrics: names }: Head, results: readonly WorldResult[]): Remark[] {
  const same = names.length === metrics.length && metrics.every(({ name }, place) => names[place] === name);
  if (command !== 'run' || !same) return [];
  const differing = results.filter(({ outcomes, daily, digest }) => digestOf(outcomes, daily) !== digest);
  return differing.length === 0 ? [] : [{ name: 'digestsDiffer', slots: { count: differing.length } }];
}

/** The worlds that were asked for, in order; null when two lines contradict each other. */
async function readLines(
  lines: AsyncIterable<Line>,
  { kept, metrics: names }: Head,
  { arms, horizonDays, worlds }: Scenario,
): Promise<{ finished: FinishedWorld[]; damaged: number } | null> {
  const shape: LineShape = { arms: arms.length, days: horizonDays, kept, metrics: names };
  const byWorld = new Map<number, FinishedWorld>();
  let damaged = 0;
  for await (const { line, ended } of lines) {
    const results = ended ? readWorldLine(line, shape) : undefined;
    if (results === undefined || !hasSegments(results, arms)) {
      damaged++;
      continue;
    }
    const { world } = results[0];
    const earlier = byWorld.get(world);
    if (earlier?.some(({ digest }, arm) => digest !== results[arm].digest)) return null;
    if (world < worlds) byWorld.set(world, earlier ?? results);
  }
  const finished = [...byWorld.values()].sort(([a], [b]) => a.world - b.world);
  return { finished, damaged };
}

/** Every arm with as many segments as its scenario has, or none where an earlier version wrote none. */
function hasSegments(results: FinishedWorld, arms: Scenario['arms']): boolean {
  return results.every(({ segments, arm }) =>
    Object.values(segments).every((values) => values.length === arms[arm].segments.length),
  );
}

/**
 * Of an interrupted run the stretch from world 0 on without a gap, so that worlds that finish fast are not favored. Where
 * all gaps are damaged lines, which favor none, everything else but their twins.
 */
function fairPart(
  finished: readonly FinishedWorld[],
  damaged: number,
  asked: number,
): { worlds: readonly FinishedWorld[]; remarks: Remark[] } {
  const there = new Set(finished.map(([{ world }]) => world));
  const missing = asked - there.size;
  const interrupted = missing > damaged;
  let gapless = 0;
  while (there.has(gapless)) gapless++;
  const isFair = ([{ world }]: FinishedWorld) =>
    interrupted
      ? world < gapless - (gapless % 2)
      : (world === asked - 1 && world % 2 === 0) || there.has(world ^ 1);
  const worlds = missing === 0 ? finished : finished.filter(isFair);
  const remarks: Remark[] = [];
  if (damaged > 0) remarks.push({ name: 'damaged', slots: { count: damaged } });
  if (missing > 0) remarks.push({ name: 'stopped', slots: { done: worlds.length, total: asked } });
  return { worlds, remarks };
}
