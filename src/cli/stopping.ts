/** Ctrl-C and its kin. */
import { Exit } from './errors.ts';

/** Two signals as near as this are one press: npm passes on to its child what the terminal has sent it already. */
const ONE_PRESS_MS = 150;

export interface Stopping {
  readonly signal: AbortSignal;
  end(): void;
}

/** The first press of Ctrl-C stops the simulation, the second the program. */
export function stopOnSignals(): Stopping {
  const controller = new AbortController();
  let first = Number.POSITIVE_INFINITY;
  const stop = () => {
    const now = performance.now();
    if (now - first > ONE_PRESS_MS) process.exit(Exit.interrupted);
    first = Math.min(first, now);
    controller.abort();
  };
  const signals = ['SIGINT', 'SIGTERM'] as const;
  for (const name of signals) process.on(name, stop);
  return {
    signal: controller.signal,
    // After a press they stay: a second one while the program says goodbye is answered as any other.
    end: () => {
      if (controller.signal.aborted) return;
      for (const name of signals) process.off(name, stop);
    },
  };
}
