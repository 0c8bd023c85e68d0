/** Words of the bar's buttons and of sharing. */
import type { Locale } from '../../src/report/format.ts';

interface ShareWords {
  readonly undo: string;
  readonly redo: string;
  readonly resetAll: string;
  readonly run: string;
  readonly goOn: string;
  readonly keys: string;
  readonly export: string;
  readonly chart: string;
  readonly charts: Readonly<
    Record<'paired' | 'fan' | 'guardrails' | 'money' | 'segments' | 'luck' | 'tornado', string>
  >;
  readonly share: string;
  readonly open: string;
  readonly close: string;
  readonly link: string;
  readonly linkLead: string;
  readonly copy: string;
  readonly copied: string;
  readonly query: string;
  readonly qr: string;
  readonly qrTooLong: string;
  readonly send: string;
  readonly embed: string;
  readonly embedLead: string;
  readonly text: string;
  readonly copyText: string;
  readonly copyMarkdown: string;
  readonly files: string;
  readonly scenarioFile: string;
  readonly json: string;
  readonly csv: string;
  readonly report: string;
  readonly workingCopy: string;
  readonly workingCopyLead: string;
  readonly private: string;
  readonly drop: string;
  readonly pick: string;
  readonly pickFolder: string;
  readonly openLead: string;
}

export const shareWords: Readonly<Record<Locale, ShareWords>> = {
  en: {
    undo: 'Undo',
    redo: 'Redo',
    resetAll: 'Reset all',
    run: 'Run again',
    goOn: 'Continue',
    keys: 'Keys',
    export: 'Export',
    chart: 'Chart',
    charts: {
      paired: 'Differences, world by world',
      fan: 'Over time',
      guardrails: 'Guardrails',
      money: 'Where it comes from',
      segments: 'By segment',
      luck: 'Luck or assumptions',
      tornado: 'What would change it',
    },
    share: 'Share',
    open: 'Open',
    close: 'Close',
    link: 'Link',
    linkLead: 'It holds the whole state of this page; whoever opens it gets the same numbers.',
    copy: 'Copy',
    copied: 'Copied',
    query: 'For apps that drop what follows a #',
    qr: 'QR code of the link',
    qrTooLong: 'The link is too long for a QR code; send the file.',
    send: 'Send',
    embed: 'Embed',
    embedLead: 'One chart in another page; it keeps a link to this one.',
    text: 'Verdict',
    copyText: 'Copy as text',
    copyMarkdown: 'Copy as Markdown',
    files: 'Files',
    scenarioFile: 'Scenario (YAML)',
    json: 'Result (JSON)',
    csv: 'All figures (CSV)',
    report: 'Report to print',
    workingCopy: 'Working copy (one HTML file)',
    workingCopyLead: 'Runs from disk, without this site and without a network.',
    private: 'Nothing was sent anywhere: a link is made on this device.',
    drop: 'Drop a scenario or results here',
    pick: 'Open files',
    pickFolder: 'Open a results folder',
    openLead:
      'A scenario file, or what seedbed compare or run stored: a file of it, or its whole folder. Nothing runs again and nothing leaves this device.',
  },
  'zh-CN': {
    undo: '撤销',
    redo: '重做',
    resetAll: '全部还原',
    run: '重新运行',
    goOn: '继续',
    keys: '快捷键',
    export: '导出',
    chart: '图表',
    charts: {
      paired: '逐个模拟世界的差异',
      fan: '随时间变化',
      guardrails: '护栏指标',
      money: '钱从哪里来',
      segments: '分人群',
      luck: '运气还是假设',
      tornado: '什么会改变结论',
    },
    share: '分享',
    open: '打开',
    close: '关闭',
    link: '链接',
    linkLead: '链接包含本页的全部状态，打开者会得到同样的数字。',
    copy: '复制',
    copied: '已复制',
    query: '用于会丢弃 # 之后内容的软件',
    qr: '链接的二维码',
    qrTooLong: '链接过长，无法生成二维码，请发送文件。',
    send: '发送',
    embed: '嵌入',
    embedLead: '在其他页面中显示一张图，并保留指向本页的链接。',
    text: '结论',
    copyText: '复制为文本',
    copyMarkdown: '复制为 Markdown',
    files: '文件',
    scenarioFile: '情景（YAML）',
    json: '结果（JSON）',
    csv: '全部数字（CSV）',
    report: '可打印的报告',
    workingCopy: '可运行副本（单个 HTML 文件）',
    workingCopyLead: '可从磁盘直接运行，无需本站，也无需网络。',
    private: '没有任何内容被发送：链接在本设备上生成。',
    drop: '将情景或结果拖到这里',
    pick: '打开文件',
    pickFolder: '打开结果文件夹',
    openLead:
      '情景文件，或 seedbed compare、run 存下的结果：其中一个文件或整个文件夹均可。不会重新运行，也没有内容离开本设备。',
  },
};
