/** Under `seedbed view DIR`: the results of that folder, as they are on the disk now. Elsewhere nothing. */
import { useEffect, useState } from 'preact/hooks';
import type { ResultEntry, ResultList } from '../../../src/cli/results-list.ts';
import { plain } from '../../../src/report/charts/source.ts';
import { say } from '../../../src/report/charts/words.ts';
import type { Locale } from '../../../src/report/format.ts';
import { useLocale, useWords } from '../../app/Shell.tsx';

interface StoredWords {
  readonly title: string;
  readonly made: string;
  readonly ofArm: string;
  readonly bad: string;
}

const storedWords: Readonly<Record<Locale, StoredWords>> = {
  en: {
    title: 'Stored results',
    made: '{file} · {worlds} of {asked} worlds · {date} · Seedbed {version}',
    ofArm: 'Every day of “{arm}”.',
    bad: '{path} cannot be opened: {why}',
  },
  'zh-CN': {
    title: '已保存的结果',
    made: '{file} · {asked} 个模拟世界中的 {worlds} 个 · {date} · Seedbed {version}',
    ofArm: '“{arm}”的逐日记录。',
    bad: '无法打开 {path}：{why}',
  },
};

/** Only the server of `view` says where there is a list. */
async function listOfServer(): Promise<ResultList | null> {
  const path = document.querySelector<HTMLMetaElement>('meta[name="seedbed-results"]')?.content;
  if (path === undefined) return null;
  const answer = await fetch(new URL(path, document.baseURI));
  return answer.ok ? ((await answer.json()) as ResultList) : null;
}

export function StoredResults() {
  const [list, setList] = useState<ResultList | null>(null);
  const words = useWords(storedWords);
  const locale = useLocale();
  useEffect(() => {
    listOfServer().then(setList, () => {});
  }, []);
  if (list === null || list.results.length + list.bad.length === 0) return null;
  return (
    <section aria-labelledby="stored-results">
      <h2 id="stored-results">{words.title}</h2>
      <ul class="home-cards">
        {list.results.map((entry) => (
          <Entry key={entry.path} entry={entry} />
        ))}
      </ul>
      {list.bad.map(({ path, problem }) => (
        <p key={path} class="fine">
          {say(words.bad, { path, why: problem[locale] }, locale)}
        </p>
      ))}
    </section>
  );
}

function Entry({ entry }: { readonly entry: ResultEntry }) {
  const words = useWords(storedWords);
  const locale = useLocale();
  const { path, title, verdict, arm, file, worlds, asked, date, version } = entry;
  const slots = { file: plain(file), worlds, asked, date: date.slice(0, 10), version };
  return (
    <li class="card home-card">
      <h3>
        <a href={`./compare/?result=${encodeURIComponent(path)}`}>{plain(title[locale] ?? title.en)}</a>
      </h3>
      {verdict && <p class="home-verdict">{plain(verdict.text[locale].split('\n')[0])}</p>}
      {arm !== null && <p>{say(words.ofArm, { arm: plain(arm) }, locale)}</p>}
      <p class="fine">{say(words.made, slots, locale)}</p>
    </li>
  );
}
