/** One check as a strip: tolerance around what is expected, and what was observed with 4 standard errors to either side. */
import type { KeptCheck } from '../../../src/report/evidence.ts';
import { type Locale, percent } from '../../../src/report/format.ts';
import { fill } from '../../../src/report/format-message.ts';
import { evidenceWords } from './evidence-words.ts';

const WIDTH = 120;
const MIDDLE = WIDTH / 2;
/** Of one tolerance; a strip ends at two. */
const UNIT = 28;
const ERRORS = 4;

/** How far from what is expected, in tolerances; null where nothing was observed. */
export function offBy({ expected, observed, tolerance }: KeptCheck): number | null {
  if (observed === null || tolerance === null) return null;
  const off = observed - expected;
  if (tolerance > 0) return off / tolerance;
  return Math.abs(off) <= 1e-9 * Math.max(1, Math.abs(expected))
    ? 0
    : Math.sign(off) * Number.POSITIVE_INFINITY;
}

/** The same in words. */
export function distanceInWords(found: KeptCheck | undefined, locale: Locale): string {
  const words = evidenceWords[locale];
  const off = found ? offBy(found) : null;
  if (off === null) return words.nothing;
  if (off === 0) return words.exact;
  const part = Number.isFinite(off) ? percent(Math.abs(off), locale) : '∞';
  return fill(off > 0 ? words.above : words.below, { part }, locale);
}

const place = (tolerances: number): number =>
  Number((MIDDLE + UNIT * Math.max(-2, Math.min(2, tolerances))).toFixed(1));

export function Strip({ found, locale }: { readonly found: KeptCheck | undefined; readonly locale: Locale }) {
  const off = found ? offBy(found) : null;
  return (
    <svg class="strip" viewBox={`0 0 ${WIDTH} 18`} role="img" aria-label={distanceInWords(found, locale)}>
      <rect x={MIDDLE - UNIT} y="1" width={2 * UNIT} height="16" />
      <path d={`M${MIDDLE} 1v16`} />
      {found && off !== null && <Mark off={off} found={found} />}
    </svg>
  );
}

function Mark({ off, found }: { readonly off: number; readonly found: KeptCheck }) {
  if (Math.abs(off) > 2) return <path class="mark" d={off > 0 ? `M${WIDTH} 9l-8-5v10z` : 'M0 9l8-5v10z'} />;
  const { standardError, tolerance } = found;
  const error = standardError && tolerance ? (ERRORS * standardError) / tolerance : 0;
  const [left, right] = [place(off - error), place(off + error)];
  return (
    <>
      {right > left && <path class="whisker" d={`M${left} 9H${right}`} />}
      <circle cx={place(off)} cy="9" r="3.5" />
    </>
  );
}
