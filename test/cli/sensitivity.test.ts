import { describe, expect, it } from 'vitest';
import { tiny, workplace } from './program.ts';

const { seedbed, file } = workplace();
const yaml = file('tiny.yaml', tiny);

const sweep = (store: string, design: string, points: number, worlds: number) =>
  seedbed(
    ...['sweep', yaml, '--vary', 'tactics.ads.load=2..12', '--vary', 'value.discount', '-q'],
    ...['--design', design, '--points', String(points), '--worlds', String(worlds), '-o', store],
  );

interface Answer {
  readonly schema: string;
  readonly inputs: readonly string[];
  readonly arms: readonly {
    readonly arm: string;
    readonly baseline: string | null;
    readonly unit: string;
    readonly count: number;
    readonly indices: Readonly<
      Record<string, readonly { value: number | null; low: number | null; refusal: string | null }[]>
    >;
  }[];
}

describe('sensitivity', () => {
  it('names the input that moves the outcome and gives one that does nothing no part in it', async () => {
    expect((await sweep('paths', 'morris', 60, 3)).code).toBe(0);
    const { code, out } = await seedbed('sensitivity', 'paths', '--metric', 'ads shown', '--arm', 'with ads');
    expect(code).toBe(0);
    expect(out).toMatch(/^ads shown: With ads against Quiet\. 20 paths of morris, 3 worlds each\n/);
    expect(out).toMatch(/\ninput +mu\* +mu +sigma\ntactics\.ads\.load +[1-9]/);
    expect(out).toMatch(/\nvalue\.discount +0\b/);
    expect(out).toContain('mu*: by how much the outcome moves');
    const again = await seedbed('sensitivity', 'paths', '--metric', 'ads shown', '--json');
    const { schema, inputs, arms } = JSON.parse(again.out) as Answer;
    expect([schema, inputs]).toEqual(['seedbed/sensitivity@1', ['tactics.ads.load', 'value.discount']]);
    expect(arms[0]).toMatchObject({ arm: 'with ads', unit: 'paths', count: 20 });
    expect(arms[0].indices.muStar[0].value).toBeGreaterThan(0);
    expect(arms[0].indices.muStar[1].value).toBe(0);
  });

  it('does not give what points and worlds do not support, and says why, in both languages', async () => {
    await sweep('few', 'saltelli', 40, 1);
    const english = await seedbed('sensitivity', 'few');
    expect(english.code).toBe(0);
    expect(english.out).toMatch(/Not given: total of all inputs: too few points to say: 10 of the 64 blocks/);
    expect(english.out).not.toContain('[');
    const chinese = await seedbed('sensitivity', 'few', '--lang', 'zh-CN');
    expect(chinese.out).toContain(
      '未给出：全部输入项 的总效应：点数太少，说不准：需要 64 个点块，现有 10 个',
    );
  });

  it('has rank correlations and PAWN for designs that fill the ranges', async () => {
    await sweep('filled', 'sobol', 100, 3);
    const { out } = await seedbed('sensitivity', 'filled', '--metric', 'adsShown');
    expect(out).toMatch(/\ninput +PRCC +PRCC, luck taken out +PAWN\ntactics\.ads\.load +(1\.00|0\.9\d)/);
    expect(out).toContain('is what an input without effect shows');
  });

  it('refuses what it cannot answer', async () => {
    await sweep('grid', 'grid', 9, 2);
    const told = async (...more: string[]) => {
      const { code, err, out } = await seedbed('sensitivity', ...more);
      expect([code, out]).toEqual([3, '']);
      return err.trim();
    };
    expect(await told('grid')).toMatch(
      /^a grid design supports no indices of sensitivity; sweep again with --design saltelli/,
    );
    expect(await told('few', '--metric', 'membrs')).toBe(
      '--metric membrs: there is no metric of that name; did you mean members?',
    );
    expect(await told('few', '--arm', 'Quiet')).toMatch(
      /^--arm Quiet: that is the baseline; name one of with ads/,
    );
    expect(await told('few', '--arm', 'with adds')).toMatch(/did you mean with ads\?/);
    expect(await told('few', '--study', 'zzz')).toMatch(
      /^--study zzz: no study of few begins so; there are [0-9a-f]{8}$/,
    );
  });
});
