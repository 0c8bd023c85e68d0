/** Words of the list of keys. */
import type { Locale } from '../../src/report/format.ts';
import type { ShortcutName } from './shortcut-keys.ts';

interface ShortcutWords {
  readonly title: string;
  readonly lead: string;
  readonly on: string;
  readonly press: string;
  readonly change: string;
  readonly chosen: string;
  readonly taken: string;
  readonly noKey: string;
  readonly resetOf: string;
  readonly resetAll: string;
  readonly allReset: string;
  readonly names: Readonly<Record<ShortcutName, string>>;
}

export const shortcutWords: Readonly<Record<Locale, ShortcutWords>> = {
  en: {
    title: 'Keys',
    lead: 'Press a key in this list to choose another for it. Your choice stays on this device.',
    on: 'Single keys act on these pages',
    press: 'Press a key …',
    change: '{key}: {name}. Choose another key',
    chosen: '{key}: {name}',
    taken: '{key} is taken: {name}. Choose another key for one of the two.',
    noKey: 'Choose a letter, a digit or a sign.',
    resetOf: 'The usual key again: {name}',
    resetAll: 'All usual keys again',
    allReset: 'All keys are the usual ones.',
    names: {
      help: 'This list',
      run: 'Run',
      stop: 'Stop the run',
      share: 'Share',
      open: 'Open a file',
      undo: 'Undo',
      'arm 1': 'Change the first arm',
      'arm 2': 'Change the second arm',
      'arm 3': 'Change the third arm',
      'arm 4': 'Change the fourth arm',
      'arm 5': 'Change the fifth arm',
      'previous metric': 'Judge by the previous metric',
      'next metric': 'Judge by the next metric',
      table: 'Table of the first chart',
      tab: 'Next tab of details',
    },
  },
  'zh-CN': {
    title: '快捷键',
    lead: '按下列表中的键即可为其另选一个。您的选择保存在本设备上。',
    on: '启用单键快捷键',
    press: '请按一个键…',
    change: '{key}：{name}。另选一个键',
    chosen: '{key}：{name}',
    taken: '{key} 已用于：{name}。请为其中之一另选一个键。',
    noKey: '请选择一个字母、数字或符号。',
    resetOf: '恢复默认键：{name}',
    resetAll: '全部恢复默认',
    allReset: '所有快捷键均已恢复默认。',
    names: {
      help: '本列表',
      run: '运行',
      stop: '停止运行',
      share: '分享',
      open: '打开文件',
      undo: '撤销',
      'arm 1': '修改第一个方案',
      'arm 2': '修改第二个方案',
      'arm 3': '修改第三个方案',
      'arm 4': '修改第四个方案',
      'arm 5': '修改第五个方案',
      'previous metric': '改用上一个评判指标',
      'next metric': '改用下一个评判指标',
      table: '第一张图的表格',
      tab: '下一个详情页签',
    },
  },
};
