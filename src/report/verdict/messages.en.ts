/**
 * The verdict's words in English. Each is a whole sentence, or a name that stands in one. Verbs of a model ("in this
 * model", "suggests"), never of a promise. Labels of arms stand in quotes, so that a verb in the singular always fits.
 */
export const en = {
  'status.recommend': 'Recommend',
  'status.talk-it-over': 'Talk it over',
  'status.dont': "Don't",
  'status.practically-the-same': 'Practically the same',
  'status.early': 'Early estimate',
  headline: '{status}. {sentence}',

  'metric.sum': '{horizonBefore} {metric}',
  'metric.last': '{metric} after {horizon}',
  'metric.mean': 'average {metric} over {horizon}',
  'metric.state': '{metric}',
  'amount.monthly': '{amount} a month',
  'assumption.about': '{label} ({path})',
  unchanged: 'unchanged',

  ahead:
    'In this model, “{arm}” beats “{baseline}” on {metric} with {chance} probability (ahead in {count} of {worlds, plural, one {# paired world} other {# paired worlds}}, ±{margin, plural, one {# point} other {# points}}).',
  behind:
    'In this model, “{arm}” falls short of “{baseline}” on {metric} with {chance} probability (behind in {count} of {worlds, plural, one {# paired world} other {# paired worlds}}, ±{margin, plural, one {# point} other {# points}}).',
  'behind.earning':
    'In this model, “{arm}” earns less {metric} than “{baseline}” with {chance} probability (behind in {count} of {worlds, plural, one {# paired world} other {# paired worlds}}, ±{margin, plural, one {# point} other {# points}}).',
  'ahead.halves':
    'Picked on one half of the worlds and measured on the other, the leading alternative (“{even}” or “{odd}”) beats “{baseline}” on {metric} with {chance} probability in this model (ahead in {count} of {worlds, plural, one {# paired world} other {# paired worlds}}, ±{margin, plural, one {# point} other {# points}}).',
  'behind.halves':
    'Picked on one half of the worlds and measured on the other, the leading alternative (“{even}” or “{odd}”) falls short of “{baseline}” on {metric} with {chance} probability in this model (behind in {count} of {worlds, plural, one {# paired world} other {# paired worlds}}, ±{margin, plural, one {# point} other {# points}}).',
  identical:
    'In this model, “{arm}” and “{baseline}” give exactly the same {metric} in {worlds, plural, one {the one paired world} other {all # paired worlds}}.',
  same: 'In this model, “{arm}” and “{baseline}” differ by less than {matters} on {metric} with {chance} probability ({worlds, plural, one {# paired world} other {# paired worlds}}).',
  'same.halves':
    'Picked on one half of the worlds and measured on the other, the leading alternative (“{even}” or “{odd}”) and “{baseline}” differ by less than {matters} on {metric} with {chance} probability in this model ({worlds, plural, one {# paired world} other {# paired worlds}}).',
  'same.advice': 'Pick the cheaper or kinder one.',
  'early.ahead':
    'This model leans to “{arm}” over “{baseline}” on {metric}: {low} to {high} probability so far, after {worlds} of the {needed} paired worlds that a verdict needs.',
  'early.behind':
    'This model leans to “{baseline}” over “{arm}” on {metric}: {low} to {high} probability so far, after {worlds} of the {needed} paired worlds that a verdict needs.',
  'early.open':
    'This model does not yet lean to “{arm}” or to “{baseline}” on {metric}: the chance that “{arm}” is better is {low} to {high} so far, after {worlds} of the {needed} paired worlds that a verdict needs.',
  'early.halves':
    'This model does not yet lean to one alternative on {metric}: the two halves of the worlds choose differently, “{even}” and “{odd}”, after {worlds} of the {needed} paired worlds that a verdict needs.',
  unmeasured:
    'This model cannot tell “{arm}” from “{baseline}”: no paired world gives a number for {metric}.',
  directionless:
    'This model cannot say whether “{arm}” or “{baseline}” is better: neither more nor less of {metric} counts as good.',

  'size.relative.monthly': 'Median {median} [{low}, {high}], about {monthly} a month.',
  'size.monthly': 'Median {median} a month [{low}, {high}].',
  'size.plain': 'Median {median} [{low}, {high}].',

  'rail.falls': 'Guardrail not held: {metric} falls by more than {limit} in {chance} of worlds.',
  'rail.rises': 'Guardrail not held: {metric} rises by more than {limit} in {chance} of worlds.',
  'rail.atLeast': 'Guardrail not held: {metric} is below {limit} in {chance} of worlds.',
  'rail.atMost': 'Guardrail not held: {metric} is above {limit} in {chance} of worlds.',
  'rail.unmeasured': 'Guardrail not held: no world gives a number for {metric}.',
  'rails.held': 'Guardrails held: {items}.',
  'rails.some': 'Guardrails: {items}.',
  'rails.held.of': 'Guardrails of “{arm}” held: {items}.',
  'rails.some.of': 'Guardrails of “{arm}”: {items}.',
  'rails.item': '{metric} {value}',
  'rails.item.atLeast': '{metric} {value} (at least {limit})',
  'rails.item.atMost': '{metric} {value} (at most {limit})',
  'rails.item.broken': '{metric} {value} (beyond its limit in {chance} of worlds)',
  'rails.item.unmeasured': '{metric} without a number',
  'rails.between': '; ',

  blocks: 'What holds it back: {sentences}',
  'block.chance.behind': 'It is behind more often than ahead.',
  'block.chance': 'It is ahead too seldom for a recommendation, which asks for {needed} probability.',
  'block.size': 'Half the worlds or more fall short of {matters}, the smallest difference that matters.',
  'block.halves': 'The two halves of the worlds choose differently, “{even}” and “{odd}”.',

  choice:
    'Picked from {alternatives, plural, one {# alternative} other {# alternatives}} on one half of the worlds and measured on the other, so that a lucky pick does not flatter it.',
  'ifWrong.loses.monthly': 'If this is wrong, expect to lose about {amount} a month.',
  'ifWrong.loses.plain': 'If this is wrong, expect {metric} to be worse by about {amount}.',
  'ifWrong.misses.monthly': 'If this is wrong, you miss about {amount} a month.',
  'ifWrong.misses.plain': 'If this is wrong, you miss a gain of about {amount} in {metric}.',
  'weakest.up':
    'Weakest assumption: {assumption}; the higher it is, the better “{arm}” does against “{baseline}”.',
  'weakest.down':
    'Weakest assumption: {assumption}; the higher it is, the worse “{arm}” does against “{baseline}”.',
  'field.ahead': 'By this model, a real A/B test of this size would show “{arm}” ahead {chance} of the time.',
  'counted.assumptions':
    'Counts luck and uncertain assumptions; not competitors or model error. Brackets span 90% of worlds.',
  'counted.luck':
    'Counts luck only, with every assumption held fixed; not competitors or model error. Brackets span 90% of worlds.',
  'luck.low':
    "Luck's share of the spread: {luck}. More worlds do not narrow it; better data on the assumptions would.",
  'luck.middle':
    "Luck's share of the spread: {luck}. More worlds do not narrow it; better data on the assumptions would narrow the rest.",
  'luck.high':
    "Luck's share of the spread: {luck}. More worlds or better data hardly narrow it; a larger community might.",

  'arm.better.relative.monthly':
    '{arm}: {metric} {median} [{low}, {high}] against “{baseline}”, about {monthly} a month; better with {chance} probability.',
  'arm.better.monthly':
    '{arm}: {metric} {median} a month [{low}, {high}] against “{baseline}”; better with {chance} probability.',
  'arm.better.plain':
    '{arm}: {metric} {median} [{low}, {high}] against “{baseline}”; better with {chance} probability.',
  'arm.unmeasured': '{arm}: no number to compare with “{baseline}” on {metric}.',
} as const;

export type MessageName = keyof typeof en;
export type Messages = Readonly<Record<MessageName, string>>;
