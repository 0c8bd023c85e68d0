import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { tiny } from '../../cli/program.ts';
import { FakeStorage, type Loaded, loaded, ownStory, type PageOptions } from './page.ts';

const start = { preset: 'tiny', file: 'tiny.yaml', text: tiny };
const changed = (days: number) => tiny.replace('35 days', `${days} days`);

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

const saidIn = ({ notices }: Loaded) => notices.value.map(({ id }) => id);

describe('a change of the text', () => {
  it('is a step that can be undone and done again', async () => {
    const page = await begun();
    expect([page.canUndo.value, page.canRedo.value]).toEqual([false, false]);
    page.setText(changed(40));
    page.setText(changed(50));
    page.undo();
    expect(page.doc.value).toEqual({ preset: 'tiny', file: 'tiny.yaml', text: changed(40) });
    expect([page.canUndo.value, page.canRedo.value]).toEqual([true, true]);
    page.redo();
    expect(page.doc.value?.text).toBe(changed(50));
    page.redo();
    expect(page.doc.value?.text).toBe(changed(50));
  });

  it('takes the place of steps that were undone', async () => {
    const page = await begun();
    page.setText(changed(40));
    page.undo();
    page.setText(changed(60));
    expect(page.canRedo.value).toBe(false);
    page.undo();
    expect(page.doc.value?.text).toBe(tiny);
  });

  it('joins the last one of the same key within a burst, and no other', async () => {
    const page = await begun();
    const type = (days: number, key: string | null, after: number, burst?: number) => {
      vi.advanceTimersByTime(after);
      page.setText(changed(days), key, burst);
    };
    type(40, 'horizon', 0);
    type(41, 'horizon', 900);
    type(42, 'horizon', 1100);
    type(43, 'seed', 10);
    type(44, null, 10);
    type(45, null, 10);
    type(46, 'slider', 10, Number.POSITIVE_INFINITY);
    type(47, 'slider', 60_000, Number.POSITIVE_INFINITY);
    const texts = [];
    while (page.canUndo.value) {
      page.undo();
      texts.push(page.doc.value?.text);
    }
    expect(texts).toEqual([...[45, 44, 43, 42, 41].map(changed), tiny]);
  });

  it('is none when the text stays the same', async () => {
    const page = await begun();
    const ran = vi.fn();
    page.onChange(ran);
    page.setText(tiny);
    expect(page.canUndo.value).toBe(false);
    expect(ran).not.toHaveBeenCalled();
  });

  it('sets off what the page does then, also when it is undone; a change of the view does not', async () => {
    const page = await begun();
    const ran = vi.fn();
    page.onChange(ran);
    page.setText(changed(40));
    expect(ran).toHaveBeenCalledTimes(1);
    page.setView({ interval: 50 });
    page.undo();
    expect(ran).toHaveBeenCalledTimes(1);
    page.undo();
    expect(ran).toHaveBeenCalledTimes(2);
  });

  it('gives up what a link claims about the text before it', async () => {
    const page = await begun();
    page.claim.value = 'abc';
    page.setView({ difference: 'month' });
    expect(page.claim.value).toBe('abc');
    page.setText(changed(40));
    expect(page.claim.value).toBeNull();
    page.claim.value = 'abc';
    page.begin({ preset: null, file: 'mine.yaml', text: changed(50) });
    expect(page.claim.value).toBeNull();
  });

  it('goes back to the beginning as a whole, which can be undone itself', async () => {
    const page = await begun();
    page.setText(changed(40));
    page.setText(changed(50));
    await page.resetAll();
    expect(page.doc.value?.text).toBe(tiny);
    page.undo();
    expect(page.doc.value?.text).toBe(changed(50));
  });

  it('before there is a text does nothing', async () => {
    const page = await loaded();
    page.setText('x');
    page.setTab('money');
    page.setView({ interval: 50 });
    page.undo();
    page.redo();
    await page.resetAll();
    expect(page.doc.value).toBeNull();
    expect(await page.edit([{ path: ['seed'], value: 'x' }])).toBe(false);
  });
});

describe('a tab', () => {
  it('is no step, and is kept over a reload', async () => {
    const page = await begun();
    page.setTab('money');
    expect(page.canUndo.value).toBe(false);
    expect(page.view.value.tab).toBe('money');
    const again = await loaded({ kept: page.storage });
    expect(again.resume(() => true)).toBe(true);
    expect(again.view.value.tab).toBe('money');
  });
});

