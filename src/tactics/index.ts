import { acquisition } from './acquisition.ts';
import { activities } from './activities.ts';
import { ads } from './ads.ts';
import { content } from './content.ts';
import { coupons } from './coupons.ts';
import { entry } from './entry.ts';
import { envelopes } from './envelopes.ts';
import { helpdesk } from './helpdesk.ts';
import { levels } from './levels.ts';
import { membership } from './membership.ts';
import { onboarding } from './onboarding.ts';
import { posters } from './posters.ts';
import { prices } from './prices.ts';
import { proposals } from './proposals.ts';
import { recall } from './recall.ts';
import { referral } from './referral.ts';
import { rituals } from './rituals.ts';
import { rivals } from './rivals.ts';
import { sale } from './sale.ts';
import { starter } from './starter.ts';
import type { Tactic } from './tactic.ts';

/** Every tactic of the product. A new one: a file here, a line in this list, a test, a scenario. */
const list = [
  ads,
  coupons,
  envelopes,
  proposals,
  sale,
  prices,
  starter,
  content,
  activities,
  levels,
  rituals,
  onboarding,
  helpdesk,
  membership,
  entry,
  acquisition,
  referral,
  posters,
  recall,
  rivals,
] as unknown as Tactic[];

/** Every tactic there is: these, and whatever a program added. */
export const tactics: readonly Tactic[] = list;

/** One more, for as long as the program runs: `addTactic` of the parameter table calls it. */
export function enlist(tactic: Tactic): void {
  list.push(tactic);
}

/** The tactic of this name; undefined when there is none. */
export function findTactic(name: string): Tactic | undefined {
  return tactics.find((tactic) => tactic.name === name);
}
