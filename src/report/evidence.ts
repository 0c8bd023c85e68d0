/**
 * What the last runs found, as kept beside the docs: `docs/yardsticks.json` (each mechanism alone against its law or
 * table) and `docs/calibration.json` (ranges and chances against fresh worlds). No date and no machine stands in them:
 * whoever runs again gets the same files.
 */

/** What one check found. Days: after `from`, up to `on`; null where the whole run counts. */
export interface KeptCheck {
  readonly metric: string;
  readonly arm: string;
  readonly against: string | null;
  readonly from: number | null;
  readonly on: number | null;
  readonly expected: number;
  readonly observed: number | null;
  readonly standardError: number | null;
  readonly tolerance: number | null;
  readonly pass: boolean | null;
  readonly worlds: number;
}

export interface KeptYardstick {
  /** `bass.yaml` */
  readonly file: string;
  readonly seed: string;
  readonly checks: readonly KeptCheck[];
}

export interface YardstickRecord {
  readonly version: string;
  readonly yardsticks: readonly KeptYardstick[];
}

export interface KeptCoverage {
  readonly metric: string;
  /** An arm, or the difference between the two. */
  readonly of: string;
  readonly truths: number;
  /** Share of truths strictly inside their range, and share inside or on an end of it. */
  readonly inside: number;
  readonly upToEnds: number;
}

/** Pairs of arms whose printed chance is in the same tenth. */
export interface KeptBin {
  readonly pairs: number;
  /** Mean chance printed, and share of pairs in which the arm was better. */
  readonly printed: number;
  readonly better: number;
}

export interface CalibrationRecord {
  readonly version: string;
  readonly coverage: { readonly worlds: number; readonly ranges: readonly KeptCoverage[] };
  readonly chance: { readonly worlds: number; readonly bins: readonly KeptBin[] };
}

/** A line of `yardsticks --json`, as far as it is kept. */
export interface CheckLine extends KeptCheck {
  readonly file: string;
  readonly seed: string;
}

/** Nine figures: more than anybody reads, fewer than the last bit that another processor may round otherwise. */
const rounded = (value: number): number => Number(value.toPrecision(9));
const roundedOrNone = (value: number | null): number | null => (value === null ? null : rounded(value));

/** Lines of checks as kept, by file. */
export function keptYardsticks(lines: readonly CheckLine[]): KeptYardstick[] {
  const files = [...new Set(lines.map(({ file }) => file))];
  return files.map((file) => {
    const own = lines.filter((line) => line.file === file);
    return { file: file.replace(/^.*[\\/]/, ''), seed: own[0].seed, checks: own.map(keptCheck) };
  });
}

const keptCheck = (line: CheckLine): KeptCheck => ({
  metric: line.metric,
  arm: line.arm,
  against: line.against,
  from: line.from,
  on: line.on,
  expected: rounded(line.expected),
  observed: roundedOrNone(line.observed),
  standardError: roundedOrNone(line.standardError),
  tolerance: roundedOrNone(line.tolerance),
  pass: line.pass,
  worlds: line.worlds,
});

/** As the long tests of calibration leave them. */
export interface CoverageTable {
  readonly worlds: number;
  readonly printed: readonly KeptCoverage[];
}
export interface ChanceTable {
  readonly worlds: number;
  readonly bins: readonly {
    readonly pairs: number;
    readonly meanPrinted: number;
    readonly shareBetter: number;
  }[];
}

const thousandths = (share: number): number => Math.round(share * 1000) / 1000;

export function calibrationRecord(
  version: string,
  coverage: CoverageTable,
  chance: ChanceTable,
): CalibrationRecord {
  const ranges = coverage.printed.map(({ metric, of, truths, inside, upToEnds }) => ({
    metric,
    of,
    truths,
    inside: thousandths(inside),
    upToEnds: thousandths(upToEnds),
  }));
  const bins = chance.bins.map(({ pairs, meanPrinted, shareBetter }) => ({
    pairs,
    printed: thousandths(meanPrinted),
    better: thousandths(shareBetter),
  }));
  return {
    version,
    coverage: { worlds: coverage.worlds, ranges },
    chance: { worlds: chance.worlds, bins },
  };
}

/** JSON with a line for each innermost object, so that a difference shows what differs. */
export function recordText(record: YardstickRecord | CalibrationRecord): string {
  const inLines = JSON.stringify(record, null, 1);
  return `${inLines.replace(/\{[^{}[\]]*\}/g, (one) => one.replace(/\n\s*/g, ' '))}\n`;
}
