/** Words of the frame that every page stands in. */
import type { Locale } from '../../src/report/format.ts';
import type { Theme } from './settings.ts';

interface FrameWords {
  readonly skip: string;
  readonly pages: string;
  readonly home: string;
  readonly compare: string;
  readonly sandbox: string;
  readonly sweep: string;
  readonly network: string;
  readonly cohorts: string;
  readonly methods: string;
  readonly data: string;
  readonly language: string;
  readonly theme: string;
  readonly themes: Readonly<Record<Theme, string>>;
  readonly model: string;
  readonly limits: string;
  readonly version: string;
  readonly local: string;
}

export const frameWords: Readonly<Record<Locale, FrameWords>> = {
  en: {
    skip: 'Skip to the content',
    pages: 'Pages',
    home: 'Gallery',
    compare: 'Compare',
    sandbox: 'Sandbox',
    sweep: 'Sweep',
    network: 'Network',
    cohorts: 'Cohorts',
    methods: 'Methods',
    data: 'Data',
    language: 'Language',
    theme: 'Look',
    themes: { system: 'As the device', light: 'Light', dark: 'Dark', contrast: 'High contrast' },
    model: 'This is a model, not a forecast.',
    limits: 'Limits',
    version: 'Seedbed {version}',
    local: 'Everything runs in this tab; nothing leaves this device unless you share it.',
  },
  'zh-CN': {
    skip: '跳到正文',
    pages: '页面',
    home: '案例库',
    compare: '对比',
    sandbox: '沙盘',
    sweep: '扫描',
    network: '关系网络',
    cohorts: '同期群',
    methods: '方法',
    data: '数据',
    language: '语言',
    theme: '外观',
    themes: { system: '跟随设备', light: '浅色', dark: '深色', contrast: '高对比度' },
    model: '这是模型，不是预测。',
    limits: '局限',
    version: 'Seedbed {version}',
    local: '一切都在本页中运行；除非您主动分享，任何内容都不会离开本设备。',
  },
};
