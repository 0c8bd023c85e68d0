import { compileModel } from '../src/engine/compile.ts';
import type { Model } from '../src/engine/model.ts';
import { runDay } from '../src/engine/phases.ts';
import { prepare } from '../src/engine/simulate.ts';
import { Status } from '../src/population/people.ts';
import { parseScenario } from '../src/scenario/parse.ts';

const people = 100_000;
const warmUpDays = 20;

/** Everything on: ads with a cap, coupons, onboarding, bought newcomers; 78 % members on day 0. */
const text = `
seedbed: 1
title: Engine benchmark
horizon: 400 days
assumptions: fixed
community: { members: ${people * 0.78}, prospects: ${people * 0.22} }
tactics:
  ads: { load: 6 per hour, targeting: 50%, cap: 40 }
  coupons: { rate: 10% per month }
  onboarding: {}
  acquisition: { arrivals: 50 per day }
arms: [{ name: everything }]
`;

export interface EngineSpeed {
  /** Million person-days a second of processor time (so that a busy machine does not count), one figure a repetition. */
  readonly speeds: readonly number[];
  readonly members: number;
  readonly visitors: number;
  readonly bytesPerPerson: number;
  readonly bytesPerTieEnd: number;
}

/** Runs `days` days of a community of 100,000 people on one core, again and again. */
export function engineSpeed(repetitions: number, days: number): EngineSpeed {
  const { scenario, problems } = parseScenario(text, 'bench.yaml');
  if (scenario === null) throw new Error(JSON.stringify(problems));
  const model = compileModel(prepare(scenario), 0, 0);
  let day = 0;
  while (day < warmUpDays) runDay(model, day++);
  const speeds: number[] = [];
  let visits = 0;
  let members = 0;
  for (let repetition = 0; repetition < repetitions; repetition++) {
    const from = process.cpuUsage();
    for (let d = 0; d < days; d++) {
      runDay(model, day++);
      visits += model.today.visitorCount;
    }
    const { user, system } = process.cpuUsage(from);
    speeds.push((people * days) / (user + system));
    for (let p = 0; p < model.people.count; p++) if (model.people.status[p] === Status.member) members++;
  }
  return {
    speeds,
    members: members / repetitions / people,
    visitors: visits / repetitions / days / people,
    ...memory(model),
  };
}

/** Bytes of every typed array that grows with people, and with tie ends. */
function memory({ people, friendships, today, record }: Model): {
  bytesPerPerson: number;
  bytesPerTieEnd: number;
} {
  const bytes = (columns: object): number =>
    Object.values(columns).reduce(
      (sum, column) => sum + (ArrayBuffer.isView(column) ? column.byteLength : 0),
      0,
    );
  const { friends, metOn, offsets } = friendships;
  const perDay = bytes({ comeBack: record.comeBack });
  const all = bytes(people) + bytes(today) + bytes(record) - perDay + offsets.byteLength;
  return {
    bytesPerPerson: all / people.count,
    bytesPerTieEnd: (friends.byteLength + metOn.byteLength) / friends.length,
  };
}
