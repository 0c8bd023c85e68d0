/** Words of the sandbox. */
import type { Locale } from '../../../src/report/format.ts';
import type { DotState } from './dot-states.ts';
import type { Topic } from './log.ts';
import type { Speed } from './player.ts';

export interface SandboxWords {
  readonly title: string;
  readonly panes: string;
  readonly inputs: string;
  readonly text: string;
  readonly log: string;
  readonly loading: string;
  readonly stage: string;
  readonly stageHelp: string;
  readonly onePossible: string;
  readonly seed: string;
  readonly sampled: string;
  readonly show: string;
  readonly allArms: string;
  readonly states: Readonly<Record<DotState, string>>;
  /** Of one person. */
  readonly standing: Readonly<Record<DotState, string>>;
  readonly stateCount: string;
  readonly listComma: string;
  readonly dotsAlt: string;
  readonly legend: string;
  readonly asTable: string;
  readonly arm: string;
  readonly segment: string;
  readonly everybody: string;
  readonly play: string;
  readonly pause: string;
  readonly back: string;
  readonly step: string;
  readonly speed: string;
  readonly speeds: Readonly<Record<Speed, string>>;
  readonly day: string;
  readonly dayLabel: string;
  readonly eve: string;
  readonly ahead: string;
  readonly newLuck: string;
  readonly newLuckAbout: string;
  readonly pin: string;
  readonly pinAbout: string;
  readonly pinned: string;
  readonly compare: string;
  readonly compareAbout: string;
  readonly changed: string;
  readonly changedNone: string;
  readonly changedOne: string;
  readonly changedNote: string;
  readonly ghostKey: string;
  readonly forgetGhost: string;
  readonly figures: Readonly<Record<string, string>>;
  readonly total: string;
  readonly leads: string;
  readonly level: string;
  readonly alone: string;
  readonly before: string;
  readonly lineNote: string;
  readonly totalNote: string;
  readonly launch: string;
  readonly month: string;
  readonly dayTick: string;
  readonly topics: Readonly<Record<Topic, string>>;
  readonly filter: string;
  readonly logOf: string;
  readonly hold: string;
  readonly goOn: string;
  readonly quiet: string;
  readonly notYet: string;
  readonly follow: string;
  readonly followSomebody: string;
  readonly following: string;
  readonly stopFollowing: string;
  readonly unknownLines: string;
  readonly failed: string;
  readonly again: string;
  readonly invalid: string;
  readonly networkFile: string;
}

