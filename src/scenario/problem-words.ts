/**
 * What can be wrong with a scenario, in both languages. A message follows its path: `horizon` + `must be ...`; a hint, a
 * bound or a cure is a part that another message has a slot for.
 */
import type { OwnText } from './scenario.ts';

const both = (en: string, chinese: string): OwnText => ({ en, 'zh-CN': chinese });

const values = {
  mustBe: both('must be {noun}{bound}; got {got}{cure}', '须为{noun}{bound}；现为 {got}{cure}'),
  onOff: both('must be on or off; got {got}', '须为 on 或 off；现为 {got}'),
  oneOf: both('must be one of {options}; got {got}{hint}', '须为以下之一：{options}；现为 {got}{hint}'),
  only: both('must be {option}; got {got}', '须为 {option}；现为 {got}'),
  singleNumber: both('must be one number, not a range; got {got}', '须为单个数值，不能是区间；现为 {got}'),
  rangeOrder: both(
    'must run from a lower to a higher number; got "{from} to {to}"',
    '区间须从小到大；现为 "{from} to {to}"',
  ),
  unreachable: both(
    'must be a range that stays off {ends}, which no draw reaches: try `{near}`; got "{from} to {to}"',
    '区间不能触及 {ends}，那里永远抽不到：可试 `{near}`；现为 "{from} to {to}"',
  ),
  part: both('0 % and 100 %', '0% 和 100%'),
  nought: both('0', '0'),
  aChance: both('a chance from 0 to 100 %', ' 0% 到 100% 的概率'),
  aShare: both('a share from 0 to 100 %', ' 0% 到 100% 的比例'),
  aCount: both('a whole number ({unit})', '整数（{unit}）'),
  aDuration: both('a duration such as `30 days`', '时长，如 `30 days`'),
  aRate: both('a rate such as `3 per day` or `4% per month`', '速率，如 `3 per day` 或 `4% per month`'),
  aNumber: both('a number ({unit})', '数值（{unit}）'),
  someMoney: both('money such as `129 {currency}`', '金额，如 `129 {currency}`'),
  aLoad: both(
    'ads per hour, visit or active day',
    '每小时、每次访问或每活跃日的广告数（per hour、per visit、per active day）',
  ),
  atLeast: both(', at least {bound}', '，至少 {bound}'),
  atMost: both(', at most {bound}', '，至多 {bound}'),
  aboveNought: both(', above 0', '，大于 0'),
} as const;

const cures = {
  none: both('', ''),
  twoEnds: both(' (a range has two ends: `low to high`)', '（区间有两端：`low to high`）'),
  rangeWritten: both(' (a range is written `low to high`)', '（区间写作 `low to high`）'),
  sameUnit: both(' (both ends of a range must be in the same unit)', '（区间两端单位须相同）'),
  notFinite: both(' (not a finite number)', '（不是有限的数）'),
  tooLarge: both(' (too large to be exact)', '（太大，无法精确表示）'),
  percentWritten: both(' ({amount} % is written {amount}%)', '（百分之 {amount} 写作 {amount}%）'),
  bothPercent: both(' (write the % on both ends)', '（两端都要写 %）'),
  noComma: both(' (write thousands without a comma)', '（千位不要加逗号）'),
  howOften: both(' (say how often: {number}% per month)', '（请写明频率：{number}% per month）'),
  rateSpans: both(' (per hour, day, week, month or year)', '（per hour、day、week、month 或 year）'),
  daySpans: both(' (hours, days, weeks, months or years)', '（hours、days、weeks、months 或 years）'),
  ownMoney: both(" (money is in {currency}, the file's currency)", '（金额以文件的货币 {currency} 计）'),
  quotes: both(' (put it in quotes)', '（请加引号）'),
  utf8: both(' (a binary or UTF-16 file? save it as UTF-8)', '（是二进制或 UTF-16 文件？请存为 UTF-8）'),
  seeExplain: both(' (see `seedbed explain`)', '（见 `seedbed explain`）'),
  meant: both('; did you mean {name}?', '；是否指 {name}？'),
  meantOneOf: both('; did you mean {names}?', '；是否指 {names}？'),
  known: both('; known: {names}', '；已知：{names}'),
  nothing: both('nothing', '空'),
  aList: both('a list', '列表'),
  aMapping: both('a mapping', '映射'),
} as const;

