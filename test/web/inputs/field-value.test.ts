import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Input, inputGroups } from '../../../src/scenario/inputs.ts';
import {
  fieldState,
  isRange,
  mended,
  middleOf,
  SLIDER_PLACES,
  sliderPlace,
  sliderStep,
  toggled,
  withEnd,
} from '../../../web/inputs/field-value.ts';

const all = inputGroups().flatMap(({ inputs }) => inputs);
const sliders = all.filter(({ widget }) => widget === 'slider');
const input = (path: string): Input => {
  const found = all.find((each) => each.path === path);
  if (found === undefined) throw new Error(`no input ${path}`);
  return found;
};

describe('what an input shows', () => {
  it('is the default where the file says nothing, as a range where worlds draw it', () => {
    const members = input('community.members');
    expect(fieldState(members, undefined, true)).toEqual({
      value: { amount: members.default },
      wrong: null,
      isDefault: true,
    });
    const drawn = all.find((each) => each.drawn);
    if (drawn === undefined) throw new Error('some inputs are drawn');
    const [low, high] = drawn.range;
    expect(fieldState(drawn, undefined, true).value).toEqual({ amount: { low, high } });
    expect(fieldState(drawn, undefined, false).value).toEqual({ amount: drawn.default });
  });

  it('is what the file says, in its words', () => {
    expect(fieldState(input('tactics.ads.targeting'), '40%', true).value).toEqual({ amount: 0.4 });
    expect(fieldState(input('tactics.ads.price'), '120 CNY to 240 CNY', true).value).toEqual({
      amount: { low: 120, high: 240 },
    });
  });

  it('keeps what is wrong, and says what is wrong with it', () => {
    const state = fieldState(input('tactics.ads.load'), 900, true);
    expect(state.value).toBeNull();
    expect(state.wrong?.typed).toBe('900');
    expect(state.wrong?.problem.en).toContain('120');
  });

  it('takes any value of a file without a fault', () => {
    const odd = [null, true, false, '', 'x'.repeat(500), {}, [], -0, 1e300, '１２％', '五'];
    for (const each of all) for (const raw of odd) expect(() => fieldState(each, raw, true)).not.toThrow();
  });
});

describe('the uncertain toggle', () => {
  it('makes a sound range of every default, and a value of every range', () => {
    for (const each of sliders) {
      const range = toggled(each, { amount: each.default });
      expect(isRange(range), each.path).toBe(true);
      const back = toggled(each, range);
      expect(isRange(back), each.path).toBe(false);
      expect('value' in each.parse(each.write(back)), each.path).toBe(true);
    }
  });

  it('keeps the default within the range as the one value', () => {
    const members = input('community.members');
    expect(middleOf(members, { amount: { low: 1, high: 1e5 } })).toBe(members.default);
    expect(middleOf(members, { amount: { low: 10, high: 20 } })).toBe(15);
  });

  it('never lets the ends of a range cross', () => {
    fc.assert(
      fc.property(fc.nat(100), fc.nat(100), fc.nat(200), fc.constantFrom('low', 'high'), (a, b, to, end) => {
        const range = { low: Math.min(a, b), high: Math.max(a, b) };
        const moved = withEnd(range, end, to);
        expect(moved.low).toBeLessThanOrEqual(moved.high);
        expect([moved.low, moved.high]).toContain(to);
        expect([moved.low, moved.high]).toContain(end === 'low' ? range.high : range.low);
      }),
    );
  });
});

describe('the fix button', () => {
  it('offers the nearest value that is allowed', () => {
    expect(mended(input('tactics.ads.load'), '900')).toEqual({ amount: 120 });
    expect(mended(input('tactics.ads.targeting'), '140%')).toEqual({ amount: 1 });
    expect(mended(input('tactics.ads.targeting'), '40')).toEqual({ amount: 0.4 });
    expect(mended(input('community.members'), '-3')).toEqual({ amount: 0 });
    expect(mended(input('community.members'), '１２.６人')).toEqual({ amount: 13 });
  });

  it('offers nothing for what is no number', () => {
    expect(mended(input('buy.basket'), 'lots')).toBeNull();
  });
});

describe('the slider', () => {
  it('has every default on it, and steps that move', () => {
    for (const each of sliders) {
      const place = sliderPlace(each, each.default);
      expect(place >= 0 && place <= SLIDER_PLACES, each.path).toBe(true);
      expect(sliderStep(each), each.path).toBeGreaterThanOrEqual(1);
    }
  });
});
