/** The gallery: every question with its verdict in a line; search and filters. */
import { useState } from 'preact/hooks';
import { say } from '../../../src/report/charts/words.ts';
import type { Text } from '../../../src/scenario/scenario.ts';
import { type StoryCard, usePageData } from '../../app/page-data.ts';
import { storyRoute } from '../../app/routes.ts';
import { Shell, useLocale, useWords } from '../../app/Shell.tsx';
import { Static } from '../../app/Static.tsx';
import { findStories } from './find.ts';
import './home.css';
import { StoredResults } from './StoredResults.tsx';
import { homeWords } from './words.ts';

export function Home() {
  const words = useWords(homeWords);
  const locale = useLocale();
  const { stories, labels } = usePageData();
  const [search, setSearch] = useState('');
  const [tactic, setTactic] = useState<string | null>(null);
  const [metric, setMetric] = useState<string | null>(null);
  const found = findStories(stories, { words: search, tactic, metric });
  const tactics = [...new Set(stories.flatMap((story) => story.tactics))];
  const metrics = [...new Set(stories.map((story) => story.metric))];
  return (
    <Shell route="home">
      <section class="intro home-intro">
        <h1>{words.title}</h1>
        <p class="lead">{words.lead}</p>
        <p class="row">
          <a class="button primary" href="./sandbox/#new">
            {words.own}
          </a>
        </p>
      </section>
      <StoredResults />
      <search class="home-search row">
        <label class="field">
          <span class="unseen">{words.search}</span>
          <input
            type="search"
            placeholder={words.search}
            value={search}
            onInput={(event) => setSearch(event.currentTarget.value)}
          />
        </label>
        <Chips label={words.tactic} names={tactics} labels={labels} chosen={tactic} choose={setTactic} />
        <Chips label={words.metric} names={metrics} labels={labels} chosen={metric} choose={setMetric} />
      </search>
      <p class="soft home-count" role="status">
        {found.isNear ? words.nothing : say(words.found, { count: found.stories.length }, locale)}
      </p>
      <ul class="home-cards">
        {found.stories.map((story) => (
          <Card key={story.name} story={story} />
        ))}
      </ul>
      {found.isNear && (
        <p class="row">
          <a class="button framed" href="./sandbox/#new">
            {words.blank}
          </a>
        </p>
      )}
    </Shell>
  );
}

interface ChipsProps {
  readonly label: string;
  readonly names: readonly string[];
  readonly labels: Readonly<Record<string, Text>>;
  readonly chosen: string | null;
  readonly choose: (name: string | null) => void;
}

/** One of some, or all. */
function Chips({ label, names, labels, chosen, choose }: ChipsProps) {
  const locale = useLocale();
  const words = useWords(homeWords);
  const named = (name: string) => labels[name]?.[locale] ?? labels[name]?.en ?? name;
  return (
    <fieldset class="home-chips">
      <legend>{label}</legend>
      {[null, ...names].map((name) => (
        <button type="button" key={name ?? ''} aria-pressed={name === chosen} onClick={() => choose(name)}>
          {name === null ? words.all : named(name)}
        </button>
      ))}
    </fieldset>
  );
}

function Card({ story }: { readonly story: StoryCard }) {
  const words = useWords(homeWords);
  const locale = useLocale();
  const { result } = story;
  const inWords = (text: Text) => text[locale] ?? text.en;
  return (
    <li class="card home-card">
      <h2>
        <a href={`./${storyRoute(story.name)}`}>{inWords(story.title)}</a>
      </h2>
      <Static name={`mini ${story.name}`} class="home-mini" />
      {result ? (
        <>
          <p class="home-verdict">
            <strong>{result.named[locale]}</strong> {result.line[locale]}
          </p>
          <p class="fine">
            {say(words.made, { worlds: result.worlds, date: result.date, version: result.version }, locale)}
          </p>
        </>
      ) : (
        <>
          <p>{inWords(story.question)}</p>
          <p class="fine">{words.unrun}</p>
        </>
      )}
    </li>
  );
}
