/**
 * What happened to somebody, as one plain sentence. It claims what the event bears and no more: under what circumstance
 * somebody went stands beside their going, never as its cause.
 */
import type { Circumstance } from '../engine/circumstances.ts';
import type { LifeEvent, LifeKind } from '../engine/life-event.ts';
import { Status } from '../population/people.ts';
import { say } from './charts/words.ts';
import { type Locale, money, percent } from './format.ts';
import type { Slots } from './format-message.ts';
import { personName } from './life-names.ts';

export { personName } from './life-names.ts';

export interface LifeContext {
  /** Key of the person at a place: `snapshot().key[place]`. */
  readonly keyOf: (place: number) => number;
  readonly currency: string;
}

type Going = 'fellSilent' | 'left';
type Sentences = Readonly<Record<LifeKind | 'joinedInvitedBySomebody', string>>;

const sentences: Readonly<Record<Locale, Sentences>> = {
  en: {
    joined: '{name} joined.',
    joinedInvited: '{name} joined on an invitation from {other}.',
    joinedInvitedBySomebody: '{name} joined on an invitation.',
    joinedBought: '{name} joined through a paid campaign.',
    returned: '{name} came back after {amount, plural, one {# day} other {# days}} of silence.',
    visitedAgain: '{name} came by for the first time in {amount, plural, one {# day} other {# days}}.',
    firstPostAnswered: '{name} wrote a first post and got an answer.',
    firstPostUnanswered: '{name} wrote a first post that nobody answered.',
    posted: '{name} wrote {amount, plural, one {a post} other {# posts}}.',
    unanswered: '{name} asked a question that nobody answered.',
    befriended: '{name} and {other} became friends.',
    driftedApart:
      '{name} and {other} drifted apart: for {amount, plural, one {# day} other {# days}} they had not been here on the same day.',
    friendLeft: '{name} lost a friend here: {other} went.',
    firstAds: '{name} saw ads for the first time in this run: {amount}.',
    manyAds: '{name} has seen {amount, plural, one {# ad} other {# ads}} this week.',
    complained: '{name} complained about the ads.',
    gotCoupon: '{name} got a coupon for {part} off.',
    usedCoupon: '{name} used a coupon for {part} off.',
    ordered: '{name} ordered for {money}.',
    invited: '{name} invited {other}.',
    fellSilent: '{name} fell silent.',
    left: '{name} left for good.',
    gaveUp: '{name}, who had been silent, left for good.',
  },
  'zh-CN': {
    joined: '{name}加入了。',
    joinedInvited: '{name}受{other}邀请加入。',
    joinedInvitedBySomebody: '{name}受邀加入。',
    joinedBought: '{name}经付费拉新加入。',
    returned: '{name}在沉默 {amount} 天后回归。',
    visitedAgain: '{name}时隔 {amount} 天再次到访。',
    firstPostAnswered: '{name}发了首帖，并得到回复。',
    firstPostUnanswered: '{name}发了首帖，无人回复。',
    posted: '{name}发了 {amount} 篇帖子。',
    unanswered: '{name}提了一个问题，无人回答。',
    befriended: '{name}与{other}成为好友。',
    driftedApart: '{name}与{other}疏远了：已有 {amount} 天没有同日到访。',
    friendLeft: '{name}在这里少了一位好友：{other}走了。',
    firstAds: '{name}在本次模拟中第一次看到广告，共 {amount} 条。',
    manyAds: '{name}本周已看到 {amount} 条广告。',
    complained: '{name}投诉了广告。',
    gotCoupon: '{name}得到一张减 {part} 的优惠券。',
    usedCoupon: '{name}用掉一张减 {part} 的优惠券。',
    ordered: '{name}下单，实付{money}。',
    invited: '{name}邀请了{other}。',
    fellSilent: '{name}沉默了。',
    left: '{name}彻底离开了。',
    gaveUp: '{name}沉默一段时间后彻底离开了。',
  },
};

type Goings = Readonly<Record<Going, Readonly<Record<Circumstance['kind'] | 'unansweredToday', string>>>>;

