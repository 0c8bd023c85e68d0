/**
 * The race: how many worlds each mix ran before it was surely out, the winner on top, then those that stayed longest. Up to 20
 * mixes are drawn; the table has all.
 */
import type { MixFinding, Optimization } from '../../analysis/optimise/findings.ts';
import { assemble, boxes, type ChartSpec, type Heading } from '../charts/drawing.ts';
import { armColor, type Look } from '../charts/look.ts';
import { layRows } from '../charts/rows.ts';
import { say } from '../charts/words.ts';
import { count } from '../format.ts';
import type { Drawn } from '../html-charts.ts';
import { fateOf, labelOf, type Told } from './sentences.ts';
import { optimisePhrases } from './words.ts';

const MOST = 20;

export function raceChart(told: Told): Drawn {
  const { found, locale } = told;
  const text = optimisePhrases[locale];
  const mixes = byStay(found);
  const winner = labelOf(told, found.winner);
  const title =
    found.winner === null
      ? text.raceTitleOpen
      : say(text.raceTitle, { winner, count: found.candidates.length }, locale);
  const heading = { title, subtitle: text.raceAbout, description: title };
  return {
    name: 'race',
    ...heading,
    table: {
      columns: [text.mix, text.ran, text.fate],
      rows: mixes.map((mix) => [labelOf(told, mix.name), count(mix.raceWorlds, locale), fateOf(mix, told)]),
    },
    draw: (look) => picture(mixes.slice(0, MOST), told, heading, look),
  };
}

function byStay({ candidates, winner }: Optimization): MixFinding[] {
  const stay = ({ name, raceWorlds, dropped }: MixFinding) =>
    (name === winner ? 2e9 : 0) + (dropped === null ? 1e9 : 0) + raceWorlds;
  return [...candidates].sort((a, b) => stay(b) - stay(a));
}

function picture(mixes: readonly MixFinding[], told: Told, heading: Heading, look: Look): ChartSpec {
  const { found, locale } = told;
  const laid = layRows(
    mixes.map((mix) => ({ name: labelOf(told, mix.name), under: fateOf(mix, told) })),
    0,
    Math.max(1, found.race.worlds),
    (worlds) => count(worlds, locale),
    look,
  );
  const { plot, middle, colors } = laid;
  const rows = mixes.map(({ name, raceWorlds }, i) => ({
    from: 0,
    to: raceWorlds,
    bottom: middle(i) - 7,
    top: middle(i) + 7,
    kind: name === found.winner ? 1 : name === found.baseline ? 0 : 2,
  }));
  const layer = (kind: number, color: string, opacity: number) => {
    const own = rows.filter((row) => row.kind === kind);
    return own.length === 0
      ? []
      : [boxes(plot, own, { x: 'from', x2: 'to', y: 'bottom', y2: 'top' }, { color, opacity })];
  };
  return assemble(
    plot,
    {
      ...heading,
      layers: [
        ...laid.layers,
        ...layer(2, armColor(colors, 1), 0.35),
        ...layer(0, armColor(colors, 0), 0.7),
        ...layer(1, armColor(colors, 1), 1),
      ],
    },
    look,
  );
}
