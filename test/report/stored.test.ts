import { beforeAll, describe, expect, it } from 'vitest';
import { metrics } from '../../src/metrics/definitions.ts';
import { openStored, type Stored, type StoredFile } from '../../src/report/stored.ts';
import { parseScenario } from '../../src/scenario/parse.ts';
import { tiny } from '../cli/program.ts';
import { fileOf, forged, jsonFile, type Made, make } from './stored-results.ts';

let compared: Made;
let ran: Made;
beforeAll(async () => {
  [compared, ran] = [await make('compare'), await make('run')];
});

async function open(...files: StoredFile[]): Promise<Stored> {
  const { stored, problems } = await openStored(files);
  if (stored === null) throw new Error(problems.map(({ en }) => en).join('\n'));
  return stored;
}

async function openCompared(...files: StoredFile[]) {
  const stored = await open(...files);
  if (stored.kind !== 'compare') throw new Error(stored.kind);
  return stored;
}

async function problemOf(...files: StoredFile[]): Promise<string> {
  const { stored, problems } = await openStored(files);
  expect(stored).toBeNull();
  expect(problems).toHaveLength(1);
  expect(problems[0]['zh-CN']).toMatch(/[\u4e00-\u9fff]/);
  return problems[0].en;
}

const worldsFile = (lines: readonly string[] = compared.lines) => fileOf('worlds-x.ndjson', lines.join(''));
const remarks = (stored: Stored) => stored.remarks.map(({ en }) => en);

/** The head with some of it changed. */
function headWith(change: (head: Record<string, unknown>) => void): string {
  const { sum: _, ...head } = JSON.parse(compared.lines[0]) as Record<string, unknown>;
  change(head);
  return forged(head);
}

describe('a file of worlds alone', () => {
  it('is the whole comparison, number for number and word for word', async () => {
    const stored = await openCompared(worldsFile());
    expect(stored.comparison).toEqual(compared.comparison);
    expect(stored.results).toEqual(compared.results);
    expect(stored).toMatchObject({ verified: true, remarks: [], worlds: 8, file: 'tiny.yaml', text: tiny });
    expect(stored.digest).toBe(compared.digest);
    expect(stored.scenario).toEqual(parseScenario(tiny, 'tiny.yaml').scenario);
  });

  it('is the same whatever the order of its lines', async () => {
    const [head, ...lines] = compared.lines;
    const stored = await openCompared(worldsFile([head, ...lines.reverse(), lines[3]]));
    expect(stored.comparison).toEqual(compared.comparison);
    expect(stored.verified).toBe(true);
  });

  it('keeps what the command line said, and gives one text that says it all', async () => {
    const options = {
      set: ['arms["with ads"].tactics.ads.load=3', 'horizon=32 days'],
      worlds: 4,
      seed: '0042',
    };
    const made = await make('compare', options);
    const stored = await openCompared(worldsFile(made.lines));
    expect(stored.comparison).toEqual(made.comparison);
    expect(stored.asked).toEqual({ text: tiny, options });
    const { scenario } = parseScenario(stored.text, 'tiny.yaml');
    expect(scenario).toEqual(stored.scenario);
    expect(scenario?.seed).toBe('0042');
    expect(stored.text).toContain('小社区里的广告');
  });

  it('shows the worlds that were asked for last where there are more', async () => {
    const fewer = headWith((head) => Object.assign(head.scenario as object, { worlds: 4 }));
    const stored = await openCompared(worldsFile([fewer, ...compared.lines.slice(1)]));
    expect(stored.comparison).toEqual((await make('compare', { worlds: 4 })).comparison);
  });

  it('opens without a stream, from its text alone', async () => {
    const text = async () => compared.lines.join('');
    const stored = await openCompared({ name: 'any name', text });
    expect(stored.digest).toBe(compared.digest);
  });

  it('gives a run with every day and the arm that was asked for', async () => {
    const stored = await open(worldsFile(ran.lines));
    if (stored.kind !== 'run') throw new Error(stored.kind);
    expect(stored).toMatchObject({
      arm: 'with ads',
      days: 35,
      worlds: 8,
      verified: true,
      digest: ran.digest,
    });
    expect(stored.results).toEqual(ran.results);
    expect(stored.made?.scenario.arms.map(({ name }) => name)).toEqual(['with ads']);
  });
});

