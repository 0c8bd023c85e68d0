import { beforeEach, describe, expect, it, vi } from 'vitest';
import { toResult } from '../../../src/experiment/executor.ts';
import { runExperiment } from '../../../src/experiment/experiment.ts';
import { localExecutor } from '../../../src/experiment/local.ts';
import { type Plan, planExperiment } from '../../../src/experiment/plan.ts';
import { simulator } from '../../../src/experiment/simulator.ts';
import { parseScenario } from '../../../src/scenario/parse.ts';
import type { Order } from '../../../web/engine/worker.ts';
import { tiny } from '../../cli/program.ts';
import { fileOf, make } from '../../report/stored-results.ts';
import { loaded, type PageOptions } from './page.ts';

/** How the workers of this page are: they answer in a later turn, or not at all, or with a fault. */
const workers = {
  mood: 'well' as 'well' | 'failing' | 'blocked',
  upTo: Number.POSITIVE_INFINITY,
  asked: [] as Order[],
  /** Before this world half a second goes by. */
  late: -1,
};

class FakeWorker {
  onmessage: ((event: { data: unknown }) => void) | null = null;
  private plan: Plan | undefined;
  private run: ReturnType<typeof simulator> | undefined;

  constructor() {
    if (workers.mood === 'blocked') throw new Error('blocked by the host');
  }

  postMessage(order: Order): void {
    if ('plan' in order) {
      this.plan = order.plan;
      this.run = undefined;
      return;
    }
    workers.asked.push(order);
    if (order.world < workers.upTo) setImmediate(() => this.onmessage?.({ data: this.answer(order) }));
  }

  terminate(): void {
    this.onmessage = null;
  }

  private answer({ world, arms }: Extract<Order, { world: number }>) {
    const { plan } = this;
    if (workers.mood === 'failing' || plan === undefined) return { world, failure: 'a planted fault' };
    this.run ??= simulator(plan);
    const { run } = this;
    if (world === workers.late) clock += 600;
    return { world, results: arms.map((arm) => toResult(plan, world, arm, run(world, arm))) };
  }
}

const ofWorlds = (worlds: number, seed = 'here') =>
  tiny.replace('worlds: 8', `worlds: ${worlds}\nseed: ${seed}`);

async function page(text: string | null, options: PageOptions = {}) {
  const opened = await loaded({ data: { story: null }, ...options });
  vi.stubGlobal('Worker', FakeWorker);
  vi.stubGlobal('performance', { now: () => clock });
  if (text !== null) opened.begin({ preset: null, file: 'tiny.yaml', text });
  const engine = await opened.live();
  const shownWorlds: number[] = [];
  opened.shown.subscribe((now) => {
    if (now) shownWorlds.push(now.comparison.worlds);
  });
  const said = (id: string) => opened.notices.value.find((notice) => notice.id === id)?.text;
  return { ...opened, ...engine, shownWorlds, said };
}

/** A clock that stands: what is shown while worlds come in then depends on their number alone. */
let clock = 0;

beforeEach(() => {
  clock = 0;
  Object.assign(workers, { mood: 'well', upTo: Number.POSITIVE_INFINITY, asked: [], late: -1 });
});
/** The digest of the command line. */
async function digestOf(text: string): Promise<string> {
  const { scenario } = parseScenario(text, 'tiny.yaml');
  if (scenario === null) throw new Error('no scenario');
  return (await runExperiment(planExperiment(scenario, new Map()), { executor: localExecutor() })).digest;
}

