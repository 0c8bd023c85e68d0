/**
 * Branching: arms that have one past. Until the morning of `branchDay` an arm with a past is that other arm; then it goes on as
 * itself, from that very state of the world, with the same luck.
 *
 *   goes on        all that has happened: people, ties, money, what is promised, under way or spent
 *   is the arm's   assumptions, tactics and their numbers; a tactic of the past that it lacks ends, and honors what it promised
 *
 * The past is run once a world and kept. People stay who they are: a scenario refuses arms that would make them others.
 */
import { forgetPulls } from '../population/standing.ts';
import type { Arm } from '../scenario/scenario.ts';
import { actsByPhase, compileArm, type Prepared } from './compile.ts';
import type { Model } from './model.ts';
import { runDay } from './phases.ts';

/** All that has come of a world up to a morning. */
export type Checkpoint = ReturnType<typeof stateOf>;

function stateOf(model: Model) {
  const { people, today, stock, couponsOf, memberships, keen, invited, occasions, rituals } = model;
  const { standings, content, spread, helpdesks, ledger, tally, record, everJoined, tactics } = model;
  const before = new Map(tactics.map(({ name, schedule, values }) => [name, { schedule, values }]));
  return {
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
    ...{ rituals, standings, content, spread, helpdesks, ledger, tally, record, everJoined, before },
  };
}

/** An arm that takes over a world on a morning; whoever had the world has it no more. */
function takeOver(past: Checkpoint, prepared: Prepared, world: number, arm: Arm): Model {
  const own = compileArm(prepared, world, arm);
  const { before, metOn, ...state } = past;
  for (const [name, { schedule }] of before)
    if (!own.tactics.some((running) => running.name === name)) schedule.isOver = true;
  const tactics = own.tactics.map((running) => {
    const schedule = before.get(running.name)?.schedule;
    if (schedule === undefined) return running;
    // The same schedule, since coupons and memberships refer to it: with this arm's plan, as far as it has come.
    const { spent, begunOn, isOver, isSpent, isShort, isOn } = schedule;
    const soFar = { spent, begunOn, isOver, isSpent, isShort, isOn };
    return { ...running, schedule: Object.assign(schedule, running.schedule, soFar) };
  });
  const model: Model = {
    ...own,
    ...state,
    standings: own.standings.map((one) => state.standings.find(({ name }) => name === one.name) ?? one),
    spread: state.spread ?? own.spread,
    friendships: { ...own.friendships, metOn },
    tactics,
    acts: actsByPhase(tactics),
  };
  model.standings.forEach(forgetPulls);
  for (const running of tactics) {
    const values = before.get(running.name)?.values ?? {};
    const isOther = Object.entries(values).some(([name, x]) => running.values[name] !== x);
    if (isOther) running.tactic.changes?.(model, running, prepared.scenario.branchDay);
  }
  return model;
}

/** An arm of a world as it goes through its days. */
export interface Journey {
  /** Another one from the branch on. */
  readonly model: Model;
  /** Runs a day: day after day, from 0 on. */
  run(day: number): void;
}

/** One arm of one world on the eve of day 0, through its own past. */
export function setOut(prepared: Prepared, world: number, place: number): Journey {
  const { arms, branchDay } = prepared.scenario;
  const arm = arms[place];
  let model = compileArm(prepared, world, arm.past ?? arm);
  return {
    get model() {
      return model;
    },
    run(day) {
      if (arm.past !== undefined && day === branchDay) model = takeOver(stateOf(model), prepared, world, arm);
      runDay(model, day);
    },
  };
}

/** Runs one arm in one world through all its days; a past that arms have in common is run once. */
export function runArm(prepared: Prepared, world: number, place: number): Model {
  const { arms, branchDay } = prepared.scenario;
  const arm = arms[place];
  if (arm.past === undefined) {
    const model = compileArm(prepared, world, arm);
    const isPast = arms.some(({ past }) => past === arm);
    for (let day = 0; day < model.days; day++) {
      if (isPast && day === branchDay) prepared.kept.past = structuredClone(stateOf(model));
      runDay(model, day);
    }
    return model;
  }
  const model = takeOver(structuredClone(pastOf(prepared, world, arm.past)), prepared, world, arm);
  for (let day = branchDay; day < model.days; day++) runDay(model, day);
  return model;
}

/** The past of a world; run where its arm has not just left it. */
function pastOf(prepared: Prepared, world: number, arm: Arm): Checkpoint {
  const { kept, scenario } = prepared;
  if (kept.world === world && kept.past !== null) return kept.past;
  const model = compileArm(prepared, world, arm);
  for (let day = 0; day < scenario.branchDay; day++) runDay(model, day);
  kept.past = stateOf(model);
  return kept.past;
}
