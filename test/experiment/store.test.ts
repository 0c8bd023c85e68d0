import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runExperiment } from '../../src/experiment/experiment.ts';
import { localExecutor } from '../../src/experiment/local.ts';
import { planExperiment } from '../../src/experiment/plan.ts';
import { openStore } from '../../src/experiment/store.ts';
import { type Asked, readHead } from '../../src/experiment/worlds-head.ts';
import { fakeSimulator, fakeWorld, planFrom, scenarioFrom } from './fake.ts';

const plan = planFrom({ worlds: 6 });
const executor = localExecutor(fakeSimulator);
const asked: Asked = { command: 'compare', file: 'fake.yaml', text: 'seedbed: 1', options: {} };
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'seedbed-store-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const worldsFiles = () => readdirSync(folder).filter((name) => name.startsWith('worlds-'));
const worldsFile = () => join(folder, worldsFiles()[0]);

function keep(...worlds: number[]): void {
  const store = openStore({ folder, plan, asked });
  for (const world of worlds) store.append(fakeWorld(plan, world));
  store.close();
}

/** Open, close, and say what was found. */
function found() {
  const store = openStore({ folder, plan, asked });
  store.close();
  return store;
}

describe('a folder of results', () => {
  it('gives back every world exactly as it was', () => {
    keep(0, 3, 5);
    expect(found().finished).toEqual([0, 3, 5].map((world) => fakeWorld(plan, world)));
  });

  it('is made where there is none, parents included', () => {
    folder = join(folder, 'a', 'b');
    keep(1);
    expect(found().finished).toHaveLength(1);
    folder = join(folder, '..', '..');
  });

  it('has a world as soon as it is appended', () => {
    const store = openStore({ folder, plan, asked });
    store.append(fakeWorld(plan, 2));
    expect(readFileSync(worldsFile(), 'utf8').split('\n')).toHaveLength(3);
    store.close();
  });

  it('completes to the same digest, whatever was kept before', async () => {
    const whole = await runExperiment(plan, { executor });
    keep(4, 1);
    const store = openStore({ folder, plan, asked });
    const resumed = await runExperiment(plan, { executor, finished: store.finished, onWorld: store.append });
    store.close();
    expect(resumed.digest).toBe(whole.digest);
    expect(found().finished).toHaveLength(6);
  });

  it('leaves nothing but whole files', () => {
    keep(0);
    const store = openStore({ folder, plan, asked });
    store.write('comparison.json', ['{', '}']);
    store.close();
    expect(readFileSync(join(folder, 'comparison.json'), 'utf8')).toBe('{}');
    expect(readdirSync(folder).sort()).toEqual(['comparison.json', 'folder.json', worldsFiles()[0]]);
  });
});

describe('what was asked', () => {
  const headNow = () => readHead(readFileSync(worldsFile(), 'utf8').split('\n')[0]);

  it('stands in the first line, as it was typed last, whatever was kept before', () => {
    keep(0, 1);
    expect(headNow()).toMatchObject({
      command: 'compare',
      file: 'fake.yaml',
      scenario: { text: 'seedbed: 1' },
    });
    const options = { set: ['judge.metric=sales'], worlds: 2, seed: 'x' };
    const again = { ...asked, text: 'seedbed: 1 # again', options };
    const store = openStore({ folder, plan, asked: again });
    store.close();
    expect(store.finished).toHaveLength(2);
    expect(headNow()?.scenario).toEqual({ text: 'seedbed: 1 # again', ...options });
    expect(found().finished).toHaveLength(2);
  });

  it('does not say where on the disk a network file stood', () => {
    const set = [
      'community.network=/home/somebody/friends.csv',
      'arms["a"].community.network = C:\\Users\\x\\y.csv',
      'community.network=near/friends.csv',
      'title=/home/somebody',
    ];
    openStore({ folder, plan, asked: { ...asked, options: { set } } }).close();
    expect(headNow()?.scenario.set).toEqual([
      'community.network=friends.csv',
      'arms["a"].community.network = y.csv',
      'community.network=near/friends.csv',
      'title=/home/somebody',
    ]);
  });

  it('gives each command its latest file', () => {
    const everything = planExperiment({ ...scenarioFrom(), worlds: 6 }, new Map(), 'everything');
    keep(0);
    const [compared] = worldsFiles();
    openStore({ folder, plan: everything, asked: { ...asked, command: 'run' } }).close();
    const ran = worldsFiles().find((name) => name !== compared);
    keep(1);
    const { latest } = JSON.parse(readFileSync(join(folder, 'folder.json'), 'utf8')) as { latest: unknown };
    expect(latest).toEqual({ compare: compared, run: ran });
  });
});

