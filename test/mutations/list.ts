/**
 * Mechanisms to break by a tenth, and the yardsticks (names in scenarios/yardsticks/) that are asked whether they notice.
 * What they answer is docs/mutations.md.
 */

/** A text of a source file, found exactly once, and what it becomes. */
export interface Edit {
  readonly file: string;
  readonly text: string;
  readonly becomes: string;
}

export interface Mutation {
  readonly name: string;
  readonly edits: readonly Edit[];
  readonly asked: readonly string[];
}

type Change = readonly [file: string, text: string, becomes: string];

const broken = (name: string, asked: readonly string[], ...changes: readonly Change[]): Mutation => ({
  name,
  asked,
  edits: changes.map(([file, text, becomes]) => ({ file: `src/${file}.ts`, text, becomes })),
});

const join = 'behaviors/join';
const joining = [
  broken(
    'joining of one’s own accord (Bass p)',
    ['bass'],
    [join, '(join.innovation + join.imitation', '(1.1 * join.innovation + join.imitation'],
  ),
  broken(
    'joining by imitation (Bass q)',
    ['bass'],
    [join, '+ join.imitation * share', '+ 0.9 * join.imitation * share'],
  ),
  broken(
    'hazard of a first invitation',
    ['second-inviter'],
    [join, 'join.fit * join.invitation *', '0.9 * join.fit * join.invitation *'],
  ),
  broken(
    'acceptance of the second inviter',
    ['second-inviter'],
    [join, 'place === 2 ? join.second', 'place === 2 ? 0.9 * join.second'],
  ),
  broken(
    'acceptance of the third inviter',
    ['second-inviter'],
    [join, ': join.third;', ': 0.9 * join.third;'],
  ),
  broken(
    'threshold of joining',
    ['threshold-joining'],
    [join, '>= parameters.join.threshold', '>= 1.1 * parameters.join.threshold'],
  ),
  broken(
    'newcomers bought a day',
    ['ceiling'],
    [join, '`, arrivals, taken, purchase)', '`, 0.9 * arrivals, taken, purchase)'],
  ),
  broken(
    'newcomers whom members bring',
    ['ceiling-with-referral'],
    [join, 'brings * members', '0.9 * brings * members'],
  ),
  broken(
    'worth of coming in, to those asked for a fee',
    [],
    ['behaviors/pay-entry', 'asked.worth) >= asked.fee', 'asked.worth) * 0.9 >= asked.fee'],
  ),
  broken(
    'staying of those who paid for entry',
    [],
    ['behaviors/pay-entry', 'asked.selects * keptOut', '0.9 * asked.selects * keptOut'],
  ),
  broken(
    'inviting for a reward',
    [],
    ['tactics/referral', 'rewarded(invites, reward', 'rewarded(0.9 * invites, reward'],
  ),
  broken(
    'staying of those whom friends brought',
    [],
    [join, 'log(parameters.leave.referred)', '0.9 * log(parameters.leave.referred)'],
  ),
  broken(
    'staying of those who brought friends',
    [],
    [join, 'log(parameters.leave.referrer)', '0.9 * log(parameters.leave.referrer)'],
  ),
  broken(
    'newcomers by a view of shared content',
    [],
    [join, '(join.views * today', '(0.9 * join.views * today'],
  ),
];

