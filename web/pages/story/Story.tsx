import { Comparing } from '../compare/Compare.tsx';

/** A question of the gallery: what is asked and why, then the comparison itself, ready to be changed. */
export function Story() {
  return <Comparing route="story" />;
}
