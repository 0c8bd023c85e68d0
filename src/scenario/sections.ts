/** The sections of every arm, in the order of a day; each lists its numbers beside the code that reads them. */
import { adResponseParameters } from '../behaviors/ad-response.parameters.ts';
import { buyParameters } from '../behaviors/buy.parameters.ts';
import { climbParameters } from '../behaviors/climb.parameters.ts';
import { couponResponseParameters } from '../behaviors/coupon-response.parameters.ts';
import { engageParameters } from '../behaviors/engage.parameters.ts';
import { joinParameters } from '../behaviors/join.parameters.ts';
import { leaveParameters } from '../behaviors/leave.parameters.ts';
import { tiesParameters } from '../behaviors/meet.parameters.ts';
import { membershipResponseParameters } from '../behaviors/membership-response.parameters.ts';
import { onboardParameters } from '../behaviors/onboard.parameters.ts';
import { referralResponseParameters } from '../behaviors/referral-response.parameters.ts';
import { shareParameters } from '../behaviors/share.parameters.ts';
import { spreadParameters } from '../behaviors/spread.parameters.ts';
import { trustParameters } from '../behaviors/trust.parameters.ts';
import { visitParameters } from '../behaviors/visit.parameters.ts';
import { valueParameters } from '../metrics/value.ts';
import { communityParameters, networkParameters } from '../population/community.ts';
import { peopleParameters } from '../population/traits.ts';
import { staffParameters } from '../tactics/staff.ts';
import type { Section } from './parameter.ts';
import type { OwnText } from './scenario.ts';

/** A group of parameters that stand together in a file. */
export interface Group {
  /** Key of an arm's `sections`, or the tactic's name. */
  readonly name: string;
  /** Where it stands in a file: `leave`, `community.network`, `tactics.ads`. */
  readonly path: string;
  /** Short name of the group of inputs: `Ads`, `Leaving`. */
  readonly label: OwnText;
  readonly about: OwnText;
  readonly parameters: Section;
  /** The source file that lists the parameters, beside the code that reads them. */
  readonly file: string;
}

export const group = (
  name: string,
  label: OwnText,
  about: OwnText,
  parameters: Section,
  file: string,
  path = name,
): Group => ({
  name,
  path,
  label,
  about,
  parameters,
  file: `src/${file}.ts`,
});

