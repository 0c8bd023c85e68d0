/** Numbers of a file that are no parameters of the model, read by the same rules. */
import { MAX_DAYS } from '../population/audience.ts';
import type { Parameter } from './parameter.ts';

type Rule = Pick<Parameter, 'label' | 'kind' | 'unit' | 'default' | 'about'> &
  Pick<Partial<Parameter>, 'min' | 'max'>;

const field = (rule: Rule): Parameter => ({
  ...rule,
  range: [rule.default, rule.default],
  chosen: true,
  known: 'assumption',
  source: { en: 'Chosen by the scenario.', 'zh-CN': '由情景设定。' },
});

export { MAX_DAYS };
export const MAX_WORLDS = 1_000_000;
export const MAX_PEOPLE = 5_000_000;
export const MAX_ARMS = 20;
export const MAX_SEGMENTS = 100;
export const MAX_SHOWN = 20;
/** Rows of a posterior. */
export const MAX_DRAWS = 10_000;

export const fields = {
  horizon: field({
    label: { en: 'Horizon', 'zh-CN': '时长' },
    kind: 'days',
    unit: 'days',
    default: 365,
    min: 1,
    max: MAX_DAYS,
    about: { en: 'How long every world runs.', 'zh-CN': '每个模拟世界运行多久。' },
  }),
  branch: field({
    label: { en: 'Branch on day', 'zh-CN': '分岔日' },
    kind: 'days',
    unit: 'days',
    default: 0,
    min: 0,
    max: MAX_DAYS,
    about: {
      en: 'Days after the start until which all arms are the first one: they have one past and differ from then on.',
      'zh-CN': '在开始后第几天之前，所有方案都与第一个相同：共有同一段过去，此后才各走各路。',
    },
  }),
  worlds: field({
    label: { en: 'Worlds', 'zh-CN': '模拟世界数' },
    kind: 'count',
    unit: 'worlds',
    default: 200,
    min: 1,
    max: MAX_WORLDS,
    about: {
      en: 'Worlds to run: draws of assumptions and luck that all arms share.',
      'zh-CN': '要运行的模拟世界数：每个世界各取一组假设与运气，所有方案共用。',
    },
  }),
  from: field({
    label: { en: 'From day', 'zh-CN': '开始于' },
    kind: 'days',
    unit: 'days',
    default: 0,
    min: 0,
    max: MAX_DAYS,
    about: {
      en: 'Days after the start at which the tactic begins.',
      'zh-CN': '策略从开始后的第几天起实施。',
    },
  }),
  until: field({
    label: { en: 'Until day', 'zh-CN': '结束于' },
    kind: 'days',
    unit: 'days',
    default: 365,
    min: 0,
    max: MAX_DAYS,
    about: {
      en: 'Days after the start at which the tactic ends; the whole horizon where it is left out.',
      'zh-CN': '策略在开始后的第几天结束；不写则持续到期末。',
    },
  }),
  over: field({
    label: { en: 'Mean over', 'zh-CN': '取平均的天数' },
    kind: 'days',
    unit: 'days',
    default: 7,
    min: 1,
    max: 366,
    about: {
      en: 'Days before today over which the mean of the metric counts.',
      'zh-CN': '取今天之前多少天的指标平均值。',
    },
  }),
  on: field({
    label: { en: 'On day', 'zh-CN': '取值日' },
    kind: 'days',
    unit: 'days',
    default: 365,
    min: 1,
    max: MAX_DAYS,
    about: {
      en: 'Days after the start at whose end the metric is read; the number of the whole run where it is left out.',
      'zh-CN': '在开始后第几天结束时读取指标；不写则取全期的数值。',
    },
  }),
  since: field({
    label: { en: 'Since day', 'zh-CN': '起算日' },
    kind: 'days',
    unit: 'days',
    default: 0,
    min: 0,
    max: MAX_DAYS,
    about: {
      en: 'Days after the start from which on days are counted, until `on`.',
      'zh-CN': '从开始后第几天起计，直到 `on`。',
    },
  }),
} as const;
