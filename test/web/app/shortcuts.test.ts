import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { parseScenario } from '../../../src/scenario/parse.ts';
import type { ShortcutName } from '../../../web/app/shortcut-keys.ts';
import { tiny } from '../../cli/program.ts';
import { FakeStorage, loaded } from './page.ts';

const asked = vi.hoisted((): string[] => []);
vi.mock('../../../web/app/live.ts', () => ({
  compareNow: async () => void asked.push('run'),
  stop: () => void asked.push('stop'),
}));

/** An element, as far as keys look at one. */
class FakeElement {
  readonly tagName: string;
  readonly isContentEditable: boolean;
  constructor(tagName: string, isContentEditable = false) {
    this.tagName = tagName;
    this.isContentEditable = isContentEditable;
  }
}

async function page() {
  const opened = await loaded();
  vi.stubGlobal('HTMLElement', FakeElement);
  const acts = await import('../../../web/app/shortcuts.ts');
  const keys = await import('../../../web/app/shortcut-keys.ts');
  opened.begin({ preset: null, file: 'x.yaml', text: 'one' });
  /** Presses a key; true when the page took it for its own. */
  const press = (key: string, changes: object = {}): boolean => {
    const preventDefault = vi.fn();
    const event = { key, target: new FakeElement('BUTTON'), preventDefault, ...changes };
    acts.onShortcut(event as unknown as KeyboardEvent);
    return preventDefault.mock.calls.length > 0;
  };
  return { ...opened, ...keys, press };
}

beforeEach(() => {
  asked.length = 0;
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  vi.clearAllTimers();
  vi.useRealTimers();
});

describe('a single key', () => {
  it('does what the list says', async () => {
    const here = await page();
    const opens: [string, ShortcutName | null][] = [
      ['?', 'help'],
      ['s', 'share'],
      ['o', 'open'],
    ];
    for (const [key, name] of opens) {
      expect(here.press(key)).toBe(true);
      expect(here.dialog.value).toBe(name === 'help' ? 'shortcuts' : name);
      here.dialog.value = null;
    }
    here.press('n');
    expect(here.view.value.tab).toBe('money');
    for (let i = 0; i < 5; i++) here.press('n');
    expect(here.view.value.tab).toBe('guardrails');
    here.setText('two');
    here.press('z');
    expect(here.doc.value?.text).toBe('one');
    here.press('r');
    await vi.waitFor(() => expect(asked).toEqual(['run']), 20_000);
  });

  it('clicks what the page has for it: the arm of that place, the table of a chart', async () => {
    const here = await page();
    const clicked: string[] = [];
    const found = (selector: string) =>
      ['one', 'two'].map((name) => ({ click: () => clicked.push(`${selector} ${name}`) }));
    Object.assign(document, { querySelectorAll: found });
    for (const key of ['2', '5', 't']) expect(here.press(key)).toBe(true);
    expect(clicked).toEqual([
      expect.stringMatching(/compare-slot.* two$/),
      expect.stringMatching(/chart-tools.* one$/),
    ]);
  });

  it('judges by the next metric, and by the last one again', async () => {
    const here = await page();
    here.setText(tiny);
    here.scenario.value = parseScenario(tiny, 'tiny.yaml').scenario;
    here.press(']');
    await vi.waitFor(() => expect(here.doc.value?.text).not.toBe(tiny), 20_000);
    const next = parseScenario(here.doc.value?.text ?? '', 'tiny.yaml').scenario;
    expect(next?.judge.metric).not.toBe('netRevenue');
    here.scenario.value = next;
    here.press('[');
    await vi.waitFor(() => expect(here.doc.value?.text).toMatch(/metric: net ?revenue/i), 20_000);
  });

  it('stops a run only while one is under way, and leaves Escape to the page', async () => {
    const here = await page();
    expect(here.press('Escape')).toBe(false);
    here.run.value = { is: 'running', done: 1, planned: 8, rate: null, secondsLeft: null, isLong: false };
    expect(here.press('Escape')).toBe(false);
    await vi.waitFor(() => expect(asked).toEqual(['stop']), 20_000);
  });

  it('does nothing while something is typed, is open, or belongs to the browser', async () => {
    const here = await page();
    for (const changes of [
      ...['INPUT', 'TEXTAREA', 'SELECT'].map((tag) => ({ target: new FakeElement(tag) })),
      { target: new FakeElement('DIV', true) },
      { ctrlKey: true },
      { metaKey: true },
      { altKey: true },
      { defaultPrevented: true },
    ])
      for (const key of ['s', 'z', 'n', '1', 'r', '?'])
        expect([changes, key, here.press(key, changes)]).toEqual([changes, key, false]);
    here.dialog.value = 'open';
    expect(here.press('s')).toBe(false);
    expect(here.dialog.value).toBe('open');
    here.dialog.value = null;
    for (const key of ['x', 'S', 'Enter', ' ', 'constructor']) expect(here.press(key)).toBe(false);
    expect([here.dialog.value, here.view.value.tab, asked]).toEqual([null, 'guardrails', []]);
  });

  it('is named once in the list', async () => {
    const { shortcutNames, keyFor } = await page();
    expect(new Set(shortcutNames.map(keyFor)).size).toBe(shortcutNames.length);
  });
});

