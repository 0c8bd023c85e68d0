/** Many values of a few inputs at once: what to try, what it takes, what was found. */
import { useEffect } from 'preact/hooks';
import { takeDrops } from '../../app/drops.ts';
import { lazily } from '../../app/lazily.tsx';
import { Notices } from '../../app/Notices.tsx';
import { openPage } from '../../app/open.ts';
import { Shell, useWords } from '../../app/Shell.tsx';
import { Tools } from '../../app/Tools.tsx';
import { doc, opener, problems, scenario } from '../../app/workspace.ts';
import './sweep.css';
import { sweepPageWords } from './words.ts';

/** Needs the reader of scenarios and the parameter table. */
const Work = lazily(() => import('./Work.tsx').then((module) => module.Work));
const Status = lazily(() => import('./Status.tsx').then((module) => module.Status));

export function Sweep() {
  const words = useWords(sweepPageWords);
  useEffect(() => {
    opener.value = async (files) => (await import('./open.ts')).openHere(files);
    void openPage({ compares: false });
    const end = takeDrops();
    return () => {
      opener.value = null;
      end();
    };
  }, []);
  const isReady = doc.value !== null && scenario.value !== null;
  return (
    <Shell route="sweep" tools={<Tools />} status={isReady ? <Status /> : undefined}>
      <section class="intro sweep-intro">
        <h1>{words.title}</h1>
        <p class="lead">{words.lead}</p>
      </section>
      <Notices />
      {problems.value.length > 0 && (
        <p class="notice" role="alert">
          {words.invalid} <a href={`../compare/${location.hash}`}>{words.edit}</a>
        </p>
      )}
      {isReady ? (
        <Work />
      ) : (
        <p class="sweep-state" role="status">
          {words.waiting}
        </p>
      )}
    </Shell>
  );
}
