import { describe, expect, it } from 'vitest';
import { type Circumstance, circumstances } from '../../src/engine/circumstances.ts';
import { type LifeEvent, lifeKinds } from '../../src/engine/life-event.ts';
import { PROSPECT_KEYS, Status } from '../../src/population/people.ts';
import { locales } from '../../src/report/format.ts';
import { names } from '../../src/report/life-names.ts';
import { eventText, personName, statusName } from '../../src/report/life-words.ts';

const context = { keyOf: (place: number) => place, currency: 'CNY' };
const event = (kind: LifeEvent['kind'], more: Partial<LifeEvent> = {}): LifeEvent => ({
  day: 3,
  person: 5,
  key: 5,
  kind,
  ...more,
});
const text = (
  locale: (typeof locales)[number],
  kind: LifeEvent['kind'],
  more: Partial<LifeEvent> = {},
): string => eventText(event(kind, more), context, locale);

describe('names', () => {
  it('are at least 200 in each language, no two alike', () => {
    for (const locale of locales) {
      expect(names[locale].length).toBeGreaterThanOrEqual(200);
      expect(new Set(names[locale]).size).toBe(names[locale].length);
      for (const name of names[locale])
        expect(name).toMatch(locale === 'en' ? /^[A-Z][a-z]+$/ : /^\p{Script=Han}{2}$/u);
    }
  });

  it('are each person’s own, and always the same', () => {
    for (const locale of locales) {
      const keys = Array.from({ length: 3000 }, (_, k) => (k < 2000 ? k : PROSPECT_KEYS + k - 2000));
      const given = keys.map((key) => personName(key, locale));
      expect(new Set(given).size).toBe(3000);
      expect(keys.map((key) => personName(key, locale))).toEqual(given);
      for (const name of given.slice(0, 100)) expect(names[locale]).toContain(name);
    }
  });
});

describe('what happened', () => {
  it('is a whole sentence for every kind, in both languages', () => {
    for (const locale of locales)
      for (const kind of lifeKinds) {
        const amount = kind.endsWith('Coupon') ? 0.25 : 12;
        const sentence = text(locale, kind, { other: 8, amount });
        expect(sentence).toContain(personName(5, locale));
        expect(sentence).toMatch(locale === 'en' ? /^[^{}]+[a-z%0-9]\.$/ : /^[^{}.,;:()]+。$/);
        expect(sentence).not.toMatch(/undefined|NaN|#/);
      }
  });

  it('is a whole sentence under every circumstance, in both languages', () => {
    for (const locale of locales)
      for (const kind of circumstances)
        for (const going of ['left', 'fellSilent'] as const) {
          const circumstance: Circumstance = { kind, amount: kind === 'unhappy' ? 0.31 : 21 };
          const sentence = text(locale, going, { circumstance });
          expect(sentence).not.toBe(text(locale, going));
          expect(sentence).toMatch(locale === 'en' ? /^[^{}]+[a-z%0-9]\.$/ : /^[^{}.,;:()]+。$/);
          expect(sentence).not.toMatch(/because|因为|由于|therefore|所以/);
        }
  });

  it('reads as people write', () => {
    const [name, other] = [personName(5, 'en'), personName(8, 'en')];
    expect(text('en', 'posted', { amount: 1 })).toBe(`${name} wrote a post.`);
    expect(text('en', 'posted', { amount: 3 })).toBe(`${name} wrote 3 posts.`);
    expect(text('en', 'ordered', { amount: 128 })).toBe(`${name} ordered for ¥128.`);
    expect(text('en', 'gotCoupon', { amount: 0.2 })).toBe(`${name} got a coupon for 20% off.`);
    expect(text('en', 'joinedInvited', { other: 8 })).toBe(`${name} joined on an invitation from ${other}.`);
    expect(text('en', 'joinedInvited')).toBe(`${name} joined on an invitation.`);
    expect(text('en', 'left', { circumstance: { kind: 'friendsAway', amount: 21 } })).toBe(
      `${name} left for good; no friend had come for 21 days.`,
    );
    expect(text('en', 'fellSilent', { circumstance: { kind: 'fewFriends', amount: 1 } })).toBe(
      `${name} fell silent, with only 1 friend here.`,
    );
    expect(text('en', 'left', { circumstance: { kind: 'unanswered', amount: 0 } })).toMatch(
      /today was unanswered/,
    );
    const zh = personName(5, 'zh-CN');
    expect(text('zh-CN', 'ordered', { amount: 128 })).toBe(`${zh}下单，实付 128\u00a0元。`);
    expect(text('zh-CN', 'left', { circumstance: { kind: 'friendsAway', amount: 21 } })).toBe(
      `${zh}彻底离开了，已有 21 天没有好友到访。`,
    );
  });
});

describe('a status', () => {
  it('has a name in both languages, and only if there is one', () => {
    for (const locale of locales)
      expect(new Set(Object.values(Status).map((status) => statusName(status, locale))).size).toBe(5);
    expect(() => statusName(9, 'en')).toThrow(RangeError);
  });
});
