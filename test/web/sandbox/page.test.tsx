import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { locales } from '../../../src/report/format.ts';
import { slotsOf } from '../../../src/report/format-message.ts';
import { PrerenderContext } from '../../../web/app/page-data.ts';
import { LocaleContext } from '../../../web/app/Shell.tsx';
import { guidedWords } from '../../../web/pages/sandbox/guided-words.ts';
import { Sandbox } from '../../../web/pages/sandbox/Sandbox.tsx';
import { sandboxWords } from '../../../web/pages/sandbox/words.ts';

describe('the sandbox before any script runs', () => {
  it('stands in both languages, without styles that the policy forbids', () => {
    for (const locale of locales) {
      const markup = renderToString(
        <PrerenderContext.Provider value={{ data: { labels: {}, stories: [], story: null }, statics: {} }}>
          <LocaleContext.Provider value={locale}>
            <Sandbox />
          </LocaleContext.Provider>
        </PrerenderContext.Provider>,
      );
      expect(markup).toContain(sandboxWords[locale].loading);
      expect(markup).toContain(sandboxWords[locale].title);
      expect(markup).not.toMatch(/ style=|<style|<script/);
    }
  });
});

describe('the words of the sandbox', () => {
  const texts = (value: unknown): [string, string][] =>
    Object.entries(value as object).flatMap(([name, part]) =>
      typeof part === 'string'
        ? [[name, part]]
        : texts(part).map(([inner, text]): [string, string] => [`${name}.${inner}`, text]),
    );

  it('have the same slots in both languages', () => {
    for (const words of [sandboxWords, guidedWords]) {
      const english = texts(words.en);
      const chinese = new Map(texts(words['zh-CN']));
      for (const [name, text] of english)
        expect([name, slotsOf(chinese.get(name) ?? '')]).toEqual([name, slotsOf(text)]);
    }
  });

  it('are Chinese in Chinese', () => {
    for (const words of [sandboxWords, guidedWords])
      for (const [name, text] of texts(words['zh-CN']))
        if (!/^(speeds|listComma|stateCount|alone|changedOne)/.test(name))
          expect([name, text]).toEqual([name, expect.stringMatching(/[\u4e00-\u9fff]/)]);
  });
});
