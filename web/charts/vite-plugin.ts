/** Compiles the board when the site is built: the page imports `virtual:seedbed-board` and never sees vega-lite. */
import type { Plugin } from 'vite';
import { compiledBoard } from './board-spec.ts';

const NAME = 'virtual:seedbed-board';

export function boardPlugin(): Plugin {
  return {
    name: 'seedbed-board',
    resolveId: (id) => (id === NAME ? `\0${NAME}` : null),
    load: (id) => (id === `\0${NAME}` ? `export default ${JSON.stringify(compiledBoard())};` : null),
  };
}
