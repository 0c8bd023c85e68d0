/** The site that the tests visit: the gallery, two questions of our own, and the stored results of three of them. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';

/** Small enough that its worlds take milliseconds, and far enough apart that a verdict stands. */
export const quick = `seedbed: 1
title:
  en: Do ads cost a small place its people?
  zh-CN: 广告会让小社区流失成员吗？
question:
  en: Is the money of ads worth the trust that they take?
  zh-CN: 广告带来的收入值得以信任为代价吗？
horizon: 60 days
worlds: 80
community: {members: 120, prospects: 40}
arms:
  - name: quiet
    label: {en: Quiet, zh-CN: 安静}
  - name: with ads
    label: {en: With ads, zh-CN: 投广告}
    tactics: {ads: {}}
judge:
  metric: net revenue
  matters: 500 CNY
  guardrails:
    - {metric: 30-day retention, worse: 2 points}
    - {metric: trust, at least: 10%}
`;

/** Every arm that a comparison may have. */
const five = quick
  .replace('Do ads cost a small place its people?', 'Which of five plans?')
  .replace('广告会让小社区流失成员吗？', '五个方案中选哪个？')
  .replace('worlds: 80', 'worlds: 64')
  .replace(
    'judge:',
    `  - {name: coupons, label: {en: Coupons, zh-CN: 优惠券}, tactics: {coupons: {}}}
  - {name: onboarding, label: {en: Onboarding, zh-CN: 入门引导}, tactics: {onboarding: {}}}
  - {name: both, label: {en: Coupons and ads, zh-CN: 优惠券与广告}, tactics: {coupons: {}, ads: {}}}
judge:`,
  );

/** The files that decide what a site looks like. */
function fingerprint(): string {
  const hash = createHash('sha256').update(quick + five);
  for (const path of ['dist/site/precache.json', 'dist/cli.js', 'dist/site/manifest.json'])
    hash.update(readFileSync(path));
  for (const name of readdirSync('dist/chunks').sort()) hash.update(name);
  return hash.digest('hex').slice(0, 12);
}

export interface TestSite {
  /** The published site. */
  readonly site: string;
  /** Scenarios and results that it was published from. */
  readonly questions: string;
}

const cli = resolve('dist/cli.js');

/** The built program; its output. */
export function seedbed(...args: string[]): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (status !== 0) throw new Error(`seedbed ${args.join(' ')}: ${stderr}`);
  return stdout;
}

/** Publishes it, once for each build. */
export function testSite(): TestSite {
  if (!existsSync('dist/site/precache.json'))
    throw new Error('the site is not built; npm test builds it first');
  const folder = join('out', 'browser', fingerprint());
  const made = { site: join(folder, 'site'), questions: join(folder, 'questions') };
  if (existsSync(folder)) return made;
  const draft = `${folder}-${process.pid}`;
  const questions = join(draft, 'questions');
  mkdirSync(questions, { recursive: true });
  writeFileSync(join(questions, 'quick.yaml'), quick);
  writeFileSync(join(questions, 'five.yaml'), five);
  for (const name of readdirSync('scenarios').filter((file) => file.endsWith('.yaml')))
    writeFileSync(join(questions, name), readFileSync(join('scenarios', name)));
  const stored = { quick: 80, five: 64, 'blunt-vs-tailored-ads': 16 };
  for (const [name, worlds] of Object.entries(stored)) {
    const out = join(questions, 'results', name);
    seedbed('compare', join(questions, `${name}.yaml`), '--worlds', String(worlds), '-o', out, '-q');
    // Pages say on what day a result was made.
    for (const file of readdirSync(out))
      utimesSync(join(out, file), new Date(0), new Date(1_790_000_000_000));
  }
  seedbed('publish', questions, '-o', join(draft, 'site'), '-q');
  try {
    renameSync(draft, folder);
  } catch {
    // Another test file was sooner.
    rmSync(draft, { recursive: true, force: true });
  }
  return made;
}
