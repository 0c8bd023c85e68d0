/** Stored results: the one that came with the page or that its address names, and those that a viewer opens. */
import { batch } from '@preact/signals';
import { planExperiment } from '../../src/experiment/plan.ts';
import type { StoredComparison, StoredFile } from '../../src/report/stored.ts';
import { engineFingerprint } from '../../src/version.ts';
import { siteRoot, storyText } from './address.ts';
import { begin } from './edit.ts';
import { holdAgainst, memory, networks, readDocument, stop } from './live-run.ts';
import { pageData } from './page-data.ts';
import { doc, other, run, say, scenario, shown, tell } from './workspace.ts';

/** Where the result of what the page asks is stored, from the root of the site: of a story that nobody has changed. */
async function storedPath(): Promise<string | null> {
  const asked = new URLSearchParams(location.search).get('result');
  if (asked !== null) return asked;
  const now = doc.value;
  const path = pageData().stories.find(({ name }) => name === now?.preset)?.result?.path ?? null;
  if (now === null || now.preset === null || path === null) return null;
  return now.text === (await storyText(now.preset)) ? path : null;
}

/** Opens the result that came with the page, or that its address names on the same host; false if there is none. */
export async function openOwnResult(): Promise<boolean> {
  const path = await storedPath();
  if (path === null) return false;
  const address = new URL(path, siteRoot());
  if (address.origin !== location.origin) {
    say('resultFailed', { why: address.origin });
    return false;
  }
  try {
    const answer = await fetch(address);
    if (!answer.ok) {
      say('noResult', { status: answer.status });
      return false;
    }
    const text = await answer.text();
    const file = { name: address.pathname.split('/').at(-1) ?? 'result', text: async () => text };
    return await openResult([file], async () => (await storedPath()) === path);
  } catch (error) {
    say('resultFailed', { why: error instanceof Error ? error.message : String(error) });
    return false;
  }
}

/**
 * Shows a stored result as it is, without running anything. Where it is no longer wanted (somebody has changed the question
 * meanwhile), its worlds are remembered only, for the arms that the change did not touch.
 */
export async function openResult(
  files: readonly StoredFile[],
  isWanted: () => Promise<boolean> = async () => true,
): Promise<boolean> {
  const { openStored } = await import('../../src/report/stored.ts');
  const { stored, problems: why } = await openStored(files);
  if (stored === null) {
    for (const [i, text] of why.entries()) tell({ id: `result ${i}`, text });
    return false;
  }
  if (stored.kind === 'compare') remember(stored);
  if (!(await isWanted())) return true;
  for (const [i, text] of stored.remarks.entries()) tell({ id: `remark ${i}`, text });
  if (stored.kind !== 'compare') {
    other.value = stored;
    return true;
  }
  showStored(stored);
  return true;
}

/** Worlds that this very code made need not run again. */
function remember({ scenario: asked, results, code }: StoredComparison): void {
  const hasNetworks = asked.arms.some(({ networkFile }) => networkFile !== null);
  if (code !== engineFingerprint || hasNetworks) return;
  const plan = planExperiment(asked, networks);
  for (const result of results) memory.keep(plan, result);
}

function showStored({ comparison, results, scenario: asked, file, text, worlds }: StoredComparison): void {
  stop();
  const now = doc.value;
  if (now?.text !== text) begin({ preset: null, file, text });
  readDocument();
  const same = scenario.value ?? asked;
  if (worlds === asked.worlds) holdAgainst(comparison.digest, worlds);
  batch(() => {
    other.value = null;
    run.value = { is: 'idle' };
    shown.value = { scenario: same, comparison, results, planned: worlds, origin: 'stored' };
  });
}
