/** How the results of a sweep are looked at. */
import { signal } from '@preact/signals';

/** Names of an arm and of a metric; null: as the scenario has it. */
export const chosenArm = signal<string | null>(null);
export const chosenMetric = signal<string | null>(null);
/** Places of inputs: of the response curve, and of the map across and up. */
export const curveInput = signal(0);
export const mapInputs = signal<readonly [number, number]>([0, 1]);

/** From where to where points are chosen in an input or in the result, as parts of its range. */
export type Span = readonly [low: number, high: number];
/** By path of the input; the result is `''`. */
export const spans = signal<Readonly<Record<string, Span>>>({});
