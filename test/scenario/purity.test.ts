import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const folder = 'src/scenario/';
const files = readdirSync(folder).map((file) => {
  const text = readFileSync(folder + file, 'utf8');
  return { file, text, code: text.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '') };
});
/** Folders below scenario, and the packages that it may use. */
const allowed =
  /^(?:\.\/|\.\.\/(?:random|laws|population|metrics|behaviors|tactics)\/|\.\.\/\.\.\/scenarios\/bases\/|yaml$|zod$)/;

describe('src/scenario', () => {
  it('gives the same numbers everywhere: no chance, clock or math that engines differ in', () => {
    const banned = /Math\.(?:exp|log|pow|random|sin|cos|tan|a?sinh?|cbrt|hypot)|\*\*|\bDate\b/;
    for (const { file, code } of files) expect(banned.exec(code)?.[0], file).toBeUndefined();
  });

  it('runs in a browser worker: no files, no process, no code made from text', () => {
    const banned = /['"]node:|\bprocess\b|\bBuffer\b|\beval\b|new Function|\brequire\(/;
    for (const { file, code } of files) expect(banned.exec(code)?.[0], file).toBeUndefined();
  });

  it('imports at run time only what lies below it', () => {
    for (const { file, text } of files)
      for (const [, type, from] of text.matchAll(/^import (type )?[^;]*?from '([^']+)';/gms))
        if (!type) expect(from, file).toMatch(allowed);
  });
});