describe('worlds that are not all there', () => {
  it('shows an interrupted run from world 0 to the first gap, in whole twins, and says so', async () => {
    const [head, ...lines] = compared.lines;
    const stored = await openCompared(worldsFile([head, ...lines.slice(0, 5), lines[6]]));
    expect(stored.comparison.worlds).toBe(4);
    expect(remarks(stored)).toEqual(['Stopped early or not whole: 4 of 8 worlds are shown.']);
    expect(stored.verified).toBe(true);
  });

  it('leaves out a damaged world and its twin, says so, and calls it unverified', async () => {
    const lines = [...compared.lines];
    lines[3] = lines[3].replace('"outcomes":[', '"outcomes":[1');
    const stored = await openCompared(worldsFile(lines));
    expect([...new Set(stored.results.map(({ world }) => world))]).toEqual([0, 1, 4, 5, 6, 7]);
    expect(remarks(stored)).toEqual([
      '1 line was cut short or damaged and left out.',
      'Stopped early or not whole: 6 of 8 worlds are shown.',
    ]);
    expect(stored.verified).toBe(false);
  });

  it('opens with a clear state when cut at any byte, and never with other numbers', async () => {
    const text = compared.lines.join('');
    const whole = new Map(compared.results.map((result) => [`${result.world} ${result.arm}`, result.digest]));
    const cuts = [0, 1, 2, 50, compared.lines[0].length - 1, compared.lines[0].length];
    for (let i = 1; i <= 60; i++) cuts.push(Math.floor((text.length * i) / 61));
    for (const cut of cuts) {
      const { stored, problems } = await openStored([fileOf('cut.ndjson', text.slice(0, cut))]);
      expect(stored === null).toBe(problems.length === 1);
      if (stored?.kind !== 'compare') continue;
      for (const { world, arm, digest } of stored.results) expect(digest).toBe(whole.get(`${world} ${arm}`));
      expect(remarks(stored).join()).toContain('Stopped early');
    }
  });

  it('opens with a clear state, and never with other numbers, when any byte is changed', async () => {
    const bytes = new TextEncoder().encode(compared.lines.join(''));
    for (let i = 0; i < 80; i++) {
      const damaged = bytes.slice();
      damaged[Math.floor((i / 80) * bytes.length)] ^= 1 << (i % 8);
      const { stored } = await openStored([fileOf('damaged.ndjson', damaged)]);
      if (stored?.kind !== 'compare') continue;
      const same = stored.digest === compared.digest && stored.verified;
      expect(same || !stored.verified || stored.comparison.scenario.file !== 'tiny.yaml', `byte ${i}`).toBe(
        true,
      );
    }
  });

  it('says when there is no world at all', async () => {
    expect(await problemOf(worldsFile(compared.lines.slice(0, 1)))).toBe(
      'worlds-x.ndjson has no finished worlds that can be shown.',
    );
  });
});

