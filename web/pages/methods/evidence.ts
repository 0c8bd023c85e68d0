/** Yardsticks and calibration as their chapter needs them: the files that say what is expected, the records of what was found. */
import calibration from '../../../docs/calibration.json';
import yardsticks from '../../../docs/yardsticks.json';
import type { CalibrationRecord, KeptCheck, YardstickRecord } from '../../../src/report/evidence.ts';
import { formatProblem, parseScenario } from '../../../src/scenario/parse.ts';
import type { Check, Scenario, Yardstick } from '../../../src/scenario/scenario.ts';

const texts = import.meta.glob<string>('../../../scenarios/yardsticks/*.{yaml,yml,json}', {
  query: '?raw',
  import: 'default',
  eager: true,
});

export const calibrationKept: CalibrationRecord = calibration;
export const yardsticksKept: YardstickRecord = yardsticks;

/** What is expected, beside what was found; nothing was found yet of a check that is new. */
export interface HeldCheck {
  readonly check: Check;
  readonly found: KeptCheck | undefined;
}

export interface HeldYardstick {
  /** `bass` */
  readonly name: string;
  readonly scenario: Scenario;
  readonly yardstick: Yardstick;
  readonly seed: string;
  readonly held: readonly HeldCheck[];
}

/** Whether a line of the record is about this check. */
export const isAbout = (check: Check, kept: KeptCheck): boolean =>
  (['metric', 'arm', 'against', 'from', 'on'] as const).every((key) => check[key] === kept[key]);

/** Every yardstick there is, by name. */
export function heldYardsticks(record = yardsticksKept): HeldYardstick[] {
  const files = Object.entries(texts).map(([path, text]) => ({ file: path.replace(/^.*\//, ''), text }));
  return files
    .sort((a, b) => (a.file < b.file ? -1 : 1))
    .map(({ file, text }) => {
      const { scenario, problems } = parseScenario(text, file);
      if (!scenario?.yardstick)
        throw new Error(
          problems.map((each) => formatProblem(file, each)).join('\n') || `${file}: no yardstick`,
        );
      const { yardstick, seed } = scenario;
      const kept = record.yardsticks.find((one) => one.file === file)?.checks ?? [];
      const held = yardstick.checks.map((check, i) => ({
        check,
        found: kept[i] && isAbout(check, kept[i]) ? kept[i] : undefined,
      }));
      return { name: file.replace(/\.\w+$/, ''), scenario, yardstick, seed, held };
    });
}
