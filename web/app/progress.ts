/** How far a run is: worlds that are done, how long the rest will take, and when the result is worth another look. */
import { run } from './workspace.ts';

/** Milliseconds between two looks at the verdict while worlds come in, and between two counts. */
const LOOK_EVERY = 500;
const COUNT_EVERY = 50;
/** Numbers of worlds at which the first looks are worth it. */
const FIRST_LOOKS = [16, 64];

/** Seconds from which on a run is a long one. */
const LONG = 10;

/** Counts worlds and says how long the rest will take. */
export class Progress {
  private readonly started = performance.now();
  private readonly planned: number;
  private worlds = 0;
  private known = 0;
  private isLong = false;
  private counted = 0;
  private looked = 0;

  constructor(planned: number) {
    this.planned = planned;
  }

  /** So many worlds come from memory: they say nothing of how fast worlds run. */
  expectKnown(worlds: number): void {
    this.known = worlds;
  }

  count(): void {
    this.worlds++;
    const now = performance.now();
    if (now - this.counted < COUNT_EVERY) return;
    this.counted = now;
    run.value = this.state();
  }

  isTimeToLook(): boolean {
    const now = performance.now();
    const isDue = now - this.looked >= LOOK_EVERY && this.worlds >= FIRST_LOOKS[0];
    return isDue || FIRST_LOOKS.includes(this.worlds);
  }

  /** Looks, and leaves the page at least five times as long alone as the look took. */
  look(work: () => void): void {
    const before = performance.now();
    work();
    const now = performance.now();
    this.looked = Math.max(before, now + 5 * (now - before) - LOOK_EVERY);
  }

  state() {
    const seconds = (performance.now() - this.started) / 1000;
    const fresh = this.worlds - this.known;
    const rate = fresh >= 4 && seconds > 0.5 ? fresh / seconds : null;
    const secondsLeft = rate === null ? null : (this.planned - this.worlds) / rate;
    // Once it was called long it stays so: buttons do not come and go.
    this.isLong ||= secondsLeft !== null && seconds + secondsLeft > LONG;
    const { worlds, planned, isLong } = this;
    return { is: 'running', done: worlds, planned, rate, secondsLeft, isLong } as const;
  }

  stopped(done: number, by: 'stopped' | 'paused') {
    return { is: by, done, planned: this.planned } as const;
  }

  done() {
    const seconds = (performance.now() - this.started) / 1000;
    return { is: 'done', worlds: this.planned, seconds } as const;
  }
}
