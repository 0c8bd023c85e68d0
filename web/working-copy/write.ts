/** Puts the working copy together: one file with style, script and a place for the scenario, and a policy to match. */
import { createHash } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** A script as it may stand in a page: nothing ends its element, and line ends are as a reader of pages makes them. */
const inPage = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replaceAll('\0', '\\0')
    .replaceAll('</script', '<\\/script')
    .replaceAll('<!--', '<\\!--');

/** Writes working-copy.html from what the build left in `from`. */
export function writeWorkingCopy(from: string, site: string): void {
  const script = inPage(readFileSync(join(from, 'copy.js'), 'utf8'));
  const boot = inPage(readFileSync(join(site, 'boot.js'), 'utf8'));
  const style = readFileSync(join(from, 'copy.css'), 'utf8');
  const policy = [
    "default-src 'none'",
    `script-src ${hashOf(script)} ${hashOf(boot)}`,
    `style-src ${hashOf(style)}`,
    'img-src data: blob:',
    'worker-src blob:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const page = `<!doctype html>
<html lang="en" data-theme="system" data-copy>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Seedbed</title>
<script>${boot}</script>
<style>${style}</style>
</head>
<body>
<div data-page></div>
<script type="application/json" id="page-data">{"working":"copy"}</script>
<script>${script}</script>
</body>
</html>
`;
  writeFileSync(join(site, 'working-copy.html'), page);
  rmSync(from, { recursive: true, force: true });
}
