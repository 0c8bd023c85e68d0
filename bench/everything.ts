/** What a day costs with every tactic on at once, in days of the flagship, taken in turns within one run. */
import { readFileSync } from 'node:fs';
import { median } from 'simple-statistics';
import { compileModel } from '../src/engine/compile.ts';
import { runDay } from '../src/engine/phases.ts';
import { prepare } from '../src/engine/simulate.ts';
import { parseScenario } from '../src/scenario/parse.ts';
import { tactics } from '../src/tactics/index.ts';

const file = 'scenarios/blunt-vs-tailored-ads.yaml';
/** Every tactic as it comes; those that stand for a day are repeated as their stories do. */
const every: Readonly<Record<string, string>> = {
  envelopes: '2 weeks',
  activities: '2 weeks',
  rituals: '1 week',
  posters: '1 month',
  recall: '2 weeks',
};

/** Rounds that do not count: a study has hundreds of worlds, and the code is compiled for what it meets in the first few. */
const WARM_UP = 4;

export interface Everything {
  readonly tactics: number;
  /** Time of processor per person-day with everything on, in that of the flagship's arms; one figure a round. */
  readonly ratios: readonly number[];
}

/** Runs whole worlds of the flagship, and of its first arm with every tactic on, in turns. */
export function costOfEverything(rounds: number, set: readonly string[] = []): Everything {
  const text = readFileSync(file, 'utf8');
  const flagship = parseScenario(text, file, { set: ['assumptions=fixed', ...set] }).scenario;
  const on = tactics.map(({ name }) => `tactics.${name}.from=0 days`);
  const often = Object.entries(every).map(([name, round]) => `tactics.${name}.every=${round}`);
  const { scenario: all, problems } = parseScenario(text, file, {
    set: ['assumptions=fixed', ...set, ...on, ...often],
  });
  if (flagship === null || all === null) throw new Error(JSON.stringify(problems));
  const ready = [prepare(flagship), prepare(all)];
  const time = (which: number, world: number): number => {
    const arms = which === 0 ? flagship.arms.map((_, arm) => arm) : [0];
    const models = arms.map((arm) => compileModel(ready[which], world, arm));
    const from = process.cpuUsage();
    for (const model of models) for (let day = 0; day < model.days; day++) runDay(model, day);
    const { user, system } = process.cpuUsage(from);
    return (user + system) / models.length;
  };
  const ratios: number[] = [];
  for (let round = -WARM_UP; round < rounds; round++) {
    const world = round + WARM_UP;
    const [one, everything] = [time(0, world), time(1, world)];
    if (round >= 0) ratios.push(everything / one);
  }
  return { tactics: tactics.length, ratios };
}

export const middle = ({ ratios }: Everything): number => median([...ratios]);
