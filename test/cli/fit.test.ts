import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fitPhrases, fitRules } from '../../src/cli/fit-words.ts';
import { workplace } from './program.ts';

const { seedbed, file } = workplace();

// Fader and Hardie 2007, High End.
const highEnd = file(
  'high-end.csv',
  'year,customers\n0,100\n1,86.9\n2,74.3\n3,65.3\n4,59.3\n5,55.1\n6,51.7\n7,49.1\n',
);
// Hillstrom 2008, all 64,000, visits.
const messages = file(
  'messages.csv',
  `group,message,fit,people,responses
men,,,9638,962
men,men,1,9558,1615
men,women,0,9622,1067
women,none,0,9519,912
women,men,0,9568,1592
women,women,100%,9647,1638
`,
);

/** The numbers that are printed for a scenario file, as a scenario file. */
const scenarioOf = (out: string): string =>
  `seedbed: 1\ntitle: Fitted\n${out.trimEnd().split('\n').at(-1)}\n`;

describe('fit', () => {
  it('retention: prints the published numbers, and JSON with all of them', async () => {
    const { out, code } = await seedbed('fit', 'retention', highEnd, '--period', '1 year');
    expect(code).toBe(0);
    expect(out).toMatch(/^alpha +0\.6681$/m);
    expect(out).toMatch(/^log-likelihood +-161\.1158$/m);
    expect(out).toMatch(/^ +7 +49\.10% +48\.89%$/m);
    expect(JSON.parse((await seedbed('fit', 'retention', highEnd, '--json')).out)).toMatchObject({
      schema: 'seedbed/fit-retention@1',
      alpha: expect.closeTo(0.668, 2),
      beta: expect.closeTo(3.806, 2),
      scenario: { leave: { period: '30 days' } },
    });
  });

  it('purchases: from a table by customer', async () => {
    const table = file('customers.csv', `x,t_x,T\n${'2,10,30\n1,4,30\n0,0,30\n0,0,20\n'.repeat(20)}`);
    const { out } = await seedbed('fit', 'purchases', table, '--json');
    expect(JSON.parse(out)).toMatchObject({ customers: 80, repeats: 60, unit: 'weeks' });
  });

  it.skipIf(!existsSync('../shared'))('purchases: ../shared/data/cdnow_sample.txt as it is', async () => {
    const log = resolve('../shared/data/cdnow_sample.txt');
    const { out } = await seedbed('fit', 'purchases', log, '--until', '1997-09-30');
    for (const line of [
      /^customers +2,357$/m,
      /^r +0\.2426$/m,
      /^alpha +4\.41. weeks$/m,
      /^log-likelihood +-9582\.43$/m,
    ])
      expect(out).toMatch(line);
    expect((await seedbed('validate', file('bought.yaml', scenarioOf(out)))).out).toBe('');
  });

  it('relevance: a number for each message, and one over all', async () => {
    const { out } = await seedbed('fit', 'relevance', messages);
    expect(out).toMatch(/^men .* 0\.9\d+$/m);
    expect(out).toMatch(/^women .* 7\.\d+$/m);
    expect(out).toMatch(/^adResponse: \{ relevance: 1\.7\d* \}$/m);
  });

  it.each([
    ['retention', highEnd],
    ['relevance', messages],
  ])('%s: what it prints for a scenario file is one', async (what, path) => {
    const { out } = await seedbed('fit', what, path);
    expect((await seedbed('validate', file(`${what}.yaml`, scenarioOf(out)))).out).toBe('');
    expect((await seedbed('fit', what, path, '--lang', 'zh-CN')).out).toMatch(/场景文件/);
  });

  const rising = file('rising.csv', 'period,alive\n0,100\n1,many\n2,120\n');
  const alone = file('alone.csv', 'message,fit,people,responses\n,,10,12\none,1,20,3\n');
  it.each([
    [['fit', 'retention', rising], /^rising\.csv:3:3 alive must be a number, 0 or more; got "many"\n/],
    [['fit', 'relevance', alone], /^alone\.csv:2:6 responses must be within .*; got "12"\n/],
    [
      ['fit', 'purchases', highEnd],
      /^high-end\.csv:1:1 the first line must name the columns, as in customer,date/,
    ],
    [['fit', 'retention', 'none.csv'], /^none\.csv:1:1 cannot be read/],
  ])('%j is answered with place, column, rule and value, exit 3', async (args, said) => {
    const { code, out, err } = await seedbed(...args);
    expect([code, out]).toEqual([3, '']);
    expect(err).toMatch(said);
    const chinese = await seedbed(...args, '--lang', 'zh-CN');
    if (!args.includes('none.csv')) expect(chinese.err).toMatch(/须|不能/);
  });

  it.each([
    [['fit', 'growth', highEnd], 'Allowed choices are retention, purchases, relevance'],
    [
      ['fit', 'retention', highEnd, '--period', 'soon'],
      '--period must be a duration such as 30 days; got "soon"',
    ],
    [['fit', 'purchases', highEnd, '--until', '1997-02-30'], '--until must be a date such as 1997-09-30'],
    [['fit', 'retention'], 'FILE'],
  ])('%j is a wrong flag, exit 2', async (args, said) => {
    const { code, err } = await seedbed(...args);
    expect(code).toBe(2);
    expect(err).toContain(said);
  });

  it('has its words in both languages', () => {
    for (const text of Object.values(fitPhrases['zh-CN'])) expect(text).toMatch(/\p{Script=Han}/u);
    for (const rule of Object.values(fitRules)) expect(rule['zh-CN']).toMatch(/\p{Script=Han}/u);
  });
});
