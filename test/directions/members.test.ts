/** Newcomers, those whom friends brought, and those who spread the word. */
import { describe, expect, it } from 'vitest';
import { onboardParameters } from '../../src/behaviors/onboard.parameters.ts';
import { Channel, Status } from '../../src/population/people.ts';
import { onboarding } from '../../src/tactics/onboarding.ts';
import { type Changes, mean, outcome, standardError, sum } from '../engine/isolated.ts';
import { byWorld, expectAbove } from './paired.ts';

describe('a reply to a first post', () => {
  const newcomers: Changes = {
    horizon: '60 days',
    community: { members: 100, prospects: 6000 },
    tactics: { acquisition: { arrivals: '60 per day' } },
  };
  const staff = (replies: string): Changes => ({
    onboard: { reply: '0%' },
    tactics: { onboarding: { replies } },
  });

  // Joyce and Kraut 2006: 44 % post again without a reply, 56 % with one, whatever its tone or quality.
  it('lifts posting again, by members and by staff alike', () => {
    const found = byWorld(
      newcomers,
      [{ onboard: { reply: '0%' } }, { onboard: { reply: '100%' } }, staff('100%')],
      5,
      (model) => [outcome(model, 'repostUnreplied'), outcome(model, 'repostReplied')],
    );
    expectAbove(found.map(([none, members]) => members[1] - none[0]));
    expectAbove(found.map(([none, , byStaff]) => byStaff[1] - none[0]));
    const apart = found.map(([, members, byStaff]) => members[1] - byStaff[1]);
    expect(Math.abs(mean(apart))).toBeLessThan(4 * standardError(apart) + 1e-9);
  });

  it('has no quality that anything could depend on', () => {
    const names = Object.keys({ ...onboardParameters, ...onboarding.parameters });
    expect(names.filter((name) => /quality|tone|length|warm/i.test(name))).toEqual([]);
  });
});

describe('members whom friends brought', () => {
  // Schmitt, Skiera and Van den Bulte 2011: 18 % more likely to stay.
  it('stay longer than those who came by themselves', () => {
    const found = byWorld(
      {
        horizon: '240 days',
        community: { members: 800, prospects: 4000 },
        people: { shares: 0.05, invites: 0.05 },
        join: { invitation: 0.3, innovation: '0.3 per year' },
      },
      [{}],
      8,
      ({ people }) => {
        const staying = (channel: number): number => {
          const those = [...people.key.keys()].filter(
            (p) => people.channel[p] === channel && people.joinedOn[p] >= 0 && people.joinedOn[p] < 150,
          );
          expect(those.length).toBeGreaterThan(50);
          return those.filter((p) => people.status[p] === Status.member).length / those.length;
        };
        return staying(Channel.invited) - staying(Channel.organic);
      },
    );
    expectAbove(found.map(([apart]) => apart));
  });
});

describe('spreading the word', () => {
  // Hinz et al. 2011: hubs bring more because they take part more, not because they persuade more.
  it('goes further from hubs only because they share more: ties change nothing in how many a share reaches', () => {
    const found = byWorld(
      { community: { members: 800, prospects: 0 }, visit: { friends: 0, satisfaction: 0 } },
      [
        { community: { network: { kind: 'none' } }, leave: { perTie: 0, perActive: 0, satisfaction: 0 } },
        { community: { network: { ties: 20 } }, leave: { perTie: 0, perActive: 0, satisfaction: 0 } },
        {
          community: { network: { kind: 'none' } },
          leave: { perTie: 0, perActive: 0, satisfaction: 0 },
          people: { shares: 0.06 },
        },
      ],
      4,
      ({ record }) => [sum(record.daily.shares), sum(record.daily.views)],
    );
    for (const [alone, tied] of found) expect(tied).toEqual(alone);
    expectAbove(found.map(([alone, , eager]) => eager[1] - alone[1]));
  });

  // Aral and Walker 2011: broadcast brings more in all, a personal invitation more each.
  it('by broadcast brings in more people than personal invitations, and fewer for each message', () => {
    const found = byWorld(
      {
        horizon: '240 days',
        community: { members: 1000, prospects: 2000 },
        join: { innovation: 0, imitation: 0 },
      },
      [{ people: { invites: 0 } }, { share: { views: 0 } }],
      10,
      (model) => ({
        joins: outcome(model, 'joins'),
        messages: outcome(model, 'views') + outcome(model, 'invitations'),
      }),
    );
    const joins = (arm: number): number[] => found.map((arms) => arms[arm].joins);
    const each = (arm: number): number => sum(joins(arm)) / sum(found.map((arms) => arms[arm].messages));
    expectAbove(
      joins(0).map((broadcast, world) => broadcast - joins(1)[world]),
      'in all',
    );
    expectAbove(
      found.map(
        ([broadcast, personal]) => personal.joins / personal.messages - broadcast.joins / broadcast.messages,
      ),
      'for each message',
    );
    expect(each(1)).toBeGreaterThan(5 * each(0));
  });
});
