/** What a run is made of beside its people: how long, how many worlds, which chance, what is uncertain. */
import { useId } from 'preact/hooks';
import { edit } from '../app/edit.ts';
import { useWords } from '../app/Shell.tsx';
import { partAt } from '../state/plain.ts';
import { isReadable, plain } from './catalog.ts';
import { ParameterField } from './ParameterField.tsx';
import { TypedBox } from './TypedBox.tsx';
import { inputWords } from './words.ts';

const assumptions = ['plausible', 'stated', 'fixed'] as const;

export function RunInputs() {
  const id = useId();
  const words = useWords(inputWords);
  const seed = partAt(plain.value, ['seed']) ?? 'seedbed';
  const given = partAt(plain.value, ['assumptions']) ?? assumptions[0];
  const known = assumptions.find((each) => each === given);
  return (
    <>
      <ParameterField path="horizon" arm={null} />
      <ParameterField path="worlds" arm={null} />
      <div class="inputs-field">
        <div class="inputs-head">
          <label for={`${id}-seed`}>{words.seed}</label>
        </div>
        <TypedBox
          id={`${id}-seed`}
          label={words.seed}
          text={typeof seed === 'object' ? JSON.stringify(seed) : String(seed)}
          disabled={!isReadable.value}
          problem={undefined}
          onText={(value) => void edit([{ path: ['seed'], value }], 'seed')}
        />
        <p class="inputs-note">{words.seedAbout}</p>
      </div>
      <div class="inputs-field">
        <div class="inputs-head">
          <label for={`${id}-kind`}>{words.assumptions}</label>
        </div>
        <select
          id={`${id}-kind`}
          disabled={!isReadable.value}
          value={known ?? ''}
          onChange={(event) =>
            void edit([{ path: ['assumptions'], value: event.currentTarget.value }], 'assumptions')
          }
        >
          {known === undefined && <option value="">?</option>}
          {assumptions.map((each) => (
            <option key={each} value={each}>
              {words.assumptionKinds[each]}
            </option>
          ))}
        </select>
      </div>
    </>
  );
}
