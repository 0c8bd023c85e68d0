import { parseScenario } from '../scenario/parse.ts';
import type { CommonOptions } from './options.ts';
import { galleryFiles, yardstickFiles } from './package.ts';
import { readText } from './read.ts';
import { Terminal } from './terminal.ts';

const SCENARIO_MIB = 4;

export interface ListOptions extends CommonOptions {
  readonly yardsticks?: boolean;
}

/** The gallery: file, title, question; yardsticks only when they are asked for. */
export async function list(options: ListOptions): Promise<void> {
  const terminal = new Terminal(options);
  const files = options.yardsticks ? yardstickFiles() : galleryFiles();
  const scenarios = files.flatMap((file) => {
    const { scenario } = parseScenario(readText(file, SCENARIO_MIB), file);
    if (scenario === null) terminal.warn(`${file} has problems: seedbed validate ${file}`);
    return scenario === null ? [] : [{ file, title: scenario.title, question: scenario.question }];
  });
  if (terminal.json) {
    const inEnglish = scenarios.map(({ file, title, question }) => ({
      file,
      title: title.en,
      question: question.en,
    }));
    await terminal.printJson({ schema: 'seedbed/list@1', scenarios: inEnglish });
    return;
  }
  const { locale } = terminal;
  const blocks = scenarios.map(({ file, title, question }) => {
    const [heading, ...more] = [title, question].map((text) => text[locale] ?? text.en);
    const lines = more.filter((text) => text !== heading).map((text) => `  ${text}`);
    return [`${terminal.bold(file)}  ${heading}`, ...lines].join('\n');
  });
  await terminal.print(`${blocks.join('\n')}\n`);
}
