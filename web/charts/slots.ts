/**
 * The slots of the board: every mark that any chart draws goes into one of them, and they lie over each other in this
 * order. Boxes, rules, dots and words hold many marks in many styles; a slot of bands or lines holds one style.
 */

export type SlotKind = 'boxes' | 'bands' | 'rules' | 'lines' | 'dots' | 'words';

export interface Slot {
  readonly name: string;
  readonly kind: SlotKind;
}

const layersOf: readonly (readonly [SlotKind, number])[] = [
  ['boxes', 1],
  ['rules', 1],
  ['words', 1],
  ['bands', 10],
  ['lines', 12],
  ['boxes', 1],
  ['rules', 2],
  ['dots', 3],
  ['words', 1],
  ['boxes', 1],
  ['rules', 1],
  ['dots', 1],
  ['words', 1],
];

/** From the back to the front. */
export const slots: readonly Slot[] = layersOf
  .flatMap(([kind, count]) => Array.from({ length: count }, () => kind))
  .map((kind, i) => ({ name: `${kind}${i}`, kind }));
