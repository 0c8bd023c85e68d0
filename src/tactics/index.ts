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
import { proposals } from './proposals.ts';
import { recall } from './recall.ts';
import { referral } from './referral.ts';
import { rivals } from './rivals.ts';
import { sale } from './sale.ts';
import { starter } from './starter.ts';
import type { Tactic } from './tactic.ts';

/** Every tactic there is. A new one: a file here, a line in this list, a test, a scenario. */
export const tactics = [
  ads,
  coupons,
  envelopes,
  proposals,
  sale,
  starter,
  content,
  activities,
  levels,
  onboarding,
  helpdesk,
  membership,
  entry,
  acquisition,
  referral,
  posters,
  recall,
  rivals,
] as unknown as readonly Tactic[];

/** The tactic of this name; undefined when there is none. */
export function findTactic(name: string): Tactic | undefined {
  return tactics.find((tactic) => tactic.name === name);
}
