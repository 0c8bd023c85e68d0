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
  it('keeps every number, kind and name of the parameter table, but usual ranges of what is chosen', async () => {
    const { table } = await import('../../../src/scenario/table.ts');
    const bare = (await built('src/scenario/table.ts')).table as typeof table;
    const numbers = (entries: typeof table) =>
      entries.map(({ path, name, parameter }) => {
        const { kind, default: usual, range, min, max, options, chosen } = parameter;
        return { path, name, kind, usual, range: chosen ? null : range, min, max, options, chosen };
      });
    expect(numbers(bare)).toEqual(numbers(table));
    const texts = bare.flatMap(({ parameter: { about, label, source } }) => [about, label, source]);
    expect(texts.filter((text: unknown) => text !== undefined && text !== '')).toEqual([]);
    expect(bare.filter(({ parameter }) => parameter.range === undefined).length).toBeGreaterThan(40);
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
