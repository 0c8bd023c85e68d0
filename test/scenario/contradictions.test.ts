/** Plans that contradict themselves are refused; those that come to nothing run, and it is said. */
import { describe, expect, it } from 'vitest';
import { formatProblem, parseScenario } from '../../src/scenario/parse.ts';

const parsed = (tactics: string, more = '') =>
  parseScenario(
    `seedbed: 1
title: Plans
horizon: 100 days
${more}
arms:
  - name: usual
  - name: aimed
    tactics: ${tactics}
`,
    'plan.yaml',
  );

type Locale = 'en' | 'zh-CN';

/** Problems without their place in the text. */
const problems = (tactics: string, more = '', locale: Locale = 'en'): string[] =>
  parsed(tactics, more).problems.map((problem) =>
    formatProblem('', problem, locale).replace(/^\S+ arms\[1\]\.tactics\./, ''),
  );

const notes = (tactics: string, more = ''): readonly string[] => {
  const { scenario, problems: found } = parsed(tactics, more);
  expect(found).toEqual([]);
  return scenario?.notes ?? [];
};

describe('a plan that can be meant in no way is refused', () => {
  it.each(['Tenure', 'Away', 'Idle'])('an empty span of %s', (of) => {
    expect(problems(`{ coupons: { to: { min${of}: 30 days, max${of}: 10 days } } }`)).toEqual([
      `coupons.to.min${of} must be at most max${of}, which is 10; got 30`,
    ]);
    expect(problems(`{ coupons: { to: { min${of}: 30 days, max${of}: 30 days } } }`)).toEqual([]);
  });

  it.each(['Friends', 'Orders'])('an empty span of %s', (of) => {
    expect(problems(`{ coupons: { to: { min${of}: 3, max${of}: 2 } } }`)).toEqual([
      `coupons.to.min${of} must be at most max${of}, which is 2; got 3`,
    ]);
  });

  it('an empty span of levels', () => {
    expect(problems('{ levels: {}, coupons: { to: { minLevel: 3, maxLevel: 2 } } }')).toEqual([
      'coupons.to.minLevel must be at most maxLevel, which is 2; got 3',
    ]);
  });

  it('a span only where no draw leaves anybody in it', () => {
    expect(problems('{ coupons: { to: { minAway: 20 to 40 days, maxAway: 30 days } } }')).toEqual([]);
    expect(problems('{ coupons: { to: { minAway: 35 to 40 days, maxAway: 10 to 30 days } } }')).toEqual([
      'coupons.to.minAway must be at most maxAway, which is 30; got 35',
    ]);
  });

  it('a round of no day, and a part of a round where there are none', () => {
    expect(problems('{ coupons: { every: 1 week, lasts: 0 } }')).toEqual([
      'coupons.lasts must be a duration such as `30 days`, at least 1 day; got 0',
    ]);
    const alone = 'coupons.lasts means nothing without every: add `every`, or leave it out';
    expect(problems('{ coupons: { lasts: 3 days } }')).toEqual([alone]);
    expect(problems('{ coupons: { lasts: 3 days, every: 0 days } }')).toEqual([alone]);
    expect(problems('{ coupons: { lasts: 3 days } }', 'tactics: { coupons: { every: 9 days } }')).toEqual([]);
  });

  it('helpers or admins where there are no levels', () => {
    const none = 'coupons.to.status asks for levels, which this arm has not: add `levels` to its tactics';
    expect(problems('{ coupons: { to: { status: helpers } } }')).toEqual([none]);
    expect(problems('{ coupons: { to: { status: admins } }, levels: {} }')).toEqual([]);
    expect(problems('{ coupons: { to: { status: dormant } } }')).toEqual([]);
  });

  it('a level above those that the arm has', () => {
    const above = (top: number) =>
      `coupons.to.minLevel must be at most ${top}, the highest level that this arm has; got 6`;
    expect(problems('{ levels: {}, coupons: { to: { minLevel: 6 } } }')).toEqual([above(5)]);
    expect(problems('{ levels: { levels: 6 }, coupons: { to: { minLevel: 6 } } }')).toEqual([]);
    const two = 'levels: { levels: 2 }, more: { tactic: levels, levels: 3 }';
    expect(problems(`{ ${two}, coupons: { to: { minLevel: 6 } } }`)).toEqual([above(3)]);
    const none = 'asks for levels, which this arm has not: add `levels` to its tactics';
    for (const levels of ['', 'levels: { levels: 0 },', 'levels: off,'])
      expect(problems(`{ ${levels} coupons: { to: { minLevel: 6 } } }`), levels).toEqual([
        `coupons.to.minLevel ${none}`,
      ]);
    expect(problems('{ coupons: { to: { maxLevel: 6 } } }')).toEqual([`coupons.to.maxLevel ${none}`]);
  });

  it('more staff than there is, in the arm or in the base', () => {
    const found = [
      'coupons.staffHours must be at most 4, the hours of staff that there are on a day (`staff.hours`); got 5',
    ];
    expect(problems('{ coupons: { staffHours: 5 } }', 'staff: { hours: 4 }')).toEqual(found);
    expect(problems('{ coupons: { staffHours: 4 } }', 'staff: { hours: 4 }')).toEqual([]);
    expect(problems('{ coupons: { staffHours: 5 } }')).toEqual([]);
  });

  it('a name with a colon, of tactics and segments, which streams of chance are called by', () => {
    const told = (text: string) =>
      parseScenario(`seedbed: 1\ntitle: T\n${text}\n`, 'x').problems.map((problem) => problem.message);
    const fault = 'must not contain a colon';
    expect(told('tactics: { "a:b": { tactic: coupons } }')).toEqual([`has a name that ${fault}`]);
    expect(told('community: { segments: { "a:b": { share: 100% } } }')).toEqual([`has a name that ${fault}`]);
    expect(told('arms: [{ name: "a: b" }]')).toEqual([]);
    expect(told('arms: [{ name: "a", label: "a: b" }]')).toEqual([]);
  });

  it('in Chinese too', () => {
    const more = 'staff: { hours: 4 }';
    const both =
      '{ levels: {}, coupons: { lasts: 2 days, staffHours: 5, to: { minLevel: 6, minAway: 3 days, maxAway: 1 day } } }';
    expect(problems(both, more, 'zh-CN')).toEqual([
      'coupons.lasts 没有 every 就没有意义：请加上 `every`，或删去此项',
      'coupons.staffHours 不能超过每日可用工时 4（`staff.hours`）；现为 5',
      'coupons.to.minLevel 不能高于此方案的最高等级 5；现为 6',
      'coupons.to.minAway 不能大于 maxAway（1）；现为 3',
    ]);
  });
});