const leaving = [
  broken(
    'exit rate of everybody',
    ['geometric-retention'],
    ['behaviors/leave', 'exp(-leave.rate)', 'exp(-0.9 * leave.rate)'],
  ),
  broken(
    'leaving that differs: alpha',
    ['sbg'],
    ['population/draw-people', '      leave.alpha,', '      0.9 * leave.alpha,'],
  ),
  broken(
    'leaving that differs: beta',
    ['sbg'],
    ['population/draw-people', '      leave.beta +', '      0.9 * leave.beta +'],
  ),
  broken(
    'length of a period of leaving',
    ['sbg'],
    ['population/draw-people', 'LAST_CHANCE)) / leave.period', 'LAST_CHANCE)) / (0.9 * leave.period)'],
  ),
  broken(
    'number of friends that is enough (k-core)',
    ['k-core'],
    [
      'behaviors/leave',
      'const { enough, perTie, perActive } = leave;',
      'const { perTie, perActive } = leave;\n  const enough = 1.1 * leave.enough;',
    ],
  ),
  broken(
    'leaving for want of friends',
    [],
    ['behaviors/leave', 'logit += perTie *', 'logit += 0.9 * perTie *'],
  ),
  broken(
    'staying by friends who are active',
    [],
    ['behaviors/leave', 'logit -= (perActive *', 'logit -= (0.9 * perActive *'],
  ),
  broken(
    'leaving when discontent',
    [],
    ['behaviors/leave', 'exitLogit[p] - leave.satisfaction', 'exitLogit[p] - 0.9 * leave.satisfaction'],
  ),
  broken(
    'leaving after an unanswered question (ln 1.62)',
    [],
    ['behaviors/leave', 'logit += leave.unanswered', 'logit += 0.9 * leave.unanswered'],
  ),
  broken(
    'striving for the next level',
    [],
    ['behaviors/climb', 'log(1 + parameters.climb.gradient *', 'log(1 + 0.9 * parameters.climb.gradient *'],
  ),
  broken(
    'questions that a knowledge base answers',
    [],
    ['tactics/helpdesk', 'chance: knowledge * repeats', 'chance: 0.9 * knowledge * repeats'],
  ),
  broken(
    'hurt by losing a level',
    [],
    ['behaviors/climb', '-= parameters.climb.withdrawn', '-= 0.9 * parameters.climb.withdrawn'],
  ),
  broken(
    'first posts that admins answer',
    [],
    ['behaviors/climb', '1 - parameters.climb.welcomes', '1 - 0.9 * parameters.climb.welcomes'],
  ),
  broken(
    'answers of volunteer helpers',
    [],
    ['behaviors/climb', '-parameters.climb.helps * here', '-0.9 * parameters.climb.helps * here'],
  ),
  broken('pull of rivals', [], ['tactics/rivals', '(pull * log(1', '(0.9 * pull * log(1']),
  broken('coming back upon a message', [], ['tactics/recall', 'returns * (1', '0.9 * returns * (1']),
  broken(
    'leaving for good at once',
    [],
    ['behaviors/leave', '< parameters.leave.atOnce', '< 0.9 * parameters.leave.atOnce'],
  ),
];

const onboarding = [
  broken(
    'posting again after a reply',
    ['first-replies'],
    ['behaviors/onboard', 'replied ? onboard.againReplied', 'replied ? 1.1 * onboard.againReplied'],
  ),
  broken(
    'effect of a reply (12 points)',
    ['first-replies'],
    [
      'behaviors/onboard',
      '? onboard.againReplied : onboard.again',
      '? 0.9 * onboard.againReplied + 0.1 * onboard.again : onboard.again',
    ],
  ),
  broken(
    'posting again without a reply',
    ['first-replies'],
    ['behaviors/onboard', ': onboard.again;', ': 0.9 * onboard.again;'],
  ),
  broken(
    'members who reply',
    ['first-replies'],
    ['behaviors/onboard', '1 - onboard.reply)', '1 - 0.9 * onboard.reply)'],
  ),
  broken('staff who reply', ['first-replies'], ['behaviors/onboard', '(1 - replies)', '(1 - 0.9 * replies)']),
  broken('first posts', [], ['behaviors/onboard', '>= onboard.firstPost', '>= 0.9 * onboard.firstPost']),
  broken('lift of a first-day step', [], ['behaviors/onboard', '-= onboard.lift', '-= 0.9 * onboard.lift']),
];

