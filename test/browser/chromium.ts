/** A Chromium for the tests: one that is there, else Debian's of the kind without windows, else playwright's own. Fonts for Chinese with it. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

const usual = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/usr/bin/chromium-browser',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** No sandbox, since root has none. */
export const flags: readonly string[] = ['--no-sandbox', '--disable-dev-shm-usage'];

/** Drawn by the processor, WebGL too, so that pictures do not depend on the machine's; pages without the detour of WebGL. */
const drawing = [
  '--disable-gpu-rasterization',
  '--disable-gpu-compositing',
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--force-color-profile=srgb',
  '--font-render-hinting=none',
  '--disable-lcd-text',
];

function found(): string | undefined {
  const named = process.env.SEEDBED_CHROMIUM;
  if (named !== undefined && named !== '') {
    if (existsSync(named)) return named;
    throw new Error(`SEEDBED_CHROMIUM names ${named}, which is not there`);
  }
  const own = chromium.executablePath();
  return [...usual, own].find((path) => path !== '' && existsSync(path));
}

const isDebian = (): boolean => {
  try {
    return /^ID(?:_LIKE)?=.*debian/m.test(readFileSync('/etc/os-release', 'utf8'));
  } catch {
    return false;
  }
};

/** Whether the machine can draw Chinese. */
const drawsChinese = (): boolean => {
  const { status, stdout } = spawnSync('fc-list', [':lang=zh-cn', 'family'], { encoding: 'utf8' });
  return status === 0 && stdout.trim() !== '';
};

function command(name: string, ...args: string[]): boolean {
  const { status, stderr } = spawnSync(name, args, {
    encoding: 'utf8',
    timeout: 600_000,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  if (status !== 0) console.warn(`${name} ${args.join(' ')}: ${(stderr ?? '').trim().slice(-500)}`);
  return status === 0;
}

const canInstall = (): boolean => isDebian() && process.getuid?.() === 0;

/** Debian packages, for root on Debian alone. */
export function installPackages(...names: string[]): boolean {
  if (!canInstall()) return false;
  console.warn(`installing for the browser tests: ${names.join(' ')}`);
  command('apt-get', 'update');
  return command('apt-get', 'install', '-y', '--no-install-recommends', ...names);
}

function fetchOwn(): boolean {
  console.warn('fetching a Chromium for the browser tests');
  const cli = join(dirname(createRequire(import.meta.url).resolve('playwright-core/package.json')), 'cli.js');
  return (
    command(process.execPath, cli, 'install', '--with-deps', 'chromium') ||
    command(process.execPath, cli, 'install', 'chromium')
  );
}

/** What a test run needs: called once, before any test. */
export function prepareChromium(): void {
  const missing = [
    ...(found() === undefined ? ['chromium-headless-shell'] : []),
    ...(drawsChinese() ? [] : ['fontconfig', 'fonts-noto-cjk', 'fonts-dejavu-core']),
  ];
  if (missing.length > 0) installPackages(...missing);
  if (found() === undefined) fetchOwn();
  if (found() === undefined)
    throw new Error(
      'The browser tests need a Chromium, and none could be installed here. Install one and name it: SEEDBED_CHROMIUM=/path/to/chromium',
    );
}

export const chromiumPath = (): string => found() ?? chromium.executablePath();

export const launch = (more: readonly string[] = drawing): Promise<Browser> =>
  chromium.launch({ executablePath: chromiumPath(), args: [...flags, ...more] });

/** Whether pictures taken here can be held against those in `goldens/`: their fonts are Debian's. */
export const hasGoldenFonts = (): boolean => {
  const family = (asked: string) =>
    spawnSync('fc-match', ['-f', '%{family}', asked], { encoding: 'utf8' }).stdout ?? '';
  return (
    family('sans-serif').startsWith('DejaVu Sans') &&
    family('sans-serif:lang=zh-cn').startsWith('Noto Sans CJK')
  );
};