const structure = {
  missing: both('is missing', '缺失'),
  missingVersion: both('is missing (write seedbed: 1)', '缺失（请写 seedbed: 1）'),
  unknown: both('is not known here{hint}', '在此处无法识别{hint}'),
  unknownFile: both('is not known here; write network: FILE', '在此处无法识别；请写 `network: FILE`'),
  oneSide: both(
    'must say one of at least, at most; got {given}',
    '须写明 at least、at most 之一；现为{given}',
  ),
  notDaily: both(
    'must be a metric with a value for each day; {metric} has one for the whole run only',
    '须为每天都有数值的指标；{metric}只在整个时段有一个数值',
  ),
  noSegment: both('must name segments; got {got}{hint}', '须为人群名称；现为 {got}{hint}'),
  noLevels: both(
    'asks for levels, which this arm has not: add `levels` to its tactics',
    '以等级为条件，但此方案没有设等级：请在 tactics 中加入 `levels`',
  ),
  noneBetween: both(
    'must be at most {end}, which is {to}; got {from}',
    '不能大于 {end}（{to}）；现为 {from}',
  ),
  lastsAlone: both(
    'means nothing without every: add `every`, or leave it out',
    '没有 every 就没有意义：请加上 `every`，或删去此项',
  ),
  aboveLevels: both(
    'must be at most {top}, the highest level that this arm has; got {got}',
    '不能高于此方案的最高等级 {top}；现为 {got}',
  ),
  aboveStaff: both(
    'must be at most {hours}, the hours of staff that there are on a day (`staff.hours`); got {got}',
    '不能超过每日可用工时 {hours}（`staff.hours`）；现为 {got}',
  ),
  noTactic: both(
    'is no tactic{hint} (under a name of its own it says which: {tactic: ads})',
    '不是策略{hint}（自取名字时须写明是哪一种：{tactic: ads}）',
  ),
  mappingOf: both('must be a mapping of {about}; got {got}', '须为映射：{about}；现为 {got}'),
  mappingOfSegments: both(
    'must be a mapping of segments by name; got {got}',
    '须为按名称排列的人群映射；现为 {got}',
  ),
  mappingOfDraws: both(
    'must be a mapping of paths to lists of draws; got {got}',
    '须为从路径到抽样值列表的映射；现为 {got}',
  ),
  noDraws: both('must name an input; leave posterior out instead', '须写明输入项；不需要时请删去 posterior'),
  noInput: both('is no input of any arm{hint}', '不是任何方案的输入项{hint}'),
  notDrawn: both('is chosen, not drawn: give it a plain value instead', '是选定的而非抽取的：请直接给出取值'),
  otherLength: both(
    'must have as many draws as {other}, which has {count}; got {got}',
    '抽样值须与 {other} 一样多（{count} 个）；现有 {got} 个',
  ),
  mappingOrOff: both(
    "must be a mapping of the tactic's numbers ({} for its defaults), or off; got {got}",
    '须为该策略各项数值的映射（{} 表示全部默认），或 off；现为 {got}',
  ),
  rootMapping: both(
    'must be a mapping (`title: ...`, `arms: ...`); got {got}',
    '须为映射（`title: ...`、`arms: ...`）；现为 {got}',
  ),
  listOf: both('must be a list of {what}; got {got}', '须为{what}的列表；现为 {got}'),
  emptyList: both('must not be empty; leave {what} out instead', '不能为空；不需要时请删去{what}'),
  longList: both('must list at most {most} {what}', '最多列出 {most} 个{what}'),
  mostSegments: both('must be at most {most} segments', '人群最多 {most} 个'),
  text: both('must be text; got {got}{cure}', '须为文字；现为 {got}{cure}'),
  emptyText: both('must be text; got an empty one', '须为文字；现为空白'),
  longText: both(
    'must be at most {most} characters long; got {length}',
    '最多 {most} 个字符；现有 {length} 个',
  ),
  controlText: both('must not contain control characters', '不能含有控制字符'),
  noColon: both('must not contain a colon', '不能含有冒号 “:”'),
  oneLine: both('must be one line without space around it', '须为一行，前后没有空格'),
  badName: both('has a name that {fault}', '的名称{fault}'),
  networkForm: both(
    "must be a file name, or a mapping of the generator's numbers; got {got}",
    '须为文件名，或生成器各项数值的映射；现为 {got}',
  ),
  networkKind: both(
    'must be a file name or a mapping; got {got} (write {kind: {kind}})',
    '须为文件名或映射；现为 {got}（请写 {kind: {kind}}）',
  ),
  fileName: both('must be a file name', '须为文件名'),
  version: both('must be 1, the version of this format; got {got}', '须为 1，即本格式的版本；现为 {got}'),
  currency: both(
    'must be a currency of three capital letters, such as CNY; got {got}',
    '须为三个大写字母的货币代码，如 CNY；现为 {got}',
  ),
  numberWithUnit: both('must be a number with its unit; got {got}', '须为带单位的数值；现为 {got}'),
  branchLate: both(
    'must be before the end of the run, which is day {days}; got day {day}',
    '须早于期末（第 {days} 天）；现为第 {day} 天',
  ),
  branchPeople: both(
    'must be as in the first arm, since arms branch on day {day}: people stay who they are',
    '须与第一个方案相同：各方案到第 {day} 天才分岔，人还是同一批人',
  ),
  sameName: both(
    'must be unlike every other; got "{name}", as arms[{other}] has it',
    '不能与其他方案同名；现为 "{name}"，与 arms[{other}] 相同',
  ),
  afterFrom: both(
    'must be after from, which is day {from}; got day {until}',
    '须晚于 from（第 {from} 天）；现为第 {until} 天',
  ),
  tooManyPeople: both(
    'must have at most 5,000,000 people in all; got {count}',
    '总人数最多 5,000,000；现为 {count}',
  ),
  nobody: both('must have people: members and prospects are both 0', '须有人：members 与 prospects 都是 0'),
  needsShare: both('must have a share, such as `20%`', '须有 share，如 `20%`'),
  aShareOrWeight: both(
    'must be a share such as `20%`, or a weight, at least 0; got {got}',
    '须为比例（如 `20%`）或权重，至少为 0；现为 {got}',
  ),
  mixedShares: both(
    'must have shares that are all in %, or all plain weights',
    '各人群的 share 须全部用 %，或全部用权重',
  ),
  noShares: both('must have shares that sum to more than 0', '各人群的 share 之和须大于 0'),
  wrongShares: both(
    'must have shares that sum to 100%; got {sum}%',
    '各人群的 share 之和须为 100%；现为 {sum}%',
  ),
  more: both('and {count} more problems', '另有 {count} 个问题'),
  oneMore: both('and {count} more problem', '另有 {count} 个问题'),
  noArm: both('no arm is named "{name}"{hint}', '没有名为 "{name}" 的方案{hint}'),
  thereAre: both('; there are {names}', '；现有 {names}'),
} as const;

