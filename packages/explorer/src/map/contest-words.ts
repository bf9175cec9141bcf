import type { Words } from '../words/en.ts';
import type { Contests } from './contested.ts';

/** What is said of contested control at places, a line for each. */
export const contestLines = (
  ids: readonly string[],
  contests: Contests,
  words: Words,
): readonly string[] =>
  ids.flatMap((id) => {
    const contest = contests.get(id);
    if (!contest) return [];
    const { place, surely, maybe } = contest;
    const lines = [
      ...(surely.length ? [words.contested(surely)] : []),
      ...(maybe.length ? [words.maybeContested(maybe)] : []),
    ];
    return ids.length > 1 ? lines.map((line) => `${place}: ${line}`) : lines;
  });