describe('another key', () => {
  it('takes the place of the usual one, on the next page too, until the usual one is chosen again', async () => {
    const here = await page();
    expect(here.chooseKey('share', 'g')).toBe('chosen');
    expect(here.press('s')).toBe(false);
    expect(here.press('g')).toBe(true);
    expect(here.dialog.value).toBe('share');
    const kept = localStorage;
    const next = await page();
    vi.stubGlobal('localStorage', kept);
    expect([next.keyFor('share'), next.isUsual('share'), next.press('s')]).toEqual(['g', false, false]);
    expect(next.chooseKey('share', 's')).toBe('chosen');
    expect([next.isUsual('share'), kept.getItem('seedbed.keys')]).toEqual([true, null]);
  });

  it('must be free: what has it is named, and nothing changes', async () => {
    const here = await page();
    expect(here.chooseKey('share', 'r')).toEqual({ taken: 'run' });
    expect([here.keyFor('share'), here.keyFor('run')]).toEqual(['s', 'r']);
    here.chooseKey('run', 'x');
    expect(here.chooseKey('share', 'r')).toBe('chosen');
    expect(here.chooseKey('run', 'r')).toEqual({ taken: 'share' });
    expect(here.chooseKey('run', 'x')).toBe('chosen');
    here.resetKeys();
    expect(here.shortcutNames.every(here.isUsual)).toBe(true);
  });

  it('is a letter, a digit or a sign', async () => {
    const here = await page();
    for (const key of [' ', 'Enter', 'Tab', 'ArrowLeft', 'F5', '', '\u0000', '\u200f'])
      expect([key, here.chooseKey('share', key)]).toEqual([key, 'no key']);
    for (const key of ['é', '；', '/', '7']) expect(here.chooseKey('share', key)).toBe('chosen');
    here.chooseKey('stop', 'q');
    expect(here.chooseKey('stop', 'Escape')).toBe('chosen');
  });

  it('is read with care: a storage holds anything', async () => {
    for (const text of ['{', 'null', '[1]', '7', '{"share":7,"run":"Enter","__proto__":"s","x":"y"}']) {
      const here = await page();
      localStorage.setItem('seedbed.keys', text);
      expect(here.shortcutNames.every(here.isUsual)).toBe(true);
    }
  });

  it('holds for this page where nothing can be kept', async () => {
    const here = await page();
    vi.stubGlobal('localStorage', undefined);
    expect(here.chooseKey('open', 'p')).toBe('chosen');
    expect([here.press('p'), here.dialog.value]).toEqual([true, 'open']);
  });
});

describe('the switch for keys', () => {
  it('turns all off but the list, and on again', async () => {
    const here = await page();
    here.switchShortcuts(false);
    expect(here.shortcutsOff()).toBe(true);
    expect(here.press('s')).toBe(false);
    expect(here.press('?')).toBe(true);
    here.dialog.value = null;
    here.switchShortcuts(true);
    expect(here.shortcutsOff()).toBe(false);
    expect(here.press('s')).toBe(true);
  });

  it('holds for the next page, and for this one where nothing can be kept', async () => {
    const before = await page();
    before.switchShortcuts(false);
    const kept = localStorage;
    const next = await page();
    vi.stubGlobal('localStorage', kept);
    expect(next.press('s')).toBe(false);
    const here = await page();
    const full = new FakeStorage();
    full.room = 0;
    vi.stubGlobal('localStorage', full);
    expect(here.shortcutsOff()).toBe(false);
    here.switchShortcuts(false);
    expect(here.press('s')).toBe(false);
    vi.stubGlobal('localStorage', undefined);
    expect((await page()).shortcutsOff()).toBe(false);
  });
});
