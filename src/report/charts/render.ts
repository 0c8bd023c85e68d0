/**
 * From a chart's specification to the text of an SVG, in Node and in a browser alike.
 *
 * Specifications are made by this package only: they are code, and one from a stranger could run what it likes. The
 * loader refuses every address all the same, so that a drawing never asks the network or the disk for anything.
 */
import { type Loader, parse, View, Warn } from 'vega';
import { compile } from 'vega-lite';
import type { ChartSpec } from './drawing.ts';

const refuse = (uri: string): Promise<never> =>
  Promise.reject(new Error(`A chart may load nothing; it asked for ${uri}`));

const closedLoader: Loader = {
  load: refuse,
  sanitize: refuse,
  http: refuse,
  file: refuse,
  options: {},
  fileAccess: false,
} as unknown as Loader;

/** The SVG of a chart. The same specification gives the same text. */
export async function renderSvg(spec: ChartSpec): Promise<string> {
  const view = new View(parse(compile(spec).spec), {
    renderer: 'none',
    logLevel: Warn,
    loader: closedLoader,
  });
  try {
    return tidy(await view.toSVG());
  } finally {
    view.finalize();
  }
}

/**
 * Coordinates to a hundredth of a pixel, and none of Vega's own descriptions: they are too exact to be read aloud, and
 * the page labels a chart in whole sentences. Only tags are touched, never what stands between them.
 */
function tidy(svg: string): string {
  return svg.replace(/<[^>]*>/g, (tag) =>
    tag
      .replace(/ (?:role|aria-[a-z]+|pointer-events|xmlns:xlink)="[^"]*"/g, '')
      .replace(/-?\d+\.\d{3,}/g, (digits) => String(Math.round(Number(digits) * 100) / 100)),
  );
}
