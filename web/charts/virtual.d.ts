/** The compiled board, made by `boardPlugin` when the site is built. */
declare module 'virtual:seedbed-board' {
  import type { Spec } from 'vega';

  const compiled: Spec;
  export default compiled;
}