export const sandboxWords: Readonly<Record<Locale, SandboxWords>> = {
  en: {
    title: 'Change any input and watch its people live through it',
    panes: 'Parts of the sandbox',
    inputs: 'Inputs',
    text: 'Text',
    log: 'Log',
    loading: 'Setting the stage…',
    stage: 'Stage. Space plays and pauses, arrow keys go a day back or on.',
    stageHelp: 'Click a dot to follow that person.',
    onePossible: 'One possible world',
    seed: 'seed {seed}',
    sampled: '{shown} of {all} people are drawn, an even sample; all take part.',
    show: 'Shown arms',
    allArms: 'All arms',
    states: {
      here: 'here today',
      member: 'other members',
      dormant: 'dormant',
      left: 'left',
      outside: 'not joined',
    },
    standing: {
      here: 'here today',
      member: 'a member, not here today',
      dormant: 'silent for now',
      left: 'left for good',
      outside: 'has not joined',
    },
    stateCount: '{count} {state}',
    listComma: ' · ',
    dotsAlt: '{label}, day {day}: {summary}.',
    legend: 'What dots mean',
    asTable: 'Dots as a table',
    arm: 'Arm',
    segment: 'Segment',
    everybody: 'everyone',
    play: 'Play',
    pause: 'Pause',
    back: 'A day back',
    step: 'A day on',
    speed: 'Speed',
    speeds: { x1: '×1', x4: '×4', max: 'max' },
    day: 'Day {day} of {days}',
    dayLabel: 'Day',
    eve: 'Before day 1',
    ahead: 'Simulated up to day {known}',
    newLuck: 'New luck',
    newLuckAbout: 'Another seed: other people, other chance, the same inputs',
    pin: 'Pin as arm',
    pinAbout: 'Keeps the inputs of “{label}” as they are now, as an arm of its own to compare with',
    pinned: '{label}, pinned',
    compare: 'Open in Compare',
    compareAbout: 'Many worlds and a verdict, with the same inputs',
    changed: 'This change:',
    changedNone: 'makes no difference in this world.',
    changedOne: '“{label}” {change} {metric}',
    changedNote: 'One world only. Compare says how sure that is.',
    ghostKey: 'Dotted: before the last change',
    forgetGhost: 'Hide',
    figures: {
      activeMembers: 'Active in 30 days',
      adsPerMemberWeek: 'Ads a week per head',
    },
    total: '{metric} so far',
    leads: '“{label}” leads on {metric}',
    level: '{metric}: no arm leads',
    alone: '{metric}: {value}',
    before: '{metric} over time',
    lineNote:
      'Bold: this world. Faint: {count, plural, one {# other possible world} other {# other possible worlds}}.',
    totalNote: 'Total since the start.',
    launch: 'start',
    month: '{month} mo',
    dayTick: 'day {day}',
    topics: {
      members: 'Come and go',
      money: 'Orders',
      ads: 'Ads',
      friends: 'Friends',
      talk: 'Posts',
    },
    filter: 'Show in the log',
    logOf: 'Log of',
    hold: 'Hold',
    goOn: 'Go on',
    quiet: 'Nothing of this kind has happened yet.',
    notYet: 'Press Play, and what happens to people is told here.',
    follow: 'Follow {name}',
    followSomebody: 'Follow somebody',
    following: 'Following {name}',
    stopFollowing: 'Stop following',
    unknownLines: 'Only the last {count} lines are kept.',
    failed: 'This world could not be run: {why}',
    again: 'Try again',
    invalid:
      'The stage shows the last scenario that could be run. {count, plural, one {# problem waits} other {# problems wait}} to be mended.',
    networkFile:
      'This scenario names the network file {file}. Drop the scenario and that file together on the page to run it here.',
  },
  'zh-CN': {
    title: '修改任意参数，看成员如何经历其中',
    panes: '沙盘的各部分',
    inputs: '参数',
    text: '文本',
    log: '日志',
    loading: '正在布置……',
    stage: '舞台：空格键播放或暂停，方向键前进或后退一天。',
    stageHelp: '点选圆点即可关注此人。',
    onePossible: '一个可能的世界',
    seed: '种子 {seed}',
    sampled: '均匀抽样画出 {all} 人中的 {shown} 人；所有人都参与模拟。',
    show: '显示的方案',
    allArms: '全部方案',
    states: {
      here: '今日到访',
      member: '其他成员',
      dormant: '沉默',
      left: '已离开',
      outside: '未加入',
    },
    standing: {
      here: '今日到访',
      member: '成员，今日未到',
      dormant: '目前沉默',
      left: '已彻底离开',
      outside: '尚未加入',
    },
    stateCount: '{state} {count}',
    listComma: ' · ',
    dotsAlt: '{label}，第 {day} 天：{summary}。',
    legend: '图例',
    asTable: '以表格查看',
    arm: '方案',
    segment: '人群',
    everybody: '所有人',
    play: '播放',
    pause: '暂停',
    back: '后退一天',
    step: '前进一天',
    speed: '速度',
    speeds: { x1: '×1', x4: '×4', max: '最快' },
    day: '第 {day} 天，共 {days} 天',
    dayLabel: '天',
    eve: '第 1 天之前',
    ahead: '已模拟到第 {known} 天',
    newLuck: '换一次运气',
    newLuckAbout: '换一个种子：人与偶然不同，参数不变',
    pin: '固定为方案',
    pinAbout: '将“{label}”的当前参数另存为一个方案，用于对比',
    pinned: '{label}（固定）',
    compare: '在“对比”中打开',
    compareAbout: '以相同参数运行许多模拟世界并给出结论',
    changed: '本次改动：',
    changedNone: '在这个世界中没有差别。',
    changedOne: '“{label}”{metric} {change}',
    changedNote: '仅为一个世界；“对比”会说明有多大把握。',
    ghostKey: '虚线：上次改动之前',
    forgetGhost: '隐藏',
    figures: { activeMembers: '30 天内活跃', adsPerMemberWeek: '人均周广告' },
    total: '至今{metric}',
    leads: '{metric}：“{label}”领先',
    level: '{metric}：各方案持平',
    alone: '{metric}：{value}',
    before: '{metric}的走势',
    lineNote: '粗线：这个世界。细线：另外 {count} 个可能的世界。',
    totalNote: '自开始累计。',
    launch: '开始',
    month: '{month} 个月',
    dayTick: '第 {day} 天',
    topics: { members: '来去', money: '订单', ads: '广告', friends: '好友', talk: '帖子' },
    filter: '日志显示',
    logOf: '日志所属方案',
    hold: '停住',
    goOn: '继续',
    quiet: '还没有发生这类事情。',
    notYet: '点“播放”，成员身上发生的事会写在这里。',
    follow: '关注{name}',
    followSomebody: '关注某人',
    following: '正在关注{name}',
    stopFollowing: '取消关注',
    unknownLines: '只保留最近 {count} 条。',
    failed: '无法运行这个世界：{why}',
    again: '重试',
    invalid: '舞台显示的是上一个可运行的场景；有 {count} 个问题待修正。',
    networkFile: '此场景引用关系网文件 {file}。请将场景文件与该文件一起拖放到页面上，以便在此运行。',
  },
};
