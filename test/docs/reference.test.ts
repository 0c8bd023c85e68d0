/** docs/ says what the code says. After a change: `npm run docs`. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { phases } from '../../src/engine/phases.ts';
import { metrics } from '../../src/metrics/definitions.ts';
import { sections, shortTable, table } from '../../src/scenario/table.ts';
import { dayTable, metricsPage, parametersPage, withBlock } from './reference.ts';

const model = readFileSync('docs/model.md', 'utf8');

describe('the pages that are written from the code', () => {
  it('docs/parameters.md', () => expect(parametersPage()).toMatchFileSnapshot('../../docs/parameters.md'));
  it('docs/metrics.md', () => expect(metricsPage()).toMatchFileSnapshot('../../docs/metrics.md'));
  it('the day in docs/model.md', () =>
    expect(withBlock(model, 'the day', dayTable())).toMatchFileSnapshot('../../docs/model.md'));

  it('leave nothing out', () => {
    const lines = parametersPage()
      .split('\n')
      .filter((line) => line.startsWith('| `'));
    expect(lines).toHaveLength(shortTable.length);
    expect(
      metricsPage()
        .split('\n')
        .filter((line) => line.startsWith('| `')),
    ).toHaveLength(metrics.length);
  });
});

describe('docs/model.md', () => {
  it('tells the phases of a day in their order', () => {
    const told = [...model.matchAll(/^\d+\. \*\*(\w+)\*\*: /gm)].map(([, name]) => name);
    expect(told).toEqual(phases.map(({ name }) => name));
  });

  it('keeps the order of ODD, then what the step costs, what misfits, and what it cannot tell', () => {
    const places = [
      '## Overview',
      '### Purpose',
      '### Who and what there is',
      '### A day',
      '## Design concepts',
      '## Details',
      '### Input data',
      '## What the daily step costs',
      '## Known misfits',
      '## What this model cannot tell you',
    ].map((title) => model.indexOf(`\n${title}\n`));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  it('names no parameter that does not exist', () => {
    const paths = new Set([...table, ...sections].map(({ path }) => path));
    const roots = new Set(table.map(({ path }) => path.split('.')[0]));
    const named = [...model.matchAll(/`([a-z][A-Za-z]*(?:\.[A-Za-z]+)+)`/g)].map(([, name]) => name);
    const parameters = named.filter((name) => roots.has(name.split('.')[0]));
    expect(parameters.length).toBeGreaterThan(2);
    expect(parameters.filter((name) => !paths.has(name))).toEqual([]);
  });
});
