/**
 * One chart of a link's comparison without the frame of the site, to be shown in another page:
 * `embed/?z=...&chart=paired&theme=auto`. It tells the page around how high it is.
 */
import { useEffect, useRef, useState } from 'preact/hooks';
import { plain } from '../../../src/report/charts/source.ts';
import { say } from '../../../src/report/charts/words.ts';
import { presetPlain } from '../../app/address.ts';
import { lazily } from '../../app/lazily.tsx';
import { openPage } from '../../app/open.ts';
import { useLocale, useWords } from '../../app/Shell.tsx';
import { problems, run, shown } from '../../app/workspace.ts';
import type { BadLink } from '../../state/link.ts';
import './embed.css';
import { type EmbedOptions, hasLink, heightMessage, optionsOf } from './options.ts';
import { embedWords } from './words.ts';

const Drawn = lazily(() => import('./Drawn.tsx').then((module) => module.Drawn));
const Fault = lazily(() => import('./Fault.tsx').then((module) => module.Fault));

export function Embed() {
  const words = useWords(embedWords);
  const frame = useRef<HTMLElement>(null);
  const [options, setOptions] = useState<EmbedOptions | null>(null);
  const [bad, setBad] = useState<BadLink | null>(null);
  useEffect(() => {
    const asked = optionsOf(location.search);
    document.documentElement.dataset.theme = asked.theme;
    setOptions(asked);
    void openLink().then(setBad);
    return tellHeight(frame.current);
  }, []);
  return (
    <main class="embed" ref={frame}>
      <h1 class="unseen">{words.title}</h1>
      {options && shown.value && bad === null ? (
        <Drawn result={shown.value} name={options.chart} />
      ) : (
        <State bad={bad} />
      )}
      <Foot bad={bad} />
    </main>
  );
}

/** Opens the link, and says what is wrong with it. */
async function openLink(): Promise<BadLink | null> {
  if (!hasLink(location.hash)) return 'absent';
  const { decodeLink } = await import('../../state/link.ts');
  const read = await decodeLink(location.hash, presetPlain);
  if ('bad' in read) return read.bad;
  await openPage({ compares: true });
  return null;
}

/** Tells the page around how high this one is, now and after every change. */
function tellHeight(frame: HTMLElement | null): () => void {
  if (frame === null || window.parent === window) return () => {};
  const observer = new ResizeObserver(() => {
    // Whoever frames the chart may know how high it is; nothing else is said.
    window.parent.postMessage(heightMessage(frame.getBoundingClientRect().height), '*');
  });
  observer.observe(frame);
  return () => observer.disconnect();
}

function State({ bad }: { readonly bad: BadLink | null }) {
  const words = useWords(embedWords);
  const locale = useLocale();
  const state = run.value;
  if (bad !== null && bad !== 'absent') return <Fault bad={bad} />;
  const text = () => {
    if (bad === 'absent') return words.absent;
    if (state.is === 'failed') return say(words.failed, { why: state.message }, locale);
    if (problems.value.length > 0) return words.invalid;
    if (state.is === 'running')
      return say(words.running, { done: state.done, planned: state.planned }, locale);
    return words.waiting;
  };
  return (
    <p class="embed-state" role="status">
      {text()}
    </p>
  );
}

function Foot({ bad }: { readonly bad: BadLink | null }) {
  const words = useWords(embedWords);
  const locale = useLocale();
  const [link, setLink] = useState('');
  useEffect(() => setLink(location.hash), []);
  const result = shown.value?.comparison;
  const state = run.value;
  return (
    <footer class="embed-foot">
      <a class="brand" href="../" target="_blank" rel="noopener">
        Seedbed
      </a>
      <span>
        {state.is === 'running' && result
          ? say(words.running, { done: state.done, planned: state.planned }, locale)
          : result && say(words.origin, { worlds: result.worlds, seed: plain(result.seed) }, locale)}
      </span>
      {bad === null ? (
        <a href={`../compare/${link}`} target="_blank" rel="noopener">
          {words.full}
        </a>
      ) : (
        <a href="../" target="_blank" rel="noopener">
          {words.gallery}
        </a>
      )}
    </footer>
  );
}