/** What every arm has, in the order of a day. */
export const sections: readonly Group[] = [
  group(
    'community',
    { en: 'Community', 'zh-CN': '社群' },
    { en: 'Who is there on day 0, and who could come.', 'zh-CN': '第 0 天谁在群内，谁可能加入。' },
    communityParameters,
    'population/community',
  ),
  group(
    'network',
    { en: 'Network', 'zh-CN': '关系网' },
    {
      en: 'The generator of ties, where no network file is given.',
      'zh-CN': '未给出关系网文件时，关系如何生成。',
    },
    networkParameters,
    'population/community',
    'community.network',
  ),
  group(
    'people',
    { en: 'People', 'zh-CN': '人群特征' },
    {
      en: 'What people are like; a segment may change any of it.',
      'zh-CN': '人们是什么样的；每个人群都可以改动其中任意一项。',
    },
    peopleParameters,
    'population/traits',
  ),
  group(
    'join',
    { en: 'Joining', 'zh-CN': '加入' },
    {
      en: 'Who joins, of their own accord or on an invitation.',
      'zh-CN': '谁会加入：自发加入，或受邀加入。',
    },
    joinParameters,
    'behaviors/join.parameters',
  ),
  group(
    'onboard',
    { en: 'First day', 'zh-CN': '首日体验' },
    { en: 'What a newcomer lives through on the first day.', 'zh-CN': '新成员在第一天经历什么。' },
    onboardParameters,
    'behaviors/onboard.parameters',
  ),
  group(
    'visit',
    { en: 'Visiting', 'zh-CN': '访问' },
    { en: 'Who comes on a day, and for how long.', 'zh-CN': '某天谁会来，待多久。' },
    visitParameters,
    'behaviors/visit.parameters',
  ),
  group(
    'engage',
    { en: 'Taking part', 'zh-CN': '参与' },
    {
      en: 'Posting, asking, answering, and what it does to satisfaction.',
      'zh-CN': '发帖、提问、回答，以及它们对满意度的影响。',
    },
    engageParameters,
    'behaviors/engage.parameters',
  ),
  group(
    'climb',
    { en: 'Levels and roles', 'zh-CN': '等级与身份' },
    {
      en: 'Who strives for levels, what helpers and admins do, and what it is to lose status.',
      'zh-CN': '谁会追求等级，志愿者与管理员做什么，失去身份有何影响。',
    },
    climbParameters,
    'behaviors/climb.parameters',
  ),
  group(
    'ties',
    { en: 'Friendships', 'zh-CN': '好友关系' },
    {
      en: 'How ties wake among people who could know each other, and fall asleep.',
      'zh-CN': '可能相识的人之间，关系如何被唤醒，又如何沉睡。',
    },
    tiesParameters,
    'behaviors/meet.parameters',
  ),
  group(
    'adResponse',
    { en: 'Response to ads', 'zh-CN': '对广告的反应' },
    { en: 'What ads do to those who see them.', 'zh-CN': '广告对看到它的人有何影响。' },
    adResponseParameters,
    'behaviors/ad-response.parameters',
  ),
  group(
    'couponResponse',
    { en: 'Response to coupons', 'zh-CN': '对优惠券的反应' },
    { en: 'Who uses a coupon, and when.', 'zh-CN': '谁会用券，何时用。' },
    couponResponseParameters,
    'behaviors/coupon-response.parameters',
  ),
  group(
    'buy',
    { en: 'Buying', 'zh-CN': '购买' },
    { en: 'Needs, orders and their prices.', 'zh-CN': '需求、订单及其价格。' },
    buyParameters,
    'behaviors/buy.parameters',
  ),
  group(
    'membershipResponse',
    { en: 'Response to memberships', 'zh-CN': '对付费会员的反应' },
    {
      en: 'Who takes and renews a paid membership, and what having paid does.',
      'zh-CN': '谁会开通并续费会员，付费本身有何影响。',
    },
    membershipResponseParameters,
    'behaviors/membership-response.parameters',
  ),
  group(
    'share',
    { en: 'Sharing', 'zh-CN': '转发' },
    {
      en: 'What is forwarded to the outside, and how far it goes.',
      'zh-CN': '哪些内容被转发到站外，又能传多远。',
    },
    shareParameters,
    'behaviors/share.parameters',
  ),
  group(
    'referralResponse',
    { en: 'Response to rewards', 'zh-CN': '对邀请奖励的反应' },
    { en: 'What rewards do to inviting and accepting.', 'zh-CN': '奖励对邀请与接受邀请的影响。' },
    referralResponseParameters,
    'behaviors/referral-response.parameters',
  ),
  group(
    'leave',
    { en: 'Leaving', 'zh-CN': '离开' },
    { en: 'Who falls silent, leaves for good or comes back.', 'zh-CN': '谁会沉默、彻底离开或回归。' },
    leaveParameters,
    'behaviors/leave.parameters',
  ),
  group(
    'trust',
    { en: 'Trust', 'zh-CN': '信任' },
    { en: 'How trust falls and recovers.', 'zh-CN': '信任如何下降，又如何恢复。' },
    trustParameters,
    'behaviors/trust.parameters',
  ),
  group(
    'spread',
    { en: 'Spreading among members', 'zh-CN': '成员间流传' },
    {
      en: 'Something that members catch from one another: a challenge, a custom, a rumor.',
      'zh-CN': '在成员之间相互传染的东西：一项挑战、一种习惯或一则传言。',
    },
    spreadParameters,
    'behaviors/spread.parameters',
  ),
  group(
    'staff',
    { en: 'Staff', 'zh-CN': '人手' },
    { en: 'Hours of people that tactics take, and their wage.', 'zh-CN': '策略占用的人工及其工资。' },
    staffParameters,
    'tactics/staff',
  ),
  group(
    'value',
    { en: 'Value of money', 'zh-CN': '资金的时间价值' },
    { en: 'How money of different days is compared.', 'zh-CN': '如何比较不同时间的钱。' },
    valueParameters,
    'metrics/value',
  ),
];
