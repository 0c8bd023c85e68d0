import { afterEach, describe, expect, it, vi } from 'vitest';
import { metrics } from '../../../src/metrics/definitions.ts';
import { locales } from '../../../src/report/format.ts';
import { verdict } from '../../../src/report/verdict/verdict.ts';
import { copyText, figuresCsv, markdownOf, saveWorkingCopy, verdictOf } from '../../../web/app/sharing.ts';
import { notices, type Shown } from '../../../web/app/workspace.ts';
import { blunt, make, none, tailored } from '../../report/synthetic.ts';
import { fakePage, site } from './page.ts';

const shownOf = (made: ReturnType<typeof make>): Shown => ({
  ...made,
  planned: made.comparison.worlds,
  origin: 'computed',
});
const usual = shownOf(make({ arms: [blunt, tailored, none], worlds: 40, days: 60 }));

afterEach(() => {
  vi.unstubAllGlobals();
  notices.value = [];
});

/** Cells of a file whose cells hold no line ends. */
const cellsOf = (csv: string): string[][] =>
  csv
    .replace('\uFEFF', '')
    .trimEnd()
    .split('\r\n')
    .map((line) =>
      [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, bare]) => quoted ?? bare),
    );

describe('the verdict as text', () => {
  it('is the one that the command line prints', () => {
    for (const locale of locales) {
      const text = verdictOf(usual, locale);
      expect(text).toBe(verdict(usual.comparison, usual.scenario, locale).text);
      expect(usual.comparison.verdict.text[locale]).toBe(text);
    }
  });
});

describe('the verdict as Markdown', () => {
  it('is a heading, the verdict, its lines, and a table with a row for each arm', () => {
    for (const locale of locales) {
      const lines = markdownOf(usual, locale).split('\n');
      const { status, lines: said } = verdict(usual.comparison, usual.scenario, locale);
      expect(lines[0]).toBe(`### ${usual.scenario.title[locale]}`);
      expect(lines[2].startsWith(`**${status}** `)).toBe(true);
      expect(lines.filter((line) => line.startsWith('- '))).toHaveLength(said.length - 1);
      const rows = lines.filter((line) => line.startsWith('| ')).slice(1);
      expect(rows.map((row) => row.split('|')[1].trim())).toEqual(
        usual.scenario.arms.map(({ label }) => label[locale]),
      );
      for (const row of rows) expect(row.split('|')).toHaveLength(6);
      expect(lines.at(-2)).toContain(usual.comparison.digest.slice(0, 12));
    }
  });

  it('takes no sign of a name for its own', () => {
    const label = { en: 'a|b [x](javascript:1) `c` *d* <img src=x> _e_ # f \\ \u202e g\nh' };
    const title = { en: '# <script>alert(1)</script>\n- | **bold**' };
    const arms = [blunt, { ...tailored, label }, none];
    const text = markdownOf(shownOf(make({ arms, title, worlds: 40, days: 60 })), 'en');
    expect(text).toContain('### \\# \\<script\\>alert(1)\\</script\\> - \\| \\*\\*bold\\*\\*\n');
    expect(text).toContain(
      '| a\\|b \\[x\\](javascript:1) \\`c\\` \\*d\\* \\<img src=x\\> \\_e\\_ \\# f \\\\   g h |',
    );
    expect(text).not.toMatch(/\u202e|(?<!\\)[<>]/);
  });
});

describe('the figures as CSV', () => {
  it('are those of the comparison to the last digit, a row for each arm and metric', () => {
    const { comparison } = usual;
    const [head, ...rows] = cellsOf(figuresCsv(usual, 'en'));
    expect(rows).toHaveLength(comparison.arms.length * metrics.length);
    const column = (name: string) => head.indexOf(name);
    const same = (cell: string, value: number | null | undefined) =>
      expect(cell).toBe(typeof value === 'number' && Number.isFinite(value) ? String(value) : '');
    for (const row of rows) {
      const [name, metric] = [row[column('arm')], row[column('metric')]];
      const spread = comparison.arms.find((arm) => arm.name === name)?.metrics[metric];
      same(row[column('median')], spread?.median);
      same(row[column('p05')], spread?.p05);
      same(row[column('p95')], spread?.p95);
      const found = comparison.differences.find((each) => each.arm === name && each.metric === metric);
      same(row[column('differenceMedian')], found?.median);
      same(row[column('relativeMedian')], found?.relativeMedian);
      same(row[column('chanceBetter')], found?.chanceBetter);
    }
  });

  it('name the metrics in the language of the page', () => {
    expect(figuresCsv(usual, 'zh-CN')).toMatch(/[\u4e00-\u9fff]/);
    expect(figuresCsv(usual, 'en')).not.toMatch(/[\u4e00-\u9fff]/);
  });

  it('hold no formula, whatever an arm is called', () => {
    const arms = [blunt, { ...tailored, name: '=HYPERLINK("http://evil.example","x")' }];
    const csv = figuresCsv(shownOf(make({ arms, worlds: 20, days: 60 })), 'en');
    expect(csv).toContain('"\'=HYPERLINK(""http://evil.example"",""x"")"');
    for (const [cell] of cellsOf(csv)) expect(cell).not.toMatch(/^[=+@]/);
  });
});

describe('copying', () => {
  it('says whether the clipboard took it', async () => {
    const taken: string[] = [];
    vi.stubGlobal('navigator', { clipboard: { writeText: async (text: string) => void taken.push(text) } });
    expect(await copyText('x')).toBe(true);
    expect(taken).toEqual(['x']);
    vi.stubGlobal('navigator', { clipboard: { writeText: () => Promise.reject(new Error('denied')) } });
    expect(await copyText('x')).toBe(false);
    vi.stubGlobal('navigator', {});
    expect(await copyText('x')).toBe(false);
  });
});

describe('a working copy', () => {
  const template = '<html><script type="application/json">{"working":"copy"}</script></html>';

  /** What the viewer gets: the name and the text of the file. */
  async function saved(text: string, files = { 'working-copy.html': template }) {
    const page = fakePage({ files });
    const made: [string, Promise<string>][] = [];
    let blob = new Blob();
    vi.stubGlobal(
      'URL',
      class extends URL {
        static override createObjectURL = (given: Blob) => {
          blob = given;
          return 'blob:x';
        };
        static override revokeObjectURL = () => {};
      },
    );
    vi.stubGlobal('setTimeout', () => {});
    const link = { download: '', click: () => void made.push([link.download, blob.text()]) };
    Object.assign(document, { createElement: () => link });
    await saveWorkingCopy({ preset: null, file: 'mine.yaml', text });
    return { page, made };
  }

  it('is the page with this scenario in it, whatever its text holds', async () => {
    const text = 'title: "</script><script>alert(1)</script> $& $1 \u2028"';
    const { page, made } = await saved(text);
    const [[name, content]] = made;
    expect([name, page.fetched]).toEqual(['mine.html', [`${site}working-copy.html`]]);
    const html = await content;
    expect(html.match(/<\/script>/g)).toHaveLength(1);
    const data = JSON.parse(/json">(.*)<\/script>/s.exec(html)?.[1] ?? '') as { story: object };
    expect(data.story).toEqual({ name: 'scenario', file: 'mine.yaml', text });
  });

  it('that cannot be had is said', async () => {
    const { made } = await saved('x', { 'working-copy.html': '' }).then(() => saved('x', {} as never));
    expect(made).toEqual([]);
    expect(notices.value.map(({ text }) => text['zh-CN'])).toEqual(['无法打开文件：404']);
  });
});
