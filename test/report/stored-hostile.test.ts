import { beforeAll, describe, expect, it } from 'vitest';
import { sealed } from '../../src/experiment/sealed-line.ts';
import { limits } from '../../src/experiment/stored-files.ts';
import { openStored, type StoredFile } from '../../src/report/stored.ts';
import { fileOf, type Made, make } from './stored-results.ts';

let made: Made;
beforeAll(async () => {
  made = await make('compare', { worlds: 2 });
});

/** Values that nothing of ours ever holds at the places where they are put. */
const nasty: readonly unknown[] = [
  null,
  -1,
  1e308,
  0.5,
  '',
  '<img src=x onerror=alert(1)>',
  'x'.repeat(100_000),
  [],
  {},
  [[[[]]]],
  true,
  { __proto__: null, constructor: { prototype: {} }, toString: 1 },
  Array.from({ length: 5000 }, () => 0),
  '\u202e\u0000\u001b[2J',
];

/** Every place of a value, as steps down. */
function placesOf(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, inner]) => placesOf(inner, [...path, key]))];
}

function withValue(value: unknown, [step, ...rest]: readonly string[], put: unknown): unknown {
  if (step === undefined) return put;
  const copy: Record<string, unknown> = Array.isArray(value)
    ? ([...value] as never)
    : { ...(value as object) };
  copy[step] = withValue(copy[step], rest, put);
  return copy;
}

const parsed = (line: string): Record<string, unknown> => {
  const { sum: _, ...rest } = JSON.parse(line) as Record<string, unknown>;
  return rest;
};

