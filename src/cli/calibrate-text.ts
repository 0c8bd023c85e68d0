/** What a calibration found, as lines of a terminal and as JSON. */
import type { Ends, FoundTarget } from '../analysis/calibrate/findings.ts';
import { binomialBelow } from '../analysis/calibrate/ranks.ts';
import { endsInWords, inputAmount, targetAmount } from '../report/calibration/amounts.ts';
import { type CalibratePhrase, calibratePhrase } from '../report/calibration/phrases.ts';
import { warningText } from '../report/calibration/warnings.ts';
import type { Calibrated } from './calibrate.ts';
import { tableLines } from './table.ts';
import type { Terminal } from './terminal.ts';

/** Targets in the table of the terminal. */
const MOST_TARGETS = 24;
/** Coverage less likely than this is no chance. */
const HARDLY = 0.01;

type Say = (name: CalibratePhrase, slots?: Readonly<Record<string, string | number>>) => string;

export function calibrationLines(found: Calibrated, terminal: Terminal): string[] {
  const say: Say = (name, slots = {}) => calibratePhrase(name, terminal.locale, slots);
  return [
    terminal.bold(headingOf(found, terminal, say)),
    ...[endOf(found, say)].filter((line) => line !== ''),
    '',
    ...inputLines(found, terminal, say),
    '',
    ...targetLines(found, terminal, say),
    ...coverageLines(found, terminal, say),
    ...warningLines(found, terminal, say),
    ...checkLines(found, terminal, say),
  ];
}

function headingOf({ prepared, fit, findings }: Calibrated, terminal: Terminal, say: Say): string {
  return say(fit.method === 'abc' ? 'heading' : 'headingBest', {
    arm: terminal.text(prepared.armLabel),
    simulations: fit.simulations,
    particles: fit.posterior.length,
    tolerance: fit.tolerance.toFixed(2),
    effective: Math.round(findings.effective),
  });
}

function endOf({ fit, settings }: Calibrated, say: Say): string {
  if (fit.method === 'cma-es') return say('noPosterior');
  if (fit.ended === 'simulations') return say('endedSimulations', { count: settings.simulations });
  return fit.ended === 'hardly any kept' ? say('endedKept') : '';
}

function inputLines({ prepared, fit, findings }: Calibrated, terminal: Terminal, say: Say): string[] {
  const { currency } = prepared.question.scenario;
  const isPosterior = fit.method === 'abc';
  return tableLines(
    [
      { title: say('input'), align: 'left' },
      { title: say('before'), align: 'right' },
      { title: say(isPosterior ? 'after' : 'best'), align: 'right' },
      { title: isPosterior ? say('learned') : '', align: 'right' },
    ],
    findings.inputs.map(({ path, parameter, before, after, learned }) => {
      const show = (x: number) => inputAmount(parameter, x, currency, terminal.locale);
      const range = ({ median, low, high }: Ends) =>
        `${show(median)} [${endsInWords(show(low), show(high))}]`;
      return [
        path,
        range(before),
        isPosterior ? range(after) : show(after.median),
        isPosterior ? `${Math.round(100 * learned)}%` : '',
      ];
    }),
  );
}

function targetLines({ prepared, findings }: Calibrated, terminal: Terminal, say: Say): string[] {
  const { currency } = prepared.question.scenario;
  const worst = [...findings.targets.keys()]
    .sort((i, j) => Math.abs(findings.targets[j].off) - Math.abs(findings.targets[i].off))
    .slice(0, MOST_TARGETS);
  const shown = findings.targets.filter((_, i) => worst.includes(i));
  const rest = findings.targets.length - shown.length;
  const row = (target: FoundTarget): string[] => {
    const { metric, day, days, value, foretold, off, covered, heldOut } = target;
    const show = (x: number) => targetAmount(metric, x, currency, terminal.locale);
    return [
      terminal.text(metric.label),
      days === 1 ? String(day) : `${day - days + 1}-${day}`,
      show(value),
      Number.isNaN(foretold.median)
        ? '–'
        : `${show(foretold.median)} [${show(foretold.low)} .. ${show(foretold.high)}]`,
      Number.isFinite(off) ? off.toFixed(1).replace('-', '−') : '–',
      covered ? say('yes') : say('no'),
      heldOut ? say('heldOut') : '',
    ];
  };
  const right = (['day', 'observed', 'foretold', 'off'] as const).map((name) => ({
    title: say(name),
    align: 'right' as const,
  }));
  return [
    ...tableLines(
      [
        { title: say('target'), align: 'left' },
        ...right,
        { title: say('inRange'), align: 'left' },
        { title: '', align: 'left' },
      ],
      shown.map(row),
    ),
    ...(rest > 0 ? [say('moreTargets', { count: rest })] : []),
  ];
}

function coverageLines({ findings }: Calibrated, terminal: Terminal, say: Say): string[] {
  const { heldOut } = findings;
  if (heldOut === null) return [];
  const isLow = binomialBelow(heldOut.covered, heldOut.count, 0.9) < HARDLY;
  const lines = [say('coverage', heldOut), ...(isLow ? [say('coverageLow')] : [])];
  return ['', ...lines.map((line) => terminal.wrapped(line))];
}

function warningLines(found: Calibrated, terminal: Terminal, say: Say): string[] {
  const { warnings } = found.findings;
  if (warnings.length === 0) return [];
  return [
    '',
    terminal.bold(say('notSettled')),
    ...warnings.map((warning) =>
      terminal.wrapped(`- ${warningText(warning, found.prepared.question.scenario, terminal.locale)}`),
    ),
  ];
}

function checkLines({ check }: Calibrated, terminal: Terminal, say: Say): string[] {
  if (check === null) return [];
  const { studies } = check;
  return [
    '',
    terminal.bold(say('checkHeading', { studies })),
    ...tableLines(
      [
        { title: say('input'), align: 'left' },
        { title: say('truthHeld'), align: 'right' },
        { title: say('signTest'), align: 'right' },
      ],
      check.inputs.map(({ path, held, signTest }) => [
        path,
        say('ofStudies', { held, studies }),
        signTest.toPrecision(2),
      ]),
    ),
    terminal.wrapped(say('checkAbout')),
  ];
}

export function calibrationJson(found: Calibrated): object {
  const { prepared, settings, fit, findings, check } = found;
  const { question, loaded, folder } = prepared;
  return {
    schema: 'seedbed/calibrate@1',
    scenario: loaded.file,
    arm: question.scenario.arms[0].name,
    seed: question.scenario.seed,
    folder,
    ...settings,
    reached: fit.tolerance,
    ended: fit.ended,
    worlds: fit.simulations,
    effective: findings.effective,
    generations: fit.generations.map(({ tolerance, proposals }) => ({
      tolerance: Number.isFinite(tolerance) ? tolerance : null,
      proposals,
    })),
    inputs: findings.inputs.map(({ path, before, after, learned }) => ({ path, before, after, learned })),
    targets: findings.targets.map(({ metric, ...rest }) => ({ metric: metric.name, ...rest })),
    heldOut: findings.heldOut,
    warnings: findings.warnings.map((warning) => ({
      ...warning,
      text: warningText(warning, question.scenario, 'en'),
    })),
    check,
  };
}
