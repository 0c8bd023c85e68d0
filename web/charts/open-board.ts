/** Loads Vega and the compiled board when a chart first becomes live; nothing of either before. */
import type { ChartSpec } from '../../src/report/charts/drawing.ts';
import type { Board } from './board.ts';
import type { SceneOptions } from './scene.ts';

const load = async () => {
  const [board, compiled] = await Promise.all([import('./board.ts'), import('virtual:seedbed-board')]);
  return { board, compiled: compiled.default };
};

/** Loads what drawing needs, before there is anything to draw. */
export const prepareBoard = (): void => void load();

/** A board that draws into the element. */
export async function openBoard(element: HTMLElement): Promise<Board> {
  const { board, compiled } = await load();
  return board.openBoardWith(compiled, element);
}

/** A chart as the text of an SVG. */
export async function svgOf(spec: ChartSpec, options?: SceneOptions): Promise<string> {
  const { board, compiled } = await load();
  return board.svgWith(compiled, spec, options);
}

/** A chart on a canvas, `scale` times its size. */
export async function canvasOf(
  spec: ChartSpec,
  scale: number,
  options?: SceneOptions,
): Promise<HTMLCanvasElement> {
  const { board, compiled } = await load();
  return board.canvasWith(compiled, spec, scale, options);
}
