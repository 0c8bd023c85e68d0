import { compile } from 'vega-lite';
import { describe, expect, it } from 'vitest';
import { fan } from '../../../src/report/charts/fan.ts';
import { funnel } from '../../../src/report/charts/funnel.ts';
import { guardrails } from '../../../src/report/charts/guardrails.ts';
import { lifetime } from '../../../src/report/charts/lifetime.ts';
import type { Look } from '../../../src/report/charts/look.ts';
import { luck } from '../../../src/report/charts/luck.ts';
import { money } from '../../../src/report/charts/money.ts';
import { paired } from '../../../src/report/charts/paired.ts';
import { renderSvg } from '../../../src/report/charts/render.ts';
import { retention } from '../../../src/report/charts/retention.ts';
import { segments } from '../../../src/report/charts/segments.ts';
import type { Chart, ChartSource } from '../../../src/report/charts/source.ts';
import { tornado } from '../../../src/report/charts/tornado.ts';
import { openView, show, svgWith } from '../../../web/charts/board.ts';
import { boardSpec, compiledBoard } from '../../../web/charts/board-spec.ts';
import { type Box, boundsOf, overlap } from '../../../web/charts/overlap.ts';
import { type Scene, sceneOf } from '../../../web/charts/scene.ts';
import { slots } from '../../../web/charts/slots.ts';
import { small } from '../../report/charts/small.ts';
import { type ArmShape, blunt, type Making, make, none, tailored } from '../../report/synthetic.ts';
import { missing, shapesOf } from './shapes.ts';

const compiled = compiledBoard();
const all: readonly ((source: ChartSource) => Chart)[] = [fan, paired, money, guardrails];
const shape = (i: number): ArmShape => ({
  ...tailored,
  name: `arm ${i}`,
  label: { en: `Arm ${i}`, 'zh-CN': `方案${i}` },
  sales: 0.2 + i / 50,
  couponCost: i / 100,
});
const makings: Readonly<Record<string, Making>> = {
  'two arms': { arms: [blunt, tailored], worlds: 60 },
  'three arms': { arms: [blunt, tailored, none], worlds: 60 },
  'five arms': { arms: [0, 1, 2, 3, 4].map(shape), worlds: 40 },
  'six arms': { arms: [0, 1, 2, 3, 4, 5].map(shape), worlds: 40 },
  'identical arms': { arms: [blunt, { ...blunt, name: 'again', label: { en: 'Again' } }], worlds: 40 },
  'many guardrails': {
    arms: [blunt, tailored],
    worlds: 40,
    judge: {
      guardrails: ['retention90', 'complaints', 'trust', 'members', 'activeMembers', 'joins', 'sales'].map(
        (metric) => ({ metric, kind: 'change', limit: 0.02 }),
      ),
    },
  },
};
const specOf = (chart: Chart, look: Look) => {
  if (!chart.draw) throw new Error(`nothing to draw: ${chart.title}`);
  return chart.draw(look);
};
const more = [segments, luck, tornado, funnel, retention, lifetime];
const looks: readonly Look[] = [
  { theme: 'page', size: 'wide', titled: false },
  { theme: 'dark', size: 'phone', titled: false },
];

