/** Makes the network of a world in the tab and hands it over as a file. */
import { useState } from 'preact/hooks';
import { inLocale } from '../../../src/report/charts/source.ts';
import { say } from '../../../src/report/charts/words.ts';
import { storyText } from '../../app/address.ts';
import { usePageData } from '../../app/page-data.ts';
import { useLocale, useWords } from '../../app/Shell.tsx';
import { saveFile } from '../../app/save-file.ts';
import { endings, type NetworkFormat, networkFile, networkFormats } from './network-file.ts';
import { fileSize } from './size.ts';
import { dataWords } from './words.ts';

type State =
  | { readonly is: 'idle' | 'making' }
  | { readonly is: 'failed'; readonly why: string }
  | {
      readonly is: 'made';
      readonly file: string;
      readonly people: number;
      readonly ties: number;
      readonly bytes: number;
    };

export const MOST_WORLDS = 100_000;

/** A world's number as typed; null where it is none. */
export function worldOf(typed: string): number | null {
  const number = Number(typed.trim());
  return typed.trim() !== '' && Number.isInteger(number) && number >= 0 && number < MOST_WORLDS
    ? number
    : null;
}

async function make(name: string, world: number, format: NetworkFormat): Promise<State> {
  try {
    const text = await storyText(name);
    if (text === null) throw new Error(name);
    const { drawNetwork, readScenario } = await import('./draw-network.ts');
    const network = drawNetwork(readScenario(text, `${name}.yaml`), world, 0);
    const blob = new Blob([networkFile(network, format)], { type: 'application/octet-stream' });
    const file = `${name}-world-${world}${endings[format]}`;
    saveFile(file, blob);
    return { is: 'made', file, people: network.people.length, ties: network.ties.length, bytes: blob.size };
  } catch (error) {
    return { is: 'failed', why: error instanceof Error ? error.message : String(error) };
  }
}

export function NetworkMaker() {
  const words = useWords(dataWords);
  const locale = useLocale();
  const { stories, story } = usePageData();
  const [name, setName] = useState(story?.name ?? stories[0]?.name ?? '');
  const [typed, setTyped] = useState('0');
  const [format, setFormat] = useState<NetworkFormat>('gexf');
  const [state, setState] = useState<State>({ is: 'idle' });
  const world = worldOf(typed);
  const start = () => {
    if (world === null) return;
    setState({ is: 'making' });
    setTimeout(() => void make(name, world, format).then(setState), 20);
  };
  return (
    <div class="card data-maker">
      <div class="row">
        <label class="field data-wide">
          <span>{words.scenario}</span>
          <select value={name} onChange={(event) => setName(event.currentTarget.value)}>
            {stories.map((card) => (
              <option key={card.name} value={card.name}>
                {inLocale(card.title, locale)}
              </option>
            ))}
          </select>
        </label>
        <label class="field data-world">
          <span>{words.world}</span>
          <input
            inputMode="numeric"
            value={typed}
            aria-invalid={world === null}
            onInput={(event) => setTyped(event.currentTarget.value)}
          />
        </label>
        <label class="field">
          <span>{words.format}</span>
          <select
            value={format}
            onChange={(event) => {
              const chosen = networkFormats.find((each) => each === event.currentTarget.value);
              if (chosen) setFormat(chosen);
            }}
          >
            {networkFormats.map((each) => (
              <option key={each} value={each}>
                {words.formats[each]}
              </option>
            ))}
          </select>
        </label>
        <button
          type="button"
          class="framed"
          disabled={world === null || state.is === 'making'}
          onClick={start}
        >
          {words.make}
        </button>
      </div>
      <p class="fine" role="status">
        {world === null && say(words.worldLimit, { most: MOST_WORLDS - 1 }, locale)}
        {state.is === 'making' && words.making}
        {state.is === 'failed' && say(words.failed, { why: state.why }, locale)}
        {state.is === 'made' &&
          say(
            words.made,
            {
              file: state.file,
              people: state.people,
              ties: state.ties,
              size: fileSize(state.bytes, locale),
            },
            locale,
          )}
      </p>
    </div>
  );
}
