/** Names a drag or a burst of typing, so that undo takes it back in one step. */
import { useRef } from 'preact/hooks';

export interface Drag {
  readonly key: () => string;
  readonly burst: () => number | undefined;
  readonly begin: () => void;
  readonly end: () => void;
}

export function useDrag(name: string): Drag {
  const state = useRef({ count: 0, isHeld: false });
  return {
    key: () => `${name} ${state.current.count}`,
    burst: () => (state.current.isHeld ? Number.POSITIVE_INFINITY : undefined),
    begin: () => {
      state.current = { count: state.current.count + 1, isHeld: true };
    },
    end: () => {
      state.current = { count: state.current.count + 1, isHeld: false };
    },
  };
}
