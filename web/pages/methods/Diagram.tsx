/** The one picture of the page: the same people live through two arms, and their difference is one dot. */
import type { DiagramWords } from './prose.ts';

/** Who stays under the first and under the second arm. */
const fates: readonly (readonly [before: boolean, after: boolean])[] = [
  [true, true],
  [false, true],
  [true, true],
  [true, true],
  [false, false],
  [false, true],
  [true, true],
  [true, false],
];

/** Dots by column, of all worlds; the one of this world is marked. */
const columns = [1, 2, 4, 6, 7, 6, 4, 2, 1];
const own = { column: 5, row: 3 };

interface Place {
  readonly x: number;
  readonly y: number;
}

interface PartProps {
  readonly words: DiagramWords;
  readonly at: Place;
}

const World = ({ words, at: { x, y } }: PartProps) => (
  <g transform={`translate(${x} ${y})`}>
    <rect class="box" width="216" height="92" rx="8" />
    <text class="strong" x="16" y="28">
      {words.world}
    </text>
    <text class="note" x="16" y="52">
      {words.unknowns}
    </text>
    <text class="note" x="16" y="74">
      {words.luck}
    </text>
  </g>
);

/** Filled circles stayed, open crossed ones left. */
const Lane = ({ words, at: { x, y }, arm }: PartProps & { readonly arm: 0 | 1 }) => (
  <g class={arm === 0 ? 'lane before' : 'lane after'} transform={`translate(${x} ${y})`}>
    <text class="strong" x="0" y="-18">
      {arm === 0 ? words.before : words.after}
    </text>
    <line x1="0" x2="248" y1="8" y2="8" />
    {fates.map((fate, i) => {
      const cx = 17 + i * 30.5;
      return fate[arm] ? (
        <circle key={cx} class="stayed" cx={cx} cy="8" r="9" />
      ) : (
        <g key={cx} class="left">
          <circle cx={cx} cy="8" r="9" />
          <path d={`M${cx - 4} 4l8 8m0-8l-8 8`} />
        </g>
      );
    })}
  </g>
);

const Dots = ({ words, at: { x, y } }: PartProps) => (
  <g transform={`translate(${x} ${y})`}>
    <text class="strong" x="0" y="-18">
      {words.many}
    </text>
    {columns.flatMap((count, column) =>
      Array.from({ length: count }, (_, row) => (
        <circle
          key={`${column} ${row}`}
          class={column === own.column && row === own.row ? 'dot own' : column < 2 ? 'dot minus' : 'dot'}
          cx={16 + column * 24}
          cy={112 - row * 16}
          r="6.5"
        />
      )),
    )}
    <line class="axis" x1="0" x2="226" y1="126" y2="126" />
    <line class="zero" x1="52" x2="52" y1="4" y2="126" />
    <text class="note" x="48" y="144" text-anchor="end">
      {words.worse}
    </text>
    <text class="note" x="58" y="144">
      {words.better}
    </text>
  </g>
);

const Key = ({ words, at: { x, y } }: PartProps) => (
  <g class="lane before" transform={`translate(${x} ${y})`}>
    <circle class="stayed" cx="9" cy="0" r="7" />
    <text class="note" x="22" y="5">
      {words.stayed}
    </text>
    <g class="left">
      <circle cx="99" cy="0" r="7" />
      <path d="M96-3l6 6m0-6l-6 6" />
    </g>
    <text class="note" x="112" y="5">
      {words.left}
    </text>
  </g>
);

export const WorldsDiagram = ({ words }: { readonly words: DiagramWords }) => (
  <figure class="methods-diagram">
    <figcaption>
      <h3>{words.title}</h3>
      <p>{words.about}</p>
    </figcaption>
    <svg class="wide" viewBox="0 0 820 236" role="img" aria-label={words.about}>
      <World words={words} at={{ x: 2, y: 72 }} />
      <path class="flow" d="M218 118h22q10 0 10-10V74q0-10 10-10h16M218 118h22q10 0 10 10v34q0 10 10 10h16" />
      <Lane words={words} at={{ x: 286, y: 56 }} arm={0} />
      <Lane words={words} at={{ x: 286, y: 164 }} arm={1} />
      <Key words={words} at={{ x: 286, y: 216 }} />
      <path class="flow" d="M542 64h14q10 0 10 10v34q0 10 10 10h14M542 172h14q10 0 10-10v-34q0-10 10-10h14" />
      <Dots words={words} at={{ x: 594, y: 56 }} />
    </svg>
    <svg class="phone" viewBox="0 0 300 520" role="img" aria-label={words.about}>
      <World words={words} at={{ x: 2, y: 2 }} />
      <path class="flow" d="M110 94v26" />
      <Lane words={words} at={{ x: 2, y: 156 }} arm={0} />
      <Lane words={words} at={{ x: 2, y: 232 }} arm={1} />
      <Key words={words} at={{ x: 2, y: 282 }} />
      <path class="flow" d="M110 300v26" />
      <Dots words={words} at={{ x: 2, y: 366 }} />
    </svg>
  </figure>
);
