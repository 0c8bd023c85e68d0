/** The work of the two workers in the page's own thread, for hosts that block workers: in steps with pauses between. */
import type { LayoutAnswer, LayoutOrder, WorldAnswer, WorldAsked, WorldOrder } from './protocol.ts';
import type { Port } from './session.ts';

/** Milliseconds of work between two pauses. */
const SLICE = 8;

/** Hands over what a generator yields, as long as `isWanted`. */
async function inSlices<T>(
  work: Generator<T>,
  hear: (each: T) => void,
  isWanted: () => boolean,
): Promise<void> {
  let since = performance.now();
  for (const each of work) {
    if (!isWanted()) return;
    hear(each);
    if (performance.now() - since < SLICE) continue;
    await new Promise((resolve) => setTimeout(resolve, 0));
    since = performance.now();
  }
}

export function startWorldHere(hear: (answer: WorldAnswer) => void): Port<WorldOrder> {
  let isWanted = true;
  let asked: WorldAsked | undefined;
  const work = async (order: WorldOrder) => {
    const { observe, observeLives } = await import('./observe.ts');
    try {
      if ('open' in order) {
        asked = order.open;
        await inSlices(observe(asked), hear, () => isWanted);
      } else if (asked) hear({ person: order.person, lives: observeLives(asked, order.person) });
    } catch (error) {
      hear({ failure: error instanceof Error ? error.message : String(error) });
    }
  };
  return {
    tell: (order) => void work(order),
    end: () => {
      isWanted = false;
    },
  };
}

export function startLayoutHere(hear: (answer: LayoutAnswer) => void): Port<LayoutOrder> {
  let isWanted = true;
  return {
    tell: (order) =>
      void import('./layout.ts').then(({ settle }) => inSlices(settle(order), hear, () => isWanted)),
    end: () => {
      isWanted = false;
    },
  };
}
