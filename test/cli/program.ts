/** The built program, called from outside as a user does. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll } from 'vitest';
import type { Comparison } from '../../src/analysis/comparison.ts';

export const script = resolve('dist/cli.js');

export interface Outcome {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** A folder of its own for each test file, and the program run there. */
export function workplace() {
  const folder = mkdtempSync(join(tmpdir(), 'seedbed-cli-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const start = (args: readonly string[], env: NodeJS.ProcessEnv = {}): ChildProcess =>
    spawn(process.execPath, [script, ...args], {
      cwd: folder,
      env: { ...process.env, NO_COLOR: '1', ...env },
    });
  const seedbed = (...args: string[]): Promise<Outcome> => finished(start(args));
  const file = (name: string, content: string | Uint8Array): string => {
    writeFileSync(join(folder, name), content);
    return name;
  };
  return { folder, start, seedbed, file };
}

export function finished(child: ChildProcess): Promise<Outcome> {
  let out = '';
  let err = '';
  child.stdout?.setEncoding('utf8').on('data', (text) => {
    out += text;
  });
  child.stderr?.setEncoding('utf8').on('data', (text) => {
    err += text;
  });
  // A signal that meets a program on its way out ends it; a shell says 130 then, as after an orderly end.
  return new Promise((resolve_) =>
    child.on('close', (code, signal) => resolve_({ code: signal === 'SIGINT' ? 130 : code, out, err })),
  );
}

export const comparisonIn = ({ out }: Outcome): Comparison => JSON.parse(out) as Comparison;

/** Small enough that a world takes a few milliseconds. */
export const tiny = `seedbed: 1
title:
  en: Ads in a small place
  zh-CN: 小社区里的广告
horizon: 35 days
worlds: 8
community: {members: 60, prospects: 20}
arms:
  - name: quiet
    label: {en: Quiet, zh-CN: 安静}
  - name: with ads
    label: {en: With ads, zh-CN: 投广告}
    tactics: {ads: {}}
  - name: coupons
    tactics: {coupons: {}}
judge:
  metric: net revenue
  matters: 2000 CNY
  guardrails:
    - {metric: 30-day retention, worse: 2 points}
    - {metric: active members, worse: 5%}
    - {metric: trust, at least: 10%}
`;
