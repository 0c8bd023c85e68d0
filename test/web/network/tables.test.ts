import { describe, expect, it } from 'vitest';
import { openFrames } from '../../../web/pages/network/frames.ts';
import {
  byFriends,
  friendBins,
  friendHistogram,
  mixing,
  topMembers,
} from '../../../web/pages/network/tables.ts';
import { tinyDrawn, tinyFrames } from './tiny.ts';

const frames = tinyFrames([
  [
    [
      { standing: 'active', friends: 3 },
      { standing: 'left', friends: 0 },
      { standing: 'quiet', friends: 40 },
      { standing: 'outside' },
    ],
  ],
  [
    [
      { standing: 'active', friends: 2 },
      { standing: 'active', friends: 7 },
      { standing: 'dormant' },
      { standing: 'outside' },
    ],
  ],
]);

describe('tables of the network', () => {
  it('list who is a member in any arm, those with most friends in their better arm first', () => {
    expect(topMembers(frames, 0).map(({ person }) => person)).toEqual([2, 1, 0]);
    expect(topMembers(frames, 0, 1)).toEqual([
      {
        person: 2,
        arms: [
          { friends: 40, standing: 'quiet' },
          { friends: 0, standing: 'dormant' },
        ],
      },
    ]);
  });

  it('go through everybody by friends in the first arm, then by number', () => {
    expect(byFriends(frames, 0)).toEqual([2, 0, 1, 3]);
  });

  it('count members only, each in one bin', () => {
    const [first, second] = friendHistogram(frames, 0);
    expect(first.map((n, bin) => [friendBins[bin][0], n]).filter(([, n]) => n > 0)).toEqual([
      [3, 1],
      [33, 1],
    ]);
    expect(second.reduce((sum, n) => sum + n, 0)).toBe(2);
  });

  it('have bins that leave no number of friends out', () => {
    for (let i = 1; i < friendBins.length; i++) expect(friendBins[i][0]).toBe(friendBins[i - 1][1] + 1);
  });

  it('give the shares of a segment’s friendships, each counted from both sides', () => {
    const drawn = tinyDrawn(
      [0, 0, 1, 2],
      [
        [0, 1],
        [0, 2],
        [1, 2],
      ],
    );
    const awake = openFrames(4, 3, 0, 1);
    awake.arms[0].awake[0] = 0b011;
    expect(mixing(drawn, awake, 0, 0, 3)).toEqual([
      [2 / 3, 1 / 3, 0],
      [1, 0, 0],
      [Number.NaN, Number.NaN, Number.NaN],
    ]);
  });
});
