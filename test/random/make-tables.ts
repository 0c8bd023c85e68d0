/** The constants of src/random/tables.ts, derived in exact arithmetic; tables.test.ts compares. */
import { BITS, expFixed, fromDouble, LN2, lnRatio, toDouble, toPlaces } from './bigmath.ts';

export interface Tables {
  powerHigh: number[];
  powerLow: number[];
  center: number[];
  logHigh: number[];
  logLow: number[];
  stepsPerUnit: number;
  stepHigh: number;
  stepLow: number;
  ln2High: number;
  ln2Low: number;
}

export function makeTables(): Tables {
  const powerHigh: number[] = [];
  const powerLow: number[] = [];
  for (let j = 0n; j < 128n; j++) {
    const exact = expFixed((j * LN2) >> 7n);
    const high = j === 0n ? 1 : toDouble(exact);
    powerHigh.push(high);
    powerLow.push(j === 0n ? 0 : toDouble(exact - fromDouble(high)));
  }
  const center: number[] = [];
  const logHigh: number[] = [];
  const logLow: number[] = [];
  for (let j = 0; j <= 128; j++) {
    const c = j > 53 ? (128 + j) / 256 : (128 + j) / 128;
    const exact = lnRatio(BigInt(128 + j), j > 53 ? 256n : 128n);
    const high = j === 128 ? 0 : toPlaces(exact, 42);
    center.push(c);
    logHigh.push(high);
    logLow.push(j === 128 ? 0 : toDouble(exact - fromDouble(high)));
  }
  const step = LN2 >> 7n;
  const stepHigh = toPlaces(step, 42);
  const ln2High = toPlaces(LN2, 42);
  return {
    powerHigh,
    powerLow,
    center,
    logHigh,
    logLow,
    stepsPerUnit: toDouble((1n << (2n * BITS + 7n)) / LN2),
    stepHigh,
    stepLow: toDouble(step - fromDouble(stepHigh)),
    ln2High,
    ln2Low: toDouble(LN2 - fromDouble(ln2High)),
  };
}
