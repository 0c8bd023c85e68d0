/** Words of the guided tour. */
import type { Locale } from '../../../src/report/format.ts';
import type { Stop } from './guided-stops.ts';

interface GuidedWords {
  readonly begin: string;
  readonly title: string;
  readonly first: string;
  readonly questions: Readonly<Record<Stop, string>>;
  readonly gone: readonly [string, string, string, string];
  readonly luck: readonly [string, string, string];
  readonly right: string;
  readonly wrong: string;
  readonly leader: string;
  readonly goneAnswer: string;
  readonly luckAnswer: string;
  readonly waiting: string;
  readonly next: string;
  readonly end: string;
  readonly leave: string;
  readonly done: string;
  readonly doneNote: string;
}

export const guidedWords: Readonly<Record<Locale, GuidedWords>> = {
  en: {
    begin: 'Guided tour',
    title: 'Guided tour, {stop} of {stops}',
    first: 'Predict first; then the stage shows it.',
    questions: {
      early: 'Which arm leads on {metric} after {day, plural, one {# day} other {# days}}?',
      late: 'And after all {day} days?',
      members: 'Which arm has the most members then?',
      gone: 'Of those who were members of “{label}” at the start, how many are no members at the end?',
      luck: 'That was one world. In how many of {worlds} others does the same arm lead on {metric}?',
    },
    gone: ['Under 10%', '10% to 25%', '25% to 50%', 'Half or more'],
    luck: ['All of them', 'Most', 'Half or fewer'],
    right: 'As you predicted: “{option}”.',
    wrong: 'You predicted “{chosen}”; here it is “{option}”.',
    leader: 'In this world: {values}.',
    goneAnswer: '{share} are gone: silent or left for good.',
    luckAnswer:
      'In {same} of {worlds}. That is why Compare runs hundreds of worlds before it recommends anything.',
    waiting: 'Other worlds are still being simulated…',
    next: 'Next',
    end: 'Finish',
    leave: 'Leave the tour',
    done: 'You predicted {right} of {stops}.',
    doneNote: 'Now change an input on the left: the dotted lines keep what was before.',
  },
  'zh-CN': {
    begin: '引导',
    title: '引导：第 {stop} 步，共 {stops} 步',
    first: '先预测，再看结果。',
    questions: {
      early: '{day} 天后，哪个方案的{metric}领先？',
      late: '满 {day} 天后呢？',
      members: '那时哪个方案的成员最多？',
      gone: '“{label}”最初的成员中，期末有多少已不是成员？',
      luck: '这只是一个世界。在另外 {worlds} 个世界中，同一方案的{metric}领先的有多少？',
    },
    gone: ['不到 10%', '10% 至 25%', '25% 至 50%', '一半或更多'],
    luck: ['全部', '多数', '一半或更少'],
    right: '与您的预测一致：“{option}”。',
    wrong: '您预测的是“{chosen}”，这里是“{option}”。',
    leader: '在这个世界中：{values}。',
    goneAnswer: '{share} 已不在：沉默或彻底离开。',
    luckAnswer: '{worlds} 个中有 {same} 个。因此“对比”会先运行数百个世界，再给出建议。',
    waiting: '其他世界仍在模拟中……',
    next: '下一步',
    end: '完成',
    leave: '退出引导',
    done: '{stops} 次预测对了 {right} 次。',
    doneNote: '现在请在参数中改动一项：虚线会保留改动之前的走势。',
  },
};
