import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  AccountIndex,
  accounts,
  book,
  bookPerMember,
  closeDay,
  counted,
  MICROS_PER_CENT,
  micros,
  netOf,
  openLedger,
} from '../../src/metrics/ledger.ts';
import type { ForSome } from '../../src/population/audience.ts';
import { emptyPeople, Status } from '../../src/population/people.ts';
import { sum } from '../engine/isolated.ts';

/** Books of `count` founders, one a segment. */
function openBooks(days: number, count: number) {
  const people = emptyPeople(count, count);
  people.joinedOn.fill(-1);
  for (let p = 0; p < count; p++) people.segment[p] = p;
  return { ledger: openLedger(days, count), people };
}

const earns = (account: string): boolean =>
  ['adRevenue', 'sales', 'starterRevenue', 'ticketRevenue', 'membershipRevenue', 'entryRevenue'].includes(
    account,
  );

describe('micros', () => {
  it('is exact for prices in cents and for prices per thousand', () => {
    expect(micros(1.29)).toBe(129_000_000);
    expect(micros(14 / 1000)).toBe(1_400_000);
    expect(micros(0)).toBe(0);
  });
});

describe('a ledger', () => {
  it('begins with nothing', () => {
    const ledger = openLedger(3, 2);
    expect(ledger.cash).toBe(0);
    expect(sum(ledger.open) + sum(ledger.booked)).toBe(0);
    expect(ledger.byDay).toHaveLength(accounts.length);
    closeDay(ledger, 0);
    expect(netOf(ledger, 0)).toBe(0);
  });

  it('books whole cents when the day closes, and carries the rest', () => {
    const books = openBooks(3, 1);
    const { ledger } = books;
    const ad = 1_400_000; // 1.4 cents
    for (let n = 0; n < 3; n++) book(books, AccountIndex.adRevenue, 0, ad);
    book(books, AccountIndex.couponCost, 0, 2 * MICROS_PER_CENT);
    closeDay(ledger, 0);
    expect([ledger.byDay[AccountIndex.adRevenue][0], ledger.cash, netOf(ledger, 0)]).toEqual([4, 2, 2]);
    expect(ledger.open[AccountIndex.adRevenue]).toBe(200_000);
    closeDay(ledger, 1);
    expect(ledger.byDay[AccountIndex.adRevenue][1]).toBe(0);
    for (let n = 0; n < 2; n++) book(books, AccountIndex.adRevenue, 0, ad);
    closeDay(ledger, 2);
    expect(ledger.byDay[AccountIndex.adRevenue][2]).toBe(3);
    expect(ledger.open[AccountIndex.adRevenue]).toBe(0);
  });

  it('adds what comes in and takes away what goes out', () => {
    for (const name of accounts) {
      const books = openBooks(1, 1);
      const { ledger } = books;
      book(books, AccountIndex[name], 0, 500 * MICROS_PER_CENT);
      closeDay(ledger, 0);
      expect(ledger.cash, name).toBe(earns(name) ? 500 : -500);
      expect(netOf(ledger, 0), name).toBe(ledger.cash);
    }
  });

  it('books what concerns members to each one’s segment, and to members only', () => {
    const people = emptyPeople(6, 4);
    people.status.set([
      Status.member,
      Status.member,
      Status.dormant,
      Status.member,
      Status.left,
      Status.outside,
    ]);
    people.segment.set([0, 1, 1, 1, 0, 0]);
    const ledger = openLedger(1, 2);
    bookPerMember({ ledger, people }, AccountIndex.targetingCost, 700_000);
    const row = AccountIndex.targetingCost * 2;
    expect([...ledger.open.subarray(row, row + 2)]).toEqual([700_000, 1_400_000]);
    expect(sum(ledger.open)).toBe(2_100_000);
  });

  it('books nothing for an audience without members, though another one of the day had some', () => {
    const books = openBooks(1, 2);
    books.people.status.fill(Status.member);
    const { ledger } = books;
    const some = { audience: { today: Uint8Array.of(1, 0) } } as unknown as ForSome;
    const none = { audience: { today: Uint8Array.of(0, 0) } } as unknown as ForSome;
    bookPerMember(books, AccountIndex.contentCost, 300_000, counted(books, some));
    bookPerMember(books, AccountIndex.contentCost, 300_000, counted(books, none));
    expect(sum(ledger.open)).toBe(300_000);
    expect(sum(ledger.cells.open)).toBe(-300_000);
    expect(sum(ledger.channels.open)).toBe(-300_000);
  });

  it('books on the last day the whole cents that are left over in several segments', () => {
    const books = openBooks(2, 3);
    const { ledger } = books;
    const third = [400_000, 350_000, 250_000];
    for (let s = 0; s < 3; s++) book(books, AccountIndex.staffCost, s, third[s]);
    closeDay(ledger, 0);
    expect(ledger.byDay[AccountIndex.staffCost][0]).toBe(0);
    closeDay(ledger, 1);
    expect(ledger.byDay[AccountIndex.staffCost][1]).toBe(1);
    expect(ledger.booked[AccountIndex.staffCost * 3]).toBe(1);
    expect(ledger.cash).toBe(-1);
  });

  it('loses nothing: bookings, days, segments and cash agree whatever was booked', () => {
    const segments = 3;
    const booking = fc.tuple(
      fc.nat(accounts.length - 1),
      fc.nat(segments - 1),
      fc.integer({ min: 0, max: 5_000_000_000 }),
    );
    fc.assert(
      fc.property(fc.array(fc.array(booking, { maxLength: 12 }), { minLength: 1, maxLength: 10 }), (days) => {
        const books = openBooks(days.length, segments);
        const { ledger } = books;
        const total = new Float64Array(accounts.length * segments);
        for (const [day, bookings] of days.entries()) {
          for (const [account, segment, micro] of bookings) {
            book(books, account, segment, micro);
            total[account * segments + segment] += micro;
          }
          closeDay(ledger, day);
          for (const rest of ledger.open) {
            expect(rest).toBeGreaterThanOrEqual(0);
            expect(rest).toBeLessThan(MICROS_PER_CENT);
          }
        }
        let cash = 0;
        for (const [account, name] of accounts.entries()) {
          const ofAccount = (column: Float64Array): number =>
            sum(column.subarray(account * segments, (account + 1) * segments));
          const booked = ofAccount(ledger.booked);
          expect(booked * MICROS_PER_CENT + ofAccount(ledger.open)).toBe(ofAccount(total));
          expect(booked).toBe(Math.floor(ofAccount(total) / MICROS_PER_CENT));
          expect(sum(ledger.byDay[account])).toBe(booked);
          cash += earns(name) ? booked : -booked;
        }
        expect(ledger.cash).toBe(cash);
        expect(sum(days.map((_, day) => netOf(ledger, day)))).toBe(cash);
      }),
      { seed: 12, numRuns: 200 },
    );
  });
});
