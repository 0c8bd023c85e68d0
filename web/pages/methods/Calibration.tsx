/** Whether ranges hold the truth as often as they say, and printed chances come true. */
import { inLocale, metricNamed } from '../../../src/report/charts/source.ts';
import { say } from '../../../src/report/charts/words.ts';
import type { KeptBin, KeptCoverage } from '../../../src/report/evidence.ts';
import { count, type Locale, percent } from '../../../src/report/format.ts';
import { TableHead } from '../../app/TableHead.tsx';
import { calibrationKept } from './evidence.ts';
import { evidenceWords } from './evidence-words.ts';

interface LocaleProps {
  readonly locale: Locale;
}

export function Calibration({ locale }: LocaleProps) {
  const words = evidenceWords[locale];
  const { coverage, chance } = calibrationKept;
  const pairs = chance.bins.reduce((sum, bin) => sum + bin.pairs, 0);
  const slots = (worlds: number, other: Record<string, number>) =>
    Object.fromEntries(
      Object.entries({ worlds, ...other }).map(([name, value]) => [name, count(value, locale)]),
    );
  return (
    <>
      <p>{say(words.ranges, slots(coverage.worlds, { truths: coverage.ranges[0]?.truths ?? 0 }), locale)}</p>
      <Coverage ranges={coverage.ranges} locale={locale} />
      <p>{say(words.chances, slots(chance.worlds, { pairs }), locale)}</p>
      <div class="calibration">
        <Plot bins={chance.bins} worlds={chance.worlds} locale={locale} />
        <table>
          <TableHead columns={words.binColumns} />
          <tbody>
            {chance.bins.map((bin) => (
              <tr key={bin.printed}>
                <th scope="row">{tenths(bin.printed, locale)}</th>
                <td>{tenths(bin.better, locale)}</td>
                <td>{count(bin.pairs, locale)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

const tenths = (share: number, locale: Locale): string => percent(share, locale, { digits: 3 });

const wordOf = (of: string, words: Readonly<Record<string, string>>): string => words[of] ?? of;

function Coverage({ ranges, locale }: LocaleProps & { readonly ranges: readonly KeptCoverage[] }) {
  const words = evidenceWords[locale];
  const metrics = [...new Set(ranges.map(({ metric }) => metric))];
  const whose = [...new Set(ranges.map(({ of }) => of))];
  return (
    <table class="coverage">
      <TableHead columns={[...words.rangeColumns, ...whose.map((of) => wordOf(of, words.of))]} />
      <tbody>
        {metrics.map((metric) => (
          <tr key={metric}>
            <th scope="row">{inLocale(metricNamed(metric).label, locale)}</th>
            {ranges
              .filter((range) => range.metric === metric)
              .map(({ of, inside, upToEnds }) => (
                <td key={of}>
                  {tenths(inside, locale)}
                  {upToEnds > inside && `–${tenths(upToEnds, locale)}`}
                </td>
              ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Left and top edge, and length of the axes. */
const [LEFT, TOP, SIDE] = [46, 8, 240];
const ERRORS = 4;
const ticks = [0, 0.25, 0.5, 0.75, 1];
const x = (share: number): number => Number((LEFT + SIDE * share).toFixed(1));
const y = (share: number): number => Number((TOP + SIDE * (1 - Math.max(0, Math.min(1, share)))).toFixed(1));

/** As `test/calibration/chances.ts` has it: a coin, against the share of at least half as many worlds. */
export function errorOfBin({ printed, pairs }: KeptBin, worlds: number): number {
  const twins = worlds / 2;
  const p = (printed * twins + 1) / (twins + 2);
  return Math.sqrt((p * (1 - p) * (1 + 1 / twins)) / pairs);
}

interface PlotProps extends LocaleProps {
  readonly bins: readonly KeptBin[];
  readonly worlds: number;
}

function Plot({ bins, worlds, locale }: PlotProps) {
  const words = evidenceWords[locale];
  return (
    <svg class="calibration-plot" viewBox="0 0 304 296" role="img" aria-label={words.plot}>
      {ticks.map((tick) => (
        <g key={tick}>
          <path class="grid" d={`M${x(0)} ${y(tick)}H${x(1)}M${x(tick)} ${y(0)}V${y(1)}`} />
          <text x={LEFT - 6} y={y(tick) + 4} text-anchor="end">
            {100 * tick}
          </text>
          <text x={x(tick)} y={TOP + SIDE + 17} text-anchor="middle">
            {100 * tick}
          </text>
        </g>
      ))}
      <path class="grid even" d={`M${x(0)} ${y(0)}L${x(1)} ${y(1)}`} />
      <text class="axis" x={x(0.5)} y={TOP + SIDE + 38} text-anchor="middle">
        {words.printedAxis}
      </text>
      <text class="axis" transform={`translate(12 ${y(0.5)})rotate(-90)`} text-anchor="middle">
        {words.betterAxis}
      </text>
      {bins.map((bin) => {
        const error = ERRORS * errorOfBin(bin, worlds);
        return (
          <g key={bin.printed}>
            <path
              class="whisker"
              d={`M${x(bin.printed)} ${y(bin.better - error)}V${y(bin.better + error)}`}
            />
            <circle cx={x(bin.printed)} cy={y(bin.better)} r="3.5" />
          </g>
        );
      })}
    </svg>
  );
}
