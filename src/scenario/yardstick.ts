/** What one mechanism alone is held against: the `yardstick` of a file, with the values of its laws. */
import type { Metric } from '../metrics/definitions.ts';
import { fields } from './fields.ts';
import { type Report, readMetric } from './judge.ts';
import { readLaw, readNumber, type Terms } from './law-terms.ts';
import { labelOf } from './limits.ts';
import { meantOrKnown } from './nearest.ts';
import { isSettable, nearestPath, numbersOf } from './number-at.ts';
import { type Path, printPath } from './path.ts';
import type { Check, Scenario, Yardstick } from './scenario.ts';
import type { ScenarioFile, Sound } from './schema.ts';
import type { Override } from './sets.ts';
import { got, listed, tell } from './tell.ts';
import { readText } from './texts.ts';
import { readValue } from './units.ts';

/** What the yardstick is part of. */
export interface Surroundings {
  readonly scenario: Scenario;
  readonly overrides: readonly Override[];
  readonly report: Report;
}

type Source = NonNullable<Sound<ScenarioFile>['yardstick']>;
type CheckSource = NonNullable<Source['checks']>[number];

/** Settings that move no number that a law or table speaks of. */
const neutral = ['seed', 'worlds', 'title', 'question', 'summary', 'judge', 'yardstick'];

/** Reads the `yardstick` of a file; null where there is none. */
export function readYardstick(source: Source | undefined, around: Surroundings): Yardstick | null {
  if (source === undefined) return null;
  const { scenario, overrides, report } = around;
  if (scenario.assumptions !== 'fixed')
    report(['assumptions'], tell('notFixed', { got: got(scenario.assumptions) }));
  const settable = source.settable ?? [];
  for (const [i, path] of settable.entries()) {
    if (typeof path !== 'string' || isSettable(path, scenario)) continue;
    const near = nearestPath(path);
    const hint = near === undefined ? tell('none') : tell('meant', { name: near });
    report(['yardstick', 'settable', i], tell('noSetting', { got: got(path), hint }));
  }
  const changed = overrides.filter(({ path }) => !neutral.includes(String(path[0])));
  const numberAt = numbersOf(scenario);
  const checks = (source.checks ?? []).flatMap((check, i) => {
    const reader = new CheckReader(check, ['yardstick', 'checks', i], scenario, report);
    return reader.read(numberAt, changed.length === 0) ?? [];
  });
  return {
    statement: readText(source.statement) ?? { en: '' },
    source: readText(source.source) ?? { en: '' },
    known: source.known ?? 'computed',
    settable: settable.map(String),
    checks,
    changed: changed.map(({ path }) => printPath(path)),
  };
}

const limits = ['equals', 'at least', 'at most'] as const;
const kinds = { equals: 'equals', 'at least': 'atLeast', 'at most': 'atMost' } as const;

class CheckReader {
  private readonly source: CheckSource;
  private readonly path: Path;
  private readonly scenario: Scenario;
  private readonly report: Report;

  constructor(source: CheckSource, path: Path, scenario: Scenario, report: Report) {
    this.source = source;
    this.path = path;
    this.scenario = scenario;
    this.report = report;
  }

  /** The check, its expected number by its law; null where it cannot be made out. */
  read(numberAt: Terms['numberAt'], ownNumbers: boolean): Check | null {
    const { source, scenario, report, path } = this;
    const { currency } = scenario;
    const metric = this.metric();
    const arm = this.arm('arm') ?? scenario.arms[0].name;
    const against = this.arm('against');
    if (against === arm) this.tell('against', 'otherArm');
    const { on, from } = this.days();
    const terms: Terms = { numberAt, arm, days: { on, from }, currency, report };
    const per = source.per === undefined ? 1 : readNumber(source.per, [...path, 'per'], terms);
    const reaches =
      source.reaches === undefined ? null : readNumber(source.reaches, [...path, 'reaches'], terms);
    const counts = this.counts(terms);
    this.together();
    const law = readLaw(source.law, [...path, 'law'], terms);
    if (!metric || source.expected === undefined || per === undefined || reaches === undefined) return null;
    if (ownNumbers && law !== null) this.agrees(law.value, source.expected);
    return {
      metric: metric.name,
      arm,
      against: against ?? null,
      on,
      from,
      take: source.take ?? 'mean',
      per,
      reaches,
      counts,
      expected: law?.value ?? source.expected,
      within: source.within ?? null,
      law: law?.law ?? null,
    };
  }