const response = 'behaviors/ad-response';
const ads = [
  broken(
    'slope of use against ads',
    ['ads-slope'],
    ['population/annoyance', 'return slope *', 'return 0.9 * slope *'],
    [
      'behaviors/visit',
      '-adResponse.fewer * adResponse.slope * adResponse.instant',
      '-adResponse.fewer * 0.9 * adResponse.slope * adResponse.instant',
    ],
    [
      'behaviors/visit',
      'adResponse.slope * (1 - adResponse.instant)',
      '0.9 * adResponse.slope * (1 - adResponse.instant)',
    ],
    [
      'behaviors/leave',
      'adResponse.slope * adResponse.instant',
      '0.9 * adResponse.slope * adResponse.instant',
    ],
    [
      'behaviors/leave',
      'adResponse.slope * (1 - adResponse.instant)',
      '0.9 * adResponse.slope * (1 - adResponse.instant)',
    ],
  ),
  broken(
    'memory of annoyance',
    ['ads-slope'],
    [response, 'chanceFromRate(1 / memory)', 'chanceFromRate(0.9 / memory)'],
  ),
  broken(
    'shorter visits by ads',
    ['ads-slope'],
    [response, 'exp(-response.shorter *', 'exp(-0.9 * response.shorter *'],
  ),
  broken(
    'fewer visits by ads',
    ['ads-slope'],
    ['behaviors/visit', 'lossNow = -adResponse.fewer', 'lossNow = -0.9 * adResponse.fewer'],
    ['behaviors/visit', 'lossSlow = -adResponse.fewer', 'lossSlow = -0.9 * adResponse.fewer'],
  ),
  broken(
    'people who leave by ads',
    ['ads-slope'],
    ['behaviors/leave', 'Math.max(0, exit *', 'Math.max(0, 0.9 * exit *'],
  ),
  broken(
    'annoyance of ads that fit (.24)',
    [],
    [response, '(response.tailored - response.blunt)', '(1.1 * response.tailored - response.blunt)'],
  ),
  broken(
    'annoyance of ads that interrupt',
    [],
    [response, 'weight * (1 + (response.intrusion', 'weight * (1 + (0.9 * response.intrusion'],
  ),
  broken('clicks', [], [response, 'return response.click * drawn', 'return 0.9 * response.click * drawn']),
  broken(
    'clicks on ads that fit (relevance)',
    [],
    [response, '(1 + (response.relevance', '(1 + (0.9 * response.relevance'],
  ),
  broken(
    'exposures at which an ad works best (wear)',
    [],
    [response, 'wear(before, response.wearPeak)', 'wear(before, 0.9 * response.wearPeak)'],
  ),
  broken('blindness to ads', [], [response, '1 - (response.blindness', '1 - (0.9 * response.blindness']),
  broken('complaints about ads', [], [response, 'response.complaint * 10', 'response.complaint * 9']),
];

const buying = [
  broken(
    'orders: shape of their rates',
    ['purchases'],
    ['population/draw-people', '      buy.shape,', '      0.9 * buy.shape,'],
  ),
  broken(
    'orders: scale of their rates',
    ['purchases'],
    ['population/draw-people', 'needs / buy.scale', 'needs / (0.9 * buy.scale)'],
  ),
  broken(
    'quitting after an order: a',
    ['purchases'],
    ['behaviors/buy', ', quitAlpha, quitBeta);', ', 0.9 * quitAlpha, quitBeta);'],
  ),
  broken(
    'quitting after an order: b',
    ['purchases'],
    ['behaviors/buy', ', quitAlpha, quitBeta);', ', quitAlpha, 0.9 * quitBeta);'],
  ),
  broken(
    'elasticity of price cuts (3.63)',
    ['price-cut'],
    ['behaviors/buy', 'chance * elasticity * cut *', '0.9 * chance * elasticity * cut *'],
  ),
  broken(
    'orders ahead of a need in price cuts',
    ['price-cut'],
    ['behaviors/buy', '(kept < ahead', '(kept < 0.9 * ahead'],
  ),
  broken(
    'odds after a friend has paid (1.6)',
    [],
    ['behaviors/buy', 'log(buy.friendPaid)', '0.9 * log(buy.friendPaid)'],
  ),
  broken(
    'commitment of those who paid for a membership',
    [],
    ['behaviors/buy', 'membershipResponse.commitment *', 'membershipResponse.commitment * 0.9 *'],
  ),
  broken(
    'memberships taken',
    [],
    ['behaviors/subscribe', 'regardOf(model, p)) * price', 'regardOf(model, p)) * 0.9 * price'],
  ),
  broken(
    'memberships renewed',
    [],
    ['behaviors/subscribe', '< logistic(logOdds))', '< 0.9 * logistic(logOdds))'],
  ),
  broken(
    'units at another list',
    ['price-list'],
    ['tactics/prices', 'pow(level, -elasticity)', 'pow(level, -0.9 * elasticity)'],
  ),
  broken('starters taken', [], ['behaviors/taste', 'take * exp(', '0.9 * take * exp(']),
  broken('friction of a first order', [], ['behaviors/buy', '-= buy.friction', '-= 0.9 * buy.friction']),
  broken(
    'price that people are used to',
    [],
    ['behaviors/buy', 'buy.reference * Math', '0.9 * buy.reference * Math'],
  ),
  broken('orders that trust brings', [], ['behaviors/buy', '+ buy.trust *', '+ 0.9 * buy.trust *']),
  broken(
    'orders that coupons cause, with a need',
    [],
    ['behaviors/buy', 'elasticity * (off - cut)', '0.9 * elasticity * (off - cut)'],
  ),
  broken(
    'orders that coupons borrow',
    [],
    ['behaviors/buy', '< parameters.buy.borrowed', '< 0.9 * parameters.buy.borrowed'],
  ),
  broken(
    'redemption of coupons without a need',
    [],
    ['behaviors/coupon-response', 'logistic(logOdds) * profile', '0.9 * logistic(logOdds) * profile'],
  ),
];

