import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { version } from '../../../src/version.ts';
import { type BadLink, encodeLink, type LinkState } from '../../../web/state/link.ts';
import { checksum, pack } from '../../../web/state/pack.ts';
import { badLinks, linkWords } from '../../../web/state/words.ts';
import { tiny } from '../../cli/program.ts';
import { plainOf } from '../state/gallery.ts';
import { type Loaded, loaded, otherText, until } from './page.ts';

/** The engine's side, as far as opening a page calls it. */
const engine = vi.hoisted(() => ({ read: 0, compared: 0, hasResult: false }));
vi.mock('../../../web/app/live.ts', () => ({
  readDocument: () => {
    engine.read++;
    return true;
  },
  compareNow: async () => {
    engine.compared++;
  },
  openOwnResult: async () => engine.hasResult,
}));

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  Object.assign(engine, { read: 0, compared: 0, hasResult: false });
});
afterEach(() => {
  vi.clearAllTimers();
  vi.useRealTimers();
});

const presets = (name: string) =>
  name === 'tiny' ? plainOf(tiny) : name === 'other' ? plainOf(otherText) : null;
const files = { 'scenarios/other.yaml': otherText };
const changed = tiny.replace('35 days', '42 days');
const state: LinkState = {
  preset: 'tiny',
  plain: plainOf(changed),
  text: null,
  view: {},
  version,
  hash: null,
  digest: null,
};
const link = (changes: Partial<LinkState> = {}) => encodeLink({ ...state, ...changes }, presets);

/** A whole link with any payload. */
async function linkWith(payload: unknown): Promise<string> {
  const packed = await pack(JSON.stringify(payload));
  return `#z=1.${packed}.${checksum(packed)}`;
}

const sandbox = { compares: false, blank: 'arms: []\n' };
const saidOf = ({ notices }: Loaded, id = 'link') => notices.value.find((notice) => notice.id === id)?.text;

/** What a tab keeps that worked on a text. */
async function tabWith(text: string, preset: string | null = 'tiny') {
  const page = await loaded();
  page.begin({ preset, file: `${preset}.yaml`, text: tiny });
  page.setText(text);
  vi.clearAllTimers();
  return page.storage;
}

describe('a page that opens', () => {
  it('takes its link before what the tab kept, and that before its story', async () => {
    const kept = await tabWith(otherText);
    const linked = await loaded({ hash: await link(), kept });
    await linked.openPage(sandbox);
    expect(linked.doc.value).toEqual({ preset: 'tiny', file: 'tiny.yaml', text: changed });
    const resumed = await loaded({ kept: await tabWith(otherText) });
    await resumed.openPage(sandbox);
    expect(resumed.doc.value?.text).toBe(otherText);
    const fresh = await loaded();
    await fresh.openPage(sandbox);
    expect(fresh.doc.value).toEqual({ preset: 'tiny', file: 'tiny.yaml', text: tiny });
    expect([linked, resumed, fresh].flatMap(({ notices }) => notices.value)).toEqual([]);
  });

  it('with a story of its own goes on only with work on that story', async () => {
    const story = await loaded({ path: 's/tiny/', kept: await tabWith(changed, 'other') });
    await story.openPage(sandbox);
    expect(story.doc.value?.text).toBe(tiny);
    const again = await loaded({ path: 's/tiny/', kept: await tabWith(changed) });
    await again.openPage(sandbox);
    expect(again.doc.value?.text).toBe(changed);
  });

  it('begins empty where it is asked to, or has no story', async () => {
    const asked = await loaded({ hash: '#new', kept: await tabWith(changed) });
    await asked.openPage(sandbox);
    const alone = await loaded({ data: { story: null } });
    await alone.openPage(sandbox);
    for (const { doc, isOpen } of [asked, alone]) {
      expect(doc.value).toEqual({ preset: null, file: 'my-scenario.yaml', text: sandbox.blank });
      expect(isOpen()).toBe(true);
    }
    const nothing = await loaded({ data: { story: null } });
    await nothing.openPage({ compares: false });
    expect(nothing.isOpen()).toBe(false);
  });

  it('compares at once only where pages compare and no result is stored or named, then after every change', async () => {
    const page = await loaded();
    await page.openPage({ compares: true });
    expect(engine.compared).toBe(1);
    page.setText(changed);
    await until(() => expect(engine.compared).toBe(2));
    Object.assign(engine, { compared: 0, hasResult: true });
    await (await loaded()).openPage({ compares: true });
    expect(engine.compared).toBe(0);
    engine.hasResult = false;
    await (await loaded({ hash: await link() })).openPage({ compares: true });
    expect(engine.compared).toBe(1);
    engine.compared = 0;
    await (await loaded({ search: '?result=x' })).openPage({ compares: true });
    expect(engine.compared).toBe(0);
    await (await loaded()).openPage(sandbox);
    expect(engine.compared).toBe(0);
  });
});