describe('a head that cannot be right', () => {
  it('refuses worlds of another scenario', async () => {
    const other = headWith((head) => {
      (head.scenario as { text: string }).text = tiny.replace('members: 60', 'members: 61');
    });
    expect(await problemOf(worldsFile([other, ...compared.lines.slice(1)]))).toContain(
      'were not made from the scenario in its first line',
    );
    const hash = headWith((head) => Object.assign(head, { hash: '0'.repeat(64) }));
    expect(await problemOf(worldsFile([hash, ...compared.lines.slice(1)]))).toContain('were not made from');
  });

  it('says what is wrong with a scenario that cannot be read', async () => {
    const broken = headWith((head) => Object.assign(head.scenario as object, { text: 'title: [' }));
    expect(await problemOf(worldsFile([broken, ...compared.lines.slice(1)]))).toMatch(
      /^The scenario in worlds-x\.ndjson cannot be used: tiny\.yaml:1:\d+ /,
    );
  });

  it('opens what another version made, says which, and does not call it changed', async () => {
    const older = headWith((head) => Object.assign(head, { version: '0.0.9', code: 'abc' }));
    const stored = await openCompared(worldsFile([older, ...compared.lines.slice(1)]));
    expect(remarks(stored)).toEqual([expect.stringMatching(/^Made with version 0\.0\.9; you have /)]);
    expect(stored.verified).toBe(true);
    expect(stored.comparison).toEqual(compared.comparison);
  });

  it('finds its metrics by name where another version has them in another order', async () => {
    const names = metrics.map(({ name }) => name);
    const order = names.map((_, place) => names.length - 1 - place);
    expect(new Set(order).size).toBe(names.length);
    const head = headWith((fields) => Object.assign(fields, { metrics: order.map((from) => names[from]) }));
    const lines = compared.lines.slice(1).map((line) => {
      const { sum: _, ...world } = JSON.parse(line) as { sum: string; arms: { outcomes: number[] }[] };
      for (const arm of world.arms) arm.outcomes = order.map((from) => arm.outcomes[from]);
      return forged(world);
    });
    expect((await openCompared(worldsFile([head, ...lines]))).comparison).toEqual(compared.comparison);
  });

  it('says when another version did not measure what decides', async () => {
    const head = headWith((fields) => {
      fields.metrics = metrics.map(({ name }) => (name === 'netRevenue' ? 'profit' : name));
    });
    expect(await problemOf(worldsFile([head, ...compared.lines.slice(1)]))).toContain(
      'measured other things',
    );
  });

  it('keeps network files out of what it can check, and says that they are not there', async () => {
    const withNetwork = headWith((fields) => {
      (fields.scenario as { text: string }).text = tiny.replace(
        'members: 60,',
        'network: friends.csv, members: 60,',
      );
    });
    const { stored, problems } = await openStored([worldsFile([withNetwork, ...compared.lines.slice(1)])]);
    if (stored === null) expect(problems[0].en).toContain('cannot be used');
    else expect(remarks(stored).join()).toContain('network file');
  });

  it('asks for the command again where the head keeps no scenario', async () => {
    const old = headWith((head) => {
      delete head.scenario;
    });
    expect(await problemOf(worldsFile([old, ...compared.lines.slice(1)]))).toContain('writes it anew');
    expect(await problemOf(fileOf('x', compared.lines[0].replace('worlds@1', 'worlds@2')))).toContain(
      'made by a newer version',
    );
  });
});

describe('two answers for one world', () => {
  it('are refused, even when both have a check sum', async () => {
    const { sum: _, ...world } = JSON.parse(compared.lines[1]) as { sum: string; arms: { digest: string }[] };
    world.arms[0].digest = 'f'.repeat(64);
    expect(await problemOf(worldsFile([...compared.lines, forged(world)]))).toContain(
      'two different results',
    );
  });
});

