/**
 * Links that hold the whole state of a page: `#z=1.<payload>.<check sum>`. The payload is packed JSON:
 *
 *   p   the preset of the gallery that was changed        d   what was changed in it (`difference.ts`)
 *   b   check sum of the preset as it was then            t   the whole text instead, where changes cannot say it
 *   v   what the page shows: metric, tab, arms ...        e   version of the program
 *   h   first 8 digits of the scenario's hash             g   first 12 digits of the digest of its results
 *
 * A link is read whole or not at all. What follows the check sum is not ours: messengers add to links.
 */
import { type Cut, cutLink, SCHEMA } from './address.ts';
import { applyChanges, difference } from './difference.ts';
import { checksum, pack, unpack } from './pack.ts';
import { isPlainMapping, isSafe, type Plain, type PlainMapping, same } from './plain.ts';

export interface LinkState {
  /** Name of the gallery scenario that this one was made from; null if none. */
  readonly preset: string | null;
  /** The scenario as plain values; null where only its text says it. */
  readonly plain: Plain | null;
  /** Its text, where there is no preset or no plain form (a file with mistakes). */
  readonly text: string | null;
  /** What the page shows. Keys that this version does not know are kept. */
  readonly view: PlainMapping;
  /** Version of the program that made the link. */
  readonly version: string;
  /** First 8 hex digits of the scenario's hash, and first 12 of the digest of its results, where known. */
  readonly hash: string | null;
  readonly digest: string | null;
  /** Whether the preset is still what it was when the link was made. Only read, never written. */
  readonly presetChanged?: boolean;
  /** What a later version added to the payload; kept. */
  readonly more?: PlainMapping;
}

export type BadLink =
  | Cut
  | 'unknown preset'
  /** The preset has changed so much that the changes do not fit it. */
  | 'preset changed'
  /** Whole, but with content that no page of ours makes. */
  | 'refused';

export type DecodedLink = { readonly state: LinkState } | { readonly bad: BadLink; readonly preset?: string };

/** Gives the plain values of a preset by its name; null if there is none. */
export type Presets = (name: string) => Plain | null | Promise<Plain | null>;

/** The part of an address that holds a state. Never throws on a state that `decodeLink` or a page made. */
export async function encodeLink(state: LinkState, presets: Presets): Promise<string> {
  const { view, version, hash, digest, more = {} } = state;
  const payload: PlainMapping = { ...(await scenarioPart(state, presets)) };
  if (Object.keys(view).length > 0) payload.v = view;
  payload.e = version;
  if (hash !== null) payload.h = hash.slice(0, 8);
  if (digest !== null) payload.g = digest.slice(0, 12);
  const packed = await pack(JSON.stringify({ ...payload, ...more }));
  return `#z=${SCHEMA}.${packed}.${checksum(packed)}`;
}

/** The same as a query, for apps that drop what follows a `#`. The host of the site can see it. */
export const asQuery = (link: string): string => `?${link.slice(1)}`;

async function scenarioPart({ preset, plain, text }: LinkState, presets: Presets): Promise<PlainMapping> {
  const base = preset === null ? null : await presetOf(preset, presets);
  const named: PlainMapping = preset === null || base === null ? {} : { p: preset, b: stampOf(base) };
  if (plain === null) return { ...named, t: text ?? '' };
  if (base !== null) {
    const changes = JSON.parse(JSON.stringify(difference(base, plain))) as Plain[];
    if (same(applyChanges(base, changes) ?? undefined, plain))
      return changes.length > 0 ? { ...named, d: changes } : named;
  }
  return { ...named, t: text ?? JSON.stringify(plain) };
}

const stampOf = (preset: Plain): string => checksum(JSON.stringify(preset));

async function presetOf(name: string, presets: Presets): Promise<Plain | null> {
  try {
    return await presets(name);
  } catch {
    return null;
  }
}

/** The state that a fragment, a query or a whole address holds. Never throws. */
export async function decodeLink(address: string, presets: Presets): Promise<DecodedLink> {
  const cut = cutLink(address);
  if ('bad' in cut) return cut;
  const unpacked = await unpack(cut.packed);
  if ('bad' in unpacked) return unpacked;
  const payload = readPayload(unpacked.text);
  return payload === null ? { bad: 'refused' } : stateOf(payload, presets);
}

interface Payload {
  readonly preset: string | null;
  readonly stamp: string | null;
  readonly changes: readonly Plain[] | null;
  readonly rest: Pick<LinkState, 'text' | 'view' | 'version' | 'hash' | 'digest' | 'more'>;
}

/** What a payload says; null if no page of ours says so. */
function readPayload(json: string): Payload | null {
  const raw = parsed(json);
  if (!isPlainMapping(raw) || !isSafe(raw)) return null;
  const { p = null, b = null, d = null, t = null, v = {}, e = '', h = null, g = null, ...more } = raw;
  if (!isText(p, /^[a-z0-9][a-z0-9-]{0,79}$/) || !isText(b, /^[0-9a-f]{8}$/)) return null;
  if (!isText(t, /^/) || !isText(e, /^[\w.+-]{0,40}$/) || e === null) return null;
  if (!isText(h, /^[0-9a-f]{1,8}$/) || !isText(g, /^[0-9a-f]{1,12}$/) || !isPlainMapping(v)) return null;
  if ((d !== null && !Array.isArray(d)) || (t !== null && d !== null) || (p === null && t === null))
    return null;
  const extra = Object.keys(more).length > 0 ? { more } : {};
  return {
    preset: p,
    stamp: b,
    changes: d,
    rest: { text: t, view: v, version: e, hash: h, digest: g, ...extra },
  };
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

const isText = (value: Plain, form: RegExp): value is string | null =>
  value === null || (typeof value === 'string' && form.test(value));

async function stateOf({ preset, stamp, changes, rest }: Payload, presets: Presets): Promise<DecodedLink> {
  if (rest.text !== null) return { state: { preset, plain: null, ...rest } };
  const base = preset === null ? null : await presetOf(preset, presets);
  if (preset === null || base === null)
    return { bad: 'unknown preset', ...(preset === null ? {} : { preset }) };
  const presetChanged = stamp !== null && stamp !== stampOf(base);
  const plain = applyChanges(base, changes ?? []);
  if (plain === null) return { bad: presetChanged ? 'preset changed' : 'refused', preset };
  return { state: { preset, plain, ...rest, ...(presetChanged ? { presetChanged } : {}) } };
}

/** How a link of this length fares: `long` ones are cut by some chat apps, `file` ones should go as a file. */
export function linkAdvice(length: number): 'fine' | 'long' | 'file' {
  if (length > 2000) return 'file';
  return length > 1500 ? 'long' : 'fine';
}
