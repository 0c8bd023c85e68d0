import type { Section, Values } from '../scenario/parameter.ts';

export const shareParameters = {
  reach: {
    label: { en: 'Further shares', 'zh-CN': '二次转发数' },
    kind: 'positive',
    unit: 'further shares',
    default: 0.3,
    range: [0.2, 0.4],
    min: 0,
    max: 100,
    chosen: false,
    known: 'second-hand',
    source: {
      en: 'Goel, Watts and Goldstein 2012 and Goel et al. 2016: 95 % of shares go nowhere; negative binomial R = .30 fits all published shares at once.',
    },
    about: {
      en: 'Mean number of people outside who see and pass on one share.',
      'zh-CN': '一次转发在站外平均被多少人看到并继续转发。',
    },
  },
  dispersion: {
    label: { en: 'Spread of virality', 'zh-CN': '传播离散度' },
    kind: 'positive',
    unit: 'shape',
    default: 0.018,
    range: [0.012, 0.03],
    min: 0.001,
    max: 10_000,
    chosen: false,
    known: 'second-hand',
    source: {
      en: 'As share.reach: k = .018; Poisson sharing (k large) is ruled out.',
      'zh-CN': '同 share.reach：k = 0.018；泊松式传播（k 很大）已被排除。',
    },
    about: {
      en: 'Dispersion k of the offspring law: small is a heavy tail.',
      'zh-CN': '传播分布的离散参数 k：越小尾部越重。',
    },
  },
  views: {
    label: { en: 'Views per share', 'zh-CN': '每次转发的浏览' },
    kind: 'positive',
    unit: 'views',
    default: 12,
    range: [5, 30],
    min: 0,
    max: 10_000,
    chosen: false,
    known: 'assumption',
    source: { en: 'Assumption.', 'zh-CN': '假设。' },
    about: {
      en: 'People outside who see one share without passing it on.',
      'zh-CN': '站外看到一次转发但不再转发的人数。',
    },
  },
  onProspects: {
    label: { en: 'Views that hit prospects', 'zh-CN': '触达潜在成员的浏览' },
    kind: 'share',
    unit: 'share',
    default: 0.1,
    range: [0.03, 0.25],
    chosen: false,
    known: 'assumption',
    source: {
      en: 'Assumption: most of the public that shared content reaches is nobody who could join.',
      'zh-CN': '假设：转发内容触达的公众大多不可能加入。',
    },
    about: {
      en: "Part of the views beyond people's own ties that fall on prospects.",
      'zh-CN': '熟人关系以外的浏览中落在潜在成员身上的比例。',
    },
  },
  open: {
    label: { en: 'Open to the public', 'zh-CN': '对公众开放' },
    kind: 'switch',
    unit: 'on or off',
    default: 1,
    range: [1, 1],
    chosen: true,
    known: 'assumption',
    source: { en: 'Chosen by the scenario.', 'zh-CN': '由情景设定。' },
    about: {
      en: "Whether the public audience beyond people's own ties can join when content reaches it.",
      'zh-CN': '熟人关系以外的公众看到内容后能否加入。',
    },
  },
} as const satisfies Section;
export type ShareValues = Values<typeof shareParameters>;
