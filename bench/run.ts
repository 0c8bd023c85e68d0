/** `npm run bench`: speed and memory of the engine, and what pairing saves on the flagship. */
import { readFileSync } from 'node:fs';
import { median } from 'simple-statistics';
import { parseScenario } from '../src/scenario/parse.ts';
import { engineSpeed } from './engine.ts';
import { costOfEverything, middle } from './everything.ts';
import { pairingGain } from './pairing.ts';

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

const { speeds, members, visitors, bytesPerPerson, bytesPerTieEnd } = engineSpeed(7, 20);
console.log(
  `engine    ${median([...speeds]).toFixed(1)} M person-days/s on one core (${speeds.length} repetitions, ` +
    `${Math.min(...speeds).toFixed(1)} to ${Math.max(...speeds).toFixed(1)}); 100,000 people, ${percent(members)} members, ` +
    `${percent(visitors)} visit on a day, all behaviors and four tactics on`,
);
console.log(
  `memory    ${bytesPerPerson.toFixed(1)} bytes a person, ${bytesPerTieEnd.toFixed(1)} bytes a tie end`,
);

const everything = costOfEverything(7);
console.log(
  `everything ${middle(everything).toFixed(2)} times the flagship's time with all ${everything.tactics} tactics on at once (` +
    `${Math.min(...everything.ratios).toFixed(2)} to ${Math.max(...everything.ratios).toFixed(2)}); at most 2.5`,
);

const file = 'scenarios/blunt-vs-tailored-ads.yaml';
const { scenario } = parseScenario(readFileSync(file, 'utf8'), file, { set: ['assumptions=fixed'] });
if (scenario === null) throw new Error(`${file} is not valid`);
for (const { metric, worlds, ratio, mean } of pairingGain(scenario, ['netRevenue', 'retention90'], 100)) {
  console.log(
    `pairing   ${metric}: variance ${ratio.toFixed(1)} times smaller than unpaired (${worlds} worlds, luck only, ` +
      `tailored minus blunt ads, mean ${mean.toPrecision(3)})`,
  );
}
