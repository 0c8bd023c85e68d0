import { encode } from 'uqr';
import { expect, it } from 'vitest';
import { locales } from '../../../src/report/format.ts';
import { slotsOf } from '../../../src/report/format-message.ts';
import { labeled } from '../../../web/pages/report/draw.ts';
import { qrPath } from '../../../web/pages/report/QrCode.tsx';
import { reportWords } from '../../../web/pages/report/words.ts';

it('draws every dark square of a QR code, and no other', () => {
  const { data } = encode('https://example.org/compare/#z=1.abc.12345678');
  const drawn = data.map((row) => row.map(() => false));
  for (const [, x, y, width] of qrPath(data).matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g))
    for (let i = 0; i < Number(width); i++) drawn[Number(y)][Number(x) + i] = true;
  expect(drawn).toEqual(data);
});

it('gives a drawing the width of the page and words of its own, whatever they hold', () => {
  const svg = '<svg class="marks" width="300" height="200" viewBox="0 0 300 200" xmlns="x"><g/></svg>';
  expect(labeled(svg, 'A "$&" <b>')).toBe(
    '<svg role="img" aria-label="A &quot;$&amp;&quot; &lt;b&gt;" viewBox="0 0 300 200"><g/></svg>',
  );
});

it('asks for the same values in every language', () => {
  const [english, ...others] = locales.map((locale) => Object.entries(reportWords[locale]));
  for (const other of others)
    expect(other.map(([name, text]) => [name, slotsOf(text)])).toEqual(
      english.map(([name, text]) => [name, slotsOf(text)]),
    );
});
