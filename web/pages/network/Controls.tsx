/** Which arms and which world are shown, and how. */
import { useEffect, useState } from 'preact/hooks';
import { say } from '../../../src/report/charts/words.ts';
import { useLocale, useWords } from '../../app/Shell.tsx';
import { live, run, scenario, shown } from '../../app/workspace.ts';
import { armsToShow } from './arms-to-show.ts';
import type { WorldKind } from './choose-world.ts';
import { armName } from './names.ts';
import { isTable, noPicture, wanted, world } from './state.ts';
import { networkWords } from './words.ts';

export function Controls() {
  return (
    <div class="net-controls">
      <ArmChoice side={0} />
      <ArmChoice side={1} />
      <WorldStepper />
      <ViewChoice />
    </div>
  );
}

function ArmChoice({ side }: { readonly side: 0 | 1 }) {
  const words = useWords(networkWords);
  const locale = useLocale();
  const asked = scenario.value;
  if (asked === null || asked.arms.length < 2) return null;
  const now = armsToShow(asked.arms.length, wanted.value);
  const choose = (arm: number) => {
    const other = now[1 - side] === arm ? now[side] : now[1 - side];
    wanted.value = side === 0 ? [arm, other] : [other, arm];
  };
  return (
    <label class="field">
      <span>{side === 0 ? words.leftArm : words.rightArm}</span>
      <select value={now[side]} onChange={(event) => choose(Number(event.currentTarget.value))}>
        {asked.arms.map(({ name }, arm) => (
          <option key={name} value={arm}>
            {armName({ scenario: asked }, arm, locale)}
          </option>
        ))}
      </select>
    </label>
  );
}

function WorldStepper() {
  const words = useWords(networkWords);
  const locale = useLocale();
  const worlds = scenario.value?.worlds ?? 1;
  const go = (to: number) => {
    if (Number.isInteger(to) && to >= 0 && to < worlds) world.value = to;
  };
  return (
    <fieldset class="field net-world">
      <legend>{words.world}</legend>
      <div class="row">
        <button
          type="button"
          class="framed"
          aria-label={words.previousWorld}
          title={words.previousWorld}
          disabled={world.value === 0}
          onClick={() => go(world.value - 1)}
        >
          ‹
        </button>
        <input
          type="number"
          min={1}
          max={worlds}
          value={world.value + 1}
          aria-label={say(words.worldOf, { world: world.value + 1, worlds }, locale)}
          onChange={(event) => go(Number(event.currentTarget.value) - 1)}
        />
        <button
          type="button"
          class="framed"
          aria-label={words.nextWorld}
          title={words.nextWorld}
          disabled={world.value >= worlds - 1}
          onClick={() => go(world.value + 1)}
        >
          ›
        </button>
        <Kinds />
      </div>
    </fieldset>
  );
}

/** A bad, a typical and a good world by the judged metric, once worlds have been compared; before that an offer to. */
function Kinds() {
  const words = useWords(networkWords);
  const locale = useLocale();
  const kinds = useKinds();
  const asked = scenario.value;
  // Comparing does not know of network files that were given here.
  const isNetworkOurs = asked?.arms.every(({ networkFile }) => networkFile === null);
  if (asked === null || asked.arms.length < 2 || !isNetworkOurs) return null;
  if (run.value.is === 'failed')
    return <span class="problem">{say(words.failed, { why: run.value.message }, locale)}</span>;
  if (kinds === undefined) {
    const isRunning = run.value.is === 'running';
    return (
      <button
        type="button"
        class="framed"
        disabled={isRunning}
        onClick={() => void live().then(({ compareNow }) => compareNow())}
      >
        {isRunning ? words.findingKinds : words.findKinds}
      </button>
    );
  }
  const [left, right] = armsToShow(asked.arms.length, wanted.value).map((arm) =>
    armName({ scenario: asked }, arm, locale),
  );
  return (
    <>
      {(['bad', 'typical', 'good'] as const).map((kind) => (
        <button
          key={kind}
          type="button"
          class="framed"
          aria-pressed={world.value === kinds[kind]}
          title={say(words.worldKindAbout[kind], { left, right }, locale)}
          onClick={() => {
            world.value = kinds[kind];
          }}
        >
          {words.worldKinds[kind]}
        </button>
      ))}
    </>
  );
}

/** The table of metrics is large, so it is loaded with the choice, not with the page. */
function useKinds(): Readonly<Record<WorldKind, number>> | undefined {
  const [kinds, setKinds] = useState<Readonly<Record<WorldKind, number>>>();
  const result = shown.value;
  const isDone = run.value.is !== 'running';
  const arms = result ? armsToShow(result.scenario.arms.length, wanted.value) : [];
  const isCurrent = result !== null && isDone && result.scenario === scenario.value;
  useEffect(() => {
    if (!isCurrent || result === null) return setKinds(undefined);
    void import('./choose-world.ts').then(({ chooseWorlds }) =>
      setKinds(chooseWorlds(result.results, arms, result.scenario.judge.metric)),
    );
  }, [isCurrent, result, arms.join()]);
  return kinds;
}

function ViewChoice() {
  const words = useWords(networkWords);
  const table = isTable.value || noPicture.value !== null;
  return (
    <fieldset class="field net-view">
      <legend>{words.view}</legend>
      <div class="row">
        <button
          type="button"
          aria-pressed={!table}
          disabled={noPicture.value !== null}
          onClick={() => {
            isTable.value = false;
          }}
        >
          {words.showPicture}
        </button>
        <button
          type="button"
          aria-pressed={table}
          onClick={() => {
            isTable.value = true;
          }}
        >
          {words.showTable}
        </button>
      </div>
    </fieldset>
  );
}
