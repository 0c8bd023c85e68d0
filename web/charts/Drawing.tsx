/**
 * The drawing of a chart: the one that came with the page until the live one stands, which is redrawn, not scaled, for
 * its width.
 */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Size } from '../../src/report/charts/look.ts';
import type { Chart } from '../../src/report/charts/source.ts';
import type { Board } from './board.ts';

/** From this width of the frame on, in pixels, the wide drawing is used; `charts.css` has the same number. */
const WIDE_FROM = 450;

export interface DrawingProps {
  readonly chart: Chart;
  /** Markup of our own build, in both sizes. */
  readonly stored: string;
  readonly live: boolean;
  /** Instead of by width. */
  readonly size: Size | null;
  readonly onPoint: (note: string | null) => void;
  readonly onDrawn: (() => void) | undefined;
  readonly onFail: () => void;
}

export function Drawing(props: DrawingProps) {
  const { chart, stored, live, size, onPoint, onDrawn, onFail } = props;
  const frame = useRef<HTMLDivElement>(null);
  const [isDrawn, setDrawn] = useState(false);
  const own = useOwnSize(frame, live);
  const shown = size ?? own;
  const board = useBoard(frame, live && chart.draw !== null, onPoint, onFail);
  useEffect(() => {
    if (!board || !chart.draw || !shown) return;
    let isCurrent = true;
    board.draw(chart.draw({ theme: 'page', size: shown, titled: false })).then(() => {
      if (isCurrent) setDrawn(true);
      onDrawn?.();
    }, onFail);
    return () => {
      isCurrent = false;
    };
  }, [board, chart, shown]);
  return (
    <>
      {/* Our own markup from our own build: names in it were escaped when it was drawn. */}
      {!isDrawn && stored !== '' && <div class="stored" dangerouslySetInnerHTML={{ __html: stored }} />}
      {!isDrawn && stored === '' && <div class="awaited" />}
      <div class={isDrawn ? `live ${shown}` : 'live unseen'} ref={frame} />
    </>
  );
}

/** A board in the frame, from when the chart is live until it goes. */
function useBoard(
  frame: { readonly current: HTMLDivElement | null },
  wanted: boolean,
  onPoint: DrawingProps['onPoint'],
  onFail: () => void,
): Board | null {
  const [board, setBoard] = useState<Board | null>(null);
  useEffect(() => {
    const element = frame.current;
    if (!wanted || !element) return;
    let isGone = false;
    let opened: Board | undefined;
    import('./open-board.ts')
      .then(({ openBoard }) => openBoard(element))
      .then((made) => {
        if (isGone) return made.close();
        opened = made;
        made.onPoint((row) => onPoint(typeof row?.note === 'string' ? row.note : null));
        setBoard(made);
      })
      .catch(onFail);
    return () => {
      isGone = true;
      opened?.close();
      setBoard(null);
    };
  }, [wanted]);
  return board;
}

/** The size for the frame's width, once it is known. */
function useOwnSize(frame: { readonly current: HTMLDivElement | null }, live: boolean): Size | null {
  const [size, setSize] = useState<Size | null>(null);
  useEffect(() => {
    const element = frame.current?.parentElement;
    if (!live || !element) return;
    const measure = () => setSize(element.clientWidth >= WIDE_FROM ? 'wide' : 'phone');
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [live]);
  return size;
}
