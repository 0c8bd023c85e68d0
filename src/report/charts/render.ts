/**
 * From a chart's specification to the text of an SVG, in Node and in a browser alike.
 *
 * Specifications are made by this package only: they are code, and one from a stranger could run what it likes. The
 * loader refuses every address all the same, so that a drawing never asks the network or the disk for anything.
 */
import { Error as ErrorLevel, type Loader, logger, parse, View } from 'vega';
import { compile } from 'vega-lite';
import type { ChartSpec } from './drawing.ts';

/** A loader that loads nothing and keeps what it was asked for. */
function closedLoader(asked: string[]): Loader {
  const refuse = (uri: string): Promise<never> => {
    asked.push(uri);
    return Promise.reject(new Error('A chart may load nothing.'));
  };
  return { load: refuse, sanitize: refuse, http: refuse, file: refuse } as unknown as Loader;
}

/** The SVG of a chart, labeled with its description. The same specification gives the same text. */
export async function renderSvg(spec: ChartSpec): Promise<string> {
  const asked: string[] = [];
  const view = new View(parse(compile(spec).spec), {
    renderer: 'none',
    logger: logger(ErrorLevel),
    loader: closedLoader(asked),
  });
  try {
    const svg = await view.toSVG();
    if (asked.length > 0) throw new Error(`A chart may load nothing; it asked for ${asked[0]}`);
    const label = String(spec.description ?? '').replace(/[&<>"]/g, (sign) => entities[sign]);
    return tidy(svg).replace('<svg ', () => `<svg role="img" aria-label="${label}" `);
  } finally {
    view.finalize();
  }
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

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