describe('edits', () => {
  it('of several places are one step', async () => {
    const page = await begun();
    const edits = [
      { path: ['seed'], value: 'other luck' },
      { path: ['worlds'], value: 16 },
    ];
    expect(await page.edit(edits)).toBe(true);
    expect(page.doc.value?.text).toContain('other luck');
    expect(page.doc.value?.text).toContain('worlds: 16');
    page.undo();
    expect(page.doc.value?.text).toBe(tiny);
  });

  it('that are refused say why in both languages and change nothing', async () => {
    const page = await begun();
    const said = () => page.notices.value.find(({ id }) => id === 'edit')?.text;
    const refused = [
      [[{ path: ['__proto__', 'x'], value: 1 }], /not allowed/, /不允许/],
      [[{ path: ['horizon', 'days'], value: 1 }], /something else in that place/, /写有别的内容/],
    ] as const;
    for (const [edits, en, zh] of refused) {
      expect(await page.edit(edits)).toBe(false);
      expect(said()?.en).toMatch(en);
      expect(said()?.['zh-CN']).toMatch(zh);
    }
    expect(page.doc.value?.text).toBe(tiny);
    page.setText('arms: [');
    expect(await page.edit([{ path: ['seed'], value: 'x' }])).toBe(false);
    expect(said()?.en).toMatch(/cannot be read as a scenario file/);
    expect(page.doc.value?.text).toBe('arms: [');
    expect(saidIn(page)).toEqual(['edit']);
  });
});

describe('what a tab keeps', () => {
  it('comes back after a reload, with its steps', async () => {
    const page = await begun();
    page.setText(changed(40));
    page.setText(changed(50));
    page.undo();
    const again = await loaded({ kept: page.storage });
    expect(again.resume(({ preset, file }) => preset === 'tiny' && file === 'tiny.yaml')).toBe(true);
    expect(again.doc.value).toEqual({ preset: 'tiny', file: 'tiny.yaml', text: changed(40) });
    again.redo();
    expect(again.doc.value?.text).toBe(changed(50));
    again.undo();
    again.undo();
    expect([again.doc.value?.text, again.canUndo.value]).toEqual([tiny, false]);
  });

  it('is left alone where another question is asked', async () => {
    const page = await begun();
    const again = await loaded({ kept: page.storage });
    expect(again.resume(({ preset }) => preset === 'other')).toBe(false);
    expect(again.doc.value).toBeNull();
  });

  it('is nothing when it was spoiled', async () => {
    const page = await begun();
    page.setText(changed(40));
    const whole = page.storage.kept;
    const spoiled: [string, string][] = [
      ...['', '{', 'null', '[]', '{"file":7}', '{"preset":"tiny"}', '"tiny"'].map(
        (text): [string, string] => ['seedbed.doc', text],
      ),
      ...['', '{', 'null', '[]', '{"schema":"seedbed/history@9"}'].map((text): [string, string] => [
        'seedbed.history',
        text,
      ]),
      ['seedbed.history', (whole.get('seedbed.history') ?? '').slice(0, -9)],
      ['seedbed.history', (whole.get('seedbed.history') ?? '').replace('"at":1', '"at":7')],
    ];
    const again = await loaded();
    for (const [name, text] of spoiled) {
      const kept = new FakeStorage();
      for (const [key, value] of whole) kept.setItem(key, key === name ? text : value);
      vi.stubGlobal('sessionStorage', kept);
      expect([text, again.resume(() => true)]).toEqual([text, false]);
      expect(again.doc.value).toBeNull();
    }
  });

  it('is said once to be full, and the page goes on', async () => {
    const kept = new FakeStorage();
    kept.room = 10;
    const page = await begun({ kept });
    page.setText(changed(40));
    page.setText(changed(50));
    expect(saidIn(page)).toEqual(['storageFull']);
    expect(page.doc.value?.text).toBe(changed(50));
    page.undo();
    expect(page.doc.value?.text).toBe(changed(40));
  });

  it('is nothing where the browser gives no storage, and the page goes on', async () => {
    const page = await loaded();
    Object.defineProperty(globalThis, 'sessionStorage', {
      configurable: true,
      get: () => {
        throw new DOMException('denied', 'SecurityError');
      },
    });
    expect(page.resume(() => true)).toBe(false);
    page.begin(start);
    page.setText(changed(40));
    page.undo();
    expect(page.doc.value?.text).toBe(ownStory.text);
    expect(saidIn(page)).toEqual([]);
    Reflect.deleteProperty(globalThis, 'sessionStorage');
  });
});

describe('a view from outside', () => {
  it('has known values for known keys, and keeps the others', async () => {
    const { viewOf, usualView } = await loaded();
    expect(viewOf({ interval: 50, tab: 'luck', difference: 'month' })).toEqual({
      interval: 50,
      tab: 'luck',
      difference: 'month',
    });
    const hostile = [
      { interval: '90', tab: 'constructor', difference: 7 },
      { interval: 1e9, tab: ['money'], difference: null },
      { interval: { toString: '50' }, tab: '<script>', difference: '__proto__' },
      { interval: -0, tab: '', difference: true },
    ];
    for (const view of hostile) expect(viewOf(view)).toEqual(usualView);
    expect(viewOf({ later: { a: [1] } })).toEqual({ ...usualView, later: { a: [1] } });
  });
});
