/**
 * Files that somebody drops on a page or picks: told apart by what stands in them, whatever they are called. A scenario is
 * opened as text; results go on to `src/experiment/stored.ts`, which reads them in depth. Nothing is believed or run here.
 */
import type { StoredFile } from '../../src/experiment/stored-files.ts';

/** A browser's `File` is one. */
export interface PickedFile extends StoredFile {
  slice?(start: number, end: number): { text(): Promise<string> };
}

export type FileFault =
  | 'none'
  | 'too many'
  | 'too large'
  | 'scenario too large'
  | 'several scenarios'
  | 'several results'
  | 'unknown'
  | 'unreadable'
  | 'empty';

export type Picked =
  /** `beside`: other files of the same drop, such as the network that the scenario names. */
  | {
      readonly kind: 'scenario';
      readonly name: string;
      readonly text: string;
      readonly beside: readonly PickedFile[];
    }
  | { readonly kind: 'result'; readonly files: readonly PickedFile[] }
  /** `names`: of the files that are meant. Words: `fileFaultText` of `words.ts`. */
  | { readonly kind: 'fault'; readonly fault: FileFault; readonly names: readonly string[] };

export const MAX_FILES = 200;
const MIB = 1024 * 1024;
export const MAX_TOTAL_BYTES = 1024 * MIB;
/** That of the reader of scenarios (`src/scenario/guard.ts`). */
export const MAX_SCENARIO_BYTES = 256 * 1024;
const OPENING = 4096;

const resultLabel = /^\ufeff?\s*\{\s*"schema"\s*:\s*"seedbed\/(worlds|compare|run|folder)@\d/;
const scenarioKey = /(?:^|[\n{,])[ \t]*["']?(?:seedbed|title|arms|horizon)["']?[ \t]*:/;
const scenarioEnding = /\.(?:ya?ml|json)$/i;
/** Left by systems and by our own runs; never what somebody means. */
const ignored = /^(?:\.|thumbs\.db$|desktop\.ini$|report\.html$)/i;

type Kind = 'worlds' | 'compare' | 'run' | 'folder' | 'scenario' | 'empty' | 'other';

interface Sorted {
  readonly file: PickedFile;
  readonly kind: Kind;
}

const fault = (name: FileFault, files: readonly PickedFile[] = []): Picked => ({
  kind: 'fault',
  fault: name,
  names: files.map(({ name }) => name),
});

/** What the files are, all together. Never throws. */
export async function sortFiles(all: readonly PickedFile[]): Promise<Picked> {
  const files = all.filter(({ name }) => !ignored.test(baseName(name)));
  if (files.length === 0) return fault('none');
  if (files.length > MAX_FILES) return fault('too many');
  const bytes = files.reduce((sum, { size = 0 }) => sum + size, 0);
  if (bytes > MAX_TOTAL_BYTES) return fault('too large', files.slice(0, 1));
  const sorted: Sorted[] = [];
  for (const file of files) {
    const kind = await kindOf(file);
    if (kind === null) return fault('unreadable', [file]);
    sorted.push({ file, kind });
  }
  return chosen(sorted);
}

export const baseName = (path: string): string => path.split(/[\\/]/).at(-1) ?? path;

/** What a file is by its opening; null if it cannot be read. */
async function kindOf(file: PickedFile): Promise<Kind | null> {
  try {
    const text = file.slice ? await file.slice(0, OPENING).text() : (await file.text()).slice(0, OPENING);
    const label = resultLabel.exec(text)?.[1] as Kind | undefined;
    if (label !== undefined) return label;
    if (text.trim() === '') return 'empty';
    return scenarioEnding.test(file.name) || scenarioKey.test(text) ? 'scenario' : 'other';
  } catch {
    return null;
  }
}

/** Results win over the scenario beside them: they carry their own. */
async function chosen(sorted: readonly Sorted[]): Promise<Picked> {
  const of = (...kinds: Kind[]): PickedFile[] =>
    sorted.filter(({ kind }) => kinds.includes(kind)).map(({ file }) => file);
  const summaries = of('compare');
  if (summaries.length > 1) return fault('several results', summaries);
  const results = of('worlds', 'compare', 'run', 'folder');
  if (of('worlds', 'compare', 'run').length > 0) return { kind: 'result', files: results };
  const scenarios = of('scenario');
  if (scenarios.length > 1) return fault('several scenarios', scenarios);
  if (scenarios.length === 1) return readScenario(scenarios[0], of('other'));
  const others = of('other', 'folder');
  return others.length > 0 ? fault('unknown', others) : fault('empty', of('empty'));
}

async function readScenario(file: PickedFile, beside: readonly PickedFile[]): Promise<Picked> {
  if ((file.size ?? 0) > MAX_SCENARIO_BYTES) return fault('scenario too large', [file]);
  try {
    const text = await file.text();
    if (text.length > MAX_SCENARIO_BYTES) return fault('scenario too large', [file]);
    return { kind: 'scenario', name: baseName(file.name), text, beside };
  } catch {
    return fault('unreadable', [file]);
  }
}

/** Names that Windows keeps for devices. */
const device = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;

/** A name for a file with this scenario: of its title, in letters that every system allows. */
export function scenarioFileName(title: string, ending = 'yaml'): string {
  const words = title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-');
  const letters = [...words.replace(/^-|-$/g, '')];
  const cut = letters
    .slice(0, 61)
    .join('')
    .replace(/-[^-]*$/, '');
  const short = letters.length > 60 ? [...cut].slice(0, 60).join('') : letters.join('');
  const name = short === '' || device.test(short) ? `scenario${short === '' ? '' : `-${short}`}` : short;
  return `${name}.${ending}`;
}
