import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  canRedo,
  canUndo,
  type History,
  loadHistory,
  MAX_HISTORY,
  record,
  redo,
  type Step,
  type Storage,
  saveHistory,
  shown,
  startHistory,
  undo,
} from '../../../web/state/history.ts';
import { textOf } from './gallery.ts';

const step = (text: string, view = {}): Step => ({ text, view });

/** A history through these texts, each a step of its own. */
const through = (...texts: string[]): History =>
  texts
    .slice(1)
    .reduce(
      (history, text, i) => record(history, step(text), { key: null, time: i }),
      startHistory(step(texts[0])),
    );

/** A storage with room for so many letters. */
function storage(room = Number.POSITIVE_INFINITY): Storage & { readonly kept: Map<string, string> } {
  const kept = new Map<string, string>();
  return {
    kept,
    getItem: (name) => kept.get(name) ?? null,
    removeItem: (name) => void kept.delete(name),
    setItem: (name, value) => {
      if (value.length > room) throw new DOMException('full', 'QuotaExceededError');
      kept.set(name, value);
    },
  };
}

describe('undo', () => {
  it('goes back and forth, and forgets what was undone once something new is done', () => {
    const history = through('a', 'b', 'c');
    expect(shown(undo(history)).text).toBe('b');
    expect(shown(redo(undo(history))).text).toBe('c');
    const other = record(undo(undo(history)), step('d'), { key: null, time: 9 });
    expect([shown(other).text, canRedo(other), shown(undo(other)).text]).toEqual(['d', false, 'a']);
  });

  it('stops at both ends', () => {
    const history = through('a', 'b');
    expect([canUndo(history), canRedo(history)]).toEqual([true, false]);
    const first = undo(undo(undo(history)));
    expect([shown(first).text, canUndo(first), canRedo(first)]).toEqual(['a', false, true]);
    expect(shown(redo(redo(redo(first)))).text).toBe('b');
  });

  it('takes back a whole drag or burst of typing at once, and another input separately', () => {
    let history = through('start');
    for (let i = 0; i < 50; i++) history = record(history, step(`load ${i}`), { key: 'load', time: i * 900 });
    for (let i = 0; i < 50; i++)
      history = record(history, step(`depth ${i}`), { key: 'depth', time: 44_200 + i });
    history = record(history, step('late'), { key: 'depth', time: 60_000 });
    const texts = history.steps.map(({ text }) => text);
    expect(texts).toEqual(['start', 'load 49', 'depth 49', 'late']);
  });

  it('takes back a long hold of a slider at once', () => {
    let history = through('start');
    for (let i = 0; i < 5; i++)
      history = record(history, step(`${i}`), {
        key: 'x',
        time: i * 60_000,
        burst: Number.POSITIVE_INFINITY,
      });
    expect(shown(undo(history)).text).toBe('start');
  });

  it('does not join what comes after an undo with what came before it', () => {
    const typed = record(through('a'), step('b'), { key: 'k', time: 0 });
    const again = record(redo(undo(typed)), step('c'), { key: 'k', time: 1 });
    expect(again.steps.map(({ text }) => text)).toEqual(['a', 'b', 'c']);
  });

  it('keeps no step for nothing: the same state again, or a drag back to where it began', () => {
    const history = through('a');
    expect(record(history, step('a'), { key: 'k', time: 0 })).toBe(history);
    const back = record(record(history, step('b'), { key: 'k', time: 0 }), step('a'), { key: 'k', time: 1 });
    expect([back.steps.length, canUndo(back)]).toEqual([1, false]);
    const on = record(back, step('c'), { key: 'k', time: 2 });
    expect(on.steps.map(({ text }) => text)).toEqual(['a', 'c']);
  });

  it('covers views, and resetting all', () => {
    const history = record(through('preset', 'edited'), step('edited', { tab: 'x' }), { key: null, time: 1 });
    const reset = record(history, step('preset'), { key: null, time: 2 });
    expect(shown(undo(reset))).toEqual(step('edited', { tab: 'x' }));
    expect(shown(undo(undo(reset)))).toEqual(step('edited'));
  });

  it(`goes back ${MAX_HISTORY} steps at most`, () => {
    const history = through(...Array.from({ length: 500 }, (_, i) => `${i}`));
    expect([history.steps.length, history.steps[0].text, shown(history).text]).toEqual([
      MAX_HISTORY,
      '300',
      '499',
    ]);
  });
});

describe('a history over a reload', () => {
  it('is the same, wherever in it one stands', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1, maxLength: 30 }),
        fc.nat(30),
        (texts, back) => {
          let history = through(...texts);
          for (let i = 0; i < back; i++) history = undo(history);
          const kept = storage();
          expect(saveHistory(kept, 'h', history)).toBe(true);
          expect(loadHistory(kept, 'h')).toEqual({ ...history, last: null });
        },
      ),
    );
  });

  it('takes little room: 200 edits of a scenario are not 200 scenarios', () => {
    const text = textOf('blunt-vs-tailored-ads');
    const kept = storage();
    saveHistory(
      kept,
      'h',
      through(...Array.from({ length: 200 }, (_, i) => text.replace('1400', `${2000 + i}`))),
    );
    expect(kept.kept.get('h')?.length).toBeLessThan(text.length * 5);
  });

  it('is cut to what the storage has room for, with the state that is shown', () => {
    const history = through(...Array.from({ length: 100 }, (_, i) => `${i}`.repeat(100)));
    const kept = storage(5000);
    expect(saveHistory(kept, 'h', history)).toBe(true);
    const some = loadHistory(kept, 'h');
    expect(some?.steps.length).toBeGreaterThan(5);
    expect(some && shown(some)).toEqual(shown(history));
    expect(saveHistory(storage(5), 'h', history)).toBe(false);
    const first = Array.from({ length: 99 }).reduce<History>((each) => undo(each), history);
    saveHistory(kept, 'h', first);
    const early = loadHistory(kept, 'h');
    expect(early && shown(early)).toEqual(shown(first));
  });

  it('is none where there is none, or where what was kept is damaged', () => {
    const kept = storage();
    expect(loadHistory(kept, 'h')).toBeNull();
    saveHistory(kept, 'h', through('one', 'two', 'three'));
    const whole = kept.kept.get('h') ?? '';
    for (let length = 0; length < whole.length; length++) {
      kept.kept.set('h', whole.slice(0, length));
      expect(loadHistory(kept, 'h')).toBeNull();
    }
    for (const at of ['-1', '3', '1.5', '"0"', 'null', '"length"'])
      expect(loadHistory(storageWith(whole.replace('"at":2', `"at":${at}`)), 'h')).toBeNull();
    for (const steps of [
      '[]',
      '[1]',
      '[[0,0,"x"]]',
      '[[5,0,"x",{}]]',
      '[[0,0,1,{}]]',
      '[[-1,0,"x",{}]]',
      '[[0,0,"x",{"__proto__":1}]]',
      '{}',
    ])
      expect(
        loadHistory(storageWith(`{"schema":"seedbed/history@1","at":0,"steps":${steps}}`), 'h'),
      ).toBeNull();
  });

  it('never throws, whatever was kept or refused', () => {
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string()), (text) => void loadHistory(storageWith(text), 'h')),
    );
    const broken = storage(0);
    broken.getItem = () => {
      throw new DOMException('blocked', 'SecurityError');
    };
    expect(loadHistory(broken, 'h')).toBeNull();
  });
});

function storageWith(text: string): Storage {
  const kept = storage();
  kept.setItem('h', text);
  return kept;
}
