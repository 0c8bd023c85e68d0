/** The built program, called from outside as a user does. */
import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll } from 'vitest';
import type { Comparison } from '../../src/analysis/comparison.ts';

export const script = resolve('dist/cli.js');
const warm = resolve('test/cli/warm.js');

export interface Outcome {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** A folder of its own for each test file, and the program run there. */
export function workplace() {
  const folder = mkdtempSync(join(tmpdir(), 'seedbed-cli-'));
  const how = (env: NodeJS.ProcessEnv = {}) => ({
    cwd: folder,
    env: { ...process.env, NO_COLOR: '1', ...env },
  });
  const { call, end } = calls(() => fork(warm, [script], { ...how(), silent: true }));
  afterAll(async () => {
    await end();
    rmSync(folder, { recursive: true, force: true });
  });
  /** In a process of its own. */
  const start = (args: readonly string[], env?: NodeJS.ProcessEnv): ChildProcess =>
    spawn(process.execPath, [script, ...args], how(env));
  /** One call after the other in a process that stays. */
  const seedbed = (...args: string[]): Promise<Outcome> => call(args);
  const file = (name: string, content: string | Uint8Array): string => {
    writeFileSync(join(folder, name), content);
    return name;
  };
  return { folder, start, seedbed, file };
}

/** Calls wait for each other; a process that a call has ended is followed by another one. */
function calls(open: () => ChildProcess) {
  let child: ChildProcess | undefined;
  let ended: Promise<Outcome> | undefined;
  let last: Promise<unknown> = Promise.resolve();
  const ask = async (args: readonly string[]): Promise<Outcome> => {
    if (child === undefined || child.exitCode !== null) {
      child = open();
      child.setMaxListeners(0);
      ended = finished(child);
    }
    const answered = once(child, 'message').then(([outcome]) => outcome as Outcome);
    child.send(args);
    return Promise.race([answered, ended as Promise<Outcome>]);
  };
  return {
    call(args: readonly string[]): Promise<Outcome> {
      const outcome = last.then(() => ask(args));
      last = outcome;
      return outcome;
    },
    async end(): Promise<void> {
      await last;
      child?.kill();
    },
  };
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
