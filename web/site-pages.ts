/** `node dist/site-pages.js`: the last step of the build, which writes the pages of the gallery into dist/site. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { formatProblem, parseScenario } from '../src/scenario/parse.ts';
import { writePrecache } from './precache.ts';
import { type Manifest, renderSite, type StoryInput } from './prerender.tsx';
import { writeWorkingCopy } from './working-copy/write.ts';

const site = 'dist/site';

/** The scenarios of a folder, without results. */
function storiesIn(folder: string): StoryInput[] {
  return readdirSync(folder)
    .filter((file) => /\.ya?ml$/.test(file))
    .sort()
    .map((file) => {
      const text = readFileSync(join(folder, file), 'utf8');
      const { scenario, problems } = parseScenario(text, file);
      if (!scenario) throw new Error(problems.map((problem) => formatProblem(file, problem)).join('\n'));
      return { name: file.replace(/\.ya?ml$/, ''), file, text, scenario, stored: null };
    });
}

const manifest = JSON.parse(readFileSync(join(site, 'manifest.json'), 'utf8')) as Manifest;
for await (const { path, content } of renderSite({ stories: storiesIn('scenarios'), manifest })) {
  mkdirSync(dirname(join(site, path)), { recursive: true });
  writeFileSync(join(site, path), content);
}
writeWorkingCopy('dist/copy', site);
writePrecache(site);