describe('a plan that comes to nothing runs, with a remark', () => {
  it.each([
    ['{ coupons: { to: { share: 0% } } }', 'tactics.coupons.to.share is 0%: it is for nobody'],
    ['{ coupons: { to: { holdOut: 100% } } }', 'tactics.coupons.to.holdOut is 100%: it is for nobody'],
    [
      '{ coupons: { every: 1 week, lasts: 9 days } }',
      'tactics.coupons lasts 9 days of every 7: it acts on all days',
    ],
    [
      '{ coupons: { starts: { metric: members, at least: 5, over: 100 days } } }',
      'tactics.coupons.starts looks back over 100 days and the tactic ends on day 100: it never begins',
    ],
    [
      '{ coupons: { from: 20 days, until: 40 days, stops: { metric: members, at least: 5, over: 20 days } } }',
      'tactics.coupons.stops looks back over 20 days and the tactic ends on day 40: it never stops it',
    ],
  ])('%s', (tactics, remark) => expect(notes(tactics)).toEqual([`aimed: ${remark}`]));

  it.each([
    ['onboarding', 'minTenure: 1 day'],
    ['onboarding', 'minFriends: 1'],
    ['acquisition', 'minOrders: 1'],
    ['entry', 'minTenure: 5 days'],
    ['recall', 'maxAway: 0'],
    ['recall', 'minFriends: 2'],
    ['starter', 'minOrders: 1'],
  ])('%s for whom it can never meet: %s', (tactic, aim) => {
    const end = aim.split(':')[0];
    expect(notes(`{ own: { tactic: ${tactic}, to: { ${aim} } } }`)).toEqual([
      `aimed: tactics.own.to.${end} is met by nobody: none of those whom ${tactic} can reach can be so`,
    ]);
  });

  it('says nothing of plans that differ from these by a day or a person', () => {
    for (const tactics of [
      '{ coupons: { to: { share: 0.1%, holdOut: 99% } } }',
      '{ coupons: { every: 1 week, lasts: 7 days } }',
      '{ coupons: { starts: { metric: members, at least: 5, over: 99 days } } }',
      '{ coupons: { from: 20 days, until: 41 days, stops: { metric: members, at least: 5, over: 20 days } } }',
      '{ coupons: { to: { minTenure: 1 day, minFriends: 1, minOrders: 1 } } }',
      '{ recall: { to: { maxAway: 1 day, minOrders: 1 } } }',
      '{ onboarding: { to: { maxTenure: 0, minTenure: 0 } } }',
    ])
      expect(notes(tactics), tactics).toEqual([]);
  });
});
