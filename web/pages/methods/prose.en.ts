/** The methods page in English. */
import type { Prose } from './prose.ts';

export const english: Prose = {
  title: 'How the model works, and what it cannot say',
  lead: 'Seedbed grows the same simulated people, with the same luck, under several tactics, and shows what each earns and whom it loses. Here is what happens to them, where every number comes from, and where the model is known to be wrong.',
  contents: 'On this page',
  chapters: {
    overview: 'Overview',
    day: 'A day, in ten phases',
    worlds: 'Paired worlds',
    behaviors: 'What people do',
    verdict: 'How a verdict is reached',
    parameters: 'Every number and its source',
    metrics: 'Metrics',
    evidence: 'Held against the evidence',
    tests: 'Tests it answers to',
    limits: 'What it cannot tell you',
    cite: 'How to cite',
    glossary: 'Glossary',
  },
  overview: [
    {
      title: 'Purpose',
      text: [
        'An operator runs a community (a brand’s private group, a learning circle, a professional network) and must make it pay. Every way of earning costs something that a spreadsheet does not see: annoyance, trust, friends who leave together, a lurker who would have bought next month.',
        'The model compares tactics. It does not forecast a company’s revenue.',
      ],
    },
    {
      title: 'People',
      text: [
        'A fixed number, drawn once a world: founding members, who are inside on day 0; prospects, who are outside and reachable, so that their number is the ceiling of growth; and people beyond reach. Each has traits of their own (how often they come, write, share and need something; how they take ads and bargains; how easily they leave) and a state that changes: habit, satisfaction, trust, annoyance, friends, orders, the price they are used to.',
        'People differ far more than averages suggest. A falling retention curve can come from that alone: those who leave easily are gone first.',
      ],
    },
    {
      title: 'Ties',
      text: [
        'Who could know whom is a graph, drawn or read from a file. A tie is awake once both are members and have met. Only awake ties count as friends.',
      ],
    },
    {
      title: 'Operator, money and time',
      text: [
        'Tactics act, each with its numbers, from a day and until a day. Every booking goes into a double-entry ledger, by day, account and segment, and balances to the cent. One step is one day; every rate is applied as 1 − exp(−rate × days).',
      ],
    },
  ],
  dayLead:
    'The order is the program’s own list. In each phase tactics act first, then people answer. A phase decides on the state that it began with, so the order in which people stand cannot matter.',
  phases: {
    arrive: {
      title: 'Arrive',
      text: ['Organic interest, bought newcomers, yesterday’s invitations and views.'],
    },
    onboard: { title: 'First day', text: ['What today’s newcomers live through.'] },
    visit: { title: 'Visit', text: ['Who comes, and for how long.'] },
    engage: {
      title: 'Take part',
      text: ['Visitors write, ask and find their needs met or not; ties wake and fall asleep.'],
    },
    offer: { title: 'Offer', text: ['Tactics show ads and hand out coupons.'] },
    respond: { title: 'Respond', text: ['Visitors see ads, click, complain and buy; trust moves.'] },
    share: { title: 'Share', text: ['Visitors forward content and invite friends, with effect tomorrow.'] },
    leave: { title: 'Leave', text: ['Who falls silent, leaves for good, or comes back.'] },
    recall: { title: 'Recall', text: ['The place for tactics that win people back. None does so yet.'] },
    record: { title: 'Record', text: ['The ledger closes the day; metrics are written down.'] },
  },
  worldsLead:
    'All arms live in the same worlds. Whatever two arms both do to one person on one day, they do with the same luck, so a difference between them is the work of the tactic.',
  worlds: [
    {
      title: 'A world',
      text: [
        'One draw of the numbers that nobody knows, and one draw of luck. Chance is keyed: a draw depends on the seed, the world, its purpose, the day and the person, and on nothing else. Adding an arm, a metric or an idle tactic changes no other number; two identical arms differ by exactly zero in every world.',
      ],
    },
    {
      title: 'Twins',
      text: [
        'Worlds come in pairs with the same numbers and other luck. Twins tell luck from ignorance, let the page say what two separate communities would show in a real test, and count as one cluster in standard errors.',
      ],
    },
    {
      title: 'Ranges',
      text: [
        'A range holds the 5th to the 95th percentile. Chances and shares are drawn logit-normal, amounts, rates and durations lognormal, signed numbers normal. By default every assumption that the file leaves open is drawn from its plausible range, so that a verdict does not rest on our defaults.',
      ],
    },
  ],
  behaviorsLead:
    'Each is one source file with its formula at the head, its numbers beside it, and tests against published figures.',
  behaviors: [
    {
      title: 'Joining',
      text: [
        'A Bass hazard: own interest plus the pull of those inside, times how well the community fits. Views of shared content and invitations add to it the next day. A second inviter weighs 1.67 times the first and a third 2.2 times, or only inviters who do not know each other count. Bought newcomers come in Poisson numbers and leave sooner.',
      ],
    },
    {
      title: 'The first day',
      text: [
        'Three steps, a first post, its reply. A reply lifts the chance to post again from 44 to 56% (Joyce and Kraut 2006). How much of what goes with a good first day is its effect, and how much is that people who stay anyway do more on it, is unknown and is one number, `onboard.causal`.',
      ],
    },
    {
      title: 'Coming and needs',
      text: [
        'Log-odds from the person, habit, satisfaction and friends; with few friends their number counts, with many their share (Wu and others 2013). Satisfaction moves, visit by visit, to how far five needs are met: content, perks, answers, circle, identity.',
      ],
    },
    {
      title: 'Ads',
      text: [
        'Use falls as exp(−X); X grows with the ad load now and with what is remembered of it, both weighted by how annoying the ads are. The slope is that of the largest field experiment there is (Goli and others 2025); blunt ads weigh 1, tailored ones 0.24 (Goldstein and others 2013). X splits as published: 18% shorter visits, 41% fewer visits, 41% people who go. Poor knowledge of members turns tailored ads into blunt ones; targeted and intrusive is worse than either.',
      ],
    },
    {
      title: 'Buying and coupons',
      text: [
        'Needs open at personal, gamma-distributed rates, stay open for some days, and are met here by a visitor or lapse. A coupon raises the chance by the published promotion elasticity. One number settles an order with and without it, so each order is either one that would have come anyway or one that the coupon caused. Some caused orders use up a later need, and buyers get used to the price that they pay.',
      ],
    },
    {
      title: 'Sharing',
      text: [
        'A share is passed on by a negative binomial number of people (mean 0.3, dispersion 0.018: Goel and others), never Poisson. One heavy-tailed rate per person drives sharing and inviting, so hubs reach more only because they share more.',
      ],
    },
    {
      title: 'Leaving',
      text: [
        'Log-odds of falling silent: the person’s own; each friend short of five adds, active friends beyond five take away, satisfaction takes away, a fresh unanswered question adds. Ads add a hazard of their own, as what is remembered of them passes its highest value so far.',
      ],
    },
  ],
  verdictLead:
    'The verdict speaks of the arm with the best median of the judged metric among those whose guardrails hold. Its status is the first rule that fits:',
  rules: [
    { title: 'Don’t', text: ['A guardrail is beyond its limit in at least half of the worlds.'] },
    {
      title: 'Practically the same',
      text: [
        'The difference is smaller than the smallest effect that matters, with at least 90% probability.',
      ],
    },
    { title: 'Early estimate', text: ['There are fewer than 200 worlds.'] },
    { title: 'Don’t', text: ['The arm is better in at most 5% of worlds.'] },
    {
      title: 'Recommend',
      text: [
        'The arm is better in at least 95% of worlds, all guardrails hold (beyond the limit in at most 10% of worlds), and the median is above the smallest effect that matters.',
      ],
    },
    { title: 'Talk it over', text: ['Everything else; the text names what stands in the way.'] },
  ],
  verdictAfter: [
    'With three or more arms the best one is chosen on one half of the worlds and reported on the other half, and the reverse, so that luck in choosing does not flatter it. If the halves choose differently, the status is “Talk it over”.',
    'Two probabilities are kept apart: “better in the same world” and “a real A/B test of this size would show it ahead”. The second is lower, since two real communities have luck of their own.',
    'If the baseline’s own range includes zero, percentages would mean nothing; then text and charts use money per month.',
  ],
  parametersLead:
    'Write any of these into a scenario file under its path. “Drawn” numbers come from their range in every world unless the file settles them; “chosen” ones are the operator’s.',
  metricsLead: 'What can be judged, guarded and charted. Files may use the name or the label.',
  evidenceLead:
    'Each mechanism alone, against a law in closed form or a published table: what should come out, and what did.',
  testsLead:
    'Run with the program’s tests on every change; the figures are those of the sources in the table above.',
  tests: [
    { title: 'Identical arms', text: ['Differ by exactly zero in every world, for every gallery scenario.'] },
    {
      title: 'Same digest everywhere',
      text: ['For any number of workers, any order of work, any browser, and the command line.'],
    },
    { title: 'Order of people', text: ['Shuffling the columns of people changes nobody’s fate.'] },
    { title: 'The ledger', text: ['Revenue less costs is what moved in cash, to the cent, on every day.'] },
    {
      title: 'Chance',
      text: [
        'Streams pass uniformity, correlation and avalanche tests and `dieharder`; their bits are frozen.',
      ],
    },
    {
      title: 'Published figures',
      text: [
        'Ads against a 21-month field experiment, joining against Bass, onboarding against Joyce and Kraut, sharing against Goel and others, leaving against k-core.',
      ],
    },
    {
      title: 'Monotone where it must be',
      text: ['More annoyance keeps nobody; a better price loses no order.'],
    },
  ],
  misfits: 'Known misfits',
  misfitList: [
    'A community in which everybody meets the same ads loses more than the single listeners of the experiment, since friends who come less often pull less: +1.8 to +2.1 and −2.8 to −3.1% of use in month 21 at its low and high load (published: +1.74 and −2.83).',
    'Of the whole community’s loss in month 21 about 0.34 is people who go and 0.50 fewer visits (published: 0.41 and 0.41).',
    'With the preset for apps, 0.405 of newcomers come back after a day, not 0.254; days 7 and 30 fit.',
    'Coupons for the dormant reach people who do not come, and wake nobody.',
    'The silent majority writes too much: the lower nine tenths give a few percent of posts, not 1.3%.',
    'Satisfaction’s weights and pace, trust’s pace, and word of mouth inside a community have no published table; they are assumptions with wide ranges.',
  ],
  limitsLead: 'This is a model, not a forecast.',
  limits: [
    'What a competitor does, what the season does, what a news story does.',
    'Whether your product is good. Basket, margin and rate of needs are taken as given.',
    'What happens beyond 12 ads an hour, or in any regime far from the sources named above.',
    'Anything about a person. People here are drawn, not observed.',
    'How wrong its own form is. Ranges cover numbers, not mechanisms that are missing. Where a range is wrong, so are the probabilities.',
    'Levels. It compares arms with each other: read differences.',
  ],
  citeLead: 'Give version, seed and digest beside it; anybody can then get every number again.',
  cite: 'The Seedbed authors. Seedbed: a strategy sandbox for online communities, version {version}. 2026.',
  glossaryLead: 'The same words on every page, in both languages.',
  diagram: {
    title: 'One world, two tactics',
    about:
      'The same people with the same luck live through both arms. Some do otherwise; the difference of the two results is one dot among the dots of all worlds.',
    world: 'World 37',
    unknowns: 'one draw of the unknowns',
    luck: 'one draw of luck',
    before: 'Blunt ads',
    after: 'Tailored ads',
    people: 'the same eight people',
    stayed: 'stayed',
    left: 'left',
    difference: 'Difference in this world',
    many: 'One dot of many worlds',
    worse: 'worse',
    better: 'better',
  },
};
