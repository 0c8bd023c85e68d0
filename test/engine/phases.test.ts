import { describe, expect, it } from 'vitest';
import { actsByPhase } from '../../src/engine/compile.ts';
import { phases, runDay } from '../../src/engine/phases.ts';
import type { Tactic } from '../../src/tactics/tactic.ts';
import { acting, modelOf } from './isolated.ts';

describe('a day', () => {
  it('is ten phases, in this order', () => {
    expect(phases.map(({ name }) => name)).toEqual([
      'arrive',
      'onboard',
      'visit',
      'engage',
      'offer',
      'respond',
      'share',
      'leave',
      'recall',
      'record',
    ]);
  });

  it('has people take memberships, read and write before they meet, see ads before they buy, and feel for the place last', () => {
    const order = phases.flatMap(({ behaviors }) => behaviors.map(({ name }) => name));
    expect(order).toEqual([
      ...[
        'arrive',
        'onboard',
        'strive',
        'propose',
        'expect',
        'visit',
        'subscribe',
        'engage',
        'attend',
        'learn',
        'meet',
        'spread',
      ],
      ...['spendTime', 'buy', 'taste', 'regard', 'share', 'post', 'climb', 'leave', 'recall', 'recordDay'],
    ]);
  });

  it('begins each phase with what tactics do in it, on their days only', () => {
    const model = modelOf({ horizon: '5 days', community: { members: 5 }, people: { visits: '100%' } });
    const log: string[] = [];
    const spy = (name: string, fromDay: number, untilDay: number) => {
      const acts = Object.fromEntries(
        phases.map((phase) => [
          phase.name,
          (_: unknown, running: { name: string }, day: number) =>
            log.push(`${day} ${phase.name} ${running.name} ${model.tally.visits}`),
        ]),
      );
      const tactic = { name: 'spy', about: 'Watches.', parameters: {}, acts } as unknown as Tactic;
      return { name, tactic, values: {}, ...acting(fromDay, untilDay) };
    };
    const tactics = [spy('first', 1, 3), spy('second', 2, 5)];
    const watched = { ...model, tactics, acts: actsByPhase(tactics) };
    for (let day = 0; day < 4; day++) runDay(watched, day);
    const days = (name: string) => new Set(log.filter((l) => l.includes(name)).map((l) => l[0]));
    expect([...days('first')]).toEqual(['1', '2']);
    expect([...days('second')]).toEqual(['2', '3']);
    // Visits are counted in the visit phase, after its tactics.
    expect(log.slice(0, 5)).toEqual([
      '1 arrive first 0',
      '1 onboard first 0',
      '1 visit first 0',
      '1 engage first 5',
      '1 offer first 5',
    ]);
    expect(log.filter((l) => l.startsWith('2 arrive'))).toEqual(['2 arrive first 0', '2 arrive second 0']);
  });
});
