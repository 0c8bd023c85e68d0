/** Finding questions of the gallery: by words, tactic and metric; the nearest where nothing fits. */
import type { StoryCard } from '../../app/page-data.ts';

export interface Wanted {
  readonly words: string;
  readonly tactic: string | null;
  readonly metric: string | null;
}

/** Pieces of a search: words of Latin script, single characters of Chinese. */
const pieces = (text: string): string[] => text.toLowerCase().match(/[a-z0-9]+|[\u4e00-\u9fff]/gu) ?? [];

const textOf = ({ title, question, name, tactics, metric }: StoryCard): string =>
  [title.en, title['zh-CN'], question.en, question['zh-CN'], name, ...tactics, metric]
    .join(' ')
    .toLowerCase();

/** Part of what was asked that a story has; 1 is all of it. */
function likeness(story: StoryCard, { words, tactic, metric }: Wanted): number {
  const text = textOf(story);
  const asked = [
    ...pieces(words).map((piece) => text.includes(piece)),
    ...(tactic === null ? [] : [story.tactics.includes(tactic)]),
    ...(metric === null ? [] : [story.metric === metric]),
  ];
  return asked.length === 0 ? 1 : asked.filter(Boolean).length / asked.length;
}

/** Stories that have everything; else the nearest three, and `isNear`. */
export function findStories(
  stories: readonly StoryCard[],
  wanted: Wanted,
): { stories: readonly StoryCard[]; isNear: boolean } {
  const fits = stories.map((story) => ({ story, fit: likeness(story, wanted) }));
  const whole = fits.filter((each) => each.fit === 1).map(({ story }) => story);
  if (whole.length > 0) return { stories: whole, isNear: false };
  const nearest = [...fits].sort((a, b) => b.fit - a.fit).slice(0, 3);
  return { stories: nearest.map(({ story }) => story), isNear: true };
}
