/** The link in an address, as messengers, mail programs and people hand it on: with letters added, escaped or missing. */
import { checksum } from './pack.ts';

/** Links with other numbers are of later versions. */
export const SCHEMA = 1;
/** Longer addresses are not looked at. */
export const MAX_LINK = 64 * 1024;

/** Why there is no packed part. `absent`: the address has no link at all. */
export type Cut = 'absent' | 'incomplete' | 'damaged' | 'too large' | 'newer';

/** Spaces, line ends and invisible letters that mail and chat programs put into long words. */
const inserted = /[\s\u00ad\u200b-\u200f\u2060\ufeff]/g;

/** The packed part of an address, its check sum having been tried; or why there is none. */
export function cutLink(address: string): { packed: string } | { bad: Cut } {
  if (address.length > MAX_LINK) return { bad: 'too large' };
  const bare = unescaped(address).replace(inserted, '');
  if (bare === '#' || bare === '?' || /[?#&]z$/.test(bare)) return { bad: 'incomplete' };
  const found = /(?:^|[?#&])z=(.*)$/.exec(bare);
  if (found === null) return { bad: 'absent' };
  const schema = /^(\d+)\./.exec(found[1]);
  if (schema !== null && Number(schema[1]) > SCHEMA) return { bad: 'newer' };
  const parts = /^1\.([\w-]+)\.([0-9a-f]{8})/.exec(found[1]);
  if (parts !== null) return checksum(parts[1]) === parts[2] ? { packed: parts[1] } : { bad: 'damaged' };
  return { bad: 'incomplete' };
}

/** Some apps write letters as `%2E`, and some do so twice. */
function unescaped(text: string): string {
  let plain = text;
  for (let pass = 0; pass < 3 && plain.includes('%'); pass++)
    plain = plain.replace(/%([2-7][0-9a-f])/gi, (_, code: string) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    );
  return plain;
}
