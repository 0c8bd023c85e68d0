/** What the address of an embedded chart asks for; what it does not know it leaves at the usual. */
import type { ChartName } from '../../../src/report/charts/source.ts';
import type { Theme } from '../../app/settings.ts';

export interface EmbedOptions {
  readonly chart: ChartName;
  readonly theme: Theme;
}

const charts: readonly ChartName[] = [
  'paired',
  'fan',
  'money',
  'guardrails',
  'segments',
  'luck',
  'tornado',
  'funnel',
  'retention',
  'lifetime',
];

export function optionsOf(search: string): EmbedOptions {
  const asked = new URLSearchParams(search);
  const theme = asked.get('theme');
  return {
    chart: charts.find((name) => name === asked.get('chart')) ?? charts[0],
    theme: theme === 'light' || theme === 'dark' || theme === 'contrast' ? theme : 'system',
  };
}

/** Whether an address holds a link at all. */
export const hasLink = (hash: string): boolean => /[#&?]z=/.test(hash);

/** What the page around is told, so that the frame can be as high as what is in it. */
export interface HeightMessage {
  readonly type: 'seedbed:height';
  /** In CSS pixels. */
  readonly height: number;
}

export const LEAST_HEIGHT = 240;

export const heightMessage = (height: number): HeightMessage => ({
  type: 'seedbed:height',
  height: Math.max(LEAST_HEIGHT, Math.ceil(height)),
});
