/** Words of the data page. */
import type { Locale } from '../../../src/report/format.ts';
import type { FileGroup } from './files.ts';
import type { NetworkFormat } from './network-file.ts';

interface DataWords {
  readonly title: string;
  readonly lead: string;
  readonly groups: Readonly<Record<FileGroup, string>>;
  readonly noResults: string;
  readonly columns: readonly string[];
  readonly network: string;
  readonly networkLead: string;
  readonly scenario: string;
  readonly world: string;
  readonly format: string;
  readonly formats: Readonly<Record<NetworkFormat, string>>;
  readonly make: string;
  readonly worldLimit: string;
  readonly making: string;
  readonly made: string;
  readonly failed: string;
  readonly code: string;
  readonly codeLead: string;
  readonly dictionary: string;
  readonly dictionaryRows: readonly (readonly [column: string, about: string])[];
  readonly licence: string;
  readonly licenceText: string;
}

export const dataWords: Readonly<Record<Locale, DataWords>> = {
  en: {
    title: 'Take the numbers with you',
    lead: 'Everything that the pages show, as files for tools of your own. Sizes and SHA-256 sums are shown before you load anything; the same scenario, seed and version give the same bytes on any machine.',
    groups: { model: 'The model', scenarios: 'Scenarios', results: 'Stored results' },
    noResults: 'This copy of the site was published without stored results. Compare makes them in the tab.',
    columns: ['File', 'Size', 'SHA-256'],
    network: 'The network of a world',
    networkLead:
      'Who could know whom on the eve of day 0, with segment, status and which ties are awake. It is drawn here, in the tab, when you ask for it.',
    scenario: 'Scenario',
    world: 'World',
    format: 'Format',
    formats: {
      gexf: 'GEXF (Gephi)',
      graphml: 'GraphML (igraph, NetworkX)',
      edges: 'CSV: ties',
      nodes: 'CSV: people',
    },
    make: 'Make and download',
    worldLimit: 'A whole number from 0 to {most}.',
    making: 'Drawing the network …',
    made: '{file}: {people} people, {ties} ties, {size}.',
    failed: 'The network could not be drawn: {why}',
    code: 'Reproduce in code',
    codeLead:
      'Each snippet runs the whole comparison, baseline included, and ends with the digest or its figures.',
    dictionary: 'Columns of results',
    dictionaryRows: [
      [
        'world',
        'Number of the simulated world, from 0. Worlds 2j and 2j + 1 are twins: same unknown numbers, other luck.',
      ],
      ['arm', 'Name of the arm. The first arm of the scenario is the baseline.'],
      ['metric', 'Name of the metric, as in metrics.csv.'],
      [
        'value',
        'Its value at the end of the run: money in whole units of the currency, shares from 0 to 1. Empty where there is none to give.',
      ],
    ],
    licence: 'Licence',
    licenceText: 'MIT: use, change and share it, keep the notice. Simulated people are nobody’s data.',
  },
  'zh-CN': {
    title: '把数字带走',
    lead: '页面上的一切都可下载为文件，供您自己的工具使用。下载前即可看到大小与 SHA-256；同样的场景、种子与版本，在任何机器上得到的字节都相同。',
    groups: { model: '模型', scenarios: '场景', results: '已存结果' },
    noResults: '本站点发布时未附带已存结果。可在“对比”页中当场算出。',
    columns: ['文件', '大小', 'SHA-256'],
    network: '一个模拟世界的关系网络',
    networkLead: '第 0 天前夕谁可能认识谁，附人群、状态与哪些关系已被唤醒。点击后在本页内当场生成。',
    scenario: '场景',
    world: '世界',
    format: '格式',
    formats: {
      gexf: 'GEXF（Gephi）',
      graphml: 'GraphML（igraph、NetworkX）',
      edges: 'CSV：关系',
      nodes: 'CSV：人',
    },
    make: '生成并下载',
    worldLimit: '请输入 0 到 {most} 的整数。',
    making: '正在生成关系网络……',
    made: '{file}：{people} 人，{ties} 条关系，{size}。',
    failed: '无法生成关系网络：{why}',
    code: '用代码复现',
    codeLead: '每段代码都运行完整的对比（含基线），最后给出摘要或数字。',
    dictionary: '结果的各列',
    dictionaryRows: [
      ['world', '模拟世界的编号，从 0 起。第 2j 与 2j + 1 个世界为孪生：未知数值相同，运气不同。'],
      ['arm', '方案名称。场景中的第一个方案是基线。'],
      ['metric', '指标名称，见 metrics.csv。'],
      ['value', '运行结束时的值：金额以货币单位计，比例在 0 到 1 之间。没有数值时为空。'],
    ],
    licence: '许可',
    licenceText: 'MIT 许可：可使用、修改、分享，请保留声明。模拟的人不是任何人的数据。',
  },
};