describe('a run', () => {
  it('shows a result after 16 worlds, then the whole one, which is that of the command line', async () => {
    const text = ofWorlds(40);
    const here = await page(text);
    await here.compareNow();
    expect(here.shownWorlds).toEqual([16, 40]);
    expect(here.run.value).toEqual({ is: 'done', worlds: 40, seconds: 0 });
    expect(here.shown.value?.comparison.digest).toBe(await digestOf(text));
    expect(here.shown.value).toMatchObject({ planned: 40, origin: 'computed' });
    expect(here.isStale.value).toBe(false);
    expect(here.notices.value).toEqual([]);
  });

  it('looks again at 64 worlds, and between them when half a second has gone by', async () => {
    workers.late = 30;
    const here = await page(ofWorlds(70));
    await here.compareNow();
    const [first, between, ...last] = here.shownWorlds;
    expect([first, last]).toEqual([16, [64, 70]]);
    expect(between).toBeGreaterThanOrEqual(28);
    expect(between).toBeLessThan(34);
  });

  it('leaves the page alone for a while after a look that took long', async () => {
    workers.late = 30;
    const here = await page(ofWorlds(40, 'slow'));
    here.shown.subscribe((now) => {
      if (now?.comparison.worlds === 16) clock += 600;
    });
    await here.compareNow();
    expect(here.shownWorlds).toEqual([16, 40]);
  });

  it('gives way to a newer one', async () => {
    const here = await page(ofWorlds(20, 'first'));
    const first = here.compareNow();
    here.setText(ofWorlds(18, 'second'));
    await Promise.all([first, here.compareNow()]);
    expect(here.shown.value?.scenario.seed).toBe('second');
    expect(here.shownWorlds).toEqual([16, 18]);
    expect(here.run.value).toMatchObject({ is: 'done', worlds: 18 });
  });

  it('that is stopped keeps the worlds up to the first gap, in whole twins', async () => {
    workers.upTo = 7;
    const here = await page(ofWorlds(20));
    const running = here.compareNow();
    await vi.waitFor(() => expect(workers.asked.filter((order) => 'world' in order)).toHaveLength(9), 20_000);
    expect(here.run.value).toMatchObject({ is: 'running', planned: 20 });
    here.stop();
    await running;
    expect(here.run.value).toEqual({ is: 'stopped', done: 6, planned: 20 });
    expect(here.shown.value?.comparison.worlds).toBe(6);
    expect(here.shown.value?.planned).toBe(20);
  });

  it('that is paused goes on with the worlds that are missing, to the digest of the command line', async () => {
    workers.upTo = 7;
    const text = ofWorlds(12, 'paused');
    const here = await page(text);
    const running = here.compareNow();
    await vi.waitFor(() => expect(workers.asked.filter((order) => 'world' in order)).toHaveLength(9), 20_000);
    here.pause();
    await running;
    expect(here.run.value).toMatchObject({ is: 'paused', planned: 12 });
    Object.assign(workers, { upTo: Number.POSITIVE_INFINITY, asked: [] });
    await here.compareNow();
    expect(workers.asked.map((order) => ('world' in order ? order.world : -1))).toEqual([7, 8, 9, 10, 11]);
    expect(here.shown.value?.comparison.digest).toBe(await digestOf(text));
  });

  it('is long from ten seconds on, by the pace of worlds that are simulated, not remembered', async () => {
    const { Progress } = await import('../../../web/app/progress.ts');
    vi.stubGlobal('performance', { now: () => clock });
    const progress = new Progress(100);
    progress.expectKnown(50);
    for (let i = 0; i < 50; i++) progress.count();
    clock = 1000;
    expect(progress.state()).toMatchObject({ rate: null, isLong: false });
    for (let i = 0; i < 4; i++) progress.count();
    expect(progress.state()).toMatchObject({ rate: 4, secondsLeft: 11.5, isLong: true });
    for (let i = 0; i < 44; i++) progress.count();
    expect(progress.state()).toMatchObject({ isLong: true });
  });

  it('that is stopped before there are two worlds shows nothing', async () => {
    workers.upTo = 1;
    const here = await page(ofWorlds(20));
    const running = here.compareNow();
    await vi.waitFor(() => expect(workers.asked).toHaveLength(3), 20_000);
    here.stop();
    await running;
    expect(here.shown.value).toBeNull();
    expect(here.run.value).toEqual({ is: 'stopped', done: 0, planned: 20 });
  });

  it('that fails says why, with nothing about people to copy', async () => {
    workers.mood = 'failing';
    const text = ofWorlds(20).replace('name: coupons', 'name: Ann Example').replace('Quiet', 'Bob Example');
    const here = await page(text);
    await here.compareNow();
    const state = here.run.value;
    if (state.is !== 'failed') throw new Error(state.is);
    expect(state.message).toMatch(/a planted fault/);
    expect(Object.keys(JSON.parse(state.diagnostic) as object)).toEqual([
      'version',
      'seed',
      'worlds',
      'arms',
      'message',
    ]);
    expect(state.diagnostic).not.toMatch(/Example|tiny\.yaml|\/(?:home|work|tmp)\//);
    workers.mood = 'well';
    await here.compareNow();
    expect(here.run.value.is).toBe('done');
  });

  it('goes on in the page where workers are blocked, with the same digest, and says so once', async () => {
    workers.mood = 'blocked';
    const text = ofWorlds(4);
    const here = await page(text);
    await here.compareNow();
    expect(here.said('noWorkers')?.['zh-CN']).toMatch(/在页面内直接模拟/);
    expect(here.shown.value?.comparison.digest).toBe(await digestOf(text));
    here.dismiss('noWorkers');
    here.setText(ofWorlds(4, 'second'));
    await here.compareNow();
    expect(here.notices.value).toEqual([]);
    expect(here.run.value.is).toBe('done');
  });

  it('begins only with a scenario of two arms or more whose files are here', async () => {
    const one = `${tiny.split('  - name: with ads')[0]}judge: {metric: trust}\n`;
    const alone = await page(one);
    await alone.compareNow();
    expect(alone.said('oneArm')?.en).toMatch(/at least two arms/);
    const bad = await page('arms: [');
    await bad.compareNow();
    expect(bad.problems.value).not.toEqual([]);
    const lacking = await page(tiny.replace('prospects: 20}', 'prospects: 20, network: people.csv}'));
    await lacking.compareNow();
    expect(lacking.problems.value).toEqual([]);
    expect(lacking.said('network')?.en).toContain('people.csv');
    for (const { run, shown } of [alone, bad, lacking])
      expect([run.value.is, shown.value]).toEqual(['idle', null]);
    expect(workers.asked).toEqual([]);
  });

  it('runs again only the arms that a change touches', async () => {
    const here = await page(ofWorlds(4));
    await here.compareNow();
    workers.asked = [];
    here.setText(ofWorlds(4).replace('{coupons: {}}', '{coupons: {depth: 30%}}'));
    await here.compareNow();
    const arms = workers.asked.flatMap((order) => ('arms' in order ? [order.arms] : []));
    expect(arms).toEqual([[2], [2], [2], [2]]);
  });
});

describe('the result that a link claims', () => {
  it('is said to be reproduced, or to be another', async () => {
    const text = ofWorlds(4);
    const digest = await digestOf(text);
    const same = await page(text);
    same.claim.value = digest.slice(0, 12);
    await same.compareNow();
    expect(same.said('reproduced')?.en).toBe(
      'Reproduced: all 4 worlds give the numbers that the sender saw.',
    );
    const differs = await page(text);
    differs.claim.value = 'abcabcabcabc';
    await differs.compareNow();
    expect(differs.said('otherResult')?.en).toContain(digest.slice(0, 12));
    expect(differs.said('otherResult')?.en).toContain('abcabcabcabc');
    for (const { claim } of [same, differs]) expect(claim.value).toBeNull();
  });

  it('waits for a run that was stopped', async () => {
    workers.upTo = 3;
    const here = await page(ofWorlds(8));
    here.claim.value = 'abc';
    const running = here.compareNow();
    await vi.waitFor(() => expect(workers.asked).toHaveLength(5), 20_000);
    here.stop();
    await running;
    expect(here.claim.value).toBe('abc');
    expect(here.notices.value).toEqual([]);
  });
});

describe('a stored result', () => {
  const stored = make('compare');
  const files = async () => ({ 'results/worlds.ndjson': (await stored).lines.join('') });

  it('is shown as it is, and its arms are not run again after a change of another', async () => {
    const { lines, comparison } = await stored;
    const here = await page(null);
    expect(await here.openResult([fileOf('worlds.ndjson', lines.join(''))])).toBe(true);
    expect(here.doc.value).toEqual({ preset: null, file: 'tiny.yaml', text: tiny });
    expect(here.shown.value?.comparison).toEqual(comparison);
    expect(here.shown.value?.origin).toBe('stored');
    expect(here.run.value).toEqual({ is: 'idle' });
    expect(workers.asked).toEqual([]);
    here.setText(tiny.replace('{coupons: {}}', '{coupons: {depth: 30%}}'));
    await here.compareNow();
    const arms = workers.asked.flatMap((order) => ('arms' in order ? [order.arms] : []));
    expect(arms).toEqual(Array(8).fill([2]));
  });

  it('is that of the page or of its address, and only from the same host', async () => {
    const { digest } = await stored;
    const named = await page(null, { search: '?result=results/worlds.ndjson', files: await files() });
    expect(await named.openOwnResult()).toBe(true);
    expect(named.shown.value?.comparison.digest).toBe(digest);
    for (const path of ['https://evil.example/worlds.ndjson', '//evil.example/x', 'data:text/plain,x']) {
      const search = `?result=${encodeURIComponent(path)}`;
      const here = await page(tiny, { search, files: await files() });
      expect(await here.openOwnResult()).toBe(false);
      expect(here.fetched).toEqual([]);
      expect(here.said('resultFailed')?.en).toMatch(/could not be opened/);
    }
  });

  it('that is not there or not a result says so', async () => {
    for (const found of [404, new TypeError('offline'), 'not a result', '']) {
      const here = await page(tiny, {
        search: '?result=results/worlds.ndjson',
        files: { 'results/worlds.ndjson': found },
      });
      expect([found, await here.openOwnResult()]).toEqual([found, false]);
      expect(here.notices.value).toHaveLength(1);
      expect(here.notices.value[0].text['zh-CN']).toMatch(/[\u4e00-\u9fff]/);
      expect(here.shown.value).toBeNull();
    }
  });

  it('of one arm is shown by itself', async () => {
    const { lines } = await make('run');
    const here = await page(null);
    expect(await here.openResult([fileOf('worlds.ndjson', lines.join(''))])).toBe(true);
    expect(here.other.value?.kind).toBe('run');
    expect(here.shown.value).toBeNull();
  });
});
