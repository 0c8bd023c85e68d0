import { describe, expect, it } from 'vitest';
import { optimiseCliPhrases } from '../../src/cli/optimise-words.ts';
import { Progress } from '../../src/cli/progress.ts';
import { roughBytes, roughTime, sweepPhrases } from '../../src/cli/sweep-words.ts';
import { displayWidth, tableLines } from '../../src/cli/table.ts';
import { Terminal } from '../../src/cli/terminal.ts';
import { phrase, phrases, timeLeft } from '../../src/cli/words.ts';
import { slotsOf } from '../../src/report/format-message.ts';
import { optimisePhrases } from '../../src/report/optimise/words.ts';

describe('phrases', () => {
  it.each([
    ['of every command', phrases],
    ['of sweeps', sweepPhrases],
    ['of optimise', optimiseCliPhrases],
    ['of optimizations', optimisePhrases],
  ] as const)('%s have the same slots in both languages', (_, all) => {
    const [english, chinese] = [all.en, all['zh-CN']] as Record<string, string>[];
    expect(Object.keys(chinese)).toEqual(Object.keys(english));
    for (const [name, text] of Object.entries(english))
      expect(slotsOf(chinese[name]).sort(), name).toEqual(slotsOf(text).sort());
  });

  it.each([
    [0.2, '1 second', 1, '1 B'],
    [89, '89 seconds', 999, '1 kB'],
    [600, '10 minutes', 45_300_000, '45 MB'],
    [10_000, '3 hours', 2.04e9, '2 GB'],
  ])('say roughly that %d s are %s and %d bytes %s', (seconds, time, bytes, size) => {
    expect(roughTime(seconds, 'en')).toBe(time);
    expect(roughBytes(bytes)).toBe(size);
  });

  it('count in the singular and the plural', () => {
    expect(phrase('pickedUp', 'en', { count: 1, folder: 'out' })).toBe('1 finished world picked up from out');
    expect(phrase('pickedUp', 'en', { count: 1200, folder: 'out' })).toBe(
      '1,200 finished worlds picked up from out',
    );
  });

  it.each([
    [0.2, '1 s left'],
    [89, '89 s left'],
    [100, '2 min left'],
    [5000, '83 min left'],
    [7200, '2 h left'],
  ])('%d s are %s', (seconds, text) => {
    expect(timeLeft(seconds, 'en')).toBe(text);
  });
});

describe('columns', () => {
  it('count Chinese as two cells, marks as none', () => {
    // Unicode Standard Annex 11: ideographs and full-width forms are wide; combining marks take no cell.
    expect(displayWidth('净收入')).toBe(6);
    expect(displayWidth('［5%］')).toBe(6);
    expect(displayWidth('e\u0301 −5 ¥')).toBe(6);
    expect(displayWidth('')).toBe(0);
  });

  it('line up, and leave out what is empty throughout', () => {
    const columns = [
      { title: '方案', align: 'left' },
      { title: 'never', align: 'left' },
      { title: 'n', align: 'right' },
    ] as const;
    expect(
      tableLines(columns, [
        ['硬广告', '', '1'],
        ['b', '', '-20'],
      ]),
    ).toEqual(['方案      n', '硬广告    1', 'b       -20']);
  });
});

describe('progress', () => {
  const options = { color: false, lang: 'en' } as const;
  const sink = (isTTY: boolean, columns: number) => {
    const written: string[] = [];
    const write = (text: string) => written.push(text) > 0;
    return { written, stream: { isTTY, columns, write } as unknown as NodeJS.WriteStream };
  };
  const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

  it('is one line that is written over, with worlds, rate, time left and what Ctrl-C does', async () => {
    const { written, stream } = sink(true, 100);
    const progress = new Progress(new Terminal(options), 'compare', 10, 2, stream);
    for (let i = 0; i < 5; i++) progress.advance();
    await pause(250);
    progress.end(true);
    expect(written[0]).toMatch(
      /^compare {2}▇{7}▁{3} 7\/10 worlds · \d+(\.\d)?\/s · 1 s left · Ctrl-C keeps results$/,
    );
    expect(written[1]).toBe('\r\u001b[2K');
    expect(written.at(-1)).toMatch(/^compare {2}5 worlds in \d\.\d s \(.*\/s\)\n$/);
  });

  it('is never wider than the terminal', async () => {
    const { written, stream } = sink(true, 30);
    const progress = new Progress(new Terminal({ ...options, lang: 'zh-CN' }), 'compare', 10, 0, stream);
    await pause(150);
    progress.end(false);
    expect(displayWidth(written[0])).toBeLessThan(30);
    expect(displayWidth(written[0])).toBeGreaterThan(26);
  });

  it('is plain lines elsewhere, and nothing at all with --quiet', async () => {
    const plain = sink(false, 80);
    const progress = new Progress(new Terminal(options), 'run', 4, 0, plain.stream);
    progress.advance();
    await pause(150);
    progress.end(true);
    expect(plain.written).toEqual([expect.stringMatching(/^run {2}1 world in /)]);
    const quiet = sink(true, 80);
    const silent = new Progress(new Terminal({ ...options, quiet: true }), 'run', 4, 0, quiet.stream);
    silent.advance();
    await pause(150);
    silent.end(true);
    expect(quiet.written).toEqual([]);
  });
});
