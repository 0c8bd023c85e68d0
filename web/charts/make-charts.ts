/** Charts by name, each with its code loaded when it is first asked for. */
import type { Chart, ChartName, ChartSource } from '../../src/report/charts/source.ts';

type Maker = (source: ChartSource) => Chart;

const makers: Readonly<Record<ChartName, () => Promise<Maker>>> = {
  fan: async () => (await import('../../src/report/charts/fan.ts')).fan,
  paired: async () => (await import('../../src/report/charts/paired.ts')).paired,
  money: async () => (await import('../../src/report/charts/money.ts')).money,
  guardrails: async () => (await import('../../src/report/charts/guardrails.ts')).guardrails,
  segments: async () => (await import('../../src/report/charts/segments.ts')).segments,
  luck: async () => (await import('../../src/report/charts/luck.ts')).luck,
  tornado: async () => (await import('../../src/report/charts/tornado.ts')).tornado,
  funnel: async () => (await import('../../src/report/charts/funnel.ts')).funnel,
  retention: async () => (await import('../../src/report/charts/retention.ts')).retention,
  lifetime: async () => (await import('../../src/report/charts/lifetime.ts')).lifetime,
};

/** The charts in the order of their names. */
export async function makeCharts(source: ChartSource, names: readonly ChartName[]): Promise<Chart[]> {
  const found = await Promise.all(names.map((name) => makers[name]()));
  return found.map((make) => make(source));
}
