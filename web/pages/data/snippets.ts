/** "Reproduce in code": whole programs, baseline included. Tests run those that need nothing but Node and Python. */

export interface Asked {
  /** Name of the scenario file. */
  readonly file: string;
  readonly seed: string;
  readonly worlds: number;
  /** Name of the baseline and of another arm. */
  readonly baseline: string;
  readonly arm: string;
  /** The judged metric. */
  readonly metric: string;
}

export const snippetNames = ['Shell', 'TypeScript', 'Python', 'R'] as const;
export type SnippetName = (typeof snippetNames)[number];

/** A word as it must be typed in a shell. */
const shell = (word: string): string =>
  /^[\w./:=@%+,-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;

/** A text as TypeScript, Python and R write it alike. */
const text = (value: string): string => JSON.stringify(value);

export function snippets(asked: Asked): Record<SnippetName, string> {
  const { file, seed, worlds, baseline, arm, metric } = asked;
  const results = `results-${file.replace(/\.ya?ml$/, '')}.csv`;
  return {
    Shell: `seedbed compare ${shell(file)} --seed ${shell(seed)} \\
  --worlds ${worlds} --json > comparison.json
node -p 'JSON.parse(require("fs").readFileSync("comparison.json")).digest'
`,
    TypeScript: `import { readFileSync } from 'node:fs';
import { compare, parseScenario, verdict } from 'seedbed';

const text = readFileSync(${text(file)}, 'utf8');
const { scenario, problems } = parseScenario(text, ${text(file)});
if (!scenario) throw new Error(problems.map(({ message }) => message).join('; '));
const asked = { ...scenario, seed: ${text(seed)}, worlds: ${worlds} };
const { comparison } = await compare(asked, ${text(file)});
console.log(verdict(comparison, asked, 'en').text);
console.log(comparison.digest);
`,
    Python: `import csv
from statistics import median

with open(${text(results)}, encoding="utf-8") as file:
    rows = [r for r in csv.DictReader(file)
            if r["metric"] == ${text(metric)} and r["value"]]

def value(arm):
    return {r["world"]: float(r["value"]) for r in rows if r["arm"] == arm}

baseline = value(${text(baseline)})
other = value(${text(arm)})
differences = [other[world] - baseline[world] for world in baseline]
better = sum(difference > 0 for difference in differences)
print("median difference", median(differences))
print("better in", better, "of", len(differences), "worlds")
`,
    R: `results <- read.csv(${text(results)}, encoding = "UTF-8")
judged <- subset(results, metric == ${text(metric)})
value <- function(name)
  with(judged[judged$arm == name, ], value[order(world)])
differences <- value(${text(arm)}) - value(${text(baseline)})
cat("median difference", median(differences), "\\n")
cat("better in", sum(differences > 0),
    "of", length(differences), "worlds\\n")
`,
  };
}
