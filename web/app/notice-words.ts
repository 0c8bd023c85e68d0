/** What pages say once: about links, files, versions, and what this browser lacks. */
import type { Locale } from '../../src/report/format.ts';
import { fill, type Slots } from '../../src/report/format-message.ts';
import type { OwnText } from '../../src/scenario/scenario.ts';

export const noticeFrame: Readonly<Record<Locale, { readonly dismiss: string }>> = {
  en: { dismiss: 'All right' },
  'zh-CN': { dismiss: '知道了' },
};

const en = {
  noWorkers:
    'Background workers are blocked here, so worlds are simulated in the page itself. That takes longer; the numbers are the same.',
  otherVersion:
    'This link was made with Seedbed {made}; this is {here}. Its worlds run anew here, and numbers may differ.',
  otherResult:
    'Here the result has the digest {here}, where the link was made it had {made}: the engine has changed since.',
  reproduced: 'Reproduced: all {worlds} worlds give the numbers that the sender saw.',
  storageFull: 'This browser keeps nothing more for this site. Save a file before you close the page.',
  otherResultVersion:
    'This result was made with Seedbed {made}; you have {here}. It is shown as it was made.',
  noResult: 'There is no result at that address ({status}).',
  resultFailed: 'The stored result could not be opened: {why}',
  fileFailed: 'The file could not be opened: {why}',
  notNotified: 'This browser does not let the site notify you. The run goes on.',
  oneArm: 'A comparison needs at least two arms. Add one to see which does better.',
  network:
    'This scenario names the network file {file}. Open it in the sandbox or on the network page to run it.',
} as const;

export type NoticeId = keyof typeof en;

const zh: Readonly<Record<NoticeId, string>> = {
  noWorkers: '此处不允许后台线程，因此在页面内直接模拟：会慢一些，数字相同。',
  otherVersion: '此链接由 Seedbed {made} 生成，当前为 {here}：将在此重新运行，数字可能不同。',
  otherResult: '此处结果的校验值为 {here}，生成链接时为 {made}：引擎已有改动。',
  reproduced: '已复现：全部 {worlds} 个模拟世界与发送者所见数字一致。',
  storageFull: '浏览器无法再为本站保存内容。关闭页面前请先保存文件。',
  otherResultVersion: '该结果由 Seedbed {made} 生成，当前为 {here}，按原样显示。',
  noResult: '该地址没有结果（{status}）。',
  resultFailed: '无法打开已存结果：{why}',
  fileFailed: '无法打开文件：{why}',
  notNotified: '浏览器不允许本站发送通知。运行会继续。',
  oneArm: '比较至少需要两个方案。请添加一个方案。',
  network: '该情景使用网络文件 {file}。请在沙盘或关系网络页打开该文件后运行。',
};

const noticeWords: Readonly<Record<Locale, Readonly<Record<NoticeId, string>>>> = { en, 'zh-CN': zh };

/** A notice in both languages. */
export function noticeText(id: NoticeId, slots: Slots = {}): OwnText {
  return { en: fill(en[id], slots, 'en'), 'zh-CN': fill(noticeWords['zh-CN'][id], slots, 'zh-CN') };
}
