import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDocument } from '../../../web/state/document.ts';
import { decodeLink, encodeLink } from '../../../web/state/link.ts';
import { linkStateOf, textOfLink } from '../../../web/state/share.ts';
import { anyName, plainOf, presets, randomEdits, textOf } from './gallery.ts';

const rest = { view: {}, version: '0.1.0', hash: null, digest: null };

/** The text at the other end of a link. */
async function sent(preset: string | null, text: string): Promise<string> {
  const presetText = preset === null ? null : textOf(preset);
  const link = await encodeLink(linkStateOf({ ...rest, preset, text, presetText }), presets);
  const got = await decodeLink(link, presets);
  if ('bad' in got) throw new Error(got.bad);
  const back = textOfLink(got.state, presetText);
  if ('fault' in back) throw new Error(back.fault);
  return back.text;
}

describe('a text sent as a link', () => {
  it('is the same letter for letter where only values of the gallery scenario were changed', async () => {
    const text = textOf('blunt-vs-tailored-ads')
      .replaceAll('6 per hour', '4 per hour')
      .replace('worlds: 200', 'worlds: 64');
    expect(await sent('blunt-vs-tailored-ads', text)).toBe(text);
  });

  it('is the same letter for letter where it has remarks of its own, mistakes, or no preset', async () => {
    const own = `# mine\n${textOf('a-a')}`;
    expect(await sent('a-a', own)).toBe(own);
    expect(await sent('a-a', 'title: [half')).toBe('title: [half');
    expect(await sent(null, 'title: x # 甲\n')).toBe('title: x # 甲\n');
    expect(await sent(null, '')).toBe('');
  });

  it('says the same after any edits', async () => {
    await fc.assert(
      fc.asyncProperty(anyName, randomEdits, async (name, edits) => {
        let text = textOf(name);
        for (const { path, value } of edits) {
          const result = editDocument(text, [value === undefined ? { path, remove: true } : { path, value }]);
          if ('text' in result) text = result.text;
        }
        expect(JSON.stringify(plainOf(await sent(name, text)))).toBe(JSON.stringify(plainOf(text)));
      }),
      { numRuns: 40 },
    );
  });
});
