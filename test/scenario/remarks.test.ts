import { describe, expect, it } from 'vitest';
import { remark, remarkIn, remarkInWorlds, remarkOfArm } from '../../src/scenario/remarks.ts';

const every = {
  'community.prospects 为 0：没有人可以加入': remark('prospects'),
  'tactics.ads.load 达到每使用小时 30 条广告：超过实测上限 12 条，结果属于外推': remark('load', {
    name: 'ads',
    load: 30,
    most: 12,
  }),
  'tactics.spring.v2 第 400 天才开始，晚于全程 365 天': remark('late', {
    name: 'spring.v2',
    from: 400,
    days: 365,
  }),
  'tactics.a.to.share 为 0%：不面向任何人': remark('nobody', { name: 'a', end: 'share', value: '0%' }),
  'tactics.a.to.maxAway 无人符合：recall 触及的人都不可能满足': remark('never', {
    name: 'a',
    end: 'maxAway',
    tactic: 'recall',
  }),
  'tactics.a 每 7 天持续 9 天：等于每天都实施': remark('always', { name: 'a', lasts: 9, every: 7 }),
  'tactics.a.starts 要回看 100 天，而策略第 100 天就结束：永远不会开始': remark('startsLate', {
    name: 'a',
    over: 100,
    until: 100,
  }),
  'tactics.a.stops 要回看 20 天，而策略第 40 天就结束：永远不会触发': remark('stopsLate', {
    name: 'a',
    over: 20,
    until: 40,
  }),
  '--set leave.perTie=1 不起作用：每个方案都自定了 leave.perTie': remark('idle', {
    flag: '--set leave.perTie=1',
    path: 'leave.perTie',
  }),
  '超过 80% 的潜在成员已加入：增长已触顶，潜在成员更多时结果会改变': remark('grownUp', { share: '80%' }),
  '60 个模拟世界中，各方案均完成的只有 39 个。': remark('unfinished', { count: 39, worlds: 60 }),
  '无法检查方案“硬广”的护栏指标 90 日留存：没有模拟世界给出数值，视为未守住。': remark('unchecked', {
    metric: 'retention90',
    arm: 'blunt',
  }),
  '基准的净收入可能接近 0，按比例比较意义不大：请以 CNY 给出有意义的最小差异。目前暂用基准中位数的 2%，差异以绝对量表示。':
    remark('nearNought', { metric: 'net revenue', unit: 'in CNY', percent: 2 }),
};

const labels = (name: string) => (name === 'blunt' ? '硬广' : name);

describe('remarkIn', () => {
  it('says every remark in Chinese, by the names that people read', () => {
    for (const [chinese, english] of Object.entries(every))
      expect(remarkIn(english, 'zh-CN', labels)).toBe(chinese);
  });

  it('leaves English as it is', () => {
    for (const english of Object.values(every)) expect(remarkIn(english, 'en', labels)).toBe(english);
  });

  it('knows a remark of an arm, and one that some worlds make', () => {
    const grown = remark('grownUp', { share: '80%' });
    const some = remarkOfArm('blunt', remarkInWorlds(grown, 7, 20));
    expect(some).toBe(`blunt: ${grown} (in 7 of 20 worlds)`);
    expect(remarkIn(some, 'zh-CN', labels)).toBe(
      '硬广：超过 80% 的潜在成员已加入：增长已触顶，潜在成员更多时结果会改变（20 个模拟世界中的 7 个）',
    );
    expect(remarkIn(remarkOfArm('a: b', remark('prospects')), 'zh-CN')).toContain(
      'a: b：community.prospects',
    );
  });

  it('takes what is none of ours as it is, at once, whatever its length', () => {
    for (const text of [
      '',
      ': ',
      '<b>x</b>: y',
      'a: b (in 1 of 2 worlds)',
      ': '.repeat(900),
      `${'x: '.repeat(1e5)}y`,
    ])
      expect(remarkIn(text, 'zh-CN')).toBe(text);
  });
});
