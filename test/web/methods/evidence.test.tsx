import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import type { KeptCheck } from '../../../src/report/evidence.ts';
import { locales } from '../../../src/report/format.ts';
import { errorOfBin } from '../../../web/pages/methods/Calibration.tsx';
import { Evidence } from '../../../web/pages/methods/Evidence.tsx';
import { calibrationKept, heldYardsticks } from '../../../web/pages/methods/evidence.ts';
import { distanceInWords, offBy, Strip } from '../../../web/pages/methods/Strip.tsx';
import { binned } from '../../calibration/chances.ts';

const kept: KeptCheck = {
  metric: 'members',
  arm: 'everyone',
  against: null,
  from: null,
  on: 30,
  expected: 10,
  observed: 11,
  standardError: 0.25,
  tolerance: 2,
  pass: true,
  worlds: 8,
};

const drawn = (found: KeptCheck | undefined): string => renderToString(<Strip found={found} locale="en" />);

describe.each(locales)('the chapter on evidence in %s', (locale) => {
  const markup = renderToString(<Evidence locale={locale} />);
  const yardsticks = heldYardsticks();

  it('has every yardstick with its source, and a strip and a verdict in words for each check', () => {
    for (const { name } of yardsticks) expect(markup).toContain(`id="yardstick-${name}"`);
    const checks = yardsticks.flatMap(({ held }) => held);
    expect(markup.match(/class="strip"/g)).toHaveLength(checks.length);
    expect(markup.match(/aria-label="[^"]+"/g)).toHaveLength(checks.length + 1);
    const told = locale === 'en' ? / (?:holds|fails)<|>not judged</g : / (?:通过|未通过)<|>未评判</g;
    expect(markup.match(told)).toHaveLength(checks.length);
  });

  it('says which sources are second-hand', () => {
    const second = yardsticks.filter(({ yardstick }) => yardstick.known === 'second-hand');
    expect(second.length).toBeGreaterThan(0);
    const said = locale === 'en' ? 'second-hand' : '转引';
    expect(markup.match(new RegExp(`class="known second-hand">${said}<`, 'g'))).toHaveLength(second.length);
  });

  it('leaves no slot open, no number broken', () => {
    expect(markup).not.toMatch(/NaN|undefined|null|Infinity|\{\w+\}/);
  });
});

describe('a strip', () => {
  it('has the dot half a tolerance to the right, and 4 standard errors to either side', () => {
    expect(offBy(kept)).toBe(0.5);
    expect(drawn(kept)).toContain('cx="74"');
    expect(drawn(kept)).toContain('d="M60 9H88"'); // 0.5 ± 4 x 0.25 / 2 tolerances of 28
    expect(distanceInWords(kept, 'en')).toBe('50% of the tolerance above what is expected');
  });

  it('points to where the dot would be further out', () => {
    expect(drawn({ ...kept, observed: 3 })).toContain('class="mark" d="M0 ');
    expect(drawn({ ...kept, observed: 17 })).toContain('class="mark" d="M120 ');
  });

  it('knows no tolerance from being off', () => {
    const exact = { ...kept, observed: 10, tolerance: 0, standardError: 0 };
    expect(distanceInWords(exact, 'en')).toBe('Exactly as expected');
    expect(offBy({ ...exact, observed: 9 })).toBe(Number.NEGATIVE_INFINITY);
    expect(drawn({ ...exact, observed: 9 })).toContain('class="mark"');
  });

  it('says so where nothing was observed', () => {
    expect(distanceInWords({ ...kept, observed: null }, 'zh-CN')).toBe('尚无观测值');
    expect(drawn(undefined)).not.toMatch(/circle|mark/);
  });
});

it('has the standard error of a bin as the calibration itself has it where all print the same', () => {
  const forecasts = [1, 0, 1, 1].map((better) => ({ printed: 0.75, better }));
  const [bin] = binned(forecasts, 10, 20);
  expect(errorOfBin({ pairs: 4, printed: 0.75, better: 0.75 }, 40)).toBeCloseTo(bin.standardError, 12);
  expect(calibrationKept.chance.bins.reduce((sum, { pairs }) => sum + pairs, 0)).toBe(2000);
});
