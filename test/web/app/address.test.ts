import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { decodeLink } from '../../../web/state/link.ts';
import { textOfLink } from '../../../web/state/share.ts';
import { tiny } from '../../cli/program.ts';
import { plainOf } from '../state/gallery.ts';
import { type Loaded, loaded, otherText, ownStory, type PageOptions, site, until } from './page.ts';

const start = { preset: 'tiny', file: 'tiny.yaml', text: tiny };
const changed = tiny.replace('35 days', '40 days');
const presets = (name: string) =>
  name === 'tiny' ? plainOf(tiny) : name === 'other' ? plainOf(otherText) : null;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
});
afterEach(() => {
  vi.clearAllTimers();
  vi.useRealTimers();
});

async function begun(options: PageOptions = {}): Promise<Loaded> {
  const page = await loaded(options);
  page.begin(start);
  return page;
}

async function stateIn(hash: string | null | undefined) {
  const read = await decodeLink(hash ?? '', presets);
  if ('bad' in read) throw new Error(read.bad);
  return read.state;
}

describe('the address', () => {
  it('is empty for the page as it was written, and holds each change of it', async () => {
    const page = await begun();
    page.setText(changed);
    await until(() => expect(page.addresses).toHaveLength(1));
    const [how, hash] = page.addresses[0];
    expect(how).toBe('push');
    const state = await stateIn(hash);
    expect(state).toMatchObject({ preset: 'tiny', text: null, view: {} });
    expect(textOfLink(state, tiny)).toEqual({ text: changed });
    page.undo();
    await until(() => expect(page.addresses).toHaveLength(2));
    expect(page.addresses[1]).toEqual(['replace', '']);
  });

  it('says only what is unusual about the view, and keeps what it does not know', async () => {
    const page = await begun();
    page.setTab('money');
    page.setView({ later: ['a', 1] });
    await until(() => expect(page.addresses).toHaveLength(1));
    expect((await stateIn(page.addresses[0][1])).view).toEqual({ tab: 'money', later: ['a', 1] });
    page.setTab('guardrails');
    page.undo();
    await until(() => expect(page.addresses).toHaveLength(2));
    expect((await stateIn(page.addresses[1][1])).view).toEqual({ tab: 'money' });
  });

  it('is written once for many changes in a row', async () => {
    const page = await begun();
    for (let days = 40; days < 60; days++) page.setText(tiny.replace('35 days', `${days} days`));
    await until(() => expect(page.addresses).toHaveLength(1));
    const state = await stateIn(page.addresses[0][1]);
    expect(textOfLink(state, tiny)).toEqual({ text: tiny.replace('35 days', '59 days') });
  });

  it('keeps the query of the page', async () => {
    const page = await begun({ search: '?chart=paired' });
    page.setText(changed);
    await until(() => expect(page.addresses).toHaveLength(1));
    expect(location.href).toBe(`${site}compare/?chart=paired${page.addresses[0][1]}`);
  });
});

describe('a link', () => {
  it('holds the story and the changes from it, shorter than the text', async () => {
    const page = await begun();
    page.setText(changed);
    const link = await page.linkNow(false);
    expect(link).toMatch(/^#z=1\.[\w-]+\.[0-9a-f]{8}$/);
    expect(link?.length).toBeLessThan(tiny.length / 3);
  });

  it('holds the whole text of a file of no story, of one with its own remarks, and of one with mistakes', async () => {
    for (const [preset, text] of [
      [null, tiny],
      ['tiny', `# mine\n${tiny}`],
      ['tiny', 'arms: ['],
      ['gone', tiny],
    ] as const) {
      const page = await loaded();
      page.begin({ preset, file: 'mine.yaml', text });
      const state = await stateIn(await page.linkNow(false));
      expect(textOfLink(state, tiny)).toEqual({ text });
    }
  });

  it('carries the digest of what is shown, when asked and when all worlds are in it', async () => {
    const page = await begun();
    const shownOf = (worlds: number) =>
      ({
        planned: 8,
        comparison: { worlds, digest: 'a'.repeat(64), scenario: { hash: 'b'.repeat(64) } },
      }) as NonNullable<typeof page.shown.value>;
    page.shown.value = shownOf(8);
    expect(await stateIn(await page.linkNow(true))).toMatchObject({
      digest: 'a'.repeat(12),
      hash: 'b'.repeat(8),
    });
    expect(await stateIn(await page.linkNow(false))).toMatchObject({ digest: null, hash: null });
    page.shown.value = shownOf(6);
    expect(await stateIn(await page.linkNow(true))).toMatchObject({ digest: null, hash: null });
  });

  it('is none while there is no text', async () => {
    expect(await (await loaded()).linkNow(true)).toBeNull();
  });
});

describe('the text of a story', () => {
  it('is that of the page, or comes once from the scenarios of the site', async () => {
    const page = await loaded({ path: 's/tiny/', files: { 'scenarios/other.yaml': otherText } });
    expect(await page.storyText('tiny')).toBe(ownStory.text);
    expect(page.fetched).toEqual([]);
    expect(await page.storyText('other')).toBe(otherText);
    expect(await page.presetPlain('other')).toEqual(plainOf(otherText));
    expect(page.fetched).toEqual([`${site}scenarios/other.yaml`]);
  });

  it('is never asked for by a name that is not in the gallery', async () => {
    const page = await loaded();
    for (const name of ['gone', '../secret', 'https://evil.example/x', '//evil.example/x', ''])
      expect([name, await page.storyText(name)]).toEqual([name, null]);
    expect(page.fetched).toEqual([]);
  });

  it('is none where the site does not give it, and is asked for again later', async () => {
    for (const trouble of [404, new TypeError('offline')]) {
      const page = await loaded({ files: { 'scenarios/other.yaml': trouble } });
      expect(await page.storyText('other')).toBeNull();
      expect(await page.presetPlain('other')).toBeNull();
      expect(page.fetched).toHaveLength(2);
    }
  });
});
