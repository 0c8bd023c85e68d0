/** Links to the questions of the test site, with the whole text in them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { encodeLink } from '../../web/state/link.ts';
import { testSite } from '../browser/questions.ts';

export function linkOf(name: string): Promise<string> {
  const text = readFileSync(join(testSite().questions, `${name}.yaml`), 'utf8');
  const state = { preset: null, plain: null, text, view: {}, version: '0.1.0', hash: null, digest: null };
  return encodeLink(state, () => null);
}