describe('a folder of results', () => {
  const folder = (latest: object) =>
    jsonFile('folder.json', { schema: 'seedbed/folder@1', file: 'tiny.yaml', latest });

  it('opens in any order, with whatever else lies there', async () => {
    const stored = await openCompared(
      fileOf('report.html', '<!doctype html><script>alert(1)</script>'),
      jsonFile('comparison.json', compared.comparison),
      fileOf('.lock', '123\n'),
      worldsFile(),
      folder({ compare: 'worlds-x.ndjson' }),
    );
    expect(stored.comparison).toEqual(compared.comparison);
    expect(stored).toMatchObject({ verified: true, remarks: [] });
  });

  it('says when comparison.json has other numbers than the worlds', async () => {
    const changed = structuredClone(compared.comparison) as { decision: { median: number } };
    changed.decision.median += 1;
    const stored = await openCompared(worldsFile(), jsonFile('comparison.json', changed));
    expect(stored.verified).toBe(false);
    expect(remarks(stored)).toEqual([
      'The numbers of comparison.json are not those of the worlds beside it. The worlds are shown.',
    ]);
    expect(stored.comparison).toEqual(compared.comparison);
  });

  it('says when comparison.json is of another run, or damaged', async () => {
    const earlier = (await make('compare', { worlds: 4 })).comparison;
    const stored = await openCompared(worldsFile(), jsonFile('comparison.json', earlier));
    expect(remarks(stored)[0]).toContain('is of another run');
    expect(stored.verified).toBe(true);
    const cut = await openCompared(
      worldsFile(),
      fileOf('comparison.json', '{"schema":"seedbed/compare@1","ver'),
    );
    expect(remarks(cut)[0]).toContain('damaged or cut short');
  });

  it('opens the latest file of worlds, of a comparison rather than of a run', async () => {
    const other = fileOf('worlds-y.ndjson', ran.lines.join(''));
    const both = folder({ compare: 'worlds-x.ndjson', run: 'worlds-y.ndjson' });
    const stored = await openCompared(other, worldsFile(), both);
    expect(remarks(stored)).toEqual(['1 other file of worlds in the same folder is not shown.']);
    expect((await open(other, worldsFile(), folder({ run: 'worlds-y.ndjson' }))).kind).toBe('run');
  });

  it('does not guess between two results', async () => {
    const other = fileOf('worlds-y.ndjson', ran.lines.join(''));
    expect(await problemOf(other, worldsFile())).toBe('2 results were given. Open one at a time.');
  });
});

describe('the JSON of a command alone', () => {
  it('gives the figures of a comparison, without its worlds', async () => {
    const stored = await open(jsonFile('result.json', compared.comparison));
    expect(stored).toMatchObject({ kind: 'summary', scenario: null, digest: compared.digest });
    expect(stored.kind === 'summary' && stored.comparison).toEqual(compared.comparison);
    expect(remarks(stored)[0]).toContain('without the worlds');
  });

  it('gives every day of a run, and proves its digest', async () => {
    const value = runJson();
    const stored = await open(jsonFile('run.json', value));
    if (stored.kind !== 'run') throw new Error(stored.kind);
    expect(stored).toMatchObject({
      made: null,
      verified: true,
      arm: 'with ads',
      worlds: 8,
      digest: ran.digest,
    });
    expect(stored.results.map(({ outcomes }) => outcomes)).toEqual(
      ran.results.map(({ outcomes }) => outcomes),
    );
    expect(stored.results.map(({ daily }) => daily)).toEqual(ran.results.map(({ daily }) => daily));
    value.metrics.netRevenue.byWorld[3][5] = 1e9;
    expect(await open(jsonFile('run.json', value))).toMatchObject({ verified: false });
    value.metrics.netRevenue.byWorld[3].pop();
    expect(await problemOf(jsonFile('run.json', value))).toContain('damaged or cut short');
  });

  it('is refused when it is cut', async () => {
    const text = JSON.stringify(compared.comparison);
    for (const part of [0.2, 0.5, 0.99])
      expect(await problemOf(fileOf('result.json', text.slice(0, text.length * part)))).toContain(
        'cut short',
      );
  });
});

/** As `run --json` prints it. */
function runJson() {
  const list = (values: Float64Array) => [...values].map((value) => (Number.isNaN(value) ? null : value));
  const { scenario } = parseScenario(tiny, 'tiny.yaml');
  return {
    schema: 'seedbed/run@1',
    version: '0.1.0',
    seed: scenario?.seed,
    worlds: 8,
    scenario: { file: 'tiny.yaml', title: 'x', hash: 'a'.repeat(64) },
    digest: ran.digest,
    arm: 'with ads',
    days: 35,
    outcomes: Object.fromEntries(
      metrics.map(({ name }, place) => [
        name,
        { byWorld: list(Float64Array.from(ran.results, ({ outcomes }) => outcomes[place])) },
      ]),
    ),
    metrics: Object.fromEntries(
      Object.keys(ran.results[0].daily).map((name) => [
        name,
        { byWorld: ran.results.map(({ daily }) => list(daily[name]) as number[]) },
      ]),
    ),
  };
}
