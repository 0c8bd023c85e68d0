import type { Section, Values } from '../scenario/parameter.ts';

/** Who is there on day 0, and who could come. The shares of segments and the network stand beside these in a file. */
export const communityParameters = {
  members: {
    label: { en: 'Members at start', 'zh-CN': '初始成员数' },
    kind: 'count',
    unit: 'people',
    default: 1500,
    range: [200, 20_000],
    min: 0,
    max: 5_000_000,
    chosen: true,
    known: 'assumption',
    source: {
      en: 'Chosen by the scenario; 1,500 is a large private group with its sister groups.',
      'zh-CN': '由情景设定；1,500 人相当于一个大型私域群加上它的姊妹群。',
    },
    about: {
      en: 'People inside on day 0: survivors of an earlier time, not fresh installs.',
      'zh-CN': '第 0 天已在社群内的人数：他们是早期留下来的人，不是新来的。',
    },
  },
  prospects: {
    label: { en: 'Prospects', 'zh-CN': '潜在成员数' },
    kind: 'count',
    unit: 'people',
    default: 1000,
    range: [200, 40_000],
    min: 0,
    max: 5_000_000,
    chosen: true,
    known: 'assumption',
    source: {
      en: 'Chosen by the scenario: it sets the ceiling of growth, so a run warns when most of them have joined.',
      'zh-CN': '由情景设定：它决定增长的上限，因此多数人都已加入时，运行结果会给出提醒。',
    },
    about: {
      en: 'People outside who could be reached and could join.',
      'zh-CN': '社群外能够触达、也可能加入的人数。',
    },
  },
  outsiders: {
    label: { en: 'Outsiders', 'zh-CN': '圈外人数' },
    kind: 'count',
    unit: 'people',
    default: 0,
    range: [0, 1000],
    min: 0,
    max: 5_000_000,
    chosen: true,
    known: 'assumption',
    source: { en: 'Chosen by the scenario.', 'zh-CN': '由情景设定。' },
    about: {
      en: 'People outside the reachable market: they know nobody here and never join, so their number changes no outcome.',
      'zh-CN': '可触达市场以外的人：不认识这里的任何人，也不会加入，人数多少不影响任何结果。',
    },
  },
  tenure: {
    label: { en: 'Age of the community', 'zh-CN': '社群已运营时长' },
    kind: 'days',
    unit: 'days',
    default: 180,
    range: [60, 720],
    min: 0,
    max: 30_000,
    chosen: false,
    known: 'assumption',
    source: {
      en: 'Assumption: a community worth monetizing has run for months. Founders are survivors: exit ~ Beta(alpha, beta + tenure).',
      'zh-CN':
        '假设：值得变现的社群已运营数月。初始成员都是留下来的人：流失概率服从 Beta(alpha, beta + tenure)。',
    },
    about: {
      en: 'How long founding members have been inside on day 0.',
      'zh-CN': '初始成员到第 0 天时已入群多久。',
    },
  },
  awake: {
    label: { en: 'Ties awake at start', 'zh-CN': '初始活跃关系比例' },
    kind: 'chance',
    unit: 'chance',
    default: 0.4,
    range: [0.2, 0.65],
    chosen: false,
    known: 'assumption',
    source: {
      en: 'Assumption: no published share of possible ties that are live inside a brand community was found.',
      'zh-CN': '假设：未找到品牌社群内潜在关系实际活跃比例的公开数据。',
    },
    about: {
      en: 'Chance that two founding members who could know each other have met before day 0.',
      'zh-CN': '两位可能相识的初始成员在第 0 天之前已经认识的概率。',
    },
  },
} as const satisfies Section;
export type CommunityValues = Values<typeof communityParameters>;

/** The generator of ties, where no network file is given (`community.network`). */
export const networkParameters = {
  kind: {
    label: { en: 'Kind of network', 'zh-CN': '关系网类型' },
    kind: 'choice',
    unit: 'generator',
    default: 3,
    range: [3, 3],
    chosen: true,
    known: 'assumption',
    options: ['random', 'small world', 'preferential', 'clustered', 'blocks', 'none', 'regular'],
    optionLabels: [
      { en: 'Random', 'zh-CN': '随机' },
      { en: 'Small world', 'zh-CN': '小世界' },
      { en: 'Preferential', 'zh-CN': '优先连接' },
      { en: 'Clustered', 'zh-CN': '聚集' },
      { en: 'Blocks', 'zh-CN': '分块' },
      { en: 'None', 'zh-CN': '无关系' },
      { en: 'Regular', 'zh-CN': '正则' },
    ],
    source: {
      en: 'Holme and Kim 2002 growth with closure: real networks are skewed and clustered (SNAP, KONECT).',
    },
    about: {
      en: 'How ties are drawn: random, small world, preferential, clustered (preferential with closed triangles), blocks, none, regular (as many for everybody).',
      'zh-CN':
        '关系如何生成：随机、小世界、优先连接、聚集（优先连接并闭合三角）、分块、无关系、正则（人人关系数相同）。',
    },
  },
  ties: {
    label: { en: 'Ties per person', 'zh-CN': '人均关系数' },
    kind: 'positive',
    unit: 'ties per person',
    default: 8,
    range: [4, 16],
    min: 0,
    max: 2000,
    chosen: false,
    known: 'assumption',
    source: {
      en: 'Assumption; measured networks run from 5 (Youtube) to 44 (ego-Facebook) ties a person.',
      'zh-CN': '假设；实测网络的人均关系数从 5（YouTube）到 44（Facebook 自我中心网络）。',
    },
    about: {
      en: 'Mean number of people here whom a person could know.',
      'zh-CN': '一个人在这里可能认识的平均人数。',
    },
  },
  rewire: {
    label: { en: 'Rewiring', 'zh-CN': '重连概率' },
    kind: 'chance',
    unit: 'chance',
    default: 0.1,
    range: [0.02, 0.3],
    chosen: false,
    known: 'assumption',
    source: { en: 'Watts and Strogatz 1998 show small worlds from .01 to .3.' },
    about: {
      en: 'Small world only: chance that a tie is rewired to anybody.',
      'zh-CN': '仅用于小世界：一条关系改连到任意一人的概率。',
    },
  },
  closure: {
    label: { en: 'Closing triangles', 'zh-CN': '闭合三角概率' },
    kind: 'chance',
    unit: 'chance',
    default: 0.5,
    range: [0.25, 0.8],
    chosen: false,
    known: 'assumption',
    source: {
      en: 'Assumption; gives clustering inside the measured band .06 to .6.',
      'zh-CN': '假设；所得聚集系数落在实测的 0.06 至 0.6 之间。',
    },
    about: {
      en: 'Clustered only: chance that a further tie of a newcomer closes a triangle.',
      'zh-CN': '仅用于聚集型：新人的下一条关系恰好闭合一个三角的概率。',
    },
  },
  homophily: {
    label: { en: 'Same-segment ties', 'zh-CN': '同人群倾向' },
    kind: 'share',
    unit: 'share',
    default: 0.3,
    range: [0.1, 0.6],
    chosen: false,
    known: 'assumption',
    source: {
      en: 'Assumption: the sign is settled (birds of a feather), the size differs by trait.',
      'zh-CN': '假设：方向已有定论（物以类聚），大小因特征而异。',
    },
    about: {
      en: 'Share of ties kept within a segment beyond what chance gives.',
      'zh-CN': '在随机水平之外，额外留在同一人群内的关系比例。',
    },
  },
} as const satisfies Section;
export type NetworkValues = Values<typeof networkParameters>;
