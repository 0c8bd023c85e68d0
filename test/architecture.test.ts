import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

/** Every file under `folder` whose name ends so, as a path from the root. */
function filesIn(folder: string, ending: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .map((name) => join(folder, name));
}

/** Layers from the top; run-time imports only point up. */
const layers = [
  'random',
  'laws',
  'population',
  'metrics',
  'behaviors',
  'tactics',
  'scenario',
  'engine',
  'experiment',
  'analysis',
  'report',
  'cli',
];

/** Imports of a source file that exist at run time: path or package name. */
function runTimeImports(text: string): string[] {
  const found = text.matchAll(/^(?:import|export)\s+(?!type\b)(?:([^;'"]*?)\s*from\s*)?['"]([^'"]+)['"]/gm);
  return [...found]
    .filter(([, names]) => !/^\{\s*(type\s+\w+(\s+as\s+\w+)?\s*,?\s*)+\}$/.test(names ?? ''))
    .map(([, , from]) => from);
}

describe('layers', () => {
  const sources = filesIn('src', '.ts').filter((file) => file.split('/').length > 2);

  it('knows every folder of src', () => {
    expect(new Set(sources.map((file) => file.split('/')[1]))).toEqual(new Set(layers));
  });

  it('imports at run time only from the same layer or from above', () => {
    const downward: string[] = [];
    let seen = 0;
    for (const file of sources) {
      const own = layers.indexOf(file.split('/')[1]);
      for (const from of runTimeImports(readFileSync(file, 'utf8'))) {
        if (!from.startsWith('.')) continue;
        const target = relative('.', resolve(dirname(file), from));
        seen++;
        const layer = layers.indexOf(target.split('/')[1]);
        if (layer > own) downward.push(`${file} -> ${target}`);
      }
    }
    expect(seen).toBeGreaterThan(200);
    expect(downward).toEqual([]);
  });

  it('keeps files, processes and threads out of the simulation and its analysis', () => {
    const pure = sources.filter((file) => !/^src\/(cli|experiment)\//.test(file));
    const found = pure.filter((file) =>
      runTimeImports(readFileSync(file, 'utf8')).some((from) => from.startsWith('node:')),
    );
    expect(found).toEqual([]);
  });

  it('loads no chart code, no graph library, no law and no command line where worlds are simulated', () => {
    const reached = new Set<string>();
    const packages = new Set<string>();
    const follow = (file: string): void => {
      if (reached.has(file)) return;
      reached.add(file);
      for (const from of runTimeImports(readFileSync(file, 'utf8'))) {
        if (from.startsWith('.')) follow(relative('.', resolve(dirname(file), from)));
        else packages.add(from);
      }
    };
    follow('src/engine/simulate.ts');
    expect(reached.size).toBeGreaterThan(40);
    expect([...packages].sort()).toEqual(['seedrandom']);
    expect([...reached].filter((file) => file.startsWith('src/laws/'))).toEqual([]);
  });

  it('shows laws to the reader of scenarios and to analysis, never to what is simulated', () => {
    const readers = new Set<string>();
    for (const file of sources)
      for (const from of runTimeImports(readFileSync(file, 'utf8')))
        if (relative('.', resolve(dirname(file), from)).startsWith('src/laws/'))
          readers.add(file.split('/')[1]);
    expect(
      [...readers].filter((folder) => !['laws', 'scenario', 'analysis', 'report', 'cli'].includes(folder)),
    ).toEqual([]);
    expect(readers).toContain('scenario');
  });
});

describe('dependencies', () => {
  it('are those that the decision page gives a reason for, pinned', () => {
    const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
      dependencies: Record<string, string>;
    };
    const page = readFileSync('docs/decisions/0003-dependencies.md', 'utf8');
    const reasoned = [...page.matchAll(/^\| `([^`]+)` \| \S/gm)].map(([, name]) => name);
    expect(Object.keys(dependencies).sort()).toEqual(reasoned.sort());
    for (const version of Object.values(dependencies)) expect(version).toMatch(/^\d/);
  });
});

describe('documents', () => {
  const documents = [...readdirSync('.').filter((name) => name.endsWith('.md')), ...filesIn('docs', '.md')];

  it('link only to files that exist', () => {
    const dead: string[] = [];
    for (const file of documents) {
      for (const [, target] of readFileSync(file, 'utf8').matchAll(/\]\(([^)#]+)\)/g)) {
        if (!/^https?:/.test(target) && !existsSync(join(dirname(file), target)))
          dead.push(`${file}: ${target}`);
      }
    }
    expect(dead).toEqual([]);
  });

  it('name only files that exist', () => {
    const dead: string[] = [];
    for (const file of documents) {
      for (const [, target] of readFileSync(file, 'utf8').matchAll(
        /`((?:src|test|scenarios|bench|docs)\/[\w./-]+)`/g,
      )) {
        if (!existsSync(target)) dead.push(`${file}: ${target}`);
      }
    }
    expect(dead).toEqual([]);
  });

  it('name every phase of the day in its order', () => {
    const phases = [
      ...readFileSync('src/engine/phases.ts', 'utf8').matchAll(/name: '(\w+)', behaviors/g),
    ].map(([, name]) => name);
    const listed = [...readFileSync('docs/model.md', 'utf8').matchAll(/^\d+\. \*\*(\w+)\*\*:/gm)].map(
      ([, name]) => name,
    );
    expect(listed).toEqual(phases);
  });

  it('name every tactic for newcomers', () => {
    const tactics = filesIn('src/tactics', '.ts').map((file) => file.slice('src/tactics/'.length, -3));
    const line = /^Tactics so far: (.*)\.$/m.exec(readFileSync('CONTRIBUTING.md', 'utf8'))?.[1].split(', ');
    expect(line?.sort()).toEqual(
      tactics.filter((name) => !['index', 'schedule', 'staff', 'tactic'].includes(name)).sort(),
    );
  });
});
