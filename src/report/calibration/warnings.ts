/** What the data do not settle, in sentences. */
import type { Warning } from '../../analysis/calibrate/findings.ts';
import { findMetric } from '../../metrics/definitions.ts';
import { labelAt } from '../../scenario/labels.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { inLocale, plain } from '../charts/source.ts';
import type { Locale } from '../format.ts';
import { calibratePhrase } from './phrases.ts';

export function warningText(warning: Warning, scenario: Scenario, locale: Locale): string {
  const label = (path: string) => plain(labelAt(path, scenario, locale));
  switch (warning.kind) {
    case 'unlearned':
      return calibratePhrase('unlearned', locale, { input: label(warning.path) });
    case 'tied': {
      const slots = { input: label(warning.path), other: label(warning.other) };
      return calibratePhrase('tied', locale, { ...slots, correlation: warning.correlation.toFixed(2) });
    }
    case 'atEnd':
      return calibratePhrase(`atEnd${warning.end}`, locale, { input: label(warning.path) });
    case 'unreached': {
      const metric = findMetric(warning.metric);
      const name = metric === undefined ? warning.metric : inLocale(metric.label, locale);
      return calibratePhrase('unreached', locale, { metric: name, day: warning.day });
    }
    case 'tolerance': {
      const { asked, reached } = warning;
      return calibratePhrase('tolerance', locale, { asked, reached: reached.toFixed(2) });
    }
  }
}
