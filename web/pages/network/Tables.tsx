/** The pictures in figures, for those who do not see them and those who count: members, friends, who knows whom. */
import { say } from '../../../src/report/charts/words.ts';
import { useLocale, useWords } from '../../app/Shell.tsx';
import { TableHead } from '../../app/TableHead.tsx';
import { ArmKey, armKeys } from './ArmKey.tsx';
import { Mark } from './Mark.tsx';
import { armName, nameOf, numberOf, onDay, segmentName } from './names.ts';
import { Scroll } from './Scroll.tsx';
import { type Stage, select, selected, shownEvening } from './state.ts';
import { friendBins, friendHistogram, mixing, topMembers } from './tables.ts';
import { networkWords } from './words.ts';

interface Props {
  readonly stage: Stage;
}

export function Tables({ stage }: Props) {
  return (
    <div class="net-tables">
      <TopMembers stage={stage} />
      <div>
        <Histogram stage={stage} />
        {stage.segments.length > 1 && <Mixing stage={stage} />}
      </div>
    </div>
  );
}

function TopMembers({ stage }: Props) {
  const words = useWords(networkWords);
  const locale = useLocale();
  const first = [words.numberHead, words.name, ...(stage.segments.length > 1 ? [words.segment] : [])];
  const rows = topMembers(stage.frames, shownEvening.value);
  const title = say(words.topMembers, { count: rows.length }, locale);
  return (
    <section class="card">
      <h2>{title}</h2>
      <Scroll class="net-top" label={title}>
        <table>
          <TableHead columns={[...first, ...armKeys(stage, locale)]} />
          <tbody>
            {rows.map(({ person, arms }) => (
              <tr key={person}>
                <td>{numberOf(stage, person)}</td>
                <th scope="row">
                  <button
                    type="button"
                    aria-pressed={selected.value === person}
                    onClick={() => select(person)}
                  >
                    {nameOf(stage, person, locale)}
                  </button>
                </th>
                {stage.segments.length > 1 && (
                  <td>{segmentName(stage, stage.drawn.segments[person], locale)}</td>
                )}
                {arms.map(({ friends, standing }, arm) => (
                  <td key={stage.arms[arm]}>
                    <span class="net-standing">
                      <Mark standing={standing} />
                      <span>
                        {words.standings[standing]} <small>{say(words.friendsOf, { friends }, locale)}</small>
                      </span>
                    </span>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  );
}

function Histogram({ stage }: Props) {
  const words = useWords(networkWords);
  const locale = useLocale();
  const evening = shownEvening.value;
  const bins = friendHistogram(stage.frames, evening);
  const most = Math.max(1, ...bins.flat());
  return (
    <section class="card">
      <h2>{words.histogram}</h2>
      <p class="fine">{say(words.histogramAbout, { when: onDay(evening, locale) }, locale)}</p>
      <table class="net-histogram">
        <TableHead columns={[words.friendCount, ...armKeys(stage, locale)]} />
        <tbody>
          {friendBins.map(([from, to], bin) => (
            <tr key={from}>
              <th scope="row">
                {from === to ? from : to === Number.POSITIVE_INFINITY ? `${from}+` : `${from}–${to}`}
              </th>
              {bins.map((counts, arm) => (
                <td key={stage.arms[arm]} class={`t${stage.arms[arm] % 5}`}>
                  <span class="net-bar">
                    <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
                      <rect width={(100 * counts[bin]) / most} height="10" fill="currentColor" />
                    </svg>
                    <span>{say('{count}', { count: counts[bin] }, locale)}</span>
                  </span>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** For each arm: of the friendships of a segment's people, the share with each segment's. */
function Mixing({ stage }: Props) {
  const words = useWords(networkWords);
  const locale = useLocale();
  return (
    <section class="card">
      <h2>{words.mixing}</h2>
      <p class="fine">{say(words.mixingAbout, { when: onDay(shownEvening.value, locale) }, locale)}</p>
      {stage.arms.map((_, arm) => (
        <MixingOfArm key={stage.arms[arm]} stage={stage} arm={arm} />
      ))}
    </section>
  );
}

function MixingOfArm({ stage, arm }: Props & { readonly arm: number }) {
  const words = useWords(networkWords);
  const locale = useLocale();
  const { drawn, frames, segments } = stage;
  const rows = mixing(drawn, frames, arm, shownEvening.value, segments.length);
  const names = segments.map((_, segment) => segmentName(stage, segment, locale));
  const share = (value: number) =>
    Number.isNaN(value) ? '–' : value.toLocaleString(locale, { style: 'percent', maximumFractionDigits: 0 });
  return (
    <div class="scroll">
      <table class="net-mixing">
        <caption>
          <ArmKey arm={stage.arms[arm]} name={armName(stage, stage.arms[arm], locale)} />
        </caption>
        <TableHead columns={[words.segment, ...names]} />
        <tbody>
          {rows.map((row, segment) => (
            <tr key={segments[segment]}>
              <th scope="row">{names[segment]}</th>
              {row.map((value, other) => (
                <td key={segments[other]}>{share(value)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
