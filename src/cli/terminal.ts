import type { Locale } from '../report/format.ts';
import type { Slots } from '../report/format-message.ts';
import type { Text } from '../scenario/scenario.ts';
import type { CommonOptions } from './options.ts';
import { displayWidth } from './table.ts';
import { type Phrase, phrase } from './words.ts';

/** Widths between which prose is broken into lines. */
const NARROWEST = 40;
const WIDEST = 100;

/** stdout for data, stderr for progress and prose. */
export class Terminal {
  readonly quiet: boolean;
  readonly json: boolean;
  readonly locale: Locale;
  private readonly colorOut: boolean;
  private readonly colorErr: boolean;

  constructor(options: CommonOptions) {
    this.quiet = options.quiet === true;
    this.json = options.json === true;
    this.locale = options.lang ?? 'en';
    const wanted = options.color && !process.env.NO_COLOR && process.env.TERM !== 'dumb';
    this.colorOut = wanted && process.stdout.isTTY === true;
    this.colorErr = wanted && process.stderr.isTTY === true;
  }

  /** A phrase in the user's language. */
  phrase(name: Phrase, slots?: Slots): string {
    return phrase(name, this.locale, slots);
  }

  /** A text of a scenario or a metric in the user's language, else in English. */
  text(text: Text): string {
    return text[this.locale] ?? text.en;
  }

  /** Data. Resolves when it is on its way, so that large outputs do not pile up. */
  print(text: string): Promise<void> {
    return new Promise((resolve) => {
      process.stdout.write(text, () => resolve());
    });
  }

  printJson(value: unknown): Promise<void> {
    return this.print(`${JSON.stringify(value, null, 2)}\n`);
  }

  /** Prose, unless the user wants quiet. */
  say(text: string): void {
    if (!this.quiet) process.stderr.write(`${text}\n`);
  }

  /** Prose under headings, aligned. */
  sayLines(lines: readonly (readonly [heading: Phrase, text: string])[]): void {
    const headings = lines.map(([name]) => this.phrase(name));
    const width = Math.max(...headings.map(displayWidth));
    if (process.stdout.isTTY) this.say('');
    for (const [i, heading] of headings.entries()) {
      this.say(`${this.label(heading)}${' '.repeat(width - displayWidth(heading))}  ${lines[i][1]}`);
    }
  }

  /** What must be read even by who wants quiet. */
  warn(text: string): void {
    process.stderr.write(`${text}\n`);
  }

  /** For text on stdout. */
  bold(text: string): string {
    return this.colorOut ? `\u001b[1m${text}\u001b[22m` : text;
  }

  dim(text: string): string {
    return this.colorOut ? `\u001b[2m${text}\u001b[22m` : text;
  }

  /** Prose for stdout, broken at spaces to the width of the terminal; elsewhere its lines stay whole. */
  wrapped(text: string): string {
    const width = Math.min(process.stdout.columns ?? 0, WIDEST);
    return process.stdout.isTTY === true && width >= NARROWEST ? wrap(text, width) : text;
  }

  /** For a heading on stderr. */
  label(text: string): string {
    return this.colorErr ? `\u001b[1m${text}\u001b[22m` : text;
  }
}

function wrap(text: string, width: number): string {
  const lines = [''];
  for (const word of text.split(' ')) {
    const line = lines[lines.length - 1];
    if (line === '') lines[lines.length - 1] = word;
    else if (displayWidth(`${line} ${word}`) <= width) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines.join('\n');
}
