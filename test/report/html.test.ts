import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { dark, light } from '../../src/report/charts/look.ts';
import type { Locale } from '../../src/report/format.ts';
import { htmlReport } from '../../src/report/html.ts';
import { assumptionRows } from '../../src/report/html-assumptions.ts';
import { command } from '../../src/report/html-foot.ts';
import { htmlWords } from '../../src/report/html-words.ts';
import { style } from '../../src/report/style.ts';
import { type ArmShape, blunt, type Made, make, none, tailored } from './synthetic.ts';

const report = (made: Made, locale: Locale = 'en'): Promise<string> => htmlReport({ ...made, locale });

/** Texts that would do harm where they were taken for markup. */
const hostile = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "'onmouseover='alert(1)",
  '</style><script>alert(1)</script>',
  '</title><svg onload=alert(1)>',
  '$' + '{alert(1)} {{alert(1)}} {arm}',
  'javascript:alert(1)',
  '\u202Egnp.exe\u0000',
];

const three = make({ arms: [blunt, tailored, none] });
const armOf = (text: string, i: number): ArmShape => ({
  ...tailored,
  name: `${i} ${text}`,
  label: { en: text },
  sales: 0.2 + i / 20,
});
const attacked = make({
  arms: hostile.slice(0, 5).map(armOf),
  worlds: 40,
  title: { en: hostile[4] },
  question: { en: hostile[0] },
  summary: { en: hostile[1] },
  seed: hostile[0],
  file: "it's <here>.yaml",
});
const attackedToo = make({ arms: hostile.slice(5).map(armOf), worlds: 40, seed: "a'b $(rm)" });

let english = '';
let chinese = '';
let underAttack: string[] = [];

beforeAll(async () => {
  english = await report(three);
  chinese = await report(three, 'zh-CN');
  const warned = { ...attacked, comparison: { ...attacked.comparison, warnings: [hostile[0]] } };
  underAttack = await Promise.all([report(warned), report(warned, 'zh-CN'), report(attackedToo)]);
}, 30_000);