const goings: Readonly<Record<Locale, Goings>> = {
  en: {
    fellSilent: {
      noFriends: '{name} fell silent, without a friend here.',
      fewFriends: '{name} fell silent, with only {amount, plural, one {# friend} other {# friends}} here.',
      friendsAway: '{name} fell silent; no friend had come for {amount, plural, one {# day} other {# days}}.',
      unanswered:
        '{name} fell silent; something asked or written {amount, plural, one {# day} other {# days}} ago was still unanswered.',
      unansweredToday: '{name} fell silent; something asked or written today was unanswered.',
      unhappy: '{name} fell silent, with satisfaction down to {part}.',
      ads: '{name} fell silent on a day when the ads annoyed more than ever before.',
    },
    left: {
      noFriends: '{name} left for good, without a friend here.',
      fewFriends: '{name} left for good, with only {amount, plural, one {# friend} other {# friends}} here.',
      friendsAway:
        '{name} left for good; no friend had come for {amount, plural, one {# day} other {# days}}.',
      unanswered:
        '{name} left for good; something asked or written {amount, plural, one {# day} other {# days}} ago was still unanswered.',
      unansweredToday: '{name} left for good; something asked or written today was unanswered.',
      unhappy: '{name} left for good, with satisfaction down to {part}.',
      ads: '{name} left for good on a day when the ads annoyed more than ever before.',
    },
  },
  'zh-CN': {
    fellSilent: {
      noFriends: '{name}沉默了，在这里没有好友。',
      fewFriends: '{name}沉默了，在这里只有 {amount} 位好友。',
      friendsAway: '{name}沉默了，已有 {amount} 天没有好友到访。',
      unanswered: '{name}沉默了，{amount} 天前的提问或帖子仍无人回应。',
      unansweredToday: '{name}沉默了，当天的提问或帖子无人回应。',
      unhappy: '{name}沉默了，满意度已降到 {part}。',
      ads: '{name}沉默了，当天的广告比以往任何时候都更令人反感。',
    },
    left: {
      noFriends: '{name}彻底离开了，在这里没有好友。',
      fewFriends: '{name}彻底离开了，在这里只有 {amount} 位好友。',
      friendsAway: '{name}彻底离开了，已有 {amount} 天没有好友到访。',
      unanswered: '{name}彻底离开了，{amount} 天前的提问或帖子仍无人回应。',
      unansweredToday: '{name}彻底离开了，当天的提问或帖子无人回应。',
      unhappy: '{name}彻底离开了，满意度已降到 {part}。',
      ads: '{name}彻底离开了，当天的广告比以往任何时候都更令人反感。',
    },
  },
};

/** The event as a sentence. */
export function eventText(event: LifeEvent, context: LifeContext, locale: Locale): string {
  const { key, other, circumstance } = event;
  const amount = circumstance?.amount ?? event.amount ?? 0;
  const slots: Slots = {
    name: personName(key, locale),
    other: other === undefined ? '' : personName(context.keyOf(other), locale),
    amount,
    part: percent(amount, locale),
    money: money(amount, context.currency, locale),
  };
  return say(messageOf(event, locale), slots, locale);
}

function messageOf({ kind, other, circumstance }: LifeEvent, locale: Locale): string {
  if (kind === 'joinedInvited' && other === undefined) return sentences[locale].joinedInvitedBySomebody;
  if (circumstance === undefined || (kind !== 'fellSilent' && kind !== 'left'))
    return sentences[locale][kind];
  const today = circumstance.kind === 'unanswered' && circumstance.amount === 0;
  return goings[locale][kind][today ? 'unansweredToday' : circumstance.kind];
}

const statusNames: Readonly<Record<Locale, Readonly<Record<keyof typeof Status, string>>>> = {
  en: { outside: 'not here yet', member: 'member', dormant: 'silent', left: 'left', beyond: 'out of reach' },
  'zh-CN': { outside: '尚未加入', member: '成员', dormant: '沉默', left: '已离开', beyond: '无法触达' },
};

/** A status of `Status` in a word or two. */
export function statusName(status: number, locale: Locale): string {
  for (const name of Object.keys(Status) as (keyof typeof Status)[])
    if (Status[name] === status) return statusNames[locale][name];
  throw new RangeError(`there is no status ${status}`);
}