const judging = {
  directionless: both(
    'must be a metric that has a better end; {metric} is good neither way (try net revenue)',
    '须为有好坏方向的指标；{metric}无所谓好坏（可试 net revenue）',
  ),
  noMetric: both('must be a metric; got {got}{hint}', '须为指标；现为 {got}{hint}'),
  shortHorizon: both(
    'needs a horizon of more than {needed} days for {metric}; got {days} days',
    '{metric}需要超过 {needed} 天的时长；现为 {days} 天',
  ),
  oneLimit: both('must have one of {limits}; got {given}', '须有且仅有 {limits} 之一；现为 {given}'),
  noLimit: both('none', '无'),
  matters: both(
    'must be `2%` of the baseline or `{example}`, at least 0; got {got}',
    '须为相对基准的 `2%`，或 `{example}`，至少为 0；现为 {got}',
  ),
  change: both(
    'must be a change against the baseline such as `{example}`; got {got}',
    '须为相对基准的变化，如 `{example}`；现为 {got}',
  ),
  changeless: both(
    'cannot be told for {metric}, which is good neither way: use at least or at most',
    '不适用于{metric}（无所谓好坏）：请用 at least 或 at most',
  ),
  level: both(
    'must be in the unit of {metric}, such as `{example}`; got {got}',
    '须用{metric}的单位，如 `{example}`；现为 {got}',
  ),
} as const;

export const problemWords = { ...values, ...cures, ...structure, ...judging } as const;