describe('the board', () => {
  it.each(Object.keys(makings))('shows what Vega-Lite shows: %s', async (name) => {
    const made = make(makings[name]);
    for (const [locale, look] of [
      ['en', looks[0]],
      ['zh-CN', looks[1]],
    ] as const)
      for (const chartOf of all) {
        const chart = chartOf({ ...made, locale });
        if (!chart.draw) continue;
        const spec = chart.draw(look);
        const [own, other] = [await svgWith(compiled, spec), await renderSvg(spec)].map(shapesOf);
        expect(missing(other, own), chart.name).toEqual([]);
        expect(missing(own, other), chart.name).toEqual([]);
        expect(other.length).toBeGreaterThan(10);
      }
  });

  it('shows what Vega-Lite shows: segments, assumptions, newcomers', { timeout: 120_000 }, async () => {
    const sources = [await small(), make(makings['two arms'])];
    let drawn = 0;
    for (const source of sources)
      for (const look of looks)
        for (const chartOf of more) {
          const spec = chartOf({ ...source, locale: 'en' }).draw?.(look);
          if (!spec) continue;
          drawn++;
          const [own, other] = [await svgWith(compiled, spec), await renderSvg(spec)].map(shapesOf);
          expect([...missing(other, own), ...missing(own, other)]).toEqual([]);
        }
    expect(drawn).toBeGreaterThanOrEqual(10);
  });

  it('has the size of the drawing, and says what it shows', async () => {
    const chart = paired({ ...make(makings['two arms']), locale: 'en' });
    const spec = specOf(chart, looks[0]);
    const tagOf = (svg: string) => /<svg [^>]*>/.exec(svg)?.[0] ?? '';
    const boxOf = (svg: string) => / viewBox="([^"]*)"/.exec(tagOf(svg))?.[1];
    const svg = await svgWith(compiled, spec);
    expect(boxOf(svg)).toBe(boxOf(await renderSvg(spec)));
    expect(tagOf(svg)).toContain(chart.title.replaceAll('"', '&quot;'));
  });

  it('stands by itself with its title above and where it comes from below', async () => {
    const chart = money({ ...make(makings['two arms']), locale: 'en' });
    const spec = specOf(chart, { theme: 'light', size: 'wide', titled: true });
    const [own, other] = [await svgWith(compiled, spec), await renderSvg(spec)].map(shapesOf);
    expect([...missing(other, own), ...missing(own, other)]).toEqual([]);
    const footed = shapesOf(await svgWith(compiled, spec, { footer: ['seed x', '40 worlds <b>'] }));
    expect(missing(own, footed)).toEqual([]);
    expect(missing(footed, own).length).toBe(2);
  });

  it('shows nothing of the chart before when another is drawn', async () => {
    const made = make(makings['three arms']);
    const specs = all.map((chartOf) => specOf(chartOf({ ...made, locale: 'en' }), looks[0]));
    const view = openView(compiled, 'none');
    let before: Scene | null = null;
    for (const spec of [...specs, ...specs.reverse()]) {
      const scene = sceneOf(spec);
      show(view, scene, before);
      before = scene;
      const [kept, fresh] = [await view.toSVG(), await svgWith(compiled, spec)].map(shapesOf);
      expect(missing(kept, fresh)).toEqual([]);
      expect(missing(fresh, kept)).toEqual([]);
    }
    view.finalize();
  });

  it('keeps marks that cover each other in their order', () => {
    for (const making of Object.values(makings))
      for (const chartOf of all) {
        const chart = chartOf({ ...make(making), locale: 'en' });
        const spec = chart.draw?.(looks[0]);
        if (!spec) continue;
        const scene = sceneOf(spec);
        const order = slots.flatMap(({ name }) => scene.slots[name] ?? []).map(({ layer }) => Number(layer));
        const boxes = new Map<number, Box>();
        for (const { name, kind } of slots)
          for (const mark of scene.slots[name] ?? []) {
            const own = (scene.slots[name] ?? []).filter(({ layer }) => layer === mark.layer);
            boxes.set(Number(mark.layer), boundsOf(kind, own));
          }
        const turned = order.flatMap((layer, i) =>
          order.slice(i + 1).flatMap((later) => {
            const [a, b] = [boxes.get(layer), boxes.get(later)];
            return later < layer && a && b && overlap(a, b) ? [`${chart.name}: ${later} over ${layer}`] : [];
          }),
        );
        expect(turned).toEqual([]);
      }
  });

  it('is small, runs no words of people, and keeps Vega-Lite out of the page', () => {
    expect(JSON.stringify(compiled).length).toBeLessThan(30_000);
    expect(compile(boardSpec()).spec).toEqual(compiled);
    const marks = { ...specOf(fan({ ...make(makings['two arms']), locale: 'en' }), looks[0]) };
    expect(() => sceneOf({ ...marks, layer: Array.from({ length: 12 }, () => marks.layer).flat() })).toThrow(
      'too few slots',
    );
  });
});
