/** Files for tools of one's own, and how to get the same numbers in code. */
import { Shell, useWords } from '../../app/Shell.tsx';
import { Static } from '../../app/Static.tsx';
import './data.css';
import { NetworkMaker } from './NetworkMaker.tsx';
import { dataWords } from './words.ts';

export function Data() {
  const words = useWords(dataWords);
  return (
    <Shell route="data">
      <section class="intro">
        <h1>{words.title}</h1>
        <p class="lead">{words.lead}</p>
      </section>
      <Static name="files" class="data-list" />
      <section aria-labelledby="dictionary">
        <h2 id="dictionary">{words.dictionary}</h2>
        <dl class="data-dictionary">
          {words.dictionaryRows.map(([column, about]) => (
            <div key={column}>
              <dt>
                <code>{column}</code>
              </dt>
              <dd>{about}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section aria-labelledby="network">
        <h2 id="network">{words.network}</h2>
        <p>{words.networkLead}</p>
        <NetworkMaker />
      </section>
      <section aria-labelledby="code">
        <h2 id="code">{words.code}</h2>
        <p>{words.codeLead}</p>
        <Static name="code" class="data-code" />
      </section>
      <section aria-labelledby="licence">
        <h2 id="licence">{words.licence}</h2>
        <p>{words.licenceText}</p>
      </section>
    </Shell>
  );
}
