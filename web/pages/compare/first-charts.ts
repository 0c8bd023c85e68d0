/** The charts that a page was written with, as data: asked for once for each story and language. */
import { signal } from '@preact/signals';
import type { VNode } from 'preact';
import type { Locale } from '../../../src/report/format.ts';
import { siteRoot } from '../../app/address.ts';
import { drawnChartsPath } from '../../app/routes.ts';
import type { DrawnCharts } from '../../charts/drawn-chart.ts';

/** Whether they shall become live. */
export const wanted = signal(false);

export interface BeforeProps {
  /** The charts as they were drawn beforehand. */
  readonly before: VNode;
}

const asked = new Map<string, Promise<DrawnCharts | null>>();

/** Milliseconds that the rest of the page waits for them at the most. */
const PATIENCE = 4000;

let drawn = (): void => {};
const areDrawn = new Promise<void>((resolve) => {
  drawn = resolve;
});
/** One of them is drawn live, or cannot be. */
export const onDrawn = (): void => drawn();

/** Makes them live; resolves when they are, or when the rest of the page has waited long enough. */
export async function makeLive(story: string, locale: Locale): Promise<void> {
  wanted.value = true;
  const late = new Promise<void>((resolve) => setTimeout(resolve, PATIENCE));
  if ((await drawnCharts(story, locale)) !== null) await Promise.race([areDrawn, late]);
}

/** Null where they cannot be had. */
export function drawnCharts(story: string, locale: Locale): Promise<DrawnCharts | null> {
  const path = drawnChartsPath(story, locale);
  const charts =
    asked.get(path) ??
    fetch(new URL(path, siteRoot()))
      .then((answer) => (answer.ok ? (answer.json() as Promise<DrawnCharts>) : null))
      .catch(() => null);
  asked.set(path, charts);
  return charts;
}
