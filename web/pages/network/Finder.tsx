/** Finding a person: by name or number, or whoever's life differs most. */
import { useId, useMemo, useState } from 'preact/hooks';
import { useLocale, useWords } from '../../app/Shell.tsx';
import { DiffersMost } from './Differing.tsx';
import { findPeople, fullNameOf, lifeWords } from './names.ts';
import { type Stage, select } from './state.ts';
import { networkWords } from './words.ts';

export function Finder({ stage }: { readonly stage: Stage }) {
  return (
    <div class="net-finder">
      <Search stage={stage} />
      {stage.frames.arms.length > 1 && <DiffersMost stage={stage} />}
    </div>
  );
}

function Search({ stage }: { readonly stage: Stage }) {
  const words = useWords(networkWords);
  const locale = useLocale();
  const list = useId();
  const [asked, setAsked] = useState('');
  const [at, setAt] = useState(0);
  const names = lifeWords.value;
  const found = useMemo(() => findPeople(stage, asked, locale), [stage, asked, locale, names]);
  const isOpen = asked.trim() !== '';
  const choose = (person: number | undefined) => {
    if (person === undefined) return;
    select(person);
    setAsked('');
  };
  const onKey = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && found.length > 0) setAt((at + step + found.length) % found.length);
    else if (event.key === 'Enter') choose(found[at]);
    else if (event.key === 'Escape') setAsked('');
    else return;
    event.preventDefault();
  };
  return (
    <div class="field net-search">
      <label for={`${list}-box`}>{words.find}</label>
      <input
        id={`${list}-box`}
        type="text"
        role="combobox"
        autocomplete="off"
        placeholder={words.findHint}
        value={asked}
        aria-expanded={isOpen}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={isOpen && found.length > 0 ? `${list}-${at}` : undefined}
        onInput={(event) => {
          setAsked(event.currentTarget.value);
          setAt(0);
        }}
        onKeyDown={onKey}
      />
      <div
        id={list}
        role="listbox"
        tabIndex={-1}
        aria-label={words.find}
        hidden={!isOpen || found.length === 0}
      >
        {found.map((person, i) => (
          <div
            key={person}
            id={`${list}-${i}`}
            role="option"
            tabIndex={-1}
            aria-selected={i === at}
            onPointerDown={(event) => {
              event.preventDefault();
              choose(person);
            }}
          >
            {fullNameOf(stage, person, locale)}
          </div>
        ))}
      </div>
      {isOpen && found.length === 0 && <p class="net-none">{words.noMatch}</p>}
    </div>
  );
}
