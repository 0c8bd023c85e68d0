/** How the model works. All that is to be read was drawn when the site was built; this adds search over the numbers. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { say } from '../../../src/report/charts/words.ts';
import type { Known } from '../../../src/scenario/parameter.ts';
import { Shell, useLocale, useWords } from '../../app/Shell.tsx';
import { Static } from '../../app/Static.tsx';
import { groupsIn, showMatches, type Wanted } from './find.ts';
import './methods.css';
import './evidence.css';
import { Numbers } from './Numbers.tsx';
import { methodsWords } from './words.ts';

type Groups = ReturnType<typeof groupsIn>;

const everything: Wanted = { words: '', group: '', known: '' };

export function Methods() {
  const table = useRef<HTMLDivElement>(null);
  const [wanted, setWanted] = useState(everything);
  const [found, setFound] = useState<number | null>(null);
  const [groups, setGroups] = useState<Groups>([]);
  const search = () => {
    if (table.current?.querySelector('[data-group]')) setFound(showMatches(table.current, wanted));
  };
  useEffect(search, [wanted]);
  const shown = () => {
    if (table.current) setGroups(groupsIn(table.current));
    search();
    const target = location.hash.length > 1 && document.getElementById(decodeURI(location.hash.slice(1)));
    if (target) target.scrollIntoView();
  };
  return (
    <Shell route="methods">
      <Static name="intro" class="intro methods-intro" />
      <div class="methods">
        <Static name="contents" class="methods-side" />
        <div class="methods-text">
          <Static name="model" />
          <Search wanted={wanted} found={found} groups={groups} onChange={setWanted} />
          <div ref={table}>
            <Numbers onShown={shown} />
          </div>
          <Static name="standing" />
        </div>
      </div>
    </Shell>
  );
}

interface SearchProps {
  readonly wanted: Wanted;
  readonly found: number | null;
  readonly groups: Groups;
  readonly onChange: (wanted: Wanted) => void;
}

function Search({ wanted, found, groups, onChange }: SearchProps) {
  const words = useWords(methodsWords);
  const locale = useLocale();
  const known = Object.keys(words.knownNames) as Known[];
  return (
    <search class="methods-search row">
      <label class="field">
        <span>{words.search}</span>
        <input
          type="search"
          placeholder={words.searchHint}
          value={wanted.words}
          onInput={(event) => onChange({ ...wanted, words: event.currentTarget.value })}
        />
      </label>
      <label class="field">
        <span>{words.group}</span>
        <select
          value={wanted.group}
          onChange={(event) => onChange({ ...wanted, group: event.currentTarget.value })}
        >
          <option value="">{words.allGroups}</option>
          {groups.map(({ path, label }) => (
            <option key={path} value={path}>
              {label}
            </option>
          ))}
        </select>
      </label>
      <label class="field">
        <span>{words.known}</span>
        <select
          value={wanted.known}
          onChange={(event) => onChange({ ...wanted, known: event.currentTarget.value })}
        >
          <option value="">{words.anyKnown}</option>
          {known.map((name) => (
            <option key={name} value={name}>
              {words.knownNames[name]}
            </option>
          ))}
        </select>
      </label>
      <p class="fine" role="status">
        {found === 0 ? words.none : found !== null && say(words.found, { count: found }, locale)}
      </p>
    </search>
  );
}
