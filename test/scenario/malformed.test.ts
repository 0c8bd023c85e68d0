import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { formatProblem, parseScenario } from '../../src/scenario/parse.ts';
import type { Problem } from '../../src/scenario/scenario.ts';

const folder = 'test/fixtures/scenarios/malformed/';

/** The first problem of each file: where it stands, the path, and words that the message must have. */
const expected: readonly (readonly [file: string, place: string, path: string, words: string])[] = [
  ['a-list.yaml', '1:1', '', 'must be a mapping (`title: ...`, `arms: ...`); got a list'],
  ['a-word.yaml', '1:1', '', 'must be a mapping (`title: ...`, `arms: ...`); got "seedbed"'],
  [
    'alias.yaml',
    '3:9',
    '',
    'aliases (`*name`) are not allowed: write the value out (a text that begins with * needs quotes)',
  ],
  [
    'anchor.yaml',
    '3:9',
    '',
    'anchors (`&name`) are not allowed: write the value out (a text that begins with & needs quotes)',
  ],
  ['arm-changes-the-kind.yaml', '6:31', 'arms[0].tactics.promo.tactic', 'must be ads; got "coupons"'],
  ['arm-name-twice.yaml', '5:11', 'arms[1].name', 'must be unlike every other; got "A", as arms[0] has it'],
  ['arm-without-name.yaml', '4:5', 'arms[0].name', 'is missing'],
  ['arms-are-a-mapping.yaml', '3:7', 'arms', 'must be a list of arms; got a mapping'],
  ['assumptions-misspelt.yaml', '3:14', 'assumptions', 'did you mean plausible?'],
  [
    'chance-above-one.yaml',
    '3:18',
    'people.visits',
    'must be a chance from 0 to 100 %; got 22 (22 % is written 22%)',
  ],
  [
    'colon-in-a-text.yaml',
    '2:8',
    '',
    'only one `key: value` fits in a line: quote a text with `: ` in it, and see that the next line is not indented deeper',
  ],
  ['community-is-a-number.yaml', '3:12', 'community', 'must be a mapping of who is there; got 1500'],
  ['constructor.yaml', '3:10', 'people.constructor', 'is not allowed as a name'],
  ['count-with-a-fraction.yaml', '3:17', 'leave.enough', 'must be a whole number (ties); got 2.5'],
  [
    'currency-word.yaml',
    '3:11',
    'currency',
    'must be a currency of three capital letters, such as CNY; got "yuan"',
  ],
  [
    'directive.yaml',
    '1:1',
    '',
    'directives (`%YAML`) are not allowed (a text that begins with % needs quotes)',
  ],
  ['empty-title.yaml', '2:8', 'title', 'must be text; got an empty one'],
  ['empty.yaml', '1:1', '', 'must be a mapping (`title: ...`, `arms: ...`); got nothing'],
  [
    'guardrail-money.yaml',
    '5:36',
    'judge.guardrails[0].worse',
    'must be a change against the baseline such as `5%`; got "2000 CNY"',
  ],
  [
    'guardrail-neither-way.yaml',
    '5:35',
    'judge.guardrails[0].worse',
    'cannot be told for ad revenue, which is good neither way: use at least or at most',
  ],
  [
    'guardrail-share-in-percent.yaml',
    '5:41',
    'judge.guardrails[0].worse',
    'must be a change against the baseline such as `2 points`; got "2%"',
  ],
  [
    'guardrail-with-two-limits.yaml',
    '5:7',
    'judge.guardrails[0]',
    'must have one of worse, at least, at most; got at least and at most',
  ],
  [
    'guardrail-without-limit.yaml',
    '5:7',
    'judge.guardrails[0]',
    'must have one of worse, at least, at most; got none',
  ],
  ['half-a-world.yaml', '3:9', 'worlds', 'must be a whole number (worlds); got 2.5'],
  ['horizon-as-a-range.yaml', '3:10', 'horizon', 'must be one number, not a range; got "3 to 6 months"'],
  [
    'horizon-in-moons.yaml',
    '3:10',
    'horizon',
    'must be a duration such as `30 days`; got "12 moons" (hours, days, weeks, months or years)',
  ],
  [
    'horizon-of-nothing.yaml',
    '3:10',
    'horizon',
    'must be a duration such as `30 days`, at least 1 day; got "0 days"',
  ],
  [
    'horizon-too-long.yaml',
    '3:10',
    'horizon',
    'must be a duration such as `30 days`, at most 3653 days; got "11 years"',
  ],
  [
    'horizon-too-short-for-guardrail.yaml',
    '6:16',
    'judge.guardrails[0].metric',
    'needs a horizon of more than 90 days for 90-day retention; got 60 days',
  ],
  ['indentation.yaml', '5:1', '', 'indentation does not fit the lines above'],
  [
    'infinite.yaml',
    '3:17',
    'leave.perTie',
    'must be a number (log-odds); got Infinity (not a finite number)',
  ],
  ['json-comma.yaml', '3:2', '', 'a colon, comma, quote, bracket or space is missing'],
  ['json-value.yaml', '3:23', 'people.visits', 'must be a chance from 0 to 100 %; got "lots"'],
  ['key-in-the-wrong-place.yaml', '3:1', 'members', 'is not known here; did you mean community.members?'],
  ['key-twice.yaml', '3:1', 'title', 'is given twice (first in line 2)'],
  ['list-as-key.yaml', '4:3', '', 'keys must be plain text'],
  ['list-for-a-number.yaml', '3:17', 'leave.perTie', 'must be a number (log-odds); got a list'],
  [
    'matters-in-points-of-money.yaml',
    '3:39',
    'judge.matters',
    'must be `2%` of the baseline or `2000 CNY`, at least 0; got "1 point"',
  ],
  [
    'matters-without-unit.yaml',
    '3:39',
    'judge.matters',
    'must be `2%` of the baseline or `2000 CNY`, at least 0; got 2000',
  ],
  ['merge-key.yaml', '4:3', '', 'merge keys (`<<`) are not allowed'],
  [
    'metric-good-neither-way.yaml',
    '3:17',
    'judge.metric',
    'must be a metric that has a better end; ad revenue is good neither way (try net revenue)',
  ],
  [
    'metric-misspelt.yaml',
    '3:17',
    'judge.metric',
    'must be a metric; got "net revenu"; did you mean net revenue?',
  ],
  [
    'negative-load.yaml',
    '10:15',
    'arms[1].tactics.ads.load',
    'must be ads per hour, visit or active day, at least 0; got -3',
  ],
  ['negative-money.yaml', '3:15', 'buy.basket', 'must be money such as `129 CNY`, at least 0; got "-5 CNY"'],
  [
    'negative-share.yaml',
    '5:16',
    'community.segments.a.share',
    'must be a share such as `20%`, or a weight, at least 0; got "-20%"',
  ],
  [
    'network-file-and-numbers.yaml',
    '3:23',
    'community.network.file',
    'is not known here; write network: FILE',
  ],
  [
    'network-kind-as-file.yaml',
    '3:22',
    'community.network',
    'must be a file name or a mapping; got "clustered" (write {kind: clustered})',
  ],
  ['network-kind-misspelt.yaml', '3:29', 'community.network.kind', 'did you mean clustered?'],
  ['no-arms.yaml', '3:7', 'arms', 'must not be empty; leave arms out instead'],
  ['no-title.yaml', '1:1', 'title', 'is missing'],
  ['no-version.yaml', '1:1', 'seedbed', 'is missing (write seedbed: 1)'],
  ['nobody.yaml', '3:12', 'community', 'must have people: members and prospects are both 0'],
  ['not-a-number.yaml', '3:17', 'leave.perTie', 'must be a number (log-odds); got NaN (not a finite number)'],
  [
    'nul.yaml',
    '2:9',
    '',
    'must be plain text; got control character U+0000 (a binary or UTF-16 file? save it as UTF-8)',
  ],
  ['null-number.yaml', '3:17', 'leave.perTie', 'must be a number (log-odds); got nothing'],
  ['only-a-remark.yaml', '1:1', '', 'must be a mapping (`title: ...`, `arms: ...`); got nothing'],
  ['open-brace.yaml', '3:9', '', '`{` is never closed'],
  ['open-quote.yaml', '2:8', '', 'a quote (") is never closed'],
  ['option-misspelt.yaml', '3:27', 'tactics.coupons.whom', 'did you mean lurkers?'],
  [
    'other-currency.yaml',
    '3:15',
    'buy.basket',
    'must be money such as `129 CNY`; got "129 USD" (money is in CNY, the file\'s currency)',
  ],
  ['other-version.yaml', '1:10', 'seedbed', 'must be 1, the version of this format; got 2'],
  [
    'overflow.yaml',
    '3:17',
    'leave.perTie',
    'must be a number (log-odds); got Infinity (not a finite number)',
  ],
  ['proto.yaml', '3:1', '__proto__', 'is not allowed as a name'],
  [
    'range-of-counts-from-zero.yaml',
    '3:17',
    'leave.enough',
    'must be a range that stays off 0, which no draw reaches: try `1 to 7`; got "0 to 7"',
  ],
  [
    'range-that-touches-all.yaml',
    '3:21',
    'people.dealProne',
    'must be a range that stays off 0 % and 100 %, which no draw reaches: try `40% to 99%`; got "40% to 100%"',
  ],
  [
    'range-that-touches-zero.yaml',
    '3:18',
    'people.visits',
    'must be a range that stays off 0 % and 100 %, which no draw reaches: try `1% to 30%`; got "0% to 30%"',
  ],
  [
    'range-upside-down.yaml',
    '3:18',
    'people.visits',
    'must run from a lower to a higher number; got "30% to 20%"',
  ],
  [
    'rate-per-fortnight.yaml',
    '3:18',
    'leave.forGood',
    'must be a rate such as `3 per day` or `4% per month`; got "4 per fortnight" (per hour, day, week, month or year)',
  ],
  [
    'rate-without-time.yaml',
    '3:18',
    'leave.forGood',
    'must be a rate such as `3 per day` or `4% per month`; got "4%" (say how often: 4% per month)',
  ],
  ['reserved-character.yaml', '2:8', '', 'a plain text cannot begin with this character: put it in quotes'],
  ['seed-is-a-list.yaml', '3:7', 'seed', 'must be text; got a list'],
  ['segment-without-share.yaml', '5:8', 'community.segments.a', 'must have a share, such as `20%`'],
  ['shares-do-not-sum.yaml', '5:5', 'community.segments', 'must have shares that sum to 100%; got 90%'],
  ['shares-of-nothing.yaml', '5:5', 'community.segments', 'must have shares that sum to more than 0'],
  [
    'shares-of-two-kinds.yaml',
    '5:5',
    'community.segments',
    'must have shares that are all in %, or all plain weights',
  ],
  ['switch-maybe.yaml', '3:14', 'buy.quits', 'must be on or off; got "maybe"'],
  ['tab.yaml', '4:1', '', 'tabs cannot indent: use spaces'],
  ['tactic-ends-first.yaml', '3:39', 'tactics.ads.until', 'must be after from, which is day 60; got day 30'],
  [
    'tactic-is-a-number.yaml',
    '3:16',
    'tactics.ads',
    "must be a mapping of the tactic's numbers ({} for its defaults), or off; got 6",
  ],
  ['tactic-kind-misspelt.yaml', '4:20', 'tactics.spring.tactic', 'did you mean coupons?'],
  [
    'tactic-misspelt.yaml',
    '3:11',
    'tactics.adz',
    'is no tactic; did you mean ads? (under a name of its own it says which: {tactic: ads})',
  ],
  ['tactic-number-misspelt.yaml', '3:17', 'tactics.ads.lod', 'is not known here; did you mean load?'],
  ['tag.yaml', '2:8', '', 'tags (`!type`) are not allowed (a text that begins with ! needs quotes)'],
  ['terminal-escape.yaml', '2:8', 'title', 'must not contain control characters'],
  [
    'thousands-comma-in-braces.yaml',
    '3:24',
    'community.500',
    'is not known here (write thousands without a comma)',
  ],
  [
    'thousands-comma.yaml',
    '4:12',
    'community.members',
    'must be a whole number (people); got "1,500" (write thousands without a comma)',
  ],
  ['title-is-a-number.yaml', '2:8', 'title', 'must be text; got 2026 (put it in quotes)'],
  ['title-without-english.yaml', '2:8', 'title.en', 'is missing'],
  ['too-deep.yaml', '3:71', '', 'must not be nested deeper than 64'],
  ['too-many-arms.yaml', '4:3', 'arms', 'must list at most 20 arms'],
  ['too-many-people.yaml', '3:12', 'community', 'must have at most 5,000,000 people in all; got 6000000'],
  ['too-many-worlds.yaml', '3:9', 'worlds', 'must be a whole number (worlds), at most 1000000; got 2000000'],
  [
    'twenty-digits.yaml',
    '3:22',
    'community.members',
    'must be a whole number (people); got 12345678901234567000 (too large to be exact)',
  ],
  ['two-documents.yaml', '3:1', '', 'one file holds one scenario: remove `---` and what follows'],
  ['unknown-escape.yaml', '2:10', '', 'unknown escape after \\ in a quoted text: use single quotes, or \\\\'],
  ['unknown-key.yaml', '3:1', 'tilte', 'is not known here; did you mean title?'],
  ['wrong-bracket.yaml', '3:16', '', '`]` closes nothing that was opened so'],
];

