import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planExperiment } from '../../../src/experiment/plan.ts';
import { parseScenario } from '../../../src/scenario/parse.ts';
import { isDangerous } from '../../../src/scenario/read.ts';
import { MAX_LINK } from '../../../web/state/address.ts';
import {
  asQuery,
  type DecodedLink,
  decodeLink,
  encodeLink,
  type LinkState,
  linkAdvice,
} from '../../../web/state/link.ts';
import { checksum } from '../../../web/state/pack.ts';
import { isSafe, isSafePath, type Path, type Plain, same, withPart } from '../../../web/state/plain.ts';
import { anyName, names, preset, presets, randomEdits, textOf } from './gallery.ts';
import { hostileLinks, linkAround } from './hostile-links.ts';

const state = (over: Partial<LinkState> = {}): LinkState => ({
  preset: 'blunt-vs-tailored-ads',
  plain: preset('blunt-vs-tailored-ads'),
  text: null,
  view: { metric: 'net revenue', tab: 'guardrails' },
  version: '0.1.0',
  hash: '0123abcd',
  digest: '0123456789ab',
  ...over,
});

/** A scenario with parts changed; changes that lead nowhere are left out. */
const edited = (plain: Plain, edits: readonly { path: Path; value: Plain | undefined }[]): Plain =>
  edits.reduce<Plain>((root, { path, value }) => withPart(root, path, value) ?? root, plain);

const decoded = (link: string): Promise<DecodedLink> => decodeLink(link, presets);

async function opened(link: string): Promise<LinkState> {
  const got = await decoded(link);
  if ('bad' in got) throw new Error(`${link} is ${got.bad}`);
  return got.state;
}

/** Hash of what a scenario simulates; its problems where it is not valid. */
function hashOf(plain: Plain): string {
  const { scenario, problems } = parseScenario(JSON.stringify(plain), 'x.json');
  return scenario === null ? JSON.stringify(problems) : planExperiment(scenario, new Map()).hash;
}

