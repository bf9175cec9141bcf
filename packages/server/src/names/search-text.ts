/** Words or phrases that a text must have, and words that it must not have. */
export interface Alternative {
  /** Words in any order. Phrases are between quotation marks. */
  words: string;
  /** Phrases to find exactly as they are. Only for `NameMatch.EXACT`. */
  phrases: string[];
  excluded: string[];
}

/** A search text in web search syntax, parsed. */
export interface SearchText {
  /** What must be found, one of several. Empty: the text only excludes words. */
  alternatives: Alternative[];
  /** The text to look up as a name: without the words that it excludes. */
  name: string;
  /** All excluded words and phrases. */
  excluded: string[];
}

/** Minus signs, and the dashes that phones and word processors write for them. */
const token = /([-\u2212\u2013]?)(?:"([^"]*)"?|([^\s"]+))/g;
const hasWord = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);

/**
 * Parses a search text: "quoted words" are adjacent, `-word` and `-"quoted words"` are excluded,
 * `or` separates alternatives. A minus before a blank means nothing. In an exact search, `or` is a
 * word, and the words between quoted phrases are a phrase, too.
 */
export function parseSearchText(text: string, isExact: boolean): SearchText {
  const alternatives: Alternative[] = [];
  let current: Alternative = { words: '', phrases: [], excluded: [] };
  let run: string[] = [];
  const endRun = () => {
    if (run.length > 0) current.phrases.push(run.join(' '));
    run = [];
  };
  const endAlternative = () => {
    endRun();
    alternatives.push(current);
    current = { words: '', phrases: [], excluded: [] };
  };
  const name: string[] = [];
  const straight = text.replace(/[\u201c-\u201f\u00ab\u00bb]/g, '"');
  for (const [whole, minus, quoted, bare = ''] of straight.matchAll(token)) {
    const piece = quoted ?? bare.replace(/^[-\u2212\u2013]+/, '');
    if (minus && hasWord(piece)) {
      endRun();
      current.excluded.push(piece);
      continue;
    }
    name.push(whole);
    if (!hasWord(piece)) continue;
    if (quoted !== undefined) {
      endRun();
      if (isExact) current.phrases.push(quoted);
      else current.words += ` "${quoted}"`;
    } else if (isExact) run.push(bare);
    else if (bare.toLowerCase() === 'or') endAlternative();
    else current.words += ` ${piece}`;
  }
  endAlternative();
  const excluded = alternatives.flatMap((each) => each.excluded);
  return {
    alternatives: alternatives.filter(({ words, phrases }) => words !== '' || phrases.length > 0),
    name: excluded.length === 0 ? text : name.join(' '),
    excluded,
  };
}
