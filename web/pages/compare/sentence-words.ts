/** The sentence that says what is compared. Its parts stand between its words. */
import type { Locale } from '../../../src/report/format.ts';

interface SentenceWords {
  readonly label: string;
  readonly community: string;
  readonly members: string;
  readonly over: string;
  readonly compare: string;
  readonly and: string;
  readonly between: string;
  readonly judgeBy: string;
  readonly without: string;
  /** Instead of `without` where there are none. */
  readonly bare: string;
  readonly noRails: string;
  readonly or: string;
  readonly end: string;
  readonly addArm: string;
  readonly copyName: string;
  readonly arm: string;
  readonly swap: string;
}

export const sentenceWords: Readonly<Record<Locale, SentenceWords>> = {
  en: {
    label: 'What is compared',
    community: 'A community that starts with ',
    members: '2,000',
    over: ' members, over ',
    compare: '. Compare ',
    and: ' and ',
    between: ', ',
    judgeBy: '; judge by ',
    without: ', without hurting ',
    bare: ', with ',
    noRails: 'no guardrails',
    or: ' or ',
    end: '.',
    addArm: 'Add an arm like “{name}”',
    copyName: '{name}, changed',
    arm: 'arm',
    swap: 'Swap baseline: make “{name}” the baseline',
  },
  'zh-CN': {
    label: '比较什么',
    community: '一个初始有 ',
    members: '2,000',
    over: ' 名成员的社群，为期',
    compare: '。比较',
    and: '与',
    between: '、',
    judgeBy: '；按',
    without: '判断，且不损害',
    bare: '判断，',
    noRails: '未设护栏指标',
    or: '、',
    end: '。',
    addArm: '添加一个与“{name}”相同的方案',
    copyName: '{name}（改）',
    arm: '方案',
    swap: '交换基准：以“{name}”为基准',
  },
};
