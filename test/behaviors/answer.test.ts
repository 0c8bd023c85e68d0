import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Model } from '../../src/engine/model.ts';
import { NEVER } from '../../src/population/people.ts';
import {
  type Changes,
  count,
  mean,
  merged,
  modelOf,
  outcome,
  played,
  runDays,
  standardError,
  sum,
} from '../engine/isolated.ts';

/** Visitors come daily and put all their questions to one desk. */
const asking = (members: number, questions: number, desk: Changes, more: Changes = {}): Changes =>
  merged(
    {
      horizon: '40 days',
      community: { members },
      people: { visits: '100%' },
      engage: { asks: '0%', questions },
      tactics: { helpdesk: { hours: 24, takes: 'all', cost: 0, ...desk } },
    },
    more,
  );

/** Erlang C: chance to wait, and mean number waiting, with c helpers at load a. */
function erlangC(c: number, a: number): { wait: number; queue: number } {
  let term = 1; // a^k / k!
  let below = 0;
  for (let k = 0; k < c; k++) {
    below += term;
    term *= a / (k + 1);
  }
  const all = (term * c) / (c - a);
  const wait = all / (below + all);
  return { wait, queue: (wait * a) / (c - a) };
}

describe('a desk that never closes is the queue of Erlang', () => {
  it('has the printed values', () => {
    expect(erlangC(1, 0.8).wait).toBeCloseTo(0.8, 12);
    expect(erlangC(1, 0.8).queue).toBeCloseTo(3.2, 12);
    expect(erlangC(3, 2).wait).toBeCloseTo(0.44444, 5);
    expect(erlangC(3, 2).queue).toBeCloseTo(0.88889, 5);
  });

  // Helpers, load, minutes an answer, days. Questions a day: 1440 load / minutes, of 24 visitors.
  it.each([
    [1, 0.8, 4, 100],
    [3, 2, 4, 25],
    [12, 9, 12, 25],
  ])('%i helpers at load %f', (staff, load, minutes, days) => {
    const models = Array.from({ length: 8 }, (_, world) =>
      played(asking(24, (60 * load) / minutes, { staff, minutes }, { horizon: `${days} days` }), world),
    );
    const { wait, queue } = erlangC(staff, load);
    const waited = models.map((model) => outcome(model, 'deskWaited'));
    expect(Math.abs(mean(waited) - wait)).toBeLessThan(4 * standardError(waited));
    for (const [metric, value] of [
      ['deskQueue', queue],
      ['deskOpen', queue + load],
      ['deskWait', (queue * minutes) / load],
      ['deskTime', (queue * minutes) / load + minutes],
    ] as const) {
      const found = models.map((model) => outcome(model, metric));
      expect(Math.abs(mean(found) - value), metric).toBeLessThan(4 * standardError(found));
    }
  });
});

interface Asked {
  readonly at: number;
  left: number;
  waits: boolean;
}

/**
 * The same queue by another road: minute things by the calendar, from event to event, work melting away while the desk
 * is open. Returns who waits and who is there, averaged over each day.
 */
function reference(questions: readonly Asked[], staff: number, opens: number, hours: number, days: number) {
  const [queue, there] = [new Float64Array(days), new Float64Array(days)];
  const here: Asked[] = [];
  const isOpen = (t: number): boolean => hours === 24 || (((t * 24 - opens) % 24) + 24) % 24 < hours;
  const marks = Array.from({ length: days + 1 }, (_, day) => [
    day,
    day + opens / 24,
    day + ((opens + hours) % 24) / 24,
  ]).flat();
  const edges = [...marks, ...questions.map(({ at }) => at)].sort((x, y) => x - y);
  let next = 0;
  let now = 0;
  while (now < days) {
    while (next < questions.length && questions[next].at <= now) here.push(questions[next++]);
    const until = Math.min(days, edges.find((edge) => edge > now) ?? days);
    const open = isOpen((now + until) / 2);
    const served = open ? here.slice(0, staff) : [];
    for (const question of served) question.waits = false;
    const step = Math.min(until - now, ...served.map(({ left }) => left));
    const day = Math.floor((now + until) / 2);
    queue[day] +=
      step *
      count(
        here.map(({ waits }) => Number(waits)),
        (waits) => waits === 1,
      );
    there[day] += step * here.length;
    for (const question of served) question.left -= step;
    for (const question of served) if (question.left <= 1e-15) here.splice(here.indexOf(question), 1);
    now = step < until - now ? now + step : until;
  }
  return { queue, there };
}

