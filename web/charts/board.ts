/**
 * Live drawing in the page: one Vega view, compiled when the site was built, in which only data ever change.
 *
 * Expressions run in Vega's interpreter, so a policy without `unsafe-eval` holds; the loader refuses every address. Over
 * 3,000 marks are drawn on a canvas, fewer as SVG, whose words stay words.
 */
import { Error as ErrorLevel, type Item, type Loader, logger, parse, type Spec, View } from 'vega';
import { expressionInterpreter } from 'vega-interpreter';
import type { ChartSpec, Row } from '../../src/report/charts/drawing.ts';
import type { Mark } from './marks.ts';
import { type Scene, type SceneOptions, sceneOf } from './scene.ts';
import { slots } from './slots.ts';

/** The row of the chart under the mouse. */
export type PointListener = (row: Row | null) => void;

export interface Board {
  /** Draws a chart; only what changed is handed to the view. */
  draw(spec: ChartSpec): Promise<void>;
  onPoint(listener: PointListener): void;
  close(): void;
}

const MOST_AS_SVG = 3000;

/** A loader that loads nothing. */
const refuse = (): Promise<never> => Promise.reject(new Error('A chart may load nothing.'));
const closedLoader = { load: refuse, sanitize: refuse, http: refuse, file: refuse } as unknown as Loader;

export function openView(compiled: Spec, renderer: 'svg' | 'canvas' | 'none', container?: HTMLElement): View {
  return new View(parse(compiled, undefined, { ast: true }), {
    renderer,
    expr: expressionInterpreter,
    logger: logger(ErrorLevel),
    loader: closedLoader,
    hover: false,
    ...(container ? { container } : {}),
  });
}

/** Puts a scene into a view; slots that were empty and stay so are not touched. */
export function show(view: View, scene: Scene, before: Scene | null): void {
  const { width, height, padding, background } = scene;
  view
    .width(width)
    .height(height)
    .padding({ ...padding })
    .background(background);
  for (const { name } of slots) {
    const rows = scene.slots[name] ?? [];
    if (rows.length > 0 || (before?.slots[name] ?? []).length > 0) view.data(name, [...rows]);
  }
}

/** Where other data took the place of a chart's, in the browser's own list of measurements. */
const REDRAWN = 'chart redrawn';

/** A board in an element, from the compiled specification. */
export function openBoardWith(compiled: Spec, container: HTMLElement): Board {
  let renderer: 'svg' | 'canvas' = 'svg';
  let view = openView(compiled, renderer, container);
  let before: Scene | null = null;
  let listener: PointListener = () => {};
  const listen = () => {
    view.addEventListener('mousemove', (event, item) => listener(pointed(event as MouseEvent, item, view)));
    view.addEventListener('mouseout', () => listener(null));
  };
  listen();
  return {
    async draw(spec) {
      const started = performance.now();
      const isRedraw = before !== null;
      const scene = sceneOf(spec);
      const wanted = scene.marks > MOST_AS_SVG ? 'canvas' : 'svg';
      if (wanted !== renderer) {
        view.finalize();
        container.replaceChildren();
        renderer = wanted;
        before = null;
        view = openView(compiled, renderer, container);
        listen();
      }
      show(view, renderer === 'canvas' ? withColors(scene, container) : scene, before);
      before = scene;
      await view.runAsync();
      if (isRedraw) performance.measure(REDRAWN, { start: started });
    },
    onPoint(next) {
      listener = next;
    },
    close() {
      view.finalize();
      container.replaceChildren();
    },
  };
}

/** What the mark under the mouse stands for; on a line or band its nearest point. */
function pointed(event: MouseEvent, item: Item | null | undefined, view: View): Row | null {
  if (!item) return null;
  const type = item.mark.marktype;
  const datum = (type === 'line' || type === 'area' ? nearest(event, item, view) : item.datum) as
    | Mark
    | undefined;
  return datum?.row ?? null;
}

function nearest(event: MouseEvent, item: Item, view: View): unknown {
  const box = view.container()?.getBoundingClientRect();
  const x = event.clientX - (box?.left ?? 0) - view.origin()[0];
  const away = (each: Item) => Math.abs((each as Item & { x: number }).x - x);
  const items = item.mark.items as Item[];
  return items.reduce((best, each) => (away(each) < away(best) ? each : best), items[0])?.datum;
}

/** Colors of the page's style sheet as they are: a canvas does not know custom properties. */
function withColors(scene: Scene, element: HTMLElement): Scene {
  const styles = getComputedStyle(element);
  const resolve = (value: unknown) =>
    typeof value === 'string'
      ? value.replace(/^var\((--[\w-]+)\)$/, (_, name: string) => styles.getPropertyValue(name).trim())
      : value;
  const slotsOf = Object.entries(scene.slots).map(([name, marks]) => [
    name,
    marks.map((mark) => ({ ...mark, color: resolve(mark.color), outline: resolve(mark.outline) })),
  ]);
  return { ...scene, slots: Object.fromEntries(slotsOf) };
}

/** A drawing as the text of an SVG, its words as text. */
export async function svgWith(compiled: Spec, spec: ChartSpec, options: SceneOptions = {}): Promise<string> {
  const view = openView(compiled, 'none');
  try {
    show(view, sceneOf(spec, options), null);
    return labelled(await view.toSVG(), String(spec.description ?? ''));
  } finally {
    view.finalize();
  }
}

/** A drawing on a canvas, `scale` times as large. */
export async function canvasWith(
  compiled: Spec,
  spec: ChartSpec,
  scale: number,
  options: SceneOptions = {},
): Promise<HTMLCanvasElement> {
  const view = openView(compiled, 'none');
  try {
    show(view, sceneOf(spec, options), null);
    return await view.toCanvas(scale);
  } finally {
    view.finalize();
  }
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Says what the picture shows to those who do not see it. */
function labelled(svg: string, description: string): string {
  const label = description.replace(/[&<>"]/g, (sign) => entities[sign]);
  return svg.replace('<svg ', () => `<svg role="img" aria-label="${label}" `);
}