/** Opens, and holds it to a clear state: a result that is sound, or one plain sentence in both languages. */
async function clearState(files: readonly StoredFile[], label: string): Promise<'opened' | 'refused'> {
  const { stored, problems } = await openStored(files);
  const texts = stored === null ? problems : stored.remarks;
  if (stored === null) expect(problems, label).toHaveLength(1);
  for (const { en, 'zh-CN': chinese } of texts) {
    expect(en.length, label).toBeLessThan(900);
    expect(en, label).not.toMatch(/undefined|\[object|TypeError|Cannot read|\p{Cc}|\u202e/u);
    expect(chinese, label).toMatch(/[\u4e00-\u9fff]/);
  }
  if (stored?.kind === 'compare') {
    expect(Number.isInteger(stored.comparison.worlds), label).toBe(true);
    for (const { outcomes } of stored.results) expect(outcomes, label).toBeInstanceOf(Float64Array);
  }
  expect(Object.hasOwn(Object.prototype, 'polluted'), label).toBe(false);
  return stored === null ? 'refused' : 'opened';
}

describe('hostile files', () => {
  it('with anything at any place of the head, sealed as ours, give a clear state', async () => {
    const head = parsed(made.lines[0]);
    const places = placesOf(head).filter((path) => !path.includes('metrics') || path.length === 1);
    for (const [i, path] of places.entries()) {
      for (const value of [nasty[i % nasty.length], nasty[(i * 5 + 1) % nasty.length]]) {
        const changed = withValue(head, path, value);
        const line =
          typeof changed === 'object' && changed !== null ? sealed(changed) : `${JSON.stringify(changed)}\n`;
        await clearState([fileOf('head', line + made.lines.slice(1).join(''))], `${path.join('.')} ${i}`);
      }
    }
    expect(places.length).toBeGreaterThan(15);
  });

  it('with anything at any place of a world, sealed as ours, never pass it on', async () => {
    const world = parsed(made.lines[1]);
    const places = placesOf(world).filter((path) => path.slice(3).every((step) => !(Number(step) >= 2)));
    let refused = 0;
    for (const [i, path] of places.entries()) {
      const changed = withValue(world, path, nasty[i % nasty.length]);
      if (typeof changed !== 'object' || changed === null) continue;
      const lines = [made.lines[0], sealed(changed), made.lines[2]];
      if ((await clearState([fileOf('world', lines.join(''))], path.join('.'))) === 'refused') refused++;
    }
    expect(places.length).toBeGreaterThan(100);
    expect(refused).toBeGreaterThan(places.length / 2);
  });

  it('with an arm, a day or a segment too few or too many in a world do not pass it on', async () => {
    type Arm = Record<'daily' | 'segments', Record<string, unknown[]>> &
      Record<'outcomes' | 'remarks', unknown[]>;
    const changes: readonly ((arms: Arm[]) => void)[] = [
      (arms) => arms.pop(),
      (arms) => arms.push(arms[0]),
      ([arm]) => arm.outcomes.push(0),
      ([, arm]) => arm.daily.members.pop(),
      ([arm]) => delete arm.daily.netRevenue,
      ([, , arm]) => Object.values(arm.segments).map((values) => values.push(0)),
      ([arm]) => arm.remarks.push('x'.repeat(3000)),
    ];
    for (const [i, change] of changes.entries()) {
      const { world, arms } = structuredClone(parsed(made.lines[1])) as { world: number; arms: Arm[] };
      change(arms);
      const lines = [made.lines[0], sealed({ world, arms }), made.lines[2]];
      const { problems } = await openStored([fileOf('world', lines.join(''))]);
      expect(problems[0]?.en, `change ${i}`).toBe('world has no finished worlds that can be shown.');
    }
  });

  it('with anything at any place of a comparison never pass it on', async () => {
    const { comparison } = made;
    const places = placesOf(comparison).filter((_, i) => i % 23 === 0);
    for (const [i, path] of places.entries()) {
      const text = JSON.stringify(withValue(comparison, path, nasty[i % nasty.length]));
      await clearState([fileOf('comparison.json', text)], path.join('.'));
    }
    expect(places.length).toBeGreaterThan(50);
  });

  it('with keys that reach into the language change nothing', async () => {
    const keys = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty'];
    for (const key of keys) {
      const evil = `"${key}":{"polluted":true,"byWorld":[1]}`;
      for (const text of [
        `{"schema":"seedbed/compare@1",${evil}}`,
        `{"schema":"seedbed/run@1",${evil}}`,
        made.lines[0].replace('{', `{${evil},`),
        JSON.stringify(made.comparison).replace('"metrics":{', `"metrics":{${evil},`),
        JSON.stringify(made.comparison).replace('"decision":{', `"decision":{${evil},`),
      ])
        await clearState([fileOf(key, text)], key);
    }
  });

  it('of every other kind are no results', async () => {
    const others = [
      '',
      '\n',
      '\ufeff',
      'null',
      '[]',
      '{}',
      '{"schema":"seedbed/worlds@1"}',
      '{"schema":"seedbed/worlds@999999"}\n',
      '{"schema":"seedbed/compare@0"}',
      '{"schema":"seedbed/folder@1","file":"x"}',
      `${'['.repeat(100_000)}`,
      `{"schema":"seedbed/compare@1","a":${'['.repeat(100_000)}`,
      '<!doctype html><script>alert(1)</script>',
      'seedbed: 1\ntitle: x\n',
      '\u0000\u0001PNG\r\n',
      `${'\n'.repeat(100_000)}`,
      'x'.repeat(5_000_000),
    ];
    for (const text of others)
      expect(await clearState([fileOf('other', text)], text.slice(0, 40))).toBe('refused');
  });

  it('of any size are refused before they fill the memory', async () => {
    let given = 0;
    const piece = new TextEncoder().encode('x'.repeat(1 << 20));
    const endless: StoredFile = {
      name: 'endless',
      text: () => Promise.reject(new Error('never asked')),
      stream: () =>
        new ReadableStream<Uint8Array>({
          pull(controller) {
            given++;
            controller.enqueue(piece);
          },
        }),
    };
    expect(await clearState([endless], 'endless')).toBe('refused');
    expect(given).toBeLessThan((limits.line >> 20) + 10);
    const huge: StoredFile = {
      name: 'huge',
      size: 2 ** 41,
      text: () => Promise.reject(new Error('never asked')),
    };
    expect(await clearState([huge], 'huge')).toBe('refused');
    const many = Array.from({ length: limits.files + 1 }, (_, i) => fileOf(`${i}`, 'x'));
    expect(await clearState(many, 'many')).toBe('refused');
    expect(await clearState([], 'none')).toBe('refused');
  });

  it('are let go, whether they are opened, refused or passed over', async () => {
    let open = 0;
    const counted = (name: string, content: string): StoredFile => ({
      name,
      text: () => Promise.reject(new Error('never asked')),
      stream() {
        open++;
        const bytes = new TextEncoder().encode(content);
        let at = 0;
        return new ReadableStream<Uint8Array>({
          pull(controller) {
            at += 1000;
            if (at - 1000 < bytes.length) return controller.enqueue(bytes.subarray(at - 1000, at));
            open--;
            controller.close();
          },
          cancel() {
            open--;
          },
        });
      },
    });
    const worlds = counted('worlds-x.ndjson', made.lines.join(''));
    const other = counted('other.json', `{"schema":"seedbed/folder@1"}\n${'x\n'.repeat(9000)}`);
    const cut = counted('cut.ndjson', made.lines.join('').slice(0, 3000));
    const page = counted('report.html', '<p>\n'.repeat(9000));
    expect(await clearState([worlds, other, page], 'opened')).toBe('opened');
    expect(await clearState([page, other], 'refused')).toBe('refused');
    expect(await clearState([worlds, cut], 'two')).toBe('refused');
    expect(await clearState([cut], 'cut')).toBe('refused');
    expect(open).toBe(0);
  });

  it('that break while they are read are named', async () => {
    const broken: StoredFile = { name: 'gone.json', text: () => Promise.reject(new Error('NotFoundError')) };
    const { problems } = await openStored([broken]);
    expect(problems[0].en).toBe('gone.json could not be read: NotFoundError');
    const half: StoredFile = {
      name: 'half',
      text: () => Promise.reject(new Error('x')),
      stream: () =>
        new ReadableStream<Uint8Array>({
          pull(controller) {
            controller.enqueue(new TextEncoder().encode(made.lines.join('').slice(0, 4000)));
            controller.error(new Error('the disk has gone'));
          },
        }),
    };
    expect(await clearState([half], 'half')).toBe('refused');
  });

  it('with a scenario of monstrous size are refused as a scenario', async () => {
    const head = parsed(made.lines[0]);
    const { scenario } = head as { scenario: { text: string } };
    for (const text of [
      scenario.text.replace('members: 60', 'members: 999999999999'),
      scenario.text.replace('horizon: 35 days', 'horizon: 9999999 days'),
      `${scenario.text}# ${'x'.repeat(400_000)}`,
      `${'- '.repeat(30_000)}x`,
      'a: &a [x]\nb: [*a, *a, *a]',
    ]) {
      const line = sealed({ ...head, scenario: { text, set: [] } });
      expect(await clearState([fileOf('big', line + made.lines.slice(1).join(''))], text.slice(0, 30))).toBe(
        'refused',
      );
    }
  });
});
