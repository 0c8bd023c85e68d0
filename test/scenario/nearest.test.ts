import { describe, expect, it } from 'vitest';
import { didYouMean, editDistance, nearest, wrongKey } from '../../src/scenario/nearest.ts';

describe('editDistance', () => {
  // Damerau 1964: one insertion, one change, one swap; kitten to sitting is the textbook case.
  it('counts insertions, deletions, changes and swaps', () => {
    expect(editDistance('load', 'load')).toBe(0);
    expect(editDistance('laod', 'load')).toBe(1);
    expect(editDistance('lod', 'load')).toBe(1);
    expect(editDistance('kitten', 'sitting')).toBe(3);
    expect(editDistance('', 'abc')).toBe(3);
  });
});

describe('nearest', () => {
  it('puts the closest first and leaves out what is far', () => {
    expect(nearest('visitz', ['visits', 'visit', 'leave'], 3)).toEqual(['visits', 'visit']);
    expect(nearest('loads', ['lead', 'load'], 2)).toEqual(['load', 'lead']);
    expect(nearest('zzzzzz', ['visits', 'visit'])).toEqual([]);
  });

  it('looks past case, spaces, hyphens', () => {
    expect(nearest('per-tie', ['perTie', 'perActive'])).toEqual(['perTie']);
    expect(nearest('NetRevenue', ['net revenue'])).toEqual(['net revenue']);
  });

  it('never takes a one-letter name for anything', () => {
    expect(nearest('z', ['K', 'k'])).toEqual([]);
  });
});

describe('didYouMean', () => {
  it('names one, else all when they are few, else nothing', () => {
    expect(didYouMean('lod', ['load', 'cap'])).toBe('; did you mean load?');
    expect(didYouMean('xyz', ['load', 'cap'])).toBe('; known: load, cap');
    expect(
      didYouMean(
        'xyz',
        Array.from({ length: 21 }, (_, i) => `name${i}`),
      ),
    ).toBe('');
  });

  it('takes three figures for a key as the rest of a thousand', () => {
    expect(wrongKey('500', ['members']).en).toBe('is not known here (write thousands without a comma)');
  });
});
