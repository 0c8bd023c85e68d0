import type { AdResponseValues } from '../behaviors/ad-response.parameters.ts';
import type { Asked } from '../behaviors/answer.ts';
import type { BuyValues } from '../behaviors/buy.parameters.ts';
import type { ClimbValues } from '../behaviors/climb.parameters.ts';
import type { CouponResponseValues } from '../behaviors/coupon-response.parameters.ts';
import type { EngageValues } from '../behaviors/engage.parameters.ts';
import type { Custom } from '../behaviors/expect.ts';
import type { JoinValues } from '../behaviors/join.parameters.ts';
import type { LeaveValues } from '../behaviors/leave.parameters.ts';
import type { TiesValues } from '../behaviors/meet.parameters.ts';
import type { MembershipResponseValues } from '../behaviors/membership-response.parameters.ts';
import type { OnboardValues } from '../behaviors/onboard.parameters.ts';
import type { Referral } from '../behaviors/refer.ts';
import type { ReferralResponseValues } from '../behaviors/referral-response.parameters.ts';
import type { ShareValues } from '../behaviors/share.parameters.ts';
import type { SpreadValues } from '../behaviors/spread.parameters.ts';
import type { Spread } from '../behaviors/spread.ts';
import type { Membership } from '../behaviors/subscribe.ts';
import type { TrustValues } from '../behaviors/trust.parameters.ts';
import type { VisitValues } from '../behaviors/visit.parameters.ts';
import type { Helpdesks } from '../metrics/helpdesks.ts';
import type { Ledger } from '../metrics/ledger.ts';
import type { DayRecord } from '../metrics/record.ts';
import type { Tally } from '../metrics/tally.ts';
import type { ValueValues } from '../metrics/value.ts';
import type { Friendships } from '../population/friendships.ts';
import type { People } from '../population/people.ts';
import type { Standing } from '../population/standing.ts';
import type { PeopleValues } from '../population/traits.ts';
import type { Stream } from '../random/keys.ts';
import type { Schedule } from '../tactics/schedule.ts';
import type { StaffValues } from '../tactics/staff.ts';
import type { RunningAct, RunningTactic } from '../tactics/tactic.ts';
import type { Offers } from './offers.ts';
import type { PhaseName } from './phases.ts';

/** The assumptions of one arm in one world, every number settled. */
export interface ModelParameters {
  readonly join: JoinValues;
  readonly onboard: OnboardValues;
  readonly visit: VisitValues;
  readonly engage: EngageValues;
  readonly climb: ClimbValues;
  readonly ties: TiesValues;
  readonly adResponse: AdResponseValues;
  readonly couponResponse: CouponResponseValues;
  readonly buy: BuyValues;
  readonly share: ShareValues;
  readonly membershipResponse: MembershipResponseValues;
  readonly referralResponse: ReferralResponseValues;
  readonly leave: LeaveValues;
  readonly trust: TrustValues;
  readonly spread: SpreadValues;
  readonly staff: StaffValues;
  readonly value: ValueValues;
}

/** The people of one kind, in words and constants. */
export interface SegmentValues {
  readonly name: string;
  readonly share: number;
  readonly people: PeopleValues;
}

/** Whose day it is: lists that one phase of the day leaves to the next. */
export interface Today {
  /** Places of today's visitors, in the order of their columns: `visitors[0 .. visitorCount)`. */
  readonly visitors: Int32Array;
  visitorCount: number;
  /** Log-odds of coming today that reminders and occasions add, by place; all zero where `isNudged` is false. */
  readonly nudge: Float32Array;
  isNudged: boolean;
  /** Places of today's newcomers. */
  readonly newcomers: number[];
  /** Invitations that wait for an answer tomorrow, as pairs: inviter, invited, inviter, invited ... */
  readonly invitations: number[];
  /** Of those, the ones that carry a reward: by place of their pair. */
  readonly carried: Map<number, Referral>;
  /** Whether any ads, or messages of no use, have been seen so far: before that nobody is annoyed. */
  adsSeen: boolean;
  /** Orders of today, as pairs: place of the buyer, cents paid. */
  readonly bought: number[];
  /** Places of those who complained today. */
  readonly complained: number[];
  /** Questions of today that go to a help desk. */
  readonly asked: Asked[];
  /** Hazards of joining tomorrow by scanning posters: of each by place, and of all prospects together. */
  readonly scanned: Map<number, number>;
  publicPull: number;
  /** Views of shared content by prospects among the public, that work tomorrow. */
  publicViews: number;
}

/** One arm in one world, on its way through the days. Phases change it in place, nothing else does. */
export interface Model {
  readonly days: number;
  readonly people: People;
  readonly friendships: Friendships;
  readonly segments: readonly SegmentValues[];
  readonly parameters: ModelParameters;
  /** A stream of chance by name; the same one on every call. */
  readonly stream: (name: string) => Stream;
  readonly tactics: readonly RunningTactic[];
  /** What they do in each phase, in their order. */
  readonly acts: Readonly<Record<PhaseName, readonly RunningAct[]>>;
  readonly offers: Offers;
  readonly today: Today;
  /** By place: orders that price cuts added to those for a need, and how many of them are still put by. */
  readonly stock: Map<number, { readonly added: number; readonly left: number }>;
  /** By place: whose coupon somebody got last, where its tactic has a budget. */
  readonly couponsOf: Map<number, Schedule>;
  /** By place: memberships that people hold or once held. */
  readonly memberships: Map<number, Membership>;
  /** By place: how many times as often as others somebody chats who paid to come in. */
  readonly keen: Map<number, number>;
  /** Rewarded invitations of this month by inviter, for each referral programme. */
  readonly invited: Map<string, { readonly month: number; readonly used: Map<number, number> }>;
  /** Points, levels and roles: one for each programme that the arm has. */
  readonly standings: readonly Standing[];
  /** By kind of occasion, then by place: the day of the last one. */
  readonly occasions: Map<string, Int16Array>;
  /** What people know of each ritual, by the name of its tactic. */
  readonly rituals: Map<string, Custom>;
  /** Fresh posts by category: what there is to read. */
  readonly content: Float64Array;
  /** What members catch from one another; null where nobody starts it. */
  readonly spread: Spread | null;
  readonly helpdesks: Helpdesks;
  readonly ledger: Ledger;
  readonly tally: Tally;
  readonly record: DayRecord;
  /** People who can ever be inside, and how many of them have been. */
  readonly reachable: number;
  everJoined: number;
}
