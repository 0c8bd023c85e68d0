import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { wholeText } from '../../src/experiment/whole-text.ts';
import { type ParseOptions, parseScenario } from '../../src/scenario/parse.ts';

const gallery = readdirSync('scenarios').filter((name) => name.endsWith('.yaml'));

/** Flags that hold for every scenario of the gallery. */
const flags: readonly ParseOptions[] = [
  {},
  { worlds: 12 },
  { seed: '0017' },
  { seed: 'yes' },
  { set: ['leave.perTie=0.1 to 0.5', 'buy.margin=31%'] },
  { set: ['arms[1].tactics.ads.load=3', 'title=Another: title # with "signs"'], worlds: 40, seed: ' # ' },
  { set: ['arms[0].community={members: 300, prospects: 20}', 'community.members=123'] },
];

describe('a text with the flags written in', () => {
  it.each(gallery)('reads as %s does with them', (name) => {
    const text = readFileSync(`scenarios/${name}`, 'utf8');
    for (const options of flags) {
      const { scenario } = parseScenario(text, name, options);
      expect(scenario).not.toBeNull();
      // That a flag changed nothing is a remark about the flag.
      const again = parseScenario(wholeText(text, options), name).scenario;
      expect({ ...again, notes: [] }).toEqual({ ...scenario, notes: [] });
    }
  });

  it('keeps the comments, and stays as it was without flags', () => {
    const text = 'seedbed: 1\n# why\ntitle: x\narms: # two\n  - name: a\n  - name: b\n';
    expect(wholeText(text, {})).toBe(text);
    expect(wholeText(text, { set: ['arms.b.leave.perTie=0.2'] })).toContain('# why');
  });

  it('finds a place where the file has none', () => {
    const text = 'seedbed: 1\ntitle: x\ncommunity:\narms: [{name: a}, {name: b, tactics: }]\n';
    const options = { set: ['community.members=50', 'arms[1].tactics.ads.load=2'] };
    const { scenario } = parseScenario(text, 'x', options);
    expect(scenario).not.toBeNull();
    expect(parseScenario(wholeText(text, options), 'x').scenario).toEqual(scenario);
  });
});
