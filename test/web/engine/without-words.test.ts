import { build } from 'vite';
import { describe, expect, it } from 'vitest';
import { withoutWords } from '../../../web/engine/vite-plugin.ts';

/** A source file as a build with the plugin makes it, as a module of its own. */
async function built(entry: string): Promise<Record<string, unknown>> {
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    publicDir: false,
    plugins: [withoutWords()],
    build: { write: false, minify: false, lib: { entry, formats: ['es'], fileName: 'built' } },
  });
  const [{ output }] = Array.isArray(result) ? result : [result as never];
  const code = Buffer.from(output[0].code).toString('base64');
  return import(/* @vite-ignore */ `data:text/javascript;base64,${code}`);
}

describe('the worker without words', () => {
  it('keeps every number, kind and name of the parameter table', async () => {
    const { table } = await import('../../../src/scenario/table.ts');
    const bare = (await built('src/scenario/table.ts')).table as typeof table;
    const numbers = (entries: typeof table) =>
      entries.map(({ path, name, parameter }) => {
        const { kind, default: usual, range, min, max, options, chosen, known } = parameter;
        return { path, name, kind, usual, range, min, max, options, chosen, known };
      });
    expect(numbers(bare)).toEqual(numbers(table));
    expect(bare.every(({ parameter }) => (parameter.about as unknown) === '')).toBe(true);
  });

  it('keeps names, units and summaries of metrics', async () => {
    const { metrics } = await import('../../../src/metrics/definitions.ts');
    const bare = (await built('src/metrics/definitions.ts')).metrics as typeof metrics;
    const facts = (list: typeof metrics) =>
      list.map(({ name, unit, better, summary }) => ({ name, unit, better, summary }));
    expect(facts(bare)).toEqual(facts(metrics));
    expect(JSON.stringify(bare)).not.toMatch(/[\u4e00-\u9fff]/);
  });
});
