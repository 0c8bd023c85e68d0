/** Words of the report page around the parts of a comparison. */
import type { Locale } from '../../../src/report/format.ts';

interface ReportWords {
  readonly title: string;
  readonly print: string;
  readonly compare: string;
  readonly waiting: string;
  readonly running: string;
  readonly partial: string;
  readonly invalid: string;
  readonly failed: string;
  readonly qr: string;
  readonly scan: string;
  readonly tooLong: string;
  readonly origin: string;
  readonly luck: string;
  readonly assumptions: string;
  readonly model: string;
  readonly charts: string;
}

export const reportWords: Readonly<Record<Locale, ReportWords>> = {
  en: {
    title: 'Report',
    print: 'Print',
    compare: 'Open in Compare',
    waiting: 'The comparison is being opened.',
    running: 'Running its worlds: {done} of {planned}. The report fills in by itself.',
    partial: 'Early figures: {worlds} of {planned} worlds so far.',
    invalid: 'This scenario cannot be run as it stands. Open it in Compare to see what is wrong.',
    failed: 'The worlds could not be run: {why}',
    qr: 'QR code of the address of this comparison',
    scan: 'The code above opens this comparison, to be changed and run again.',
    tooLong: 'This scenario is too large for a QR code. Share its file instead.',
    origin: 'Seedbed {version} · seed {seed} · {worlds} paired worlds · {counted} · digest {digest}',
    luck: 'luck only',
    assumptions: 'luck and assumptions',
    model: 'This is a model, not a forecast.',
    charts: 'Where it comes from, and whom it hurts',
  },
  'zh-CN': {
    title: '报告',
    print: '打印',
    compare: '在对比页中打开',
    waiting: '正在打开这次对比。',
    running: '正在运行模拟世界：{done} / {planned}。报告会自动补全。',
    partial: '初步数字：目前 {worlds} / {planned} 个世界。',
    invalid: '这个场景目前无法运行。请在对比页中打开，查看问题所在。',
    failed: '模拟世界无法运行：{why}',
    qr: '本次对比地址的二维码',
    scan: '扫描上方二维码可打开这次对比，修改并重新运行。',
    tooLong: '场景过大，无法放入二维码。请改为分享文件。',
    origin: 'Seedbed {version} · 种子 {seed} · {worlds} 个配对模拟世界 · {counted} · 摘要 {digest}',
    luck: '只计入运气',
    assumptions: '计入运气与假设',
    model: '这是模型，不是预测。',
    charts: '收益来自何处，损害了谁',
  },
};
