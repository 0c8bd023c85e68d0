/** `calibrate`: which values of some inputs agree with what was observed. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CheckFound, checkQuestion } from '../analysis/calibrate/check.ts';
import { type Findings, findingsOf } from '../analysis/calibrate/findings.ts';
import { type Fit, type FitRequest, fitQuestion, type Method } from '../analysis/calibrate/fit-question.ts';
import { posteriorCsv, posteriorTable } from '../analysis/calibrate/posterior-table.ts';
import { targetsCsv } from '../analysis/calibrate/targets.ts';
import { textDigest } from '../experiment/digest.ts';
import { FolderError, systemReason } from '../experiment/folder.ts';
import { armKey, canonical } from '../experiment/plan.ts';
import { openSimulations, type SimulationsFile } from '../experiment/simulations-file.ts';
import { type ThreadPool, threadPool } from '../experiment/threads.ts';
import { wholeText, withPosterior } from '../experiment/whole-text.ts';
import { calibratePhrase } from '../report/calibration/phrases.ts';
import { calibrationReport } from '../report/calibration/report.ts';
import { engineFingerprint, version } from '../version.ts';
import { type Prepared, prepareCalibration } from './calibrate-prepare.ts';
import { Simulations, Stopped } from './calibrate-run.ts';
import { calibrationJson, calibrationLines } from './calibrate-text.ts';
import { CommandFailure, Exit } from './errors.ts';
import type { ScenarioOptions } from './options.ts';
import { commandAgain, programName, quoted, workerScript } from './package.ts';
import { Progress } from './progress.ts';
import { threadsFor } from './simulate.ts';
import { type Stopping, stopOnSignals } from './stopping.ts';
import { Terminal } from './terminal.ts';

export interface CalibrateOptions extends ScenarioOptions {
  readonly targets?: string;
  readonly events?: string;
  readonly writeTargets?: string;
  readonly vary?: readonly string[];
  readonly arm?: string;
  readonly method: Method;
  readonly particles?: number;
  readonly simulations?: number;
  readonly tolerance?: number;
  readonly holdOut?: number;
  readonly check?: number;
  readonly jobs?: number | 'auto';
  readonly output?: string;
}

/** All that a run settled. */
export interface Calibrated {
  readonly prepared: Prepared;
  readonly settings: Settings;
  readonly fit: Fit;
  readonly findings: Findings;
  readonly check: CheckFound | null;
}

const settingsOf = ({ method, particles = 200, simulations = 4000, tolerance = 1 }: CalibrateOptions) => ({
  method,
  particles: Math.min(particles, simulations),
  simulations,
  tolerance,
});

export type Settings = ReturnType<typeof settingsOf>;

export async function calibrate(typed: string, options: CalibrateOptions): Promise<void> {
  const terminal = new Terminal(options);
  const prepared = await prepareCalibration(typed, options);
  if (options.writeTargets !== undefined) return writeTargets(options.writeTargets, prepared, terminal);
  const stopping = stopOnSignals();
  const pool = threadPool({ threads: threadsFor(options), script: workerScript() });
  let file: SimulationsFile | undefined;
  try {
    file = openFile(prepared, terminal);
    await run(prepared, options, file, pool, terminal, stopping);
  } catch (error) {
    if (!(error instanceof FolderError)) throw error;
    throw new CommandFailure(file === undefined ? Exit.invalid : Exit.internal, error.message, {
      cause: error,
    });
  } finally {
    stopping.end();
    await pool.close();
    file?.close();
  }
}

function writeTargets(file: string, { targets }: Prepared, terminal: Terminal): void {
  try {
    writeFileSync(file, targetsCsv(targets));
  } catch (error) {
    const why = `${file} cannot be written: ${systemReason(error)}.`;
    throw new CommandFailure(Exit.invalid, why, { cause: error });
  }
  terminal.say(calibratePhrase('written', terminal.locale, { count: targets.length, file }));
}

function openFile({ question, folder }: Prepared, terminal: Terminal): SimulationsFile {
  const { scenario, networks, inputs, targets } = question;
  const asked = [
    engineFingerprint,
    armKey(scenario, scenario.arms[0], networks),
    inputs.map(({ path }) => path),
    targets.map(({ metric, day, days }) => [metric.name, day, days]),
  ];
  return openSimulations(folder, textDigest(canonical(asked)).slice(0, 16), (notice) => terminal.say(notice));
}