describe('a link', () => {
  it('gives back scenario, view, version, hash and digest', async () => {
    const plain = edited(preset('blunt-vs-tailored-ads'), [
      { path: ['arms', 1, 'tactics', 'ads', 'load'], value: '4 per hour' },
      { path: ['leave', 'base'], value: '2% to 5% per month' },
      { path: ['judge', 'guardrails'], value: undefined },
      { path: ['judge', 'show'], value: ['trust', 'cost of coupons'] },
    ]);
    const sent = state({ plain, view: { metric: 'trust', arms: [true, false], later: { than: 'us' } } });
    const got = await opened(await encodeLink(sent, presets));
    expect(same(got.plain ?? undefined, plain)).toBe(true);
    expect({ ...got, plain: null }).toEqual({ ...sent, plain: null });
  });

  it('gives back the same plain values, and so the same scenario hash, after any edits of any gallery scenario', async () => {
    await fc.assert(
      fc.asyncProperty(anyName, randomEdits, fc.boolean(), async (name, edits, backwards) => {
        const changed = edited(preset(name), edits);
        const arms = (changed as { arms: Plain[] }).arms;
        const plain = backwards ? edited(changed, [{ path: ['arms'], value: [...arms].reverse() }]) : changed;
        const got = await opened(await encodeLink(state({ preset: name, plain }), presets));
        expect(same(got.plain ?? undefined, plain)).toBe(true);
        expect(hashOf(got.plain)).toBe(hashOf(plain));
      }),
      { numRuns: 100 },
    );
  });

  it('keeps the order of tactics, which decides who acts first', async () => {
    const one = edited(preset('growth-or-retention'), [
      {
        path: ['arms', 2, 'tactics'],
        value: { onboarding: { cost: '6 CNY' }, acquisition: { arrivals: '2 per day' } },
      },
    ]);
    const got = await opened(await encodeLink(state({ preset: 'growth-or-retention', plain: one }), presets));
    expect(Object.keys((got.plain as { arms: { tactics: object }[] }).arms[2].tactics)).toEqual([
      'onboarding',
      'acquisition',
    ]);
  });

  it('carries a whole text where there is no preset, where the file has mistakes, and where a number is no number', async () => {
    const text = '# 备注\ntitle: [half a file';
    const bare = await opened(await encodeLink(state({ preset: null, plain: null, text }), presets));
    expect(bare).toMatchObject({ preset: null, plain: null, text });
    const half = await opened(await encodeLink(state({ plain: null, text }), presets));
    expect(half).toMatchObject({ preset: 'blunt-vs-tailored-ads', plain: null, text });
    const nan = edited(preset('a-a'), [{ path: ['worlds'], value: Number.NaN }]);
    const lost = await opened(
      await encodeLink(state({ preset: 'a-a', plain: nan, text: 'worlds: .nan' }), presets),
    );
    expect(lost).toMatchObject({ plain: null, text: 'worlds: .nan' });
    const free = await opened(await encodeLink(state({ preset: null, plain: { title: '甲' } }), presets));
    expect(free.text).toBe('{"title":"甲"}');
  });

  it('keeps what later versions add', async () => {
    const got = await opened(linkAround('{"p":"a-a","e":"9.9","v":{"tab":"x"},"new":[1]}'));
    expect(got).toMatchObject({ version: '9.9', view: { tab: 'x' }, more: { new: [1] } });
    expect((await opened(await encodeLink(got, presets))).more).toEqual({ new: [1] });
  });

  it('says when its preset has changed since, and never applies changes that do not fit', async () => {
    const link = await encodeLink(
      state({
        plain: edited(preset('blunt-vs-tailored-ads'), [
          { path: ['arms', 2, 'leave', 'base'], value: '3% per month' },
        ]),
      }),
      presets,
    );
    const later = (plain: Plain) => () => plain;
    const base = preset('blunt-vs-tailored-ads');
    const renamed = edited(base, [{ path: ['title', 'en'], value: 'Another title' }]);
    expect(await decodeLink(link, later(renamed))).toMatchObject({ state: { presetChanged: true } });
    expect(await decodeLink(link, later(edited(base, [{ path: ['arms'], value: [] }])))).toMatchObject({
      bad: 'preset changed',
    });
    expect(await opened(link)).not.toHaveProperty('presetChanged');
  });

  it('is unknown, not broken, where presets cannot be loaded', async () => {
    const link = await encodeLink(state(), presets);
    expect(await decodeLink(link, () => Promise.reject(new Error('offline')))).toMatchObject({
      bad: 'unknown preset',
    });
  });

  it('is at most 600 characters long for what people do, with 2 to 6 arms', async () => {
    const base = edited(preset('coupon-rates'), [
      { path: ['community', 'members'], value: 2500 },
      { path: ['buy', 'margin'], value: '30% to 50%' },
      { path: ['leave', 'base'], value: '2% to 6% per month' },
      { path: ['seed'], value: 'another luck' },
    ]);
    const view = {
      metric: 'net revenue',
      difference: 'money',
      interval: 90,
      tab: 'guardrails',
      arms: [0, 1, 2, 3, 4],
    };
    for (let count = 2; count <= 6; count++) {
      const arms = Array.from({ length: count }, (_, i) => ({
        name: `Coupons ${i}`,
        tactics: { coupons: { rate: `${5 * i}% per month`, depth: '20%' }, ads: { load: `${i} per hour` } },
      }));
      const plain = edited(base, [{ path: ['arms'], value: arms }]);
      const link = await encodeLink(state({ preset: 'coupon-rates', plain, view }), presets);
      expect(link.length).toBeLessThanOrEqual(600);
    }
  });

  it('comes with advice by its length', () => {
    expect([600, 1500, 1501, 2000, 2001].map(linkAdvice)).toEqual(['fine', 'fine', 'long', 'long', 'file']);
  });
});

