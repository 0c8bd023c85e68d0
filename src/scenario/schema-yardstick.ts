/** The part of the schema that yardsticks add: what one mechanism alone is held against. */
import { laws } from '../laws/index.ts';
import type { Law } from '../laws/law.ts';
import { fields } from './fields.ts';
import { choice, leaf, list, mapping, type Rule, single, string, text } from './schema-parts.ts';
import { got, tell } from './tell.ts';

const isTerm = (raw: unknown): boolean =>
  (typeof raw === 'number' && Number.isFinite(raw)) || (typeof raw === 'string' && raw.trim() !== '');

const termRule: Rule = (raw) => {
  const terms = Array.isArray(raw) && raw.length > 0 ? raw : [raw];
  return terms.every(isTerm) ? null : tell('argumentForm', { got: got(raw) });
};

/** A number, a path, or a list of them. */
export type Term = number | string | readonly (number | string)[];

const term = (description: string) =>
  leaf<Term>(termRule, { type: ['number', 'string', 'array'], description });

const numberRule: Rule = (raw) =>
  typeof raw === 'number' && Number.isFinite(raw) ? null : tell('plainNumber', { got: got(raw) });

const widthRule: Rule = (raw) =>
  numberRule(raw) ?? (Number(raw) >= 0 ? null : tell('noLess', { got: got(raw) }));

const plain = (description: string, rule = numberRule) => leaf<number>(rule, { type: 'number', description });

function lawMapping(name: string, { label, formula, arguments: given }: Law) {
  const shape = Object.fromEntries(
    Object.entries(given).map(([argument, { about, unit, default: usual }]) => {
      const field = term(unit === '' ? about : `${about} Unit: ${unit}.`);
      return [argument, usual === undefined ? field : field.optional()];
    }),
  );
  const about = { en: `the numbers of ${name}`, 'zh-CN': `${name} 的各项数值` };
  return mapping(shape, about)
    .meta({ description: `${label.en}: ${formula}` })
    .optional();
}

const lawsByName = mapping(
  Object.fromEntries(Object.entries(laws).map(([name, one]) => [name, lawMapping(name, one)])),
  { en: 'a law and its numbers', 'zh-CN': '一条定律及其数值' },
);

const check = (currency: string) =>
  mapping(
    {
      metric: string('Metric that answers.'),
      arm: string('Arm that is checked; the first where it is left out.').optional(),
      against: string('Arm of the same worlds: the relative change against it counts.').optional(),
      on: single(fields.on, currency).optional(),
      from: single(fields.since, currency).optional(),
      take: choice(
        ['mean', 'total'],
        'How the days from `from` to `on` become one number.',
        'mean',
      ).optional(),
      per: term('What the metric is divided by, a number or a path.').optional(),
      reaches: term('The first day on which the metric is at least this counts.').optional(),
      of: choice(['mean', 'share'], 'Mean over worlds, or share of worlds.', 'mean').optional(),
      equals: term('Worlds count whose number is this.').optional(),
      'at least': term('Worlds count whose number is at least this.').optional(),
      'at most': term('Worlds count whose number is at most this.').optional(),
      expected: plain("The number at the file's own settings."),
      law: lawsByName.optional(),
      within: plain('Absolute tolerance; 4 standard errors where it is left out.', widthRule).optional(),
    },
    { en: 'a check (metric, on, expected, law)', 'zh-CN': '一项检验（metric、on、expected、law）' },
  );

export function yardstick(currency: string) {
  return mapping(
    {
      statement: text('The law or table in one plain sentence.'),
      source: text('Where the law or table comes from.'),
      known: choice(['published', 'second-hand', 'computed'], 'How the expected numbers are known.'),
      settable: list(string('A path.'), { en: 'settable paths', 'zh-CN': '可改路径' }, [1, 100]).optional(),
      checks: list(check(currency), { en: 'checks', 'zh-CN': '检验' }, [1, 100]),
    },
    {
      en: 'a yardstick (statement, source, known, checks)',
      'zh-CN': '标尺（statement、source、known、checks）',
    },
  ).meta({ description: 'The law or published table that this mechanism alone is held against.' });
}
