/** `/network/`: the people of one world under two arms, side by side and day by day. */
import { effect } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';
import { say } from '../../../src/report/charts/words.ts';
import { Notices } from '../../app/Notices.tsx';
import { isOpen, openPage } from '../../app/open.ts';
import { RunStatus } from '../../app/RunStatus.tsx';
import { Shell, useLocale, useWords } from '../../app/Shell.tsx';
import { Tools } from '../../app/Tools.tsx';
import { problems, scenario } from '../../app/workspace.ts';
import { armsToShow } from './arms-to-show.ts';
import { Controls } from './Controls.tsx';
import { followView } from './kept-view.ts';
import { loadNames } from './names.ts';
import { Observed } from './Observed.tsx';
import { EmptyState, FailedState, FilesState, InvalidState, missingFiles } from './States.tsx';
import { attempts, failure, networks, stage, wanted, world } from './state.ts';
import { networkWords } from './words.ts';
import './network.css';

export function Network() {
  const words = useWords(networkWords);
  const isBegun = useBeginning();
  return (
    <Shell route="network" wide tools={<Tools />} status={<RunStatus />}>
      <Notices />
      <div class="intro net-intro">
        <h1>{words.title}</h1>
        <p class="lead">{words.intro}</p>
      </div>
      <Content isBegun={isBegun} />
    </Shell>
  );
}

function Content({ isBegun }: { readonly isBegun: boolean }) {
  if (isBegun && !isOpen()) return <EmptyState />;
  if (problems.value.length > 0) return <InvalidState />;
  const missing = missingFiles.value;
  if (missing.length > 0) return <FilesState files={missing} />;
  if (failure.value !== null) return <FailedState />;
  return (
    <>
      <Controls />
      {stage.value === null ? <Waiting /> : <Observed stage={stage.value} />}
    </>
  );
}

/** Holds the place of the pictures while the world is opened. */
function Waiting() {
  const words = useWords(networkWords);
  const locale = useLocale();
  return (
    <div class="net-panes net-waiting" aria-busy="true">
      <div class="card net-pane">
        <p role="status">{say(words.loading, {}, locale)}</p>
      </div>
      <div class="card net-pane" />
    </div>
  );
}

/** Opens the page's scenario, and then its world whenever what is asked changes. True once there is something or not. */
function useBeginning(): boolean {
  const [isBegun, setBegun] = useState(false);
  useEffect(() => {
    let stop = () => {};
    let isGone = false;
    const begin = async () => {
      void loadNames();
      await openPage({ compares: false });
      const { openWorld, close } = await import('./session.ts');
      if (isGone) return;
      setBegun(true);
      const stopFollowing = followView();
      const stopWatching = effect(() => {
        attempts.value;
        const asked = scenario.value;
        if (asked === null || problems.value.length > 0 || missingFiles.value.length > 0) return;
        openWorld(asked, networks.value, world.value, armsToShow(asked.arms.length, wanted.value));
      });
      stop = () => {
        stopWatching();
        stopFollowing();
        close();
      };
    };
    void begin();
    return () => {
      isGone = true;
      stop();
    };
  }, []);
  return isBegun;
}
