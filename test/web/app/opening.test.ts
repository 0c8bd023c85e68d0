import { beforeEach, describe, expect, it, vi } from 'vitest';
import { tiny } from '../../cli/program.ts';
import { loaded } from './page.ts';

/** What the engine's side is asked for, in order. */
const asked = vi.hoisted((): unknown[] => []);
vi.mock('../../../web/app/live.ts', () => {
  const names = (files: readonly File[]) => files.map(({ name }) => name);
  return {
    openResult: async (files: readonly File[]) => void asked.push(['result', names(files)]),
    readNetworks: async (files: readonly File[]) => void asked.push(['networks', names(files)]),
    compareNow: async () => void asked.push('run'),
  };
});

beforeEach(() => {
  asked.length = 0;
});

async function opened(files: readonly File[]) {
  const page = await loaded();
  page.begin({ preset: 'tiny', file: 'tiny.yaml', text: 'before' });
  page.shown.value = {} as NonNullable<typeof page.shown.value>;
  const { openFiles } = await import('../../../web/app/opening.ts');
  await openFiles(files);
  return page;
}

describe('files that a viewer gives', () => {
  it('become the text of the page where they are a scenario, with the network beside it, and run', async () => {
    const page = await opened([new File([tiny], 'mine.yaml'), new File(['a,b\n1,2'], 'people.csv')]);
    expect(page.doc.value).toEqual({ preset: null, file: 'mine.yaml', text: tiny });
    expect(page.shown.value).toBeNull();
    expect(page.canUndo.value).toBe(false);
    expect(asked).toEqual([['networks', ['people.csv']], 'run']);
  });

  it('are opened as they are where they are a result, without a run', async () => {
    const page = await opened([new File(['{"schema":"seedbed/worlds@1"}\n'], 'worlds.ndjson')]);
    expect(asked).toEqual([['result', ['worlds.ndjson']]]);
    expect(page.doc.value?.text).toBe('before');
  });

  it('are named in both languages where they are neither, and nothing changes', async () => {
    for (const files of [
      [],
      [new File(['\u0000\u0001'], 'photo.jpg')],
      [new File([''], 'empty.yaml')],
      [new File([tiny], 'a.yaml'), new File([tiny], 'b.yaml')],
    ]) {
      const page = await opened(files);
      expect(page.notices.value.map(({ id }) => id)).toEqual(['file']);
      const [{ text }] = page.notices.value;
      expect(text['zh-CN']).toMatch(/[\u4e00-\u9fff]/);
      for (const { name } of files) expect(text.en).toContain(name);
      expect(page.doc.value?.text).toBe('before');
      expect(page.shown.value).not.toBeNull();
    }
    expect(asked).toEqual([]);
  });
});
