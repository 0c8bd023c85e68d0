/** What of the sentence is being changed: an arm by its place, or one of the others. */
import { signal } from '@preact/signals';

export type Part = 'members' | 'horizon' | 'metric' | 'rails' | number;

export const open = signal<Part | null>(null);