  private tell(key: string, ...message: Parameters<typeof tell>): void {
    this.report([...this.path, key], tell(...message));
  }

  private metric(): Metric | undefined {
    const { metric: raw, on, from, reaches } = this.source;
    if (raw === undefined) return undefined;
    const metric = readMetric(raw, [...this.path, 'metric'], this.scenario.horizonDays, this.report);
    const daily = on !== undefined || from !== undefined || reaches !== undefined;
    if (metric?.summary === 'state' && daily)
      this.tell('metric', 'noDays', { metric: labelOf(metric.label) });
    return metric;
  }

  private arm(key: 'arm' | 'against'): string | undefined {
    const name = this.source[key];
    const names = this.scenario.arms.map((arm) => arm.name);
    if (name === undefined || names.includes(name)) return name;
    this.tell(key, 'noArm', { name, hint: meantOrKnown(name, names) });
    return undefined;
  }

  private days(): { on: number | null; from: number | null } {
    const { horizonDays: days, currency } = this.scenario;
    const read = (key: 'on' | 'from'): number | null => {
      const raw = this.source[key];
      const reading =
        raw === undefined ? null : readValue(fields[key === 'on' ? 'on' : 'since'], raw, currency);
      const amount = reading && 'value' in reading ? reading.value.amount : null;
      if (typeof amount !== 'number') return null;
      if (Number.isInteger(amount) && amount <= days) return amount;
      this.tell(key, 'wholeDay', { days, got: got(raw) });
      return null;
    };
    const [on, from] = [read('on'), read('from')];
    const { source } = this;
    if (source.from !== undefined && source.on === undefined && source.reaches === undefined)
      this.tell('from', 'needsOn');
    if (on !== null && from !== null && from >= on) this.tell('from', 'beforeOn', { on, from });
    if (source.take !== undefined && source.from === undefined) this.tell('take', 'needsFrom');
    return { on, from };
  }

  private counts(terms: Terms): Check['counts'] {
    const { source, path } = this;
    const given = limits.filter((limit) => source[limit] !== undefined);
    if (source.of !== 'share') {
      for (const limit of given) this.tell(limit, 'onlyShare');
      return null;
    }
    if (given.length !== 1) {
      const names = given.length === 0 ? tell('noLimit') : listed(given);
      this.tell('of', 'needsBound', { limits: listed(limits), given: names });
      return null;
    }
    const [limit] = given;
    const raw = source[limit];
    const value = raw === undefined ? undefined : readNumber(raw, [...path, limit], terms);
    return value === undefined ? null : { kind: kinds[limit], value };
  }

  /** What cannot stand side by side. */
  private together(): void {
    const { source } = this;
    for (const other of ['of', 'reaches'] as const)
      if (source.against !== undefined && source[other] !== undefined && source[other] !== 'mean')
        this.tell('against', 'manyArms', { other });
    if (source.reaches !== undefined && source.take !== undefined)
      this.tell('take', 'manyArms', { other: 'reaches' });
  }

  /** The number in the file must be what the law gives there: to a thousandth, or to the fourth decimal. */
  private agrees(value: number, written: number): void {
    if (Math.abs(value - written) <= Math.max(1e-3 * Math.abs(value), 5.01e-5)) return;
    this.tell('expected', 'notItsLaw', { value: Number(value.toPrecision(6)), got: got(written) });
  }
}
