import { describe, expect, it } from 'vitest';
import { meet } from '../../src/behaviors/meet.ts';
import { isWilling, payEntry } from '../../src/behaviors/pay-entry.ts';
import type { Model } from '../../src/engine/model.ts';
import { Fact } from '../../src/population/people.ts';
import { come, everybody, handmade, modelOf, shareError } from '../engine/isolated.ts';

/** A model in which everybody is asked for a fee of 50, which is worth 25 to them on average. */
function asked(model: Model): Model {
  model.offers.entries.push({ audience: null, fee: 50, micro: 5e9, worth: 25, selects: 0.6, talk: 0.5 });
  return model;
}

describe('pay entry', () => {
  it('is what those do to whom it is worth it: exponential of mean worth, drawn once for all days', () => {
    const model = asked(modelOf({ community: { members: 20_000 } }));
    const luck = model.stream('entry:worth').on(-1);
    const willing = everybody(model).filter((p) => isWilling(model, p));
    expect(willing).toEqual(
      everybody(model).filter((p) => -25 * Math.log(1 - luck.uniform(model.people.key[p])) >= 50),
    );
    const share = Math.exp(-2);
    expect(Math.abs(willing.length / 20_000 - share)).toBeLessThan(4 * shareError(share, 20_000));
  });

  it('tells who stays and who talks: by selects and talk times the share that it keeps out', () => {
    const model = asked(modelOf({ people: { posts: 3 } }));
    const { exitLogit, postRate } = model.people;
    const before = { exit: exitLogit[0], posts: postRate[0] };
    payEntry(model, 0);
    const keptOut = 1 - Math.exp(-2);
    expect(exitLogit[0]).toBeCloseTo(before.exit - 0.6 * keptOut, 5);
    expect(postRate[0] / before.posts).toBeCloseTo(1 + 0.5 * keptOut, 5);
    expect(model.keen.get(0)).toBeCloseTo(1 + 0.5 * keptOut, 12);
  });

  it('asks nobody where there is no fee', () => {
    const model = modelOf();
    payEntry(model, 0);
    expect([isWilling(model, 0), model.keen.size, model.ledger.open.some((micro) => micro !== 0)]).toEqual([
      true,
      0,
      false,
    ]);
  });

  it('has people chat as many times as often', () => {
    // 2,000 pairs, each of one who may chat and one who does not.
    const pairs = Array.from({ length: 2000 }, (_, i) => [2 * i, 2 * i + 1] as const);
    const { model, place } = handmade({ members: 4000 }, pairs, { ties: { chat: '20%', wake: '100%' } });
    for (const [p, q] of pairs) {
      model.keen.set(place[p], 2.5);
      model.keen.set(place[q], 0);
      for (const member of [place[p], place[q]]) model.people.facts[member] |= Fact.paid;
    }
    come(model, 0, everybody(model));
    meet(model, 0);
    const met = pairs.filter(([p]) => model.people.friends[place[p]] === 1).length / 2000;
    expect(Math.abs(met - 0.5)).toBeLessThan(4 * shareError(0.5, 2000));
  });
});
