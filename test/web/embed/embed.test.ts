import { describe, expect, it } from 'vitest';
import { hasLink, heightMessage, optionsOf } from '../../../web/pages/embed/options.ts';

describe('the address of an embedded chart', () => {
  it('names the chart and the look', () => {
    expect(optionsOf('?chart=fan&theme=dark')).toEqual({ chart: 'fan', theme: 'dark' });
  });

  it('gives the usual for what it does not know', () => {
    const usual = { chart: 'paired', theme: 'system' };
    for (const search of ['', '?chart=__proto__&theme=<b>', '?chart=constructor', '?theme=auto', '?%'])
      expect(optionsOf(search)).toEqual(usual);
  });

  it('has a link only where there is a state in it', () => {
    expect(['#z=1.a.b', '#x=1&z=2'].map(hasLink)).toEqual([true, true]);
    expect(['', '#', '#zebra=1'].map(hasLink)).toEqual([false, false, false]);
  });
});

it('tells the page around a height of at least 240 whole pixels', () => {
  expect([10, 240.2, 612].map((height) => heightMessage(height).height)).toEqual([240, 241, 612]);
});