const sharing = [
  broken(
    'chains: Poisson reach',
    ['chains-poisson'],
    ['behaviors/share', 'poissonQuantile(u, reach)', 'poissonQuantile(u, 0.9 * reach)'],
  ),
  broken(
    'chains: geometric reach',
    ['chains-geometric'],
    ['behaviors/share', 'geometricQuantile(u, reach)', 'geometricQuantile(u, 0.9 * reach)'],
  ),
  broken(
    'chains: binomial reach',
    ['chains-binomial'],
    ['behaviors/share', 'Math.min(1, reach / trials)', 'Math.min(1, (0.9 * reach) / trials)'],
  ),
  broken(
    'chains: negative binomial reach',
    ['chains-negative-binomial', 'sharing-default'],
    ['behaviors/share', '(u, reach, dispersion)', '(u, 0.9 * reach, dispersion)'],
  ),
  broken(
    'chains: dispersion',
    ['chains-negative-binomial', 'sharing-default'],
    ['behaviors/share', '(u, reach, dispersion)', '(u, reach, 0.9 * dispersion)'],
  ),
  broken(
    'posters passed on',
    ['posters-seeds'],
    ['behaviors/posters', 'found, poster.forward)', 'found, 0.9 * poster.forward)'],
  ),
  broken(
    'readers of a share',
    ['sharing-default'],
    ['behaviors/share', 'parameters.share.views * followChain', '0.9 * parameters.share.views * followChain'],
  ),
];

const spreading = [
  broken(
    'contacts among everybody',
    ['contagion-mixed-fixed', 'reed-frost'],
    [
      'behaviors/spread',
      'parameters.spread.contacts / (members',
      '(0.9 * parameters.spread.contacts) / (members',
    ],
  ),
  broken(
    'passing on among friends',
    ['percolation-random', 'percolation-3-regular'],
    [
      'behaviors/spread',
      'dailyChance(model.parameters.spread.chance,',
      'dailyChance(0.9 * model.parameters.spread.chance,',
    ],
  ),
  broken(
    'period of passing on, fixed',
    ['contagion-mixed-fixed', 'percolation-random'],
    ['behaviors/spread', '-expm1(log1p(-whole) / period)', '-expm1(log1p(-whole) / (0.9 * period))'],
  ),
  broken(
    'period of passing on, geometric',
    ['contagion-mixed-geometric'],
    [
      'behaviors/spread',
      'geometricQuantile(drawn, period - 1)',
      'geometricQuantile(drawn, 0.9 * (period - 1))',
    ],
  ),
  broken(
    'threshold of a custom',
    ['threshold-cascades'],
    ['behaviors/spread', 'having / n < threshold', 'having / n < 1.1 * threshold'],
  ),
];