/** Questions as the model draws them: moment and need of number `event` of each person, every day. */
function drawnQuestions(model: Model, minutes: number, asksOn: (day: number, p: number) => number): Asked[] {
  const questions: Asked[] = [];
  const uniform = (name: string, day: number, key: number, event: number): number =>
    (model.stream(name).on(day).drawEvent(key, event) + 0.5) / 2 ** 32;
  for (let day = 0; day < model.days; day++)
    for (let p = 0; p < model.people.count; p++)
      for (let event = 0; event < asksOn(day, p); event++) {
        const key = model.people.key[p];
        const need = -Math.log1p(-uniform('answer:need', day, key, event));
        const at = day + uniform('ask:moment', day, key, event);
        questions.push({ at, left: (need * minutes) / 1440, waits: true });
      }
  return questions.sort((x, y) => x.at - y.at);
}

const desks = fc.record({
  staff: fc.integer({ min: 1, max: 4 }),
  opens: fc.constantFrom(0, 7.5, 9, 21),
  hours: fc.constantFrom(24, 8, 3, 12.25),
  minutes: fc.constantFrom(5, 30, 200),
});

describe('a desk with hours', () => {
  it('works as a queue by the calendar does, closing at night and going on in the morning', () => {
    fc.assert(
      fc.property(desks, fc.nat(20), ({ staff, opens, hours, minutes }, world) => {
        const changes = { horizon: '8 days', engage: { asks: '100%', questions: 0 } };
        const model = modelOf(asking(12, 0, { staff, opens, hours, minutes }, changes), world);
        const questions = drawnQuestions(model, minutes, () => 1);
        const { queue, there } = reference(questions, staff, opens, hours, model.days);
        const { daily } = runDays(model).record;
        for (let day = 0; day < model.days; day++) {
          expect(daily.deskQueue[day]).toBeCloseTo(queue[day], 9);
          expect(daily.deskOpen[day]).toBeCloseTo(there[day], 9);
        }
      }),
      { seed: 3, numRuns: 30 },
    );
  });

  it("keeps Little's law to the last digit over any first days, whatever the desk", () => {
    fc.assert(
      fc.property(desks, fc.nat(20), fc.constantFrom('4 days', '9 days'), (desk, world, until) => {
        const { daily } = played(asking(5, 4, { ...desk, until }, { horizon: '9 days' }), world).record;
        let [open, waiting, questions] = [0, 0, 0];
        for (let day = 0; day < 9; day++) {
          open += daily.deskOpen[day];
          waiting += daily.deskQueue[day];
          questions += daily.deskQuestions[day];
          const [time, wait] = [daily.deskTime[day] / 1440, daily.deskWait[day] / 1440];
          expect(Math.abs(open - questions * time)).toBeLessThan(1e-9);
          expect(Math.abs(waiting - questions * wait)).toBeLessThan(1e-9);
        }
        expect(questions).toBeGreaterThan(0);
      }),
      { seed: 4, numRuns: 25 },
    );
  });

  it('does nothing with questions that it has not answered when it is gone', () => {
    const model = played(asking(30, 1, { staff: 1, minutes: 1440, until: '5 days' }));
    const { daily } = model.record;
    expect(daily.deskOpen[39]).toBe(daily.deskOpen[6]);
    expect(daily.deskOpen[39]).toBeGreaterThan(100);
    expect(sum(daily.deskQuestions.subarray(5))).toBe(0);
  });
});

describe('a desk that is not there every day', () => {
  const week = { staff: 40, minutes: 600, every: '7 days', lasts: 5 };

  it('answers on its next day what waited for it, so that times do not grow with the length of a run', () => {
    const [short, long] = ['70 days', '280 days'].map((horizon) =>
      outcome(played(asking(30, 1, week, { horizon })), 'deskTime'),
    );
    expect(Math.abs(long / short - 1)).toBeLessThan(0.15);
    // Ten hours of work, and some are cut short by a weekend of two days.
    expect(long).toBeGreaterThan(600);
    expect(long).toBeLessThan(600 + 3 * 1440);
  });

  it('begins afresh what a rest cut short', () => {
    // One question each; the desk rests on day 1. Who had not been answered by midnight starts again at midnight of day 2.
    const changes = { horizon: '12 days', engage: { asks: '100%', questions: 0 } };
    const values = { staff: 1000, minutes: 600, every: '11 days' };
    const model = modelOf(asking(300, 0, values, changes));
    const first = drawnQuestions(model, 600, () => 1).filter(({ at }) => at < 1);
    const late = first.filter(({ at, left }) => at + left > 1).length;
    const { daily } = runDays(model).record;
    expect(late).toBeGreaterThan(50);
    expect(daily.deskOpen[5]).toBeCloseTo(late, 9);
    expect(daily.deskOpen[11]).toBeLessThan(late + 300);
  });
});

