/**
 * The comparison of two to five arms: what is asked as a sentence that can be changed, the verdict, key figures, charts.
 * Before any script runs the stored result is there; it becomes live with the first change.
 */
import { useEffect } from 'preact/hooks';
import { takeDrops } from '../../app/drops.ts';
import { lazily } from '../../app/lazily.tsx';
import { Notices } from '../../app/Notices.tsx';
import { openPage } from '../../app/open.ts';
import { pageData, usePageData, useStatic } from '../../app/page-data.ts';
import { RunStatus } from '../../app/RunStatus.tsx';
import { Shell, useLocale, useWords } from '../../app/Shell.tsx';
import { Static } from '../../app/Static.tsx';
import { locale } from '../../app/settings.ts';
import { Tools } from '../../app/Tools.tsx';
import { doc, other, run, shown, view } from '../../app/workspace.ts';
import { type BeforeProps, makeLive, wanted } from './first-charts.ts';
import { Fault, Problems } from './Problems.tsx';
import { Result, Tabs } from './Result.tsx';
import { Sentence } from './Sentence.tsx';
import { compareWords } from './words.ts';
import './compare.css';

const Other = lazily(() => import('./Other.tsx').then((module) => module.Other));

const FirstCharts = lazily(
  () => import('./FirstCharts.tsx').then((module) => module.FirstCharts),
  ({ before }: BeforeProps) => before,
);

/** Asks for what a live result will need, beside its worlds; the charts that the page was written with come before that. */
async function prepare(isStored: boolean): Promise<void> {
  const { story } = pageData();
  if (isStored && story) await makeLive(story.name, locale.value);
  void import('./Charts.tsx');
  void import('../../charts/open-board.ts').then(({ prepareBoard }) => prepareBoard());
}

export const Compare = () => <Comparing route="compare" />;

/** The page as such, or as a story of the gallery. */
export function Comparing({ route }: { readonly route: 'compare' | 'story' }) {
  const { stories, story } = usePageData();
  const language = useLocale();
  useEffect(() => {
    void openPage({ compares: true, prepare });
    return takeDrops();
  }, []);
  const card = route === 'story' ? stories.find(({ name }) => name === story?.name) : undefined;
  return (
    <Shell route={route} tools={<Tools />} status={<RunStatus />}>
      {card && (
        <section class="compare-story">
          <p class="compare-question">{card.title[language] ?? card.title.en}</p>
          <p>{card.question[language] ?? card.question.en}</p>
        </section>
      )}
      <Notices />
      {other.value ? (
        <Other />
      ) : (
        <>
          <Sentence />
          <Problems />
          <Fault />
          {shown.value ? <Result before={<Stored />} /> : <Stored />}
        </>
      )}
    </Shell>
  );
}

/** What came with the page; nothing yet where the first worlds are on their way. */
function Stored() {
  const words = useWords(compareWords);
  const hasVerdict = useStatic('verdict', useLocale()) !== '';
  const isStart = doc.value?.text === usePageData().story?.text;
  const isWaiting = run.value.is === 'running';
  return (
    <>
      {isWaiting && <p class="compare-says">{words.waiting}</p>}
      {isWaiting && !(hasVerdict && isStart) && <Skeleton />}
      {hasVerdict && (doc.value === null || isStart) && (
        <div class={isWaiting ? 'compare-stale' : undefined}>
          {run.value.is === 'idle' && <p class="compare-says">{words.stored}</p>}
          <Static name="verdict" />
          <Static name="keyFigures" />
          {wanted.value ? <FirstCharts before={<Static name="charts" />} /> : <Static name="charts" />}
          <Tabs />
          <div
            class="compare-panel"
            id="compare-panel"
            role="tabpanel"
            aria-labelledby={`tab-${view.value.tab}`}
          />
        </div>
      )}
    </>
  );
}

/** Keeps the room of what is on its way. */
const Skeleton = () => (
  <div class="compare-skeleton" aria-hidden="true">
    <div class="compare-skeleton-verdict" />
    <div class="compare-skeleton-figures" />
    <div class="compare-skeleton-charts" />
  </div>
);
