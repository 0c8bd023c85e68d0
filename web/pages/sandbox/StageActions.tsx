/** What makes another scenario of what is on the stage: new luck, the inputs kept as an arm; and the way to Compare. */
import { say } from '../../../src/report/charts/words.ts';
import { change, edit } from '../../app/edit.ts';
import { useLocale, useWords } from '../../app/Shell.tsx';
import { scenario } from '../../app/workspace.ts';
import { nextSeed } from './figures.ts';
import { shownArm } from './stage.ts';
import { sandboxWords } from './words.ts';

export function StageActions() {
  const locale = useLocale();
  const words = useWords(sandboxWords);
  const asked = scenario.value;
  if (asked === null) return null;
  const place = shownArm.value ?? asked.arms.length - 1;
  const arm = asked.arms[Math.min(place, asked.arms.length - 1)];
  const label = arm.label[locale] ?? arm.name;
  const pin = async () => {
    const { addArm } = await import('../../state/arms.ts');
    await change((text) =>
      addArm(text, asked.arms.indexOf(arm), say(words.pinned, { label: arm.name }, locale)),
    );
  };
  return (
    <>
      <button
        type="button"
        class="framed"
        title={words.newLuckAbout}
        onClick={() => void edit([{ path: ['seed'], value: nextSeed(asked.seed) }])}
      >
        <span aria-hidden="true">⚂</span> {words.newLuck}
      </button>
      <button
        type="button"
        class="framed"
        title={say(words.pinAbout, { label }, locale)}
        disabled={asked.arms.length >= 5}
        onClick={() => void pin()}
      >
        <span aria-hidden="true">⊕</span> {words.pin}
      </button>
      <a class="button framed" href="../compare/" title={words.compareAbout}>
        {words.compare}
      </a>
    </>
  );
}