describe('questions', () => {
  it('come to a desk only where members leave them, unless it takes all', () => {
    const found = ['unanswered', 'all'].map((takes) => {
      const changes = { engage: { answered: '70%' } };
      return played(asking(200, 1, { takes, minutes: 1, staff: 9 }, changes)).record.daily;
    });
    const [left, all] = found.map(({ deskQuestions }) => sum(deskQuestions));
    expect(all).toBe(sum(found[1].questions));
    expect(Math.abs(left / sum(found[0].questions) - 0.3)).toBeLessThan(4 * Math.sqrt(0.21 / 8000));
  });

  it('are Poisson in number: as many as the rate says, with that variance', () => {
    const { questions } = played(asking(10, 3, {}, { horizon: '2000 days' })).record.daily;
    expect(Math.abs(mean(questions) - 30)).toBeLessThan(4 * Math.sqrt(30 / 2000));
    const variance = mean(questions.map((n) => (n - 30) ** 2));
    expect(Math.abs(variance / 30 - 1)).toBeLessThan(4 * Math.sqrt(2 / 2000));
  });

  it('each have an answer of their own where there is no desk', () => {
    const changes = { engage: { answered: '60%' }, tactics: { helpdesk: { staff: 0 } } };
    const { questions, unanswered, deskQuestions } = played(asking(200, 2, {}, changes)).record.daily;
    expect(sum(deskQuestions)).toBe(0);
    expect(Math.abs(sum(unanswered) / sum(questions) - 0.4)).toBeLessThan(4 * Math.sqrt(0.24 / 16_000));
  });

  it('go to the desk that answers them first', () => {
    const quick = { staff: 1, minutes: 1 };
    const model = played(
      merged(asking(20, 1, quick), { tactics: { slow: { tactic: 'helpdesk', takes: 'all', minutes: 600 } } }),
    );
    expect(outcome(model, 'deskTime')).toBeLessThan(1.2);
  });
});

describe('patience', () => {
  /** One asker, one question on day 0, and when its answer comes. */
  const asker = (patience: number, world: number) => {
    const desk = { minutes: 1440, patience: `${patience} days` };
    const model = modelOf(asking(1, 0, desk, { engage: { asks: '100%' }, horizon: '30 days' }), world);
    const [{ at, left }] = drawnQuestions(model, 1440, (day) => (day === 0 ? 1 : 0));
    return { model, late: at + patience, ends: at + left };
  };

  it('of a question that is late: unanswered from then on until the answer comes', () => {
    const overnight = Array.from({ length: 20 }, (_, world) => asker(0.5, world)).find(
      ({ late, ends }) => Math.floor(ends) > Math.floor(late) + 1,
    );
    if (overnight === undefined) throw new Error('no world has a question that is late for two nights');
    const { model, late, ends } = overnight;
    for (let day = 0; day < ends + 1; day++) {
      runDays(model, day + 1, day);
      model.people.visitLogit[0] = -1000; // comes no more
      const lateTonight = day + 1 > late && day + 1 <= ends;
      expect(model.people.unansweredOn[0], `day ${day}`).toBe(lateTonight ? Math.floor(late) : NEVER);
    }
    expect(sum(model.record.daily.unanswered)).toBe(1);
  });

  it('never ends where answers come in time', () => {
    const { model } = asker(40, 0);
    runDays(model);
    expect([sum(model.record.daily.unanswered), model.people.unansweredOn[0]]).toEqual([0, NEVER]);
  });

  it('that ends on the day of the answer is counted, and forgiven by night', () => {
    const model = played(asking(50, 1, { staff: 50, minutes: 30, patience: '0.02 days' }));
    const { unanswered, questions } = model.record.daily;
    // Exponential answers of 30 minutes on average against 28.8 minutes of patience; hardly anybody is caught by midnight.
    const share = Math.exp(-28.8 / 30);
    expect(Math.abs(sum(unanswered) / sum(questions) - share)).toBeLessThan(
      4 * Math.sqrt((share * (1 - share)) / 2000) + 0.01,
    );
    expect(count(model.people.unansweredOn, (day) => day !== NEVER)).toBeLessThan(5);
  });

  it('leaves those unanswered who have another late question', () => {
    const model = modelOf(asking(1, 5, { minutes: 400, patience: '0.1 days' }, { horizon: '20 days' }));
    for (let day = 0; day < 20; day++) {
      runDays(model, day + 1, day);
      const marks = model.helpdesks.open.map(({ markedOn }) => markedOn);
      expect(model.people.unansweredOn[0]).toBe(Math.max(NEVER, ...marks));
    }
    expect(model.helpdesks.open.length).toBeGreaterThan(5);
  });
});