const others = [
  broken(
    'time that an answer takes',
    ['helper-queue', 'helper-queue-single', 'littles-law'],
    ['behaviors/answer', '(need * desk.minutes)', '(0.9 * need * desk.minutes)'],
  ),
  broken(
    'interest in activities',
    [],
    ['tactics/activities', '(interest * usual)', '(0.9 * interest * usual)'],
  ),
  broken('pull of red envelopes', [], ['tactics/envelopes', '(pull * hope)', '(0.9 * pull * hope)']),
  broken(
    'occasions that wear out',
    [],
    ['behaviors/visit', 'squared + fresh * fresh', 'squared + 0.9 * fresh * fresh'],
  ),
  broken('pull of timely proposals', [], ['tactics/proposals', '        pull,', '        pull: 0.9 * pull,']),
  broken(
    'odds of buying upon a proposal',
    [],
    ['tactics/proposals', 'convinces: log(odds)', 'convinces: log(0.9 * odds)'],
  ),
  broken(
    'annoyance of useless proposals',
    [],
    ['tactics/proposals', '        weight,', '        weight: 0.9 * weight,'],
  ),
  broken(
    'pull of rituals that are expected',
    [],
    ['tactics/rituals', 'isKept, pull, lessons', 'isKept, pull: 0.9 * pull, lessons'],
  ),
  broken(
    'learning to expect rituals',
    [],
    ['tactics/rituals', 'isKept, pull, lessons', 'isKept, pull, lessons: 0.9 * lessons'],
  ),
  broken('buddies of newcomers', [], ['tactics/onboarding', '        buddy,', '        buddy: 0.9 * buddy,']),
  broken(
    'wages of staff',
    [],
    ['tactics/staff', 'schedule.staffHours * parameters', '0.9 * schedule.staffHours * parameters'],
  ),
  broken(
    'discounts that count against a budget',
    [],
    ['behaviors/discount', 'schedule.spent += micro', 'schedule.spent += 0.9 * micro'],
  ),
  broken(
    'worth of the operator’s own posts',
    [],
    ['tactics/content', 'posts * quality * fit', '0.9 * posts * quality * fit'],
  ),
  broken(
    'number of questions',
    ['helper-queue', 'littles-law'],
    [
      'behaviors/engage',
      'poissonQuantile(more.uniform(key), questions)',
      'poissonQuantile(more.uniform(key), 0.9 * questions)',
    ],
  ),
  broken(
    'questions that members answer',
    [],
    ['behaviors/engage', 'toUniform(drawn) < chance', 'toUniform(drawn) < 0.9 * chance'],
  ),
  broken(
    'level of posting',
    ['posting'],
    ['population/draw-people', '(posts / engage.window)', '((0.9 * posts) / engage.window)'],
  ),
  broken(
    'inequality of posting (sigma)',
    ['posting'],
    ['population/draw-people', 'exp(postsSpread *', 'exp(0.9 * postsSpread *'],
  ),
  broken(
    'rewiring of a small world',
    ['watts-strogatz'],
    ['population/networks-ring', 'threshold(rewire)', 'threshold(0.9 * rewire)'],
  ),
  broken(
    'habit of visiting',
    [],
    ['behaviors/visit', 'visit.habit * habit[p] + visit', '0.9 * visit.habit * habit[p] + visit'],
  ),
  broken(
    'visits by friends who came',
    [],
    ['behaviors/visit', '(visit.friends * active)', '(0.9 * visit.friends * active)'],
  ),
  broken(
    'visits by satisfaction',
    [],
    ['behaviors/visit', 'visit.satisfaction * (sat', '0.9 * visit.satisfaction * (sat'],
  ),
  broken('chance that a tie wakes', [], ['behaviors/meet', 'if (u < wake)', 'if (u < 0.9 * wake)']),
  broken(
    'trust lost by a complaint seen',
    [],
    ['behaviors/trust', '*= 1 - complaint', '*= 1 - 0.9 * complaint'],
  ),
];

export const mutations: readonly Mutation[] = [
  ...joining,
  ...leaving,
  ...onboarding,
  ...ads,
  ...buying,
  ...sharing,
  ...spreading,
  ...others,
];
