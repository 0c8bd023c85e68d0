import { readdirSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Comparison } from '../src/analysis/comparison.ts';
import { threadExecutor } from '../src/experiment/threads.ts';
import { compare, parseScenario } from '../src/index.ts';

const executor = threadExecutor({ threads: availableParallelism(), script: pathToFileURL('dist/worker.js') });

const files = readdirSync('scenarios').filter((name) => name.endsWith('.yaml'));

/** What a story states of an arm against the baseline: `more` or `less` in at least 95 % of worlds, `open` in fewer either way. */
type Direction = readonly [arm: string, metric: string, way: 'more' | 'less' | 'open'];

const all = (arms: readonly string[], metric: string, way: Direction[2]): Direction[] =>
  arms.map((arm) => [arm, metric, way]);

/** What each summary states; what it leaves open is open here. */
const directions: Readonly<Record<string, readonly Direction[]>> = {
  'a-a.yaml': [],
  'answers-at-once.yaml': [
    ...all(['Two hours a day', 'All day', 'Knowledge base'], 'unanswered', 'less'),
    ...all(['Two hours a day', 'All day'], 'retention90', 'more'),
    ...all(['Two hours a day', 'All day'], 'netRevenue', 'less'),
  ],
  'blunt-vs-tailored-ads.yaml': all(['Tailored ads', 'No ads'], 'retention90', 'more'),
  'bring-a-friend.yaml': [
    ...all(['Reward to the inviter', 'Both sides'], 'invitations', 'more'),
    ['Bought newcomers', 'retention90', 'less'],
  ],
  'circles.yaml': [
    ...all(['Introduced', 'Introduced to a circle'], 'tiesPerMember', 'more'),
    ...all(['Introduced', 'Introduced to a circle'], 'members', 'more'),
  ],
  'closed-group.yaml': [
    ...all(['Small fee', 'Large fee'], 'members', 'less'),
    ['Large fee', 'retention90', 'more'],
    ...all(['Small fee', 'Large fee'], 'netRevenue', 'open'),
  ],
  'content-first.yaml': [
    ...all(['Content first', 'Growth first', 'Nothing fits'], 'members', 'more'),
    ['Nothing fits', 'netRevenue', 'less'],
  ],
  'coupon-rates.yaml': [],
  'first-24-hours.yaml': all(['Full programme', 'Icebreaker only'], 'members', 'more'),
  'first-purchase.yaml': all(['Starter at cost', 'First-order coupon', 'Both'], 'netRevenue', 'more'),
  'five-needs.yaml': [
    ...all(['Perks', 'Circle', 'Identity'], 'members', 'more'),
    ...all(['Content', 'Answers'], 'members', 'open'),
    ['Perks', 'netRevenue', 'more'],
    ...all(['Content', 'Answers', 'Circle', 'Identity'], 'netRevenue', 'less'),
  ],
  'four-activities.yaml': [
    ...all(['Brand', 'Members', 'Sharing', 'Charged'], 'members', 'more'),
    ['Brand', 'netRevenue', 'less'],
    ['Charged', 'netRevenue', 'open'],
  ],
  'growth-or-retention.yaml': [
    ...all(['Growth', 'Keeping'], 'members', 'more'),
    ['Growth', 'retention90', 'less'],
    ['Keeping', 'retention90', 'open'],
  ],
  'half-a-million.yaml': [
    ['People who answer', 'netRevenue', 'less'],
    ...all(['Bought newcomers', 'Fewer and welcomed'], 'members', 'more'),
    ['Bought newcomers', 'netRevenue', 'open'],
  ],
  'paid-membership.yaml': all(['Perks only', 'Discount', 'Trial'], 'netRevenue', 'more'),
  'pessimistic.yaml': all(['Tailored pushes', 'No pushes'], 'retention90', 'more'),
  'poster.yaml': [
    ...all(['Poster', 'Many seeds', 'Reward', 'Three friends'], 'members', 'more'),
    ...all(['Reward', 'Three friends'], 'netRevenue', 'open'),
  ],
  'power-users.yaml': [
    ...all(['Titles only', 'Helpers and admins'], 'members', 'more'),
    ['With benefits', 'netRevenue', 'less'],
  ],
  'right-time.yaml': [
    ['Right time', 'netRevenue', 'more'],
    ['Blast', 'activeMembers', 'less'],
    ['Blast', 'netRevenue', 'open'],
  ],
  'rituals.yaml': [
    ...all(['Ritual', 'Unreliable', 'Values and exchange', 'All'], 'members', 'more'),
    ['Ritual', 'netRevenue', 'more'],
    ['All', 'netRevenue', 'open'],
  ],
  'rivals.yaml': [['Circle', 'members', 'more']],
  'wake-lurkers.yaml': [
    ...all(['Coupons for all', 'Coupons for lurkers'], 'netRevenue', 'more'),
    ['Red envelopes', 'netRevenue', 'less'],
  ],
  'win-back.yaml': [
    ...all(['Message', 'Message and gift', 'Long silent only'], 'returns', 'more'),
    ...all(['Message', 'Message and gift', 'Long silent only'], 'netRevenue', 'open'),
  ],
  'worth-building.yaml': all(['Beauty', 'Courses', 'Business supplies'], 'netRevenue', 'more'),
};

/** What a story says beside directions. */
const more: Readonly<Record<string, (comparison: Comparison) => void>> = {
  'a-a.yaml': ({ differences }) => {
    for (const { mean, median, p05, p95 } of differences)
      expect([mean, median, p05, p95].some(Boolean)).toBe(false);
  },
  'coupon-rates.yaml': ({ differences }) => {
    const sales = differences.filter(({ metric }) => metric === 'sales').map(({ median }) => median ?? 0);
    expect(sales).toEqual([...sales].sort((a, b) => a - b));
  },
};

function held({ differences, arms }: Comparison, [arm, metric, way]: Direction): void {
  const found = differences.find((d) => d.arm === arm && d.metric === metric && d.baseline === arms[0].name);
  const where = `${arm}: ${metric} ${way}, from ${found?.p05} to ${found?.p95}`;
  const isMore = (found?.p05 ?? Number.NaN) > 0;
  const isLess = (found?.p95 ?? Number.NaN) < 0;
  expect(found, where).toBeDefined();
  expect(isMore ? 'more' : isLess ? 'less' : 'open', where).toBe(way);
}

describe('the gallery in full', () => {
  it('has a story for every scenario', () => {
    expect(Object.keys(directions).sort()).toEqual(files.sort());
  });

  it.each(files)('%s tells its story', async (name) => {
    const file = join('scenarios', name);
    const { scenario, problems } = parseScenario(readFileSync(file, 'utf8'), file, { worlds: 200 });
    expect(problems).toEqual([]);
    if (scenario === null) return;
    const { comparison } = await compare(scenario, file, { executor });
    console.log(`${name}\n${comparison.verdict.text.en}\n`);
    expect(comparison.worlds).toBe(200);
    expect(comparison.verdict.status).not.toBe('early');
    for (const direction of directions[name]) held(comparison, direction);
    more[name]?.(comparison);
  });
});
