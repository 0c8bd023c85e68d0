/**
 * Branching: arms that have one past. Until the morning of `branchDay` every arm is the first one; then each goes on as itself,
 * from that very state of the world, with the same luck.
 *
 *   goes on        all that has happened: people, ties, money, what is promised, under way or spent
 *   is the arm's   assumptions, tactics and their numbers; a tactic of the first arm that it lacks ends, and honors what it promised
 *
 * The past is run once a world and kept. People stay who they are: a scenario refuses arms that would make them others.
 */
import { actsByPhase, compileModel, type Prepared } from './compile.ts';
import type { Model } from './model.ts';
import { runDay } from './phases.ts';

/** All that has come of a world up to a morning. */
export type Checkpoint = ReturnType<typeof checkpoint>;

/** A copy of all that has come of a world so far. */
export function checkpoint(model: Model) {
  const { people, today, stock, couponsOf, memberships, keen, invited, occasions, rituals } = model;
  const { standings, content, spread, helpdesks, ledger, tally, record, everJoined } = model;
  const schedules = new Map(model.tactics.map(({ name, schedule }) => [name, schedule]));
  // One call, so that whatever is shared stays shared: a coupon's schedule is its tactic's.
  return structuredClone({
    ...{
      people,
      metOn: model.friendships.metOn,
      today,
      stock,
      couponsOf,
      memberships,
      keen,
      invited,
      occasions,
    },
    ...{ rituals, standings, content, spread, helpdesks, ledger, tally, record, everJoined, schedules },
  });
}

/** An arm that goes on from another's past. */
export function fork(past: Checkpoint, prepared: Prepared, world: number, arm: number): Model {
  const model = compileModel(prepared, world, arm);
  const { schedules, metOn, ...state } = structuredClone(past);
  const tactics = model.tactics.map((running) => {
    const before = schedules.get(running.name);
    if (before === undefined) return running;
    const { spent, begunOn, lastOn, isOver, isSpent, isShort, isOn } = before;
    const schedule = Object.assign(before, running.schedule);
    return {
      ...running,
      schedule: Object.assign(schedule, { spent, begunOn, lastOn, isOver, isSpent, isShort, isOn }),
    };
  });
  for (const [name, schedule] of schedules)
    if (!tactics.some((running) => running.name === name)) schedule.isOver = true;
  return {
    ...model,
    ...state,
    standings: model.standings.map((own) => state.standings.find(({ name }) => name === own.name) ?? own),
    spread: state.spread ?? model.spread,
    friendships: { ...model.friendships, metOn },
    tactics,
    acts: actsByPhase(tactics),
  };
}

/** An arm of a world as it goes through its days. */
export interface Journey {
  /** Another one from the branch on. */
  readonly model: Model;
  /** Runs a day: day after day, from 0 on. */
  run(day: number): void;
}

/** One arm of one world on the eve of day 0, through its own past. */
export function setOut(prepared: Prepared, world: number, arm: number): Journey {
  const { branchDay } = prepared.scenario;
  let model = compileModel(prepared, world, branchDay > 0 ? 0 : arm);
  return {
    get model() {
      return model;
    },
    run(day) {
      if (day === branchDay && day > 0 && arm > 0) model = fork(checkpoint(model), prepared, world, arm);
      runDay(model, day);
    },
  };
}

/** Runs one arm in one world through all its days; what arms have in common is run once. */
export function runArm(prepared: Prepared, world: number, arm: number): Model {
  const { scenario, kept } = prepared;
  const { branchDay } = scenario;
  if (branchDay > 0 && arm > 0) {
    const model = fork(pastOf(prepared, world), prepared, world, arm);
    for (let day = branchDay; day < model.days; day++) runDay(model, day);
    return model;
  }
  const model = compileModel(prepared, world, arm);
  for (let day = 0; day < model.days; day++) {
    if (day === branchDay && day > 0 && scenario.arms.length > 1) kept.past = checkpoint(model);
    runDay(model, day);
  }
  return model;
}

/** The past of a world; run where the first arm has not just left it. */
function pastOf(prepared: Prepared, world: number): Checkpoint {
  const { kept, scenario } = prepared;
  if (kept.world === world && kept.past !== null) return kept.past;
  const model = compileModel(prepared, world, 0);
  for (let day = 0; day < scenario.branchDay; day++) runDay(model, day);
  kept.past = checkpoint(model);
  return kept.past;
}
