import { describe, expect, it } from 'vitest';
import { metrics } from '../../src/metrics/definitions.ts';
import { slotsOf } from '../../src/report/format-message.ts';
import { en, type MessageName } from '../../src/report/verdict/messages.en.ts';
import { zhCN } from '../../src/report/verdict/messages.zh-CN.ts';
import { sayIn } from '../../src/report/verdict/say.ts';

const names = Object.keys(en) as MessageName[];

/** Words of certainty and of ranking: a model has neither. */
const banned = {
  en: /\b(will|won't|prove[ns]?|proof|significant(ly)?|optimal(ly)?|guarantees?|guaranteed|certain(ly)?|best)\b/i,
  'zh-CN': /一定|必然|必定|肯定|证明|证实|显著|最优|最佳|保证|确保/,
};

describe('the words of the verdict', () => {
  it('promise nothing', () => {
    for (const name of names) {
      expect(en[name], name).not.toMatch(banned.en);
      expect(zhCN[name], name).not.toMatch(banned['zh-CN']);
    }
    expect('This will be proven').toMatch(banned.en);
    expect('保证有效').toMatch(banned['zh-CN']);
  });

  it('are there in both languages with the same slots', () => {
    expect(Object.keys(zhCN)).toEqual(names);
    for (const name of names) {
      expect(slotsOf(zhCN[name]), name).toEqual(slotsOf(en[name]));
    }
  });

  it('speak of the model wherever they judge an arm', () => {
    const judging = names.filter((name) =>
      /^(ahead|behind|identical|same|early|unmeasured|directionless)/.test(name),
    );
    for (const name of judging.filter((name) => name !== 'same.advice')) {
      expect(en[name], name).toMatch(/\bthis model\b/i);
      expect(zhCN[name], name).toContain('本模型');
    }
  });

  it('have full-width punctuation in Chinese', () => {
    for (const name of names) {
      const bare = zhCN[name].replaceAll(/\{\w+\}/g, '');
      expect(bare, name).not.toMatch(/[,;:!?()[\]"']|\.$/);
    }
  });

  it('are whole sentences: each that is no name ends like one', () => {
    const parts = /^(blocks$|status|metric|amount|assumption|rails\.item|rails\.between|unchanged|headline)/;
    for (const name of names.filter((candidate) => !parts.test(candidate))) {
      expect(en[name], name).toMatch(/\.$/);
      expect(zhCN[name], name).toMatch(/。$/);
    }
  });

  it('have a phrase for every kind of metric', () => {
    for (const { summary } of metrics) expect(en[`metric.${summary}`]).toContain('{metric}');
  });
});

describe('Chinese spacing', () => {
  const say = sayIn('zh-CN');

  it('stands between signs and numbers or Latin letters, and nowhere else', () => {
    const sentence = say('field.ahead', { arm: 'A/B 广告', chance: '97%' });
    expect(sentence).toBe('按本模型推算，同等规模的真实 A/B 测试有 97% 的概率显示“A/B 广告”领先。');
    expect(say('field.ahead', { arm: '硬广', chance: '超过 99%' })).toContain(
      '测试有超过 99% 的概率显示“硬广”',
    );
  });

  it('keeps plus-minus at its number', () => {
    expect(say('size.plain', { median: '+18%', low: '−3%', high: '9%' })).toBe(
      '差异中位数为 +18%［−3%，9%］。',
    );
    const slots = {
      arm: '甲',
      baseline: '乙',
      metric: '净收入',
      chance: '97%',
      worlds: 500,
      count: 485,
      margin: 2,
    };
    expect(say('ahead', slots)).toBe(
      '在本模型中，“甲”在净收入上以 97% 的概率胜过“乙”（500 个配对模拟世界中有 485 个领先，±2 个百分点）。',
    );
  });
});
