/** For whom the inputs are: what all arms share, or one arm. Kept while a viewer moves about on the page. */
import { signal } from '@preact/signals';

export const scopeArm = signal<number | null>(null);

/** What a comparison holds; files may have more. */
export const MOST_ARMS = 5;
