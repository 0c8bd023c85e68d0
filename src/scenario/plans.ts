/** Whom and when a tactic of a file is for, as far as that is no plain number. */
import type { Condition, Plan } from '../tactics/schedule.ts';
import type { ArmSource, Locator } from './arms.ts';
import { fields } from './fields.ts';
import { readMetric, together } from './judge.ts';
import { labelOf, readLevel } from './limits.ts';
import { meantOrKnown } from './nearest.ts';
import { type Path, valueAt } from './path.ts';
import { isMapping, type Mapping } from './read.ts';
import type { Segment } from './scenario.ts';
import { got, tell } from './tell.ts';
import { readValue } from './units.ts';

type PlanSource = Pick<ArmSource, 'facts' | 'horizonDays' | 'report'>;

/** The plan of a tactic's entry; what is wrong with it is reported at `at`. */
export function readPlan(
  entry: Mapping,
  segments: readonly Segment[],
  source: PlanSource,
  at: Locator,
): Plan {
  const { horizonDays, report } = source;
  const fromDay = daysIn(entry, 'from', 0);
  const untilDay = daysIn(entry, 'until', Math.max(horizonDays, fromDay + 1));
  if (untilDay <= fromDay)
    report(
      at(entry.until === undefined ? 'from' : 'until'),
      tell('afterFrom', { from: fromDay, until: untilDay }),
    );
  return {
    fromDay,
    untilDay: Math.max(fromDay, Math.min(untilDay, horizonDays)),
    starts: readCondition(entry.starts, at('starts'), source),
    stops: readCondition(entry.stops, at('stops'), source),
    segments: readSegments(valueAt(entry, ['to', 'segments']), segments, at('to', 'segments'), source),
  };
}

/** Whole days of a field; `otherwise` where the file gives none that is sound. */
function daysIn(entry: Mapping, key: 'from' | 'until' | 'over', otherwise: number): number {
  const reading = entry[key] === undefined ? null : readValue(fields[key], entry[key], '');
  const amount = reading && 'value' in reading ? reading.value.amount : otherwise;
  return typeof amount === 'number' ? Math.round(amount) : otherwise;
}

const sides = { 'at least': 'atLeast', 'at most': 'atMost' } as const;
type Side = keyof typeof sides;

/** What a metric must have kept; null where nothing sound is asked. */
function readCondition(
  given: unknown,
  path: Path,
  { facts, horizonDays, report }: PlanSource,
): Condition | null {
  if (!isMapping(given)) return null;
  const said = (Object.keys(sides) as Side[]).filter((side) => given[side] !== undefined);
  if (said.length !== 1) report(path, tell('oneSide', { given: together(said) }));
  const place = [...path, 'metric'];
  const metric =
    given.metric === undefined ? undefined : readMetric(given.metric, place, horizonDays, report);
  if (metric?.summary === 'state') report(place, tell('notDaily', { metric: labelOf(metric.label) }));
  if (!metric || said.length !== 1) return null;
  const [side] = said;
  const limit = readLevel(given[side], metric, facts.currency);
  if (typeof limit === 'number')
    return {
      metric: metric.name,
      kind: sides[side],
      limit,
      over: daysIn(given, 'over', fields.over.default),
    };
  report([...path, side], limit);
  return null;
}

/** Names of the segments that a tactic is for; null: all. */
function readSegments(
  given: unknown,
  segments: readonly Segment[],
  path: Path,
  { report }: PlanSource,
): string[] | null {
  if (given === undefined) return null;
  const names = (Array.isArray(given) ? given : [given]).filter((name) => typeof name === 'string');
  const known = segments.map(({ name }) => name);
  for (const name of names)
    if (!known.includes(name))
      report(path, tell('noSegment', { got: got(name), hint: meantOrKnown(name, known) }));
  return names;
}
