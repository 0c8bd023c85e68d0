/** Runs Debian's `dieharder` on draws through its standard input (-g 200: raw 32-bit words). */
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { getuid } from 'node:process';

/** Fills a buffer with the next draws of an endless sequence. */
export type Source = (words: Uint32Array) => void;

export interface Verdict {
  /** Test, with its parameter: `sts_serial 12`. */
  test: string;
  chance: number;
  /** PASSED, WEAK or FAILED. */
  assessment: string;
}

/** Numbers of the tests, the quick and telling ones first, with extra arguments. (`dieharder -l` names them.) */
// biome-ignore format: several to a line
export const allTests = [
  '0', '8', '15', '100', '206', '10', '11', '4', '204', '12', '3', '9', '208',
  '209', '202 -n 5', '102', '1', '16', '207', '205', '13', '101', '200 -n 8', '2', '201 -n 5', '203 -n 8',
];

/** After this time a single test is given up. [ms] */
const LONGEST = 240_000;

/** Makes sure that dieharder can be run: installs it where that is allowed, otherwise says what to do. */
export function requireDieharder(): void {
  const installed = () => spawnSync('dieharder', ['-l']).status !== null;
  if (installed()) return;
  if (getuid?.() === 0) {
    execFileSync('apt-get', ['update', '-qq'], { stdio: 'ignore' });
    execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'dieharder'], {
      stdio: 'ignore',
    });
  }
  if (!installed())
    throw new Error('dieharder is not installed: run "apt-get install dieharder" as root, then try again');
}

/** One test on the next draws of the source. Ambiguous results are repeated on more draws until they settle (-Y 1). */
export function dieharder(test: string, source: Source): Promise<Verdict[]> {
  const fields = ['test_name', 'ntuple', 'pvalues', 'assessment'].flatMap((field) => ['-D', field]);
  const child = spawn('dieharder', ['-g', '200', '-Y', '1', '-d', ...test.split(' '), ...fields, '-c', ','], {
    timeout: LONGEST,
  });
  return new Promise((resolve, reject) => {
    let output = '';
    child.stdout.on('data', (chunk) => {
      output += chunk;
    });
    child.stdin.on('error', () => {}); // dieharder closes its input when it has seen enough
    child.on('error', reject);
    child.on('close', () => {
      const verdicts = readVerdicts(output);
      if (verdicts.length > 0) resolve(verdicts);
      else
        reject(new Error(`dieharder test ${test} gave no verdict within ${LONGEST / 1000} s: "${output}"`));
    });
    const words = new Uint32Array(1 << 16);
    const feed = () => {
      while (child.exitCode === null && child.stdin.writable) {
        source(words);
        if (!child.stdin.write(Buffer.from(words.buffer.slice(0)))) break;
      }
    };
    child.stdin.on('drain', feed);
    feed();
  });
}

function readVerdicts(output: string): Verdict[] {
  return output
    .split('\n')
    .map((line) => line.split(',').map((field) => field.trim()))
    .filter((fields) => /^(PASSED|WEAK|FAILED)$/.test(fields.at(-1) ?? ''))
    .map(([name, parameter, chance, assessment]) => ({
      test: `${name} ${parameter}`,
      chance: Number(chance),
      assessment,
    }));
}
