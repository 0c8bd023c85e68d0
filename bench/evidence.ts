/**
 * `npm run yardsticks`: runs every yardstick and keeps what it found in docs/yardsticks.json.
 * `npm run calibration`: keeps in docs/calibration.json what the long tests left in out/calibration.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  type CalibrationRecord,
  type ChanceTable,
  type CheckLine,
  type CoverageTable,
  calibrationRecord,
  keptYardsticks,
  recordText,
  type YardstickRecord,
} from '../src/report/evidence.ts';
import { version } from '../src/version.ts';

const program = fileURLToPath(new URL('cli.js', import.meta.url));

function keep(name: string, record: YardstickRecord | CalibrationRecord): void {
  writeFileSync(join('docs', name), recordText(record));
  process.stdout.write(`${join('docs', name)}\n`);
}

/** A failed check is kept too, and ends this as it ends the command. */
function yardsticks(): void {
  const { status, stdout } = spawnSync(process.execPath, [program, 'yardsticks', '--json'], {
    encoding: 'utf8',
    maxBuffer: 1e8,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  process.exitCode = status ?? 1;
  if (!stdout.startsWith('{')) return;
  const { checks }: { checks: CheckLine[] } = JSON.parse(stdout);
  keep('yardsticks.json', { version, yardsticks: keptYardsticks(checks) });
}

function calibration(): void {
  const left = (name: string) => JSON.parse(readFileSync(join('out', 'calibration', name), 'utf8'));
  const coverage: CoverageTable = left('coverage.json');
  const chance: ChanceTable = left('chance.json');
  keep('calibration.json', calibrationRecord(version, coverage, chance));
}

if (process.argv[2] === 'calibration') calibration();
else yardsticks();
