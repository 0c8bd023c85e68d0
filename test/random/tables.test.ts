// biome-ignore-all lint/suspicious/noApproximativeNumericConstant: constants stand against printed digits
import { expect, test } from 'vitest';
import * as tables from '../../src/random/tables.ts';
import { makeTables } from './make-tables.ts';

test('every constant equals its derivation in exact arithmetic, bit for bit', () => {
  const exact = makeTables();
  expect(Array.from(tables.POWER_HIGH)).toEqual(exact.powerHigh);
  expect(Array.from(tables.POWER_LOW)).toEqual(exact.powerLow);
  expect(Array.from(tables.CENTER)).toEqual(exact.center);
  expect(Array.from(tables.LOG_HIGH)).toEqual(exact.logHigh);
  expect(Array.from(tables.LOG_LOW)).toEqual(exact.logLow);
  expect(tables.STEPS_PER_UNIT).toBe(exact.stepsPerUnit);
  expect(tables.STEP_HIGH).toBe(exact.stepHigh);
  expect(tables.STEP_LOW).toBe(exact.stepLow);
  expect(tables.LN2_HIGH).toBe(exact.ln2High);
  expect(tables.LN2_LOW).toBe(exact.ln2Low);
});

test('the derivation gives the printed digits of ln 2, the square root of 2 and ln(3/4)', () => {
  // OEIS A002162, A002193 and A083679, rounded to 16 digits.
  const exact = makeTables();
  expect(exact.ln2High + exact.ln2Low).toBe(0.6931471805599453);
  expect(exact.powerHigh[64]).toBe(1.4142135623730951);
  expect(exact.logHigh[64] + exact.logLow[64]).toBe(-0.2876820724517809);
});

test('high parts have few enough bits that whole multiples of them are exact', () => {
  for (const high of [tables.LN2_HIGH, ...tables.LOG_HIGH])
    expect(Number.isInteger(high * 2 ** 42)).toBe(true);
  expect(Number.isInteger(tables.STEP_HIGH * 2 ** 42)).toBe(true);
  expect(tables.STEP_HIGH * 2 ** 42).toBeLessThan(2 ** 35);
});