describe('an address', () => {
  const sent = (): Promise<string> => encodeLink(state(), presets);

  it.each([
    ['by QQ', (link: string) => `${link}&appinstall=0`],
    ['by a full stop', (link: string) => `${link}.`],
    ['by Chinese words', (link: string) => `${link}。看看这个`],
    ['by a bracket and words', (link: string) => `${link}) what do you think?`],
    ['by a broken escape', (link: string) => `${link}%E3%80`],
    ['as a query', (link: string) => asQuery(link)],
    ['as a query with more', (link: string) => `?from=singlemessage&${link.slice(1)}&isappinstalled=0#top`],
    ['as a whole address', (link: string) => `https://example.org/x/compare/${link}`],
    ['without its mark', (link: string) => link.slice(1)],
    [
      'escaped',
      (link: string) => `#${encodeURIComponent(link.slice(1)).replaceAll('.', '%2E').replaceAll('-', '%2d')}`,
    ],
    ['escaped twice', (link: string) => `#${encodeURIComponent(encodeURIComponent(link.slice(1)))}`],
    ['with line ends', (link: string) => link.replace(/.{70}/g, '$&\r\n ')],
    ['with invisible letters', (link: string) => link.replace(/.{9}/g, '$&\u200b')],
  ])('is read when it was changed %s', async (_, changed) => {
    expect(await decoded(changed(await sent()))).toEqual(await decoded(await sent()));
  });

  it.each(names)('that was cut at any letter is incomplete, never another scenario: %s', async (name) => {
    const plain = edited(preset(name), [{ path: ['worlds'], value: 64 }]);
    const link = await encodeLink(state({ preset: name, plain }), presets);
    for (let length = 1; length < link.length; length++) {
      const added = length < '#z='.length ? [''] : ['', '&appinstall=0', '...', '…', ' see this'];
      for (const rest of added) {
        const got = await decoded(link.slice(0, length) + rest);
        expect(got, `${length} letters${rest}`).toEqual({ bad: 'incomplete' });
      }
      expect(await decoded(asQuery(link).slice(0, length))).toEqual({ bad: 'incomplete' });
    }
  });
});

describe('hostile links', () => {
  it('are at least 200', () => expect(hostileLinks.length).toBeGreaterThanOrEqual(200));

  it.each(hostileLinks)('%s', async (_, link, bad) => {
    expect(await decoded(link)).toMatchObject({ bad });
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });

  it('of any letters never throw and never pass for a link', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 200 }), async (text) => {
        for (const address of [text, `#z=1.${text}`, linkAround(text)])
          expect(await decoded(address)).toHaveProperty('bad');
      }),
    );
  });

  it('with any JSON never throw', async () => {
    await fc.assert(
      fc.asyncProperty(fc.json(), fc.json(), async (d, v) => {
        const got = await decoded(linkAround(`{"p":"a-a","e":"1","d":[${d}],"v":{"x":${v}}}`));
        expect('bad' in got || isSafe(got.state.plain)).toBe(true);
      }),
    );
  });

  it('refuse the same names as files of scenarios do', () => {
    for (const name of ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'x']) {
      expect(isSafePath([name])).toBe(!isDangerous(name));
      expect(isSafe(JSON.parse(`{"${name}":1}`))).toBe(!isDangerous(name));
    }
  });
});

describe('old links', () => {
  const old = JSON.parse(readFileSync('test/web/state/links.presets.json', 'utf8')) as Record<string, Plain>;
  const lines = readFileSync('test/web/state/links.txt', 'utf8')
    .split('\n')
    .filter((line) => /^[0-9a-f]/.test(line));

  it('are at least 100', () => expect(lines.length).toBeGreaterThanOrEqual(100));

  it('decode forever to what they were made of', async () => {
    const then = (name: string): Plain | null => (Object.hasOwn(old, name) ? old[name] : null);
    for (const line of lines) {
      const [sum, link] = line.split(' ');
      const got = await decodeLink(link, then);
      if ('bad' in got) throw new Error(`${link} is ${got.bad}`);
      const { preset: name, plain, text, view, version, hash, digest, presetChanged } = got.state;
      expect(checksum(JSON.stringify([name, plain, text, view, version, hash, digest])), link).toBe(sum);
      expect(presetChanged, link).toBeUndefined();
    }
  });
});

describe('the code of links', () => {
  it('needs no YAML and no schema, so that a page can open a link before those are loaded', () => {
    const packages = new Set<string>();
    const follow = (file: string): void => {
      for (const [, from] of readFileSync(file, 'utf8').matchAll(
        /^(?:import|export) (?!type\b)[^;]*?from '([^']+)'/gm,
      )) {
        if (from.startsWith('.')) follow(join(dirname(file), from));
        else packages.add(from);
      }
    };
    follow('web/state/link.ts');
    follow('web/state/history.ts');
    follow('web/state/files.ts');
    expect([...packages]).toEqual([]);
  });

  it('sums up as everybody does: CRC-32 of 123456789 is cbf43926', () => {
    expect(checksum('123456789')).toBe('cbf43926');
    expect(MAX_LINK).toBeGreaterThan(8000);
  });

  it('is tested on every scenario of the gallery', () => expect(names.map(textOf)).not.toContain(''));
});