describe('a page that was written with its result', () => {
  const prepared: boolean[] = [];
  const kind = { compares: true, prepare: async (isStored: boolean) => void prepared.push(isStored) };
  beforeEach(() => prepared.splice(0));

  it('loads nothing of the engine before the viewer does anything', async () => {
    engine.hasResult = true;
    const page = await loaded({ isDrawn: true });
    const opened = page.openPage(kind);
    await vi.advanceTimersByTimeAsync(60_000);
    expect([page.doc.value?.text, engine.read, prepared]).toEqual([tiny, 0, []]);
    page.touch();
    await opened;
    expect([engine.read, engine.compared, prepared]).toEqual([1, 0, [true]]);
  });

  it('does not wait where the viewer was sooner than its scripts', async () => {
    const page = await loaded({ isDrawn: true });
    page.touch();
    await page.openPage(kind);
    expect([engine.read, prepared]).toEqual([1, [true]]);
  });

  it('does not wait where it is asked something else: by a link, or by what the tab worked on', async () => {
    await (await loaded({ isDrawn: true, hash: await link() })).openPage(kind);
    expect(engine.compared).toBe(1);
    await (await loaded({ isDrawn: true, kept: await tabWith(changed) })).openPage(kind);
    expect(engine.compared).toBe(2);
    expect(prepared).toEqual([false, false]);
  });
});

