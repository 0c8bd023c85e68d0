/** The chapter on evidence: each law and table, what the last run came to, and how printed ranges and chances fared. */
import { inLocale, metricNamed } from '../../../src/report/charts/source.ts';
import { say } from '../../../src/report/charts/words.ts';
import { count, type Locale } from '../../../src/report/format.ts';
import { TableHead } from '../../app/TableHead.tsx';
import { Calibration } from './Calibration.tsx';
import { type HeldCheck, type HeldYardstick, heldYardsticks, yardsticksKept } from './evidence.ts';
import { expectedText, observedText, readingText, toleranceText } from './evidence-text.ts';
import { evidenceWords } from './evidence-words.ts';
import { Strip } from './Strip.tsx';

interface LocaleProps {
  readonly locale: Locale;
}

export function Evidence({ locale }: LocaleProps) {
  const words = evidenceWords[locale];
  const yardsticks = heldYardsticks();
  return (
    <>
      <p>{summary(yardsticks, locale)}</p>
      <p>{words.key}</p>
      <table class="evidence">
        <TableHead columns={words.columns} />
        {yardsticks.map((one) => (
          <Law key={one.name} one={one} locale={locale} />
        ))}
      </table>
      <h3>{words.calibration}</h3>
      <Calibration locale={locale} />
    </>
  );
}

function summary(yardsticks: readonly HeldYardstick[], locale: Locale): string {
  const words = evidenceWords[locale];
  const held = yardsticks.flatMap((one) => one.held);
  const ending = (pass: boolean) => held.filter(({ found }) => found?.pass === pass).length;
  const [passed, failed] = [ending(true), ending(false)];
  const open = held.length - passed - failed;
  return say(
    words.summary,
    {
      files: count(yardsticks.length, locale),
      checks: count(held.length, locale),
      passed: count(passed, locale),
      failed: count(failed, locale),
      open: open === 0 ? '' : say(words.open, { count: count(open, locale) }, locale),
      worlds: count(
        yardsticks.reduce((sum, { scenario }) => sum + scenario.worlds, 0),
        locale,
      ),
      seed: [...new Set(yardsticks.map(({ seed }) => seed))].join(', '),
      version: yardsticksKept.version,
    },
    locale,
  );
}

/** A yardstick: what it states, where from, and a row for each check. */
function Law({ one, locale }: LocaleProps & { readonly one: HeldYardstick }) {
  const { name, scenario, yardstick, held } = one;
  const words = evidenceWords[locale];
  const { source, known, checks } = yardstick;
  const mixed = checks.some(({ law }) => law) && checks.some(({ law }) => !law);
  return (
    <tbody id={`yardstick-${name}`}>
      <tr>
        <th colSpan={4} scope="rowgroup">
          <b>{inLocale(scenario.title, locale)}</b> <span>{inLocale(yardstick.statement, locale)}</span>{' '}
          <small>
            <i class={`known ${known}`}>{words.known[known]}</i>{' '}
            <span lang={source[locale] === undefined ? 'en' : undefined}>{inLocale(source, locale)}</span> ·{' '}
            {say(words.worlds, { count: scenario.worlds }, locale)} · <code>{name}</code>
          </small>
        </th>
      </tr>
      {held.map((each, i) => (
        <Row key={i} each={each} scenario={scenario} mixed={mixed} locale={locale} />
      ))}
    </tbody>
  );
}

interface RowProps extends LocaleProps, Pick<HeldYardstick, 'scenario'> {
  readonly each: HeldCheck;
  /** Whether some checks of the file are of a law and some of a table. */
  readonly mixed: boolean;
}

function Row({ each: { check, found }, scenario, mixed, locale }: RowProps) {
  const words = evidenceWords[locale];
  const tolerance = toleranceText(check, found, locale);
  const kind = check.law ? words.byLaw : words.printed;
  return (
    <tr>
      <th scope="row">
        {inLocale(metricNamed(check.metric).label, locale)}{' '}
        <small>{[...readingText(check, scenario, locale), ...(mixed ? [kind] : [])].join(words.comma)}</small>
      </th>
      <td class="num">
        {expectedText(check, locale)} {tolerance !== '' && <small>± {tolerance}</small>}
      </td>
      <td class="num">{observedText(check, found, locale)}</td>
      <td>
        <Strip found={found} locale={locale} /> <Outcome pass={found?.pass ?? null} locale={locale} />
      </td>
    </tr>
  );
}

function Outcome({ pass, locale }: LocaleProps & { readonly pass: boolean | null }) {
  const words = evidenceWords[locale];
  if (pass === null) return <span>{words.notJudged}</span>;
  return pass ? (
    <span>
      <span aria-hidden="true">✓</span> {words.passes}
    </span>
  ) : (
    <b>
      <span aria-hidden="true">✕</span> {words.fails}
    </b>
  );
}
