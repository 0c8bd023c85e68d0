import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { metrics } from '../../src/metrics/definitions.ts';
import { lookup } from '../../src/scenario/table.ts';
import { script, workplace } from './program.ts';

const { seedbed, file } = workplace();
const commands = [
  ...['list', 'compare', 'run', 'validate', 'schema', 'parameters', 'explain', 'network', 'fit'],
  ...['calibrate', 'sweep', 'results', 'query', 'verify', 'compact', 'export', 'optimise'],
];

describe('help', () => {
  it('comes without a command, with --help and with help, and names every command', async () => {
    const [none, flag, command] = await Promise.all([seedbed(), seedbed('--help'), seedbed('help')]);
    expect(none).toEqual({ code: 0, out: flag.out, err: '' });
    expect(command.out).toBe(flag.out);
    for (const name of commands) expect(flag.out).toMatch(new RegExp(`^  ${name} `, 'm'));
  });

  it.concurrent.each(commands)('has examples for %s, on stdout', async (name) => {
    const { code, out, err } = await seedbed(name, '--help');
    expect(code).toBe(0);
    expect(err).toBe('');
    expect(out).toMatch(new RegExp(`^Examples?:\n  seedbed ${name}`, 'm'));
    for (const [, path] of out.matchAll(/--(?:vary|set) "?([a-z]\w*(?:\.\w+)+)/g))
      expect(lookup(path), `${name} --help: ${path}`).toBeDefined();
  });

  it('starts at once: it takes Node no more than twice the work of an empty program', () => {
    // Time of the processor, not of the clock, which on a busy machine says nothing; the least of five, taken in turns.
    const report =
      'process.on("exit",()=>{const{user,system}=process.cpuUsage();console.error(user+system)})';
    const work = (...args: string[]) => {
      const { stderr } = spawnSync(process.execPath, ['--import', `data:text/javascript,${report}`, ...args]);
      return Number(stderr) / 1000;
    };
    const programs = [
      ['-e', '0'],
      [script, '--version'],
      [script, '--help'],
    ];
    const rounds = Array.from({ length: 5 }, () => programs.map((args) => work(...args)));
    const [bare = 0, version = Infinity, help = Infinity] = programs.map((_, i) =>
      Math.min(...rounds.map((round) => round[i] ?? Infinity)),
    );
    expect(bare).toBeGreaterThan(5);
    expect(version / bare).toBeLessThan(2);
    expect(help / bare).toBeLessThan(2);
  });

  it('gives the version of the package', async () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    expect((await seedbed('--version')).out).toBe(`${version}\n`);
  });
});

describe('list', () => {
  const files = readdirSync('scenarios').filter((name) => name.endsWith('.yaml'));

  it('gives file, title and question of every scenario, each a file that is there', async () => {
    const { out, err } = await seedbed('list', '--json');
    const { schema, scenarios } = JSON.parse(out) as {
      schema: string;
      scenarios: { file: string; title: string; question: string }[];
    };
    expect(err).toBe('');
    expect(schema).toBe('seedbed/list@1');
    expect(scenarios.map(({ file: path }) => path.replace(/.*\//, ''))).toEqual(files);
    for (const { file: path, title, question } of scenarios) {
      expect(existsSync(path)).toBe(true);
      expect(title.length * question.length).toBeGreaterThan(0);
    }
  });

  it('speaks Chinese', async () => {
    expect((await seedbed('list', '--lang', 'zh-CN')).out).toMatch(/a-a\.yaml {2}\p{Script=Han}/u);
  });
});

describe('every scenario of the gallery', () => {
  it('is valid', async () => {
    const files = readdirSync('scenarios').filter((name) => name.endsWith('.yaml'));
    expect(await seedbed('validate', ...files.map((name) => resolve('scenarios', name)))).toEqual({
      code: 0,
      out: '',
      err: '',
    });
  });
});

describe('schema', () => {
  it('is a JSON Schema with descriptions', async () => {
    const { out } = await seedbed('schema');
    expect(JSON.parse(out)).toMatchObject({
      $schema: expect.stringContaining('json-schema.org'),
      properties: { arms: {}, judge: {} },
    });
  });
});

describe('parameters', () => {
  it('has path, unit, default, range, source and how it is known for each', async () => {
    const { out } = await seedbed('parameters', '--json');
    const { parameters } = JSON.parse(out) as { parameters: Record<string, unknown>[] };
    expect(parameters.length).toBeGreaterThan(50);
    for (const row of parameters) {
      for (const key of ['path', 'unit', 'default', 'range', 'source', 'known'])
        expect(row).toHaveProperty(key);
    }
  });

  it('speaks Chinese in its table, and English in its JSON', async () => {
    expect((await seedbed('parameters', '--lang', 'zh-CN')).out).toMatch(
      /^leave\.perTie .* 对数优势 +假设 +假设；\p{Script=Han}/mu,
    );
    const { out } = await seedbed('parameters', '--lang', 'zh-CN', '--json');
    expect(out).toBe((await seedbed('parameters', '--json')).out);
  });

  it('is a line for each, for grep', async () => {
    const { out } = await seedbed('parameters');
    expect(out).toMatch(/^leave\.perTie +\S+ .* to .*assumption/m);
  });
});

describe('explain', () => {
  it.each([
    ['leave.perTie', /^leave\.perTie\n/, 'source'],
    ['ads.load', /^tactics\.ads\.load\n/, 'src/tactics/ads.ts'],
    ['90-day retention', /^retention90 {2}90-day retention\n/, 'share'],
    ['leave', /^leave\n/, 'leave.perTie'],
  ])('%s', async (what, begins, has) => {
    const { out, code } = await seedbed('explain', what);
    expect(code).toBe(0);
    expect(out).toMatch(begins);
    expect(out).toContain(has);
  });

  it.each([
    ['leave.perTie', '每缺一位好友', '来源'],
    ['ads', '广告', '路径'],
    ['90-day retention', '90 日留存', '别名'],
    ['metrics', '净收入', '越多越好'],
  ])('%s in Chinese', async (what, ...has) => {
    const { out } = await seedbed('explain', what, '--lang', 'zh-CN');
    for (const words of has) expect(out).toContain(words);
  });

  it('lists all metrics', async () => {
    const { out } = await seedbed('explain', 'metrics');
    for (const { name } of metrics) expect(out).toMatch(new RegExp(`^${name} `, 'm'));
  });

  it('gives one object with --json', async () => {
    expect(JSON.parse((await seedbed('explain', 'net', '--json')).out)).toMatchObject({
      schema: 'seedbed/explain@1',
      is: 'metric',
      name: 'netRevenue',
    });
  });
});

describe('network', () => {
  it('describes a network by hand: a triangle with a tail of one, and a pair', async () => {
    const path = file('small.txt', 'a b\nb c\nc a\nc d\ne f\n');
    const { out } = await seedbed('network', path, '--json');
    expect(JSON.parse(out)).toMatchObject({
      schema: 'seedbed/network@1',
      people: 6,
      ties: 5,
      components: 2,
      maxDegree: 3,
    });
    expect((await seedbed('network', path)).out).toMatch(/^people in the largest +66\.67%$/m);
  });

  it.skipIf(!existsSync('../shared'))('knows the facts of ../shared/data/ego-facebook.txt', async () => {
    const { out } = await seedbed('network', resolve('../shared/data/ego-facebook.txt'), '--json');
    const facts = JSON.parse(out) as Record<string, number>;
    expect(facts).toMatchObject({ people: 4039, ties: 88234, maxDegree: 1045, components: 1 });
    expect(facts.meanDegree).toBeCloseTo(43.69, 2);
    expect(facts.meanLocalClustering).toBeCloseTo(0.6055, 4);
    expect(facts.transitivity).toBeCloseTo(0.519, 3);
    expect(facts.degreeAssortativity).toBeCloseTo(0.064, 3);
    expect(facts.friendDegree).toBeCloseTo(106.57, 2);
  });
});

describe('what the built parts load', () => {
  /** Everything that a built file imports at once, chunks followed. */
  const loaded = (entry: string): Set<string> => {
    const found = new Set<string>();
    const visit = (path: string) => {
      for (const [, name] of readFileSync(path, 'utf8').matchAll(
        /^(?:import|export)\b[^;]*?from ?"([^"]+)"|^import ?"([^"]+)"/gm,
      )) {
        if (name === undefined) continue;
        if (!name.startsWith('.')) found.add(name);
        else if (!found.has(join(path, '..', name))) {
          found.add(join(path, '..', name));
          visit(join(path, '..', name));
        }
      }
    };
    visit(entry);
    return found;
  };
  const packages = (entry: string) => [...loaded(entry)].filter((name) => !name.includes('dist'));

  it('is no chart code in the library, and nothing of Node', () => {
    const names = packages('dist/index.js');
    expect(names).toContain('yaml');
    expect(names.filter((name) => /^vega|^node:|commander/.test(name))).toEqual([]);
  });

  it('is nothing but the engine in a worker', () => {
    expect(
      packages('dist/worker.js').filter((name) => /vega|commander|zod|yaml|graphology/.test(name)),
    ).toEqual([]);
  });

  it('is nothing but commander at the start of the program', () => {
    expect(packages('dist/cli.js').filter((name) => !name.startsWith('node:'))).toEqual(['commander']);
  });
});