describe('a link', () => {
  it('brings its changes, its view and what its maker saw', async () => {
    const page = await loaded({ hash: await link({ view: { tab: 'money', later: 1 }, digest: 'abc123' }) });
    await page.openPage(sandbox);
    expect(page.doc.value?.text).toBe(changed);
    expect(page.view.value).toEqual({ ...page.usualView, tab: 'money', later: 1 });
    expect(page.claim.value).toBe('abc123');
    expect(page.canUndo.value).toBe(false);
    expect(page.notices.value).toEqual([]);
  });

  it('of another story brings that story, and one of no story its text', async () => {
    const other = await loaded({
      hash: await link({ preset: 'other', plain: plainOf(otherText) }),
      files,
    });
    await other.openPage(sandbox);
    expect(other.doc.value).toEqual({ preset: 'other', file: 'other.yaml', text: otherText });
    const own = await loaded({ hash: await link({ preset: null, plain: null, text: '# mine\nx' }) });
    await own.openPage(sandbox);
    expect(own.doc.value).toEqual({ preset: null, file: 'shared.yaml', text: '# mine\nx' });
  });

  it('keeps the steps back where the tab was reloaded on it', async () => {
    const page = await loaded({ hash: await link(), kept: await tabWith(changed) });
    await page.openPage(sandbox);
    expect([page.doc.value?.text, page.canUndo.value]).toEqual([changed, true]);
    page.undo();
    expect(page.doc.value?.text).toBe(tiny);
  });

  it('of another version says so where it claims a result', async () => {
    const silent = await loaded({ hash: await link({ version: '0.0.9' }) });
    await silent.openPage(sandbox);
    expect(silent.notices.value).toEqual([]);
    const page = await loaded({ hash: await link({ version: '0.0.9', digest: 'abc' }) });
    await page.openPage(sandbox);
    const said = saidOf(page, 'otherVersion');
    expect(said?.en).toContain('0.0.9');
    expect(said?.en).toContain(version);
    expect(said?.['zh-CN']).toMatch(/0\.0\.9.*可能不同/);
  });

  it('from a story that has changed since says so, and brings its changes all the same', async () => {
    const stale = await linkWith({ p: 'tiny', b: '00000000', d: [['horizon', '42 days']], e: version });
    const page = await loaded({ hash: stale });
    await page.openPage(sandbox);
    expect(page.doc.value?.text).toBe(changed);
    expect(saidOf(page)).toEqual({
      en: linkWords.en.presetChanged,
      'zh-CN': linkWords['zh-CN'].presetChanged,
    });
  });

  it('that cannot be opened says why in both languages, and opens the story', async () => {
    const good = await link();
    const bad: [Exclude<BadLink, 'absent'>, string][] = [
      ['incomplete', '#z='],
      ['incomplete', good.slice(0, -5)],
      ['incomplete', '#z=1.abc'],
      ['damaged', good.replace(/.(?=\.[0-9a-f]{8}$)/, (letter) => (letter === 'A' ? 'B' : 'A'))],
      ['newer', good.replace('#z=1.', '#z=2.')],
      ['too large', `#z=1.${'A'.repeat(70_000)}.00000000`],
      ['unknown preset', await linkWith({ p: 'gone', b: '00000000', d: [], e: version })],
      [
        'preset changed',
        await linkWith({ p: 'tiny', b: '00000000', d: [['arms.7.tactics.ads.load', 3]], e: version }),
      ],
      ['refused', await linkWith({ p: 'tiny', v: { __proto__: 1, tab: 7 }, e: 7 })],
      ['refused', await linkWith({ t: 'x', e: '<script>alert(1)</script>' })],
      ['refused', await linkWith({ t: '', e: version })],
      ['refused', await linkWith([1, 2])],
    ];
    for (const [why, hash] of bad) {
      const page = await loaded({ hash });
      await page.openPage(sandbox);
      expect([hash, saidOf(page)?.en]).toEqual([hash, `${badLinks.en[why]} ${linkWords.en.openedPreset}`]);
      expect(saidOf(page)?.['zh-CN']).toContain(badLinks['zh-CN'][why]);
      expect(page.doc.value?.text).toBe(tiny);
      expect(page.view.value).toEqual(page.usualView);
      expect(page.claim.value).toBeNull();
    }
  });

  it('is not seen in an address that holds something else', async () => {
    for (const hash of ['', '#', '#limits', '#zebra', '#?', '#content&zoo=1']) {
      const page = await loaded({ hash });
      await page.openPage(sandbox);
      expect([hash, page.notices.value]).toEqual([hash, []]);
      expect(page.doc.value?.text).toBe(tiny);
    }
  });
});

describe('an address that changes', () => {
  it('brings back each state there was, with Back and Forward', async () => {
    const page = await loaded();
    await page.openPage(sandbox);
    page.setText(changed);
    await until(() => expect(page.addresses).toHaveLength(1));
    page.setText(otherText);
    await until(() => expect(page.addresses).toHaveLength(2));
    const [first, second] = page.addresses.map(([, hash]) => hash);
    for (const [hash, text] of [
      [first, changed],
      ['', tiny],
      [first, changed],
      [second, otherText],
      ['', tiny],
    ]) {
      page.go(hash);
      await until(() => expect(page.doc.value?.text).toBe(text));
    }
    await vi.advanceTimersByTimeAsync(1000);
    expect(page.addresses).toHaveLength(2);
  });

  it('to a place on the page changes nothing', async () => {
    const page = await loaded();
    await page.openPage({ compares: true });
    page.setText(changed);
    Object.assign(engine, { read: 0, compared: 0 });
    const before = page.doc.value;
    for (const place of ['#content', '#limits', '#zebra']) page.go(place);
    await vi.advanceTimersByTimeAsync(1000);
    expect(page.doc.value).toBe(before);
    expect(page.canUndo.value).toBe(true);
    expect(engine.read).toBe(0);
  });

  it('to a bad link says so and opens the story, whatever there was', async () => {
    const page = await loaded({ kept: await tabWith(otherText) });
    await page.openPage(sandbox);
    page.go('#z=1.abc');
    await until(() => expect(page.doc.value?.text).toBe(tiny));
    expect(saidOf(page)?.en).toContain(badLinks.en.incomplete);
  });

  it('says what the tab went on with', async () => {
    const page = await loaded({ kept: await tabWith(changed) });
    await page.openPage(sandbox);
    await until(() => expect(page.addresses).toEqual([['replace', expect.stringMatching(/^#z=1/)]]));
  });
});
