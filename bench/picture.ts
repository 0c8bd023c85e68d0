/** `npm run picture`: draws the README's picture, docs/flagship.svg, from the flagship scenario. */
import { readFileSync, writeFileSync } from 'node:fs';
import { compare, parseScenario } from '../src/index.ts';
import { fan } from '../src/report/charts/fan.ts';
import { renderSvg } from '../src/report/charts/render.ts';

const file = 'scenarios/blunt-vs-tailored-ads.yaml';
const { scenario } = parseScenario(readFileSync(file, 'utf8'), file);
if (scenario === null) throw new Error(`${file} is not valid`);
const { comparison, result } = await compare(scenario, file);
const { draw } = fan({ comparison, results: result.results, scenario, locale: 'en' });
if (draw === null) throw new Error('there is nothing to draw');
writeFileSync('docs/flagship.svg', await renderSvg(draw({ theme: 'light', size: 'wide', titled: true })));