async function run(
  prepared: Prepared,
  options: CalibrateOptions,
  file: SimulationsFile,
  pool: ThreadPool,
  terminal: Terminal,
  stopping: Stopping,
): Promise<void> {
  const { question, folder } = prepared;
  const { locale } = terminal;
  const settings = settingsOf(options);
  sayAsked(prepared, file, terminal);
  const known = Math.min(file.before, settings.simulations);
  const progress = new Progress(
    terminal,
    'calibrate',
    settings.simulations,
    known,
    process.stderr,
    'keeps',
    'simulations',
  );
  const simulations = new Simulations(question, pool, file, stopping.signal, () => progress.advance());
  const request: FitRequest = {
    ...settings,
    question,
    seed: `${question.scenario.seed}: calibrate`,
    simulate: (values, index) => simulations.simulate(values, index),
    signal: stopping.signal,
    watch: ({ tolerance, kept, particles }) =>
      progress.note(
        settings.method === 'cma-es'
          ? calibratePhrase('stageBest', locale, { tolerance: tolerance.toFixed(2) })
          : Number.isFinite(tolerance)
            ? calibratePhrase('stage', locale, { tolerance: tolerance.toFixed(2), kept, particles })
            : calibratePhrase('stageFirst', locale),
      ),
  };
  let found: { fit: Fit; check: CheckFound | null } | null = null;
  try {
    const fit = await fitQuestion(request);
    if (!stopping.signal.aborted) {
      progress.end(true);
      const check = options.check === undefined ? null : await checked(request, options.check, terminal);
      found = { fit, check };
    }
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
  } finally {
    progress.end(false);
  }
  if (found === null || stopping.signal.aborted) {
    process.exitCode = Exit.interrupted;
    const count = file.before + simulations.ran;
    terminal.warn(calibratePhrase('stopped', locale, { count, folder }));
    terminal.warn(calibratePhrase('resume', locale, { command: commandAgain() }));
    return;
  }
  const findings = findingsOf(question, found.fit, settings.tolerance, request.seed);
  await finish({ prepared, settings, findings, ...found }, file, terminal);
}

async function checked(request: FitRequest, studies: number, terminal: Terminal): Promise<CheckFound> {
  const progress = new Progress(terminal, 'check', studies, 0, process.stderr, 'keeps', 'studies');
  let done = false;
  try {
    const found = await checkQuestion(request, studies, () => progress.advance());
    done = true;
    return found;
  } finally {
    progress.end(done);
  }
}

function sayAsked(prepared: Prepared, { before, folder }: SimulationsFile, terminal: Terminal): void {
  const { question, armLabel, hadPosterior } = prepared;
  const { locale } = terminal;
  const slots = {
    arm: terminal.text(armLabel),
    inputs: question.inputs.length,
    fitted: question.fitted,
    out: question.targets.length - question.fitted,
    days: question.scenario.horizonDays,
  };
  terminal.say(`calibrate  ${calibratePhrase('asked', locale, slots)}`);
  if (hadPosterior) terminal.say(calibratePhrase('replaced', locale));
  if (before > 0)
    terminal.say(`calibrate  ${calibratePhrase('pickedUp', locale, { count: before, folder })}`);
}

/** Rows of the posterior in a scenario file. */
const ROWS = 200;

async function finish(found: Calibrated, file: SimulationsFile, terminal: Terminal): Promise<void> {
  const { prepared, fit } = found;
  const { question, loaded, folder, targets } = prepared;
  const { locale } = terminal;
  const table = posteriorTable(question, fit, ROWS, `${question.scenario.seed}: calibrate`);
  const fitted = withPosterior(wholeText(loaded.text, prepared.options), table);
  const report = await calibrationReport({
    ...found,
    question,
    title: loaded.scenario.title,
    file: loaded.file,
    version,
    locale,
  });
  file.write('targets.csv', targetsCsv(targets));
  file.write('posterior.csv', posteriorCsv(question, fit));
  file.write('fitted.yaml', fitted);
  file.write('report.html', report);
  if (terminal.json) await terminal.printJson(calibrationJson(found));
  else await terminal.print(`${calibrationLines(found, terminal).join('\n')}\n`);
  const scenario = join(folder, 'fitted.yaml');
  terminal.say('');
  for (const [name, text] of [
    ['report', join(folder, 'report.html')],
    ['results', join(folder, 'posterior.csv')],
    ['next', `${programName()} compare ${quoted(scenario)}`],
  ] as const)
    terminal.say(`${terminal.label(calibratePhrase(name, locale))}  ${text}`);
}