interface Tag {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

const empty = new Set(['meta', 'line', 'path', 'rect', 'circle', 'br']);

/** Reads the page's tags; fails where one is not closed, or closed by another. The style sheet is skipped. */
function tagsOf(page: string): Tag[] {
  const tags: Tag[] = [];
  const open: string[] = [];
  const body = page.replace(/<style>[^<]*<\/style>/, '');
  for (const [, closing, name, rest] of body.matchAll(
    /<(\/?)([a-zA-Z][\w-]*)((?:\s+[\w:-]+(?:="[^"]*")?)*)\s*\/?>/g,
  )) {
    if (closing !== '') {
      expect(open.pop(), page.slice(0, 200)).toBe(name);
      continue;
    }
    const attributes = Object.fromEntries(
      [...rest.matchAll(/([\w:-]+)(?:="([^"]*)")?/g)].map(([, key, value]) => [key, value ?? '']),
    );
    tags.push({ name, attributes });
    if (!empty.has(name)) open.push(name);
  }
  expect(open).toEqual([]);
  return tags;
}

const named = (page: string, name: string): Tag[] => tagsOf(page).filter((tag) => tag.name === name);
const textOf = (page: string): string => page.replace(/<style>[^<]*<\/style>/, '').replace(/<[^>]*>/g, ' ');

describe('the report asks nobody for anything', () => {
  it('holds no script, no handler, no inline style and nothing that loads', () => {
    for (const page of [english, chinese, ...underAttack]) {
      const tags = tagsOf(page);
      const names = new Set(tags.map(({ name }) => name));
      for (const name of [
        'script',
        'img',
        'link',
        'iframe',
        'object',
        'embed',
        'base',
        'form',
        'image',
        'use',
        'a',
        'video',
      ])
        expect(names.has(name), name).toBe(false);
      for (const { attributes } of tags)
        for (const key of Object.keys(attributes))
          expect(key).not.toMatch(/^on|^style$|^src|^href$|^xlink|^action$|^data$/i);
    }
    expect(style).not.toMatch(/url\(|@import|@font-face|expression\(/i);
  });

  it('forbids everything but its own style sheet, by hash', () => {
    for (const page of [english, chinese, ...underAttack]) {
      const [, policy] = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page) ?? [];
      const [, sheet] = /<style>([^<]*)<\/style>/.exec(page) ?? [];
      const hash = createHash('sha256').update(sheet, 'utf8').digest('base64');
      expect(policy).toBe(
        `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`,
      );
      expect(page.indexOf('Content-Security-Policy')).toBeLessThan(page.indexOf('<style>'));
    }
  });

  it('keeps every text of users as text', () => {
    for (const page of underAttack) {
      expect(page).not.toMatch(/<script|<img|<svg onload|onerror=alert\(1\)>/i);
      for (const sign of ['\u0000', '\u202e']) expect(page).not.toContain(sign);
    }
    expect(underAttack[0]).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(underAttack[2]).toContain(hostile[5]);
  });
});

describe('the page', () => {
  it('is well formed', () => {
    for (const page of [english, chinese, ...underAttack]) {
      expect(page.startsWith('<!doctype html>\n<html lang="')).toBe(true);
      expect(tagsOf(page).length).toBeGreaterThan(200);
    }
  });

  it('has one first heading, and no level is skipped', () => {
    for (const page of [english, chinese]) {
      const levels = tagsOf(page).flatMap(({ name }) => (/^h[1-6]$/.test(name) ? [Number(name[1])] : []));
      expect(levels.filter((level) => level === 1)).toEqual([1]);
      expect(levels[0]).toBe(1);
      levels.forEach((level, i) => {
        expect(level - (levels[i - 1] ?? 0)).toBeLessThanOrEqual(1);
      });
    }
  });

  it('labels what it refers to, once', () => {
    const tags = tagsOf(english);
    const ids = tags.flatMap(({ attributes }) => attributes.id ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { attributes } of tags)
      if (attributes['aria-labelledby']) expect(ids).toContain(attributes['aria-labelledby']);
  });

  it('draws each chart for wide screens and for phones, labeled in sentences, with its table', () => {
    const drawings = named(english, 'svg').filter(({ attributes }) => attributes.role === 'img');
    expect(drawings.map(({ attributes }) => attributes.class)).toEqual(
      Array(4).fill(['wide', 'phone']).flat(),
    );
    for (const { attributes } of drawings) {
      expect(attributes['aria-label']).toMatch(/\.$/);
      expect(attributes.viewBox).toMatch(/^0 0 (560|330) \d+$/);
    }
    expect(named(english, 'figure').length).toBe(4);
    expect(named(english, 'figcaption').length).toBe(4);
    expect(named(english, 'table').filter(({ attributes }) => attributes.class === 'twin').length).toBe(4);
    for (const { attributes } of named(english, 'th'))
      expect(attributes.scope).toMatch(/^(col|row|rowgroup)$/);
  });

  it('says its language', () => {
    expect(named(english, 'html')[0].attributes.lang).toBe('en');
    expect(named(chinese, 'html')[0].attributes.lang).toBe('zh-CN');
    expect(textOf(chinese)).toContain('在本模型中，“ 定向广告 ”');
    expect(textOf(chinese)).toContain('这是模型，不是预测');
    expect(Object.keys(htmlWords.en).sort()).toEqual(Object.keys(htmlWords['zh-CN']).sort());
  });

  it('offers the verdict in the other language', () => {
    expect(english).toContain('<p lang="zh-CN">');
    expect(english).toContain(three.comparison.verdict.text['zh-CN'].split('\n')[0].slice(0, 8));
    expect(chinese).toContain('<p lang="en">');
  });

  it('is small and has no number that is none', () => {
    for (const page of [english, chinese]) {
      expect(Buffer.byteLength(page)).toBeLessThan(1_500_000);
      expect(page).not.toMatch(/NaN|undefined|Infinity|\[object/);
    }
  });

  it('keeps words readable: 4.5 to 1 on paper and cards', () => {
    const luminance = (color: string) => {
      const [red, green, blue] = [1, 3, 5].map((at) => {
        const part = Number.parseInt(color.slice(at, at + 2), 16) / 255;
        return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const contrast = (a: string, b: string) => {
      const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x);
      return (high + 0.05) / (low + 0.05);
    };
    for (const [colors, paper] of [
      [light, '#fbfaf7'],
      [dark, '#15181c'],
    ] as const)
      for (const back of [paper, colors.card]) {
        for (const words of [colors.ink, colors.soft, ...colors.armTexts])
          expect(contrast(words, back)).toBeGreaterThan(4.5);
        for (const mark of colors.arms) expect(contrast(mark, back)).toBeGreaterThan(3);
      }
  });
});

describe('what the report says', () => {
  it('opens with the question, then the verdict as its headline', () => {
    const [, headline] = /<h1 id="verdict">(.*?)<\/h1>/.exec(english) ?? [];
    expect(headline.replace(/<[^>]*>/g, '')).toMatch(
      /^In this model, “Tailored ads” beats “Blunt ads” on 12-month net revenue with \d\d% probability\.$/,
    );
    expect(headline).toMatch(/<em class="t1">\d\d%<\/em>/);
    expect(english).toMatch(/<p class="lede">Ahead in \d+ of 200 paired worlds, ±\d points?\. /);
    expect(textOf(english)).toMatch(
      /Compare\s+Blunt ads\s*,\s*Tailored ads\s+and\s+No ads\s*; judge by\s+net revenue/,
    );
  });

  it('keeps every line of the verdict', () => {
    const plain = (text: string) =>
      text
        .replace(/<[^>]*>/g, '')
        .replaceAll('&#39;', "'")
        .replace(/\s+/g, ' ');
    const lines = three.comparison.verdict.text.en.split('\n').slice(1);
    expect(lines.length).toBeGreaterThan(3);
    for (const line of lines) expect(plain(english)).toContain(line);
  });

  it('is not misled by names with full stops and brackets', async () => {
    const odd = make({
      arms: [
        { ...blunt, label: { en: 'v1.0. (Old)' } },
        { ...tailored, label: { en: 'v2. New (50%).' } },
      ],
    });
    const [, headline] = /<h1 id="verdict">(.*?)<\/h1>/.exec(await report(odd)) ?? [];
    expect(headline.replace(/<[^>]*>/g, '')).toMatch(
      /^In this model, “v2\. New \(50%\)\.” beats “v1\.0\. \(Old\)” on .* probability\.$/,
    );
  });

  it('gives seed, worlds, version, digest and the command that makes the same again', () => {
    const text = textOf(english);
    for (const part of [
      three.comparison.digest,
      'private-domain-2026',
      '0.1.0',
      three.comparison.scenario.hash,
    ])
      expect(text).toContain(part);
    expect(text).toContain(
      'seedbed compare scenarios/blunt-vs-tailored-ads.yaml --seed private-domain-2026 --worlds 200',
    );
    expect(command(attackedToo)).toBe(
      "seedbed compare scenarios/blunt-vs-tailored-ads.yaml --seed 'a'\\''b $(rm)' --worlds 40",
    );
  });

  it('has a row for each arm and metric, and leaves out what is nothing everywhere', () => {
    const [, table] = /<table class="figures">(.*?)<\/table>/s.exec(english) ?? [];
    const text = textOf(table).replace(/\s+/g, ' ');
    expect(text).toMatch(/Net revenue Blunt ads ¥105K .* baseline Tailored ads ¥\d+K .*% No ads ¥\d+/);
    expect(text).toContain('90-day retention');
    expect(textOf(english)).not.toContain('Cost of onboarding');
  });

  it('lists what differs among the arms and what is not known exactly', () => {
    const text = textOf(english).replace(/\s+/g, ' ');
    expect(text).toMatch(/Targeting tactics\.ads\.targeting 0% 100% –/);
    expect(text).toMatch(/Ads tactics\.ads Ads per hour of use: 6 per hour .*used used not used/);
    expect(text).toMatch(/Cost of targeting tactics\.ads\.cost Cost of knowing/);
    const rows = assumptionRows(three.scenario);
    const stated = rows.find(({ path }) => path === 'tactics.ads.price');
    expect(stated).toMatchObject({ range: '120 to 240 CNY', known: null });
    expect(rows.length).toBeGreaterThan(20);
    for (const { path, range } of rows) {
      expect(text).toContain(path);
      expect(text).toContain(range);
    }
    const ours = textOf(chinese).replace(/\s+/g, ' ');
    expect(ours).toMatch(/广告 tactics\.ads 每小时广告数：每小时 6 条 .*使用 使用 不使用/);
    for (const { label, range } of assumptionRows(three.scenario, 'zh-CN')) {
      expect(label).toMatch(/\p{Script=Han}/u);
      expect(ours).toContain(label);
      expect(ours).toContain(range);
      expect(range).not.toMatch(/ to /);
    }
    const fixed = { ...three.scenario, assumptions: 'fixed' } as const;
    expect(assumptionRows(fixed)).toEqual([]);
  });

  it('lets signed figures stand out, save in brackets, and never parts them from their sign', async () => {
    const [, lede] = /<p class="lede">(.*?)<\/p>/.exec(english) ?? [];
    expect(lede).toMatch(/Median <b>\+\d+%<\/b> \[[^<]*\], about <b>\+¥[\d.]+K<\/b> a month\.$/);
    expect(english).toMatch(
      /<td class="num span"><span class="whole">\+[\d.]+%<\/span> to <span class="whole">\+\d+%<\/span><\/td>/,
    );
    const worse = await report(
      make({ arms: [tailored, { ...blunt, trust: 0.7, retention: 0.61, complaints: 40 }] }),
    );
    expect(worse).toMatch(/<b>−\d+%<\/b> \[<span class="whole">−/);
    expect(style).toContain('.whole{white-space:nowrap}');
  });

  it('says what it does not count', () => {
    expect(textOf(english)).toContain('This is a model, not a forecast');
    expect(textOf(english)).toContain('It does not count competitors');
  });
});

describe('odd comparisons', () => {
  const statusOf = (page: string) => /<p class="kicker[^"]*">.*?<\/span>(.*?)<\/p>/.exec(page)?.[1];

  it.each([
    ['Early estimate', make({ arms: [blunt, tailored], worlds: 60 })],
    ['Don&#39;t', make({ arms: [tailored, { ...blunt, trust: 0.5 }] })],
    ['Practically the same', make({ arms: [blunt, { ...blunt, name: 'again' }], worlds: 40 })],
  ])('%s', async (status, made) => {
    const page = await report(made);
    expect(statusOf(page)).toBe(status);
    tagsOf(page);
    expect(page).not.toMatch(/NaN|undefined|\[object/);
  });

  it('stand without any number', async () => {
    const empty = make({
      arms: [blunt, tailored],
      worlds: 20,
      spoil: (values) => {
        for (const name of values.keys()) values.set(name, Number.NaN);
      },
    });
    for (const { daily } of empty.results) for (const series of Object.values(daily)) series.fill(Number.NaN);
    const page = await report(empty);
    tagsOf(page);
    expect(page).not.toMatch(/NaN|undefined|\[object/);
  });

  it('stand with a single world, and with none at all', async () => {
    for (const worlds of [1, 0]) {
      const page = await report(make({ arms: [blunt, tailored], worlds }));
      tagsOf(page);
      expect(page).not.toMatch(/NaN|undefined|\[object/);
    }
  });
});
