/** The table of points: sorted by any column, narrowed by what is chosen, as files, and each point to the compare page. */
import { useMemo, useState } from 'preact/hooks';
import {
  direction,
  type Found,
  type FoundPoint,
  showJudged,
} from '../../../src/report/charts/sweep/found.ts';
import { say } from '../../../src/report/charts/words.ts';
import { probability } from '../../../src/report/format.ts';
import { useLocale, useWords } from '../../app/Shell.tsx';
import { saveText } from '../../app/sharing.ts';
import { tell } from '../../app/workspace.ts';
import { csvOf } from '../../charts/files.ts';
import { fileRows, pointRows, type SortKey, sortedRows } from './choose.ts';
import { sweepPageWords } from './words.ts';

interface PointTableProps {
  readonly found: Found;
  readonly chosen: ReadonlySet<number> | null;
  readonly name: string;
  readonly send: SendPoint | null;
}

/** Opens a point in the compare page; false where it cannot be written. */
export type SendPoint = (point: FoundPoint) => Promise<boolean>;

/** Rows before somebody asks for all. */
const FIRST = 12;

export function PointTable({ found, chosen, name, send }: PointTableProps) {
  const words = useWords(sweepPageWords);
  const locale = useLocale();
  const [key, setKey] = useState<SortKey>('median');
  const [isRising, setRising] = useState(direction(found) < 0);
  const [isLong, setLong] = useState(false);
  const rows = useMemo(
    () => sortedRows(pointRows(found, chosen), key, isRising),
    [found, chosen, key, isRising],
  );
  const shown = isLong ? rows : rows.slice(0, FIRST);
  const sort = (by: SortKey) => {
    setRising(by === key ? !isRising : by === 'point' || typeof by === 'number');
    setKey(by);
  };
  const head = (by: SortKey, label: string) => (
    <th
      scope="col"
      class={by === 'point' ? undefined : 'num'}
      aria-sort={by !== key ? undefined : isRising ? 'ascending' : 'descending'}
    >
      <button type="button" title={say(words.sortBy, { column: label }, locale)} onClick={() => sort(by)}>
        {label}
        <span aria-hidden="true">{by !== key ? '' : isRising ? ' ↑' : ' ↓'}</span>
      </button>
    </th>
  );
  const data = () => fileRows(found, rows);
  const lead = say(words.tableLead, { shown: rows.length, all: found.points.length }, locale);
  return (
    <div class="sweep-points">
      <div class="row">
        <h3>{words.table}</h3>
        <span class="fine" role="status">
          {lead}
        </span>
        <span class="row sweep-files">
          <button
            type="button"
            class="framed"
            onClick={() => saveText(`${name}-sweep.csv`, csvOf(data()), 'text/csv;charset=utf-8')}
          >
            {words.csv}
          </button>
          <button
            type="button"
            class="framed"
            onClick={() =>
              saveText(`${name}-sweep.json`, `${JSON.stringify(data(), null, 1)}\n`, 'application/json')
            }
          >
            {words.json}
          </button>
        </span>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by keys */}
      <section class="scroll" tabIndex={0} aria-label={words.table}>
        <table>
          <thead>
            <tr>
              {head('point', words.point)}
              {found.inputs.map(({ path, label }, i) => (
                <HeadCell key={path}>{head(i, label)}</HeadCell>
              ))}
              {head('median', words.median)}
              <th scope="col" class="num">
                {words.ninety}
              </th>
              {found.arm.place > 0 && head('ahead', words.ahead)}
              {send && (
                <th scope="col">
                  <span class="unseen">{words.send}</span>
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {shown.map(({ point, all, ahead }) => (
              <tr key={point.number}>
                <th scope="row">{point.number}</th>
                {point.values.map((value, i) => (
                  <td class="num" key={found.inputs[i].path}>
                    {found.inputs[i].show(value)}
                  </td>
                ))}
                <td class="num">{all === null ? words.none : showJudged(found, all.median)}</td>
                <td class="num">
                  {all === null
                    ? words.none
                    : say(
                        words.span,
                        { low: showJudged(found, all.p05), high: showJudged(found, all.p95) },
                        locale,
                      )}
                </td>
                {found.arm.place > 0 && (
                  <td class="num">{ahead === null ? words.none : probability(ahead, locale)}</td>
                )}
                {send && (
                  <td>
                    <SendButton send={send} point={point} />
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {rows.length > shown.length && (
        <button type="button" class="framed sweep-more" onClick={() => setLong(true)}>
          {say(words.more, { count: rows.length }, locale)}
        </button>
      )}
    </div>
  );
}

/** Gives a made cell its key. */
const HeadCell = ({ children }: { readonly children: preact.VNode }) => children;

interface SendButtonProps {
  readonly send: SendPoint;
  readonly point: FoundPoint;
}

function SendButton({ send, point }: SendButtonProps) {
  const words = useWords(sweepPageWords);
  const locale = useLocale();
  const press = async () => {
    if (await send(point)) return;
    tell({ id: 'send', text: { en: sweepPageWords.en.notSent, 'zh-CN': sweepPageWords['zh-CN'].notSent } });
  };
  return (
    <button
      type="button"
      class="framed"
      aria-label={say(words.sendPoint, { number: point.number }, locale)}
      onClick={() => void press()}
    >
      {words.send}
    </button>
  );
}
