/**
 * Made-up results that look like those of a community, for charts and reports: deterministic, and free of functions
 * whose last digit differs between engines. What is compared and decided is worked out by the real analysis.
 */
import { compareArms } from '../../src/analysis/compare.ts';
import type { Comparison } from '../../src/analysis/comparison.ts';
import type { WorldResult } from '../../src/experiment/results.ts';
import { metricIndex, metrics } from '../../src/metrics/definitions.ts';
import { verdictTexts } from '../../src/report/verdict/verdict.ts';
import type { Arm, Judge, Scenario, Text, Value } from '../../src/scenario/scenario.ts';
import { sections } from '../../src/scenario/table.ts';

/** What one arm does, per member and day. */
export interface ArmShape {
  readonly name: string;
  readonly label: Text;
  readonly adRevenue?: number;
  readonly sales?: number;
  /** Part of members lost in a day. */
  readonly loss?: number;
  readonly joins?: number;
  readonly targetingCost?: number;
  readonly couponCost?: number;
  readonly discountCost?: number;
  readonly adsPerWeek?: number;
  readonly retention?: number;
  readonly trust?: number;
  readonly complaints?: number;
  /** How unsure the arm's revenue is from world to world. */
  readonly unsure?: number;
  readonly tactics?: Arm['tactics'];
}

export interface Made {
  readonly scenario: Scenario;
  readonly results: readonly WorldResult[];
  readonly comparison: Comparison;
}

export interface Making {
  readonly arms: readonly ArmShape[];
  readonly worlds?: number;
  readonly days?: number;
  readonly months?: number | null;
  readonly members?: number;
  readonly judge?: Partial<Judge>;
  readonly title?: Text;
  readonly question?: Text;
  readonly summary?: Text;
  readonly currency?: string;
  readonly seed?: string;
  readonly file?: string;
  /** Changes a world's results after they are made. */
  readonly spoil?: (values: Map<string, number>, arm: number, world: number) => void;
}

