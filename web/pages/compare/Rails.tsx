/** Guardrails: what an arm must not hurt, each with its limit as files write it, and what is wrong with it below. */
import { useId } from 'preact/hooks';
import { findMetric, metrics } from '../../../src/metrics/definitions.ts';
import { inLocale, metricNamed } from '../../../src/report/charts/source.ts';
import { say } from '../../../src/report/charts/words.ts';
import type { Locale } from '../../../src/report/format.ts';
import { edit } from '../../app/edit.ts';
import { useLocale, useWords } from '../../app/Shell.tsx';
import { isReadable, plain } from '../../inputs/catalog.ts';
import { lastGood } from '../../inputs/last-good.ts';
import { PathProblem, problemsAt } from '../../inputs/PathProblem.tsx';
import { TypedBox } from '../../inputs/TypedBox.tsx';
import { isPlainMapping, type Plain, type PlainMapping, partAt } from '../../state/plain.ts';
import { compareWords } from './words.ts';

/** What can be judged: every metric with a good direction. */
export const judged = metrics.filter(({ better }) => better !== null);

const kinds = ['worse', 'at least', 'at most'] as const;
type Kind = (typeof kinds)[number];

const PATH = ['judge', 'guardrails'] as const;

const railsIn = (found: Plain | undefined): PlainMapping[] =>
  Array.isArray(found) ? found.map((rail) => (isPlainMapping(rail) ? rail : {})) : [];

const write = (next: readonly PlainMapping[]): void =>
  void edit([next.length === 0 ? { path: PATH, remove: true } : { path: PATH, value: [...next] }]);

const kindOf = (rail: PlainMapping): Kind => kinds.find((each) => rail[each] !== undefined) ?? 'worse';
const limitOf = (rail: PlainMapping): string => String(rail[kindOf(rail)] ?? '');

/** The name of a metric that a file may call otherwise; as it stands where it is none. */
const metricName = ({ metric }: PlainMapping): string => findMetric(String(metric))?.name ?? String(metric);

const nameOf = (rail: PlainMapping, locale: Locale): string => {
  const metric = findMetric(String(rail.metric));
  return metric === undefined ? String(rail.metric) : inLocale(metric.label, locale);
};

export function Rails() {
  const words = useWords(compareWords);
  const rails = railsIn(partAt(plain.value, PATH));
  return (
    <div class="compare-rails">
      <h3>{words.rails}</h3>
      {rails.map((rail, i) => (
        <Rail key={`${metricName(rail)} ${i}`} rails={rails} at={i} />
      ))}
      <p class="fine">{words.railHelp}</p>
      <AddRail rails={rails} />
    </div>
  );
}

function Rail({ rails, at }: { readonly rails: readonly PlainMapping[]; readonly at: number }) {
  const id = useId();
  const words = useWords(compareWords);
  const locale = useLocale();
  const rail = rails[at];
  const kind = kindOf(rail);
  const name = nameOf(rail, locale);
  const place = `judge.guardrails[${at}]`;
  const labels = { worse: words.worse, 'at least': words.atLeast, 'at most': words.atMost };
  const before = railsIn(lastGood(PATH)).find((each) => metricName(each) === metricName(rail));
  const remove = say(words.removeRail, { name }, locale);
  const put = (next: PlainMapping) => write(rails.with(at, next));
  const limitText = (of: PlainMapping) =>
    say(words.railLimit, { kind: labels[kindOf(of)], limit: limitOf(of) }, locale);
  return (
    <div>
      <div class="row">
        <span class="compare-rail-name">{name}</span>
        <select
          aria-label={name}
          value={kind}
          disabled={!isReadable.value}
          onChange={(event) => put({ metric: rail.metric, [event.currentTarget.value]: rail[kind] ?? '' })}
        >
          {kinds.map((each) => (
            <option key={each} value={each}>
              {labels[each]}
            </option>
          ))}
        </select>
        <span class="compare-limit">
          <TypedBox
            id={id}
            label={`${name}, ${labels[kind]}`}
            text={limitOf(rail)}
            disabled={!isReadable.value}
            problem={problemsAt(place).length > 0 ? `${id}-problem` : undefined}
            onText={(limit) => put({ metric: rail.metric, [kind]: limit })}
          />
        </span>
        <button
          type="button"
          aria-label={remove}
          title={remove}
          disabled={!isReadable.value}
          onClick={() => write(rails.toSpliced(at, 1))}
        >
          ✕
        </button>
      </div>
      <PathProblem
        place={place}
        label={name}
        id={`${id}-problem`}
        before={before && limitText(before)}
        goBack={() => before && put(before)}
      />
    </div>
  );
}

function AddRail({ rails }: { readonly rails: readonly PlainMapping[] }) {
  const words = useWords(compareWords);
  const locale = useLocale();
  const used = new Set(rails.map(metricName));
  const add = (metric: string) =>
    write([...rails, { metric, worse: metricNamed(metric).unit === 'share' ? '2 points' : '10%' }]);
  return (
    <label class="field">
      <span>{words.addRail}</span>
      <select
        value=""
        disabled={!isReadable.value}
        onChange={(event) => {
          const { value } = event.currentTarget;
          event.currentTarget.value = '';
          if (value !== '') add(value);
        }}
      >
        <option value="">{words.chooseRail}</option>
        {judged
          .filter(({ name }) => !used.has(name))
          .map(({ name, label }) => (
            <option key={name} value={name}>
              {inLocale(label, locale)}
            </option>
          ))}
      </select>
    </label>
  );
}