describe('a damaged file of worlds', () => {
  it('loses its last line when that is cut anywhere, says so, and goes on', () => {
    keep(0, 1, 2);
    const text = readFileSync(worldsFile(), 'utf8');
    const start = text.lastIndexOf('\n', text.length - 2) + 1;
    const cuts = [1, 2, 10, 500, text.length - start - 20, text.length - start - 1];
    for (const length of cuts) {
      writeFileSync(worldsFile(), text.slice(0, start + length));
      const { finished, remarks } = found();
      expect(finished.map(([{ world }]) => world)).toEqual([0, 1]);
      expect(remarks.join()).toContain('cut short or damaged');
      keep(2);
      expect(found().finished).toHaveLength(3);
      expect(found().remarks).toEqual([]);
    }
  });

  it('loses just the line in which a byte has changed', () => {
    keep(0, 1, 2);
    const bytes = readFileSync(worldsFile());
    const lines = bytes.toString('latin1').split('\n');
    const start = lines[0].length + 1 + lines[1].length + 1;
    for (let i = 0; i < 40; i++) {
      const place = start + Math.floor((i / 40) * lines[2].length);
      const damaged = Buffer.from(bytes);
      damaged[place] ^= 1;
      writeFileSync(worldsFile(), damaged);
      const { finished, remarks } = found();
      expect(finished).toEqual([0, 2].map((world) => fakeWorld(plan, world)));
      expect(remarks).toHaveLength(1);
    }
  });

  it('takes a foreign line for damage', () => {
    keep(0);
    appendFileSync(worldsFile(), '{"world":1}\nhello\n\n');
    expect(found().finished).toHaveLength(1);
  });
});

describe('a folder that holds something else', () => {
  it('begins afresh when the settings have changed, keeps the earlier worlds, and finds them again', () => {
    keep(0, 1);
    const changed = planExperiment(scenarioFrom(undefined, ['leave.perTie=0.3']), new Map());
    const store = openStore({ folder, plan: changed, asked });
    store.append(fakeWorld(changed, 0));
    store.close();
    expect(store.finished).toEqual([]);
    expect(store.remarks.join()).toContain('starting afresh');
    expect(worldsFiles()).toHaveLength(2);
    expect(found().finished).toHaveLength(2);
    expect(found().remarks).toEqual([]);
  });

  it('keeps apart what keeps other days', () => {
    keep(0);
    const everything = planExperiment({ ...scenarioFrom(), worlds: 6 }, new Map(), 'everything');
    const store = openStore({ folder, plan: everything, asked });
    store.close();
    expect(store.finished).toEqual([]);
  });

  it('refuses the results of another scenario file', () => {
    keep(0);
    const before = readFileSync(worldsFile(), 'utf8');
    expect(() => openStore({ folder, plan, asked: { ...asked, file: 'other.yaml' } })).toThrow(
      `${folder} keeps the results of fake.yaml; they are not touched. Give other.yaml a folder of its own with -o.`,
    );
    expect(readFileSync(worldsFile(), 'utf8')).toBe(before);
    expect(existsSync(join(folder, '.lock'))).toBe(false);
  });

  it.each(['comparison.json', 'report.html'])('refuses to write over a %s that is not its own', (name) => {
    writeFileSync(join(folder, name), 'mine');
    expect(() => openStore({ folder, plan, asked })).toThrow(`has a ${name} that Seedbed did not put there`);
    expect(readFileSync(join(folder, name), 'utf8')).toBe('mine');
  });

  it('refuses a folder.json that it cannot understand', () => {
    writeFileSync(join(folder, 'folder.json'), '{"schema":');
    expect(() => openStore({ folder, plan, asked })).toThrow('folder.json cannot be understood');
  });
});

describe('a folder that cannot be written', () => {
  it('says why, in one sentence', () => {
    writeFileSync(join(folder, 'file'), '');
    const open = (path: string) => () => openStore({ folder: join(folder, path), plan, asked });
    expect(open('file')).toThrow(/file cannot be used: there is a file of that name\.$/);
    expect(open('file/below')).toThrow(/below cannot be used: a part of the path is a file, not a folder\.$/);
    expect(open('x'.repeat(300))).toThrow(/cannot be used: the name is too long\.$/);
  });

  it('says so when a file of it is in the way', () => {
    keep(0);
    const path = worldsFile();
    rmSync(path);
    mkdirSync(path);
    expect(() => openStore({ folder, plan, asked })).toThrow(/ndjson cannot be used: it is a folder\.$/);
  });
});

describe('two runs on one folder', () => {
  it('refuses the second while the first is alive', () => {
    writeFileSync(join(folder, '.lock'), `${process.ppid}\n`);
    expect(() => openStore({ folder, plan, asked })).toThrow(
      `Another run (process ${process.ppid}) is writing to`,
    );
  });

  it('takes over the lock of a process that has died', () => {
    const { pid } = spawnSync(process.execPath, ['--version']);
    writeFileSync(join(folder, '.lock'), `${pid}\n`);
    keep(0);
    expect(existsSync(join(folder, '.lock'))).toBe(false);
  });

  it('takes over a lock that says nothing', () => {
    writeFileSync(join(folder, '.lock'), '');
    keep(0);
    expect(found().finished).toHaveLength(1);
  });
});