/** A number in [0, 1) from whole numbers (a multiply-xorshift hash). */
export function draw(...keys: readonly number[]): number {
  let hash = 0x9e3779b9;
  for (const key of keys) {
    hash = Math.imul(hash ^ (key + 0x7f4a7c15), 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
    hash ^= hash >>> 16;
  }
  return (hash >>> 0) / 2 ** 32;
}

/** About normal: the sum of twelve draws. */
function bell(...keys: readonly number[]): number {
  let sum = -6;
  for (let i = 0; i < 12; i++) sum += draw(...keys, i);
  return sum;
}

function runArm(shape: ArmShape, world: number, days: number, founders: number) {
  const {
    adRevenue = 0,
    sales = 0.2,
    loss = 0.001,
    joins = 2,
    targetingCost = 0,
    couponCost = 0,
    discountCost = 0,
    unsure = 0.05,
  } = shape;
  const twin = Math.floor(world / 2);
  const level = Math.max(0.2, 1 + 0.16 * bell(twin, 1) + 0.03 * bell(world, 2));
  const own = Math.max(0.1, 1 + unsure * bell(twin, 3, Math.round(unsure * 1000)) + 0.02 * bell(world, 4));
  const leaving = Math.max(0, loss * (1 + 0.2 * bell(twin, 5)));
  const daily = {
    netRevenue: new Float64Array(days),
    members: new Float64Array(days),
    activeMembers: new Float64Array(days),
  };
  const sums = new Map<string, number>();
  const add = (name: string, value: number) => sums.set(name, (sums.get(name) ?? 0) + value);
  let members = founders;
  for (let day = 0; day < days; day++) {
    members = Math.max(0, members * (1 - leaving) + joins * level);
    const today = members * level * (1 + 0.5 * (draw(world, day, 6) - 0.5));
    const flows = {
      adRevenue: today * adRevenue * own,
      sales: today * sales,
      goodsCost: today * sales * 0.6,
      discountCost: today * discountCost,
      couponCost: members * couponCost,
      targetingCost: members * targetingCost,
    };
    for (const [name, value] of Object.entries(flows)) add(name, value);
    const { goodsCost, discountCost: discounts, couponCost: coupons, targetingCost: targeting } = flows;
    const net = flows.adRevenue + flows.sales - goodsCost - discounts - coupons - targeting;
    add('netRevenue', net);
    daily.netRevenue[day] = net;
    daily.members[day] = members;
    daily.activeMembers[day] = members * 0.7;
    add('joins', joins * level);
    add('invitedJoins', joins * level * 0.4);
  }
  const share = (middle: number, key: number) =>
    Math.min(1, Math.max(0, middle + 0.012 * bell(twin, key) + 0.006 * bell(world, key)));
  const values = new Map<string, number>([
    ...sums,
    ['members', members],
    ['activeMembers', members * 0.7],
    ['retention90', share(shape.retention ?? 0.6, 7)],
    ['trust', share(shape.trust ?? 0.7, 8)],
    ['complaints', Math.round((shape.complaints ?? 40) * (1 + 0.1 * bell(world, 9)))],
    ['adsPerMemberWeek', shape.adsPerWeek ?? 0],
  ]);
  return { daily, values };
}

const armOf = ({ name, label, tactics = [] }: ArmShape): Arm => ({
  name,
  label,
  sections: Object.fromEntries(sections.map((section) => [section.name, {}])),
  segments: [{ name: 'everyone', share: 1, people: {} }],
  networkFile: null,
  tactics,
});

/** Makes the results of a scenario and compares its arms. */
export function make(making: Making): Made {
  const { arms, worlds = 200, days = 365, members = 2000, months = 12 } = making;
  const scenario: Scenario = {
    title: making.title ?? { en: 'Blunt ads or tailored ads?', 'zh-CN': '硬广还是定向广告？' },
    question: making.question ?? { en: 'Which ads pay over a year?', 'zh-CN': '一年下来哪种广告更划算？' },
    summary: making.summary ?? { en: '', 'zh-CN': '' },
    horizonDays: days,
    horizonMonths: months,
    branchDay: 0,
    currency: making.currency ?? 'CNY',
    seed: making.seed ?? 'private-domain-2026',
    worlds,
    assumptions: 'plausible',
    arms: arms.map(armOf),
    judge: {
      metric: 'netRevenue',
      matters: { relative: 0.02 },
      guardrails: [
        { metric: 'retention90', kind: 'change', limit: 0.02 },
        { metric: 'complaints', kind: 'change', limit: 0.1 },
        { metric: 'trust', kind: 'change', limit: 0.03 },
      ],
      show: [],
      ...making.judge,
    },
    yardstick: null,
    notes: [],
  };
  const results: WorldResult[] = [];
  for (let world = 0; world < worlds; world++)
    arms.forEach((shape, arm) => {
      const { daily, values } = runArm(shape, world, days, members);
      making.spoil?.(values, arm, world);
      const outcomes = new Float64Array(metrics.length);
      for (const [name, value] of values) outcomes[metricIndex[name]] = value;
      results.push({ world, arm, outcomes, daily, segments: {}, cohorts: null, digest: '', remarks: [] });
    });
  const comparison = compareArms({
    scenario,
    file: making.file ?? 'scenarios/blunt-vs-tailored-ads.yaml',
    hash: 'b'.repeat(64),
    version: '0.1.0',
    digest: '3f5ad1c0'.repeat(8),
    results,
    remarks: [],
    draws: {
      paths: ['adResponse.annoyance'],
      uniform: (world) => 0.5 + bell(Math.floor(world / 2), 3, 160) / 20,
    },
    words: verdictTexts,
  });
  return { scenario, results, comparison };
}

const ads = (targeting: number, price: Value['amount']): Arm['tactics'] => [
  {
    name: 'ads',
    tactic: 'ads',
    settings: { load: { amount: 6 }, targeting: { amount: targeting }, price: { amount: price } },
    plan: { fromDay: 0, untilDay: 365, starts: null, stops: null, segments: null },
  },
];

export const blunt: ArmShape = {
  name: 'blunt ads',
  label: { en: 'Blunt ads', 'zh-CN': '硬广' },
  adRevenue: 0.1,
  sales: 0.18,
  loss: 0.0019,
  joins: 1.6,
  adsPerWeek: 6.1,
  retention: 0.55,
  trust: 0.66,
  complaints: 65,
  tactics: ads(0, { low: 120, high: 240 }),
};

export const tailored: ArmShape = {
  name: 'tailored ads',
  label: { en: 'Tailored ads', 'zh-CN': '定向广告' },
  adRevenue: 0.118,
  sales: 0.2,
  loss: 0.0011,
  joins: 2,
  targetingCost: 0.012,
  adsPerWeek: 4.1,
  retention: 0.61,
  trust: 0.7,
  complaints: 40,
  unsure: 0.16,
  tactics: ads(1, { low: 120, high: 240 }),
};

export const none: ArmShape = {
  name: 'no ads',
  label: { en: 'No ads', 'zh-CN': '无广告' },
  sales: 0.21,
  loss: 0.0008,
  joins: 2.2,
  retention: 0.66,
  trust: 0.74,
  complaints: 2,
};
