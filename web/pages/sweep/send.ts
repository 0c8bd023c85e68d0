/** A point of a sweep as a scenario of its own, and the page that compares it. */
import { armKey } from '../../../src/experiment/plan.ts';
import { setsOf } from '../../../src/experiment/sweep/points.ts';
import { type Study, setsOfPoint } from '../../../src/experiment/sweep/study.ts';
import type { Ties } from '../../../src/population/ties.ts';
import { parseScenario } from '../../../src/scenario/parse.ts';
import { readPath } from '../../../src/scenario/path.ts';
import { version } from '../../../src/version.ts';
import { presetPlain, siteRoot, storyText } from '../../app/address.ts';
import type { Doc } from '../../app/workspace.ts';
import { type Edit, type Edited, editDocument, plainOf } from '../../state/document.ts';
import { encodeLink } from '../../state/link.ts';
import { isPlainMapping, type Path, type Plain, partAt } from '../../state/plain.ts';
import { linkStateOf } from '../../state/share.ts';
import type { Prepared } from './prepare.ts';

/** The text of a scenario with the values of a point written into it. */
export function textOfPoint(
  text: string,
  { inputs }: Pick<Prepared, 'inputs'>,
  values: readonly number[],
): Edited {
  return textWithSets(text, setsOf(inputs, values));
}

/** The text of a scenario with what `--set` would say written into it. */
function textWithSets(text: string, sets: readonly string[]): Edited {
  const read = plainOf(text);
  const root = 'plain' in read ? read.plain : null;
  const edits = sets.flatMap((set): Edit[] => {
    const cut = set.search(/=(?=(?:[^"]*"[^"]*")*[^"]*$)/);
    const path = readPath(set.slice(0, cut));
    return path === null ? [] : [{ path: withPlaces(path, root), value: asPlain(set.slice(cut + 1)) }];
  });
  return editDocument(text, edits);
}

/** `arms."with ads".…` as the place of that arm in the list. */
function withPlaces(path: Path, root: Plain): Path {
  const [first, name, ...rest] = path;
  const arms = partAt(root, ['arms']);
  if (first !== 'arms' || typeof name === 'number' || !Array.isArray(arms)) return path;
  const place = arms.findIndex((arm) => isPlainMapping(arm) && arm.name === name);
  return place < 0 ? path : ['arms', place, ...rest];
}

/** Numbers as numbers, everything else as it is written. */
const asPlain = (written: string): Plain =>
  /^[-+]?[\d.]+(?:e[-+]?\d+)?$/i.test(written) ? Number(written) : written;

/** Opens the compare page with a point. False where the text refuses it. */
export async function sendToCompare(
  doc: Doc,
  prepared: Prepared,
  values: readonly number[],
): Promise<boolean> {
  const edited = textOfPoint(doc.text, prepared, values);
  return 'text' in edited && (await openInCompare(edited.text, doc.preset));
}

/** The text of a point of a study; null where it would not be the very scenario that the study ran. */
export function textOfStudyPoint(study: Study, number: number): string | null {
  const { text, set, file } = study.scenario;
  const edited = textWithSets(text, [...set, ...setsOfPoint(study, number)]);
  const scenario = 'text' in edited ? parseScenario(edited.text, file).scenario : null;
  if (scenario === null || !('text' in edited)) return null;
  try {
    const keys = scenario.arms.map((arm) => armKey(scenario, arm, new Map<string, Ties>()));
    return keys.join() === study.points[number - 1].armKeys.join() ? edited.text : null;
  } catch {
    // A network file that this page does not have.
    return null;
  }
}

export async function sendStudyPoint(study: Study, number: number): Promise<boolean> {
  const text = textOfStudyPoint(study, number);
  return text !== null && (await openInCompare(text, null));
}

async function openInCompare(text: string, preset: string | null): Promise<boolean> {
  const presetText = preset === null ? null : await storyText(preset);
  const state = linkStateOf({
    preset,
    presetText,
    text,
    view: {},
    version,
    hash: null,
    digest: null,
  });
  location.href = new URL(`compare/${await encodeLink(state, presetPlain)}`, siteRoot()).href;
  return true;
}
