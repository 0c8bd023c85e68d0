/** The gallery as plain values, and anything that somebody could do to one of its scenarios. */
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { printAmount, printRange } from '../../../src/scenario/print.ts';
import { readSource } from '../../../src/scenario/read.ts';
import { type Entry, table } from '../../../src/scenario/table.ts';
import type { Path, Plain } from '../../../web/state/plain.ts';

export const names = readdirSync('scenarios')
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => name.slice(0, -5));

export const texts = new Map(names.map((name) => [name, readFileSync(`scenarios/${name}.yaml`, 'utf8')]));

export function plainOf(text: string): Plain {
  const { source } = readSource(text);
  if (source === null) throw new Error(`not readable: ${text}`);
  return source.root;
}

export const textOf = (name: string): string => texts.get(name) ?? '';
const plains = new Map(names.map((name) => [name, plainOf(textOf(name))]));
export const presets = (name: string): Plain | null => plains.get(name) ?? null;
export const preset = (name: string): Plain => {
  const plain = presets(name);
  if (plain === null) throw new Error(`no preset ${name}`);
  return plain;
};

/** A value put somewhere, or (undefined) what stands there taken away. */
export interface RandomEdit {
  readonly path: Path;
  readonly value: Plain | undefined;
}

/** What an input of the sandbox writes: a plausible value, or a range. */
function written({ parameter }: Entry, part: number): Plain {
  const [low, high] = parameter.range;
  if (parameter.kind === 'switch') return part < 0.5 ? 'on' : 'off';
  if (parameter.kind === 'choice') return parameter.options?.[0] ?? null;
  if (part > 0.8 && low < high) return printRange(parameter, { low, high }, 'CNY');
  return printAmount(parameter, part < 0.4 ? low : part < 0.6 ? parameter.default : high, 'CNY');
}

const input = fc
  .record({
    entry: fc.constantFrom(...table),
    arm: fc.constantFrom(null, 0, 1, 2),
    part: fc.double({ min: 0, max: 1, noNaN: true }),
    gone: fc.boolean(),
  })
  .map(({ entry, arm, part, gone }): RandomEdit => {
    const steps = entry.path.split('.');
    return {
      path: arm === null ? steps : ['arms', arm, ...steps],
      value: gone ? undefined : written(entry, part),
    };
  });

/** Words that a text format could trip over. */
export const trickyText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.constantFrom(
    ...[
      'on',
      'null',
      '12',
      '0x1f',
      '1e3',
      '- a',
      '# b',
      'a: b',
      'a #b',
      '',
      ' a ',
      '{x}',
      '[',
      "it's",
      '"',
      '%',
      '@',
      '`',
    ],
    ...[
      'a\nb',
      'a\n\n b\n',
      '\ttab',
      '优惠券：八折？',
      '<script>alert(1)</script>',
      '~',
      '.inf',
      '?',
      '| x',
      '>',
      '&a',
      '*a',
      '!t',
    ],
  ),
);

const words = fc
  .record({
    path: fc.constantFrom<Path>(
      ['title', 'en'],
      ['title', 'zh-CN'],
      ['question'],
      ['seed'],
      ['arms', 0, 'name'],
      ['arms', 1, 'label', 'en'],
      ['arms', 1, 'label'],
    ),
    value: trickyText,
  })
  .map((edit): RandomEdit => edit);

const settings = fc.constantFrom<RandomEdit>(
  { path: ['worlds'], value: 500 },
  { path: ['horizon'], value: '3 months' },
  { path: ['judge', 'metric'], value: 'trust' },
  { path: ['judge', 'guardrails'], value: undefined },
  { path: ['judge', 'guardrails', 0], value: undefined },
  {
    path: ['community', 'segments'],
    value: { old: { share: '30%' }, 'a.b': { share: '70%', people: { visits: '20%' } } },
  },
  { path: ['arms', 1], value: undefined },
  { path: ['arms', 0, 'label'], value: undefined },
  { path: ['arms', 2, 'tactics'], value: { coupons: {}, ads: { load: '2 per hour' } } },
);

export const randomEdits = fc.array(fc.oneof(input, input, words, settings), { maxLength: 12 });
export const anyName = fc.constantFrom(...names);