/** Chinese words and signs around what is repeated from the file, which is in quotes. */
function isChinese(text: string): boolean {
  const own = text.replace(/"[^"]*"|`[^`]*`/g, '');
  return (
    /\p{Script=Han}/u.test(own) &&
    !/\b(?:must|got|is|the|not|or|and)\b(?!=)/.test(own.replace(/on 或 off|at least|at most/g, ''))
  );
}

describe('parseScenario answers malformed files', () => {
  it.each(expected)('%s at %s', (file, place, path, words) => {
    const { scenario, problems } = parseScenario(readFileSync(folder + file, 'utf8'), file);
    expect(scenario).toBeNull();
    expect(problems).toHaveLength(1);
    const [{ line, column, path: at, message }] = problems as Problem[];
    expect(`${line}:${column}`).toBe(place);
    expect(at).toBe(path);
    expect(message).toContain(words);
  });

  it.each(expected)('%s in Chinese too', (file) => {
    const [problem] = parseScenario(readFileSync(folder + file, 'utf8'), file).problems as Problem[];
    const { message, text } = problem;
    expect(text.en).toBe(message);
    expect(isChinese(text['zh-CN']), text['zh-CN']).toBe(true);
    expect(formatProblem(file, problem, 'zh-CN')).toContain(text['zh-CN']);
    expect(formatProblem(file, problem)).toContain(message);
  });

  it('covers every file of the folder', () => {
    expect(expected.map(([file]) => file).sort()).toEqual(readdirSync(folder).sort());
  });
});
