/**
 * How far a run has come, on stderr. On a terminal: one line that is written over. Elsewhere: a plain line every ten
 * seconds and one at the end.
 */
import { displayWidth } from './table.ts';
import type { Terminal } from './terminal.ts';
import { type Phrase, timeLeft } from './words.ts';

const CELLS = 10;
const REDRAW_MS = 100;
const PLAIN_LINE_MS = 10_000;

/** Where progress goes: stderr. */
export type ProgressStream = Pick<NodeJS.WriteStream, 'isTTY' | 'columns' | 'write'>;

/** What is counted, and the phrases for it. */
type Unit = 'worlds' | 'results' | 'points' | 'simulations' | 'studies';
const phrasesOf = {
  worlds: { line: 'progress', end: 'finished' },
  results: { line: 'progressResults', end: 'finishedResults' },
  points: { line: 'progressPoints', end: 'finishedPoints' },
  simulations: { line: 'progressSimulations', end: 'finishedSimulations' },
  studies: { line: 'progressStudies', end: 'finishedStudies' },
} as const satisfies Record<Unit, Record<'line' | 'end', Phrase>>;

export class Progress {
  private readonly terminal: Terminal;
  private readonly name: string;
  private total: number;
  private readonly before: number;
  private readonly onCtrlC: 'keeps' | 'stops';
  private readonly stream: ProgressStream;
  private readonly unit: Unit;
  private readonly started = performance.now();
  private readonly rewrites: boolean;
  private readonly timer: NodeJS.Timeout;
  private done: number;
  private detail = '';
  private drawn = false;
  private ended = false;

  /** `before`: how many were finished before this run began. `onCtrlC`: what a press of it does. */
  constructor(
    terminal: Terminal,
    name: string,
    total: number,
    before: number,
    stream: ProgressStream = process.stderr,
    onCtrlC: 'keeps' | 'stops' = 'keeps',
    unit: Unit = 'worlds',
  ) {
    this.terminal = terminal;
    this.name = name;
    this.total = total;
    this.before = before;
    this.done = before;
    this.onCtrlC = onCtrlC;
    this.unit = unit;
    this.stream = stream;
    this.rewrites = stream.isTTY === true && process.env.TERM !== 'dumb';
    this.timer = setInterval(() => this.draw(), this.rewrites ? REDRAW_MS : PLAIN_LINE_MS);
    this.timer.unref();
    if (terminal.quiet) clearInterval(this.timer);
  }

  advance(count = 1): void {
    this.done += count;
  }

  /** There is more or less to do than was thought: how many in all. */
  reckon(total: number): void {
    this.total = Math.max(this.done, total);
  }

  /** What stands in the line beside the count. */
  note(detail: string): void {
    this.detail = detail;
  }

  /** Says something meanwhile. */
  say(text: string): void {
    this.wipe();
    this.terminal.say(text);
  }

  /** Ends it; says how long the run took unless it was cut short. */
  end(finished: boolean): void {
    if (this.ended) return;
    this.ended = true;
    clearInterval(this.timer);
    this.wipe();
    const count = this.done - this.before;
    if (!finished || count === 0) return;
    const seconds = this.seconds();
    const slots = { count, seconds: seconds.toFixed(1), rate: rateText(count / seconds) };
    if (!this.terminal.quiet)
      this.stream.write(`${this.name}  ${this.terminal.phrase(phrasesOf[this.unit].end, slots)}\n`);
  }

  private draw(): void {
    const line = this.line();
    if (this.rewrites) {
      this.wipe();
      this.stream.write(cut(line, (this.stream.columns ?? 80) - 1));
      this.drawn = true;
    } else this.stream.write(`${line}\n`);
  }

  private wipe(): void {
    if (this.drawn) this.stream.write('\r\u001b[2K');
    this.drawn = false;
  }

  private line(): string {
    const { terminal, done, total } = this;
    const rate = (done - this.before) / this.seconds();
    const filled = Math.min(CELLS, Math.floor((CELLS * done) / total));
    const parts = [terminal.phrase(phrasesOf[this.unit].line, { done: String(done), total: String(total) })];
    if (this.detail !== '') parts.push(this.detail);
    if (rate > 0) {
      parts.push(terminal.phrase('rate', { rate: rateText(rate) }));
      parts.push(timeLeft((total - done) / rate, terminal.locale));
    }
    if (this.rewrites) parts.push(terminal.phrase(this.onCtrlC));
    const bar = this.rewrites ? `${'▇'.repeat(filled)}${'▁'.repeat(CELLS - filled)} ` : '';
    return `${this.name}  ${bar}${parts.join(' · ')}`;
  }

  private seconds(): number {
    return Math.max(0.001, (performance.now() - this.started) / 1000);
  }
}

const rateText = (perSecond: number) => (perSecond < 10 ? perSecond.toFixed(1) : perSecond.toFixed(0));

/** As much of a line as has room. */
function cut(line: string, width: number): string {
  let shown = '';
  for (const character of line) {
    if (displayWidth(shown + character) > width) break;
    shown += character;
  }
  return shown;
}
