/** Buttons that move both pictures, for those who do not drag or pinch. */
import { useWords } from '../../app/Shell.tsx';
import type { Pictures } from './pictures.ts';
import { networkWords } from './words.ts';

const QUARTER = 0.25;
const CLOSER = 1.5;

export function MapButtons({ pictures }: { readonly pictures: { readonly current: Pictures | null } }) {
  const words = useWords(networkWords);
  const buttons = [
    { label: words.zoomIn, sign: '+', act: (p: Pictures) => p.zoom(CLOSER) },
    { label: words.zoomOut, sign: '−', act: (p: Pictures) => p.zoom(1 / CLOSER) },
    { label: words.whole, sign: '⤢', act: (p: Pictures) => p.showAll() },
    { label: words.panLeft, sign: '←', act: (p: Pictures) => p.pan(-QUARTER, 0) },
    { label: words.panRight, sign: '→', act: (p: Pictures) => p.pan(QUARTER, 0) },
    { label: words.panUp, sign: '↑', act: (p: Pictures) => p.pan(0, -QUARTER) },
    { label: words.panDown, sign: '↓', act: (p: Pictures) => p.pan(0, QUARTER) },
  ];
  return (
    <fieldset class="net-map" aria-label={words.map}>
      {buttons.map(({ label, sign, act }) => (
        <button
          key={label}
          type="button"
          class="framed"
          aria-label={label}
          title={label}
          onClick={() => pictures.current && act(pictures.current)}
        >
          {sign}
        </button>
      ))}
    </fieldset>
  );
}
