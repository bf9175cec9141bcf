/** A word of a text, and where it is. */
interface Word {
  text: string;
  start: number;
  end: number;
}

interface FoundName {
  /** Its words after the first. */
  others: readonly string[];
  pseudonym: string;
}

/** Combining marks and invisible characters: a name is found with and without them. */
const marks = /[\p{M}\p{Cf}]+/gu;
const words = /[\p{L}\p{N}\p{M}\p{Cf}]+/gu;

const foldWord = (word: string): string => word.normalize('NFKD').replace(marks, '').toLowerCase();

const wordsOf = (text: string): Word[] =>
  [...text.matchAll(words)]
    .map(({ 0: word, index }) => ({
      text: foldWord(word),
      start: index,
      end: index + word.length,
    }))
    .filter((word) => word.text !== '');

/** Arabic writes "and", "by" or "to" as one letter in front of a word: و ف ب ل ك. */
const arabicPrefix = /^[وفبلك](?=\p{Script=Arabic}{3})/u;

/**
 * Finds names in texts, word by word, in any letter case, and without regard to accents and
 * punctuation. The time to read a text does not depend on how many names there are.
 */
export class NameFinder {
  /** The names by their first word. */
  private readonly byFirstWord = new Map<string, FoundName[]>();

  /** @param names Each name, with the pseudonym that stands for it. */
  constructor(names: Iterable<readonly [name: string, pseudonym: string]>) {
    for (const [name, pseudonym] of names) {
      const [first, ...others] = wordsOf(name).map(({ text }) => text);
      if (first === undefined) continue;
      const present = this.byFirstWord.get(first) ?? [];
      this.byFirstWord.set(first, present);
      present.push({ others, pseudonym });
    }
  }

  get isEmpty(): boolean {
    return this.byFirstWord.size === 0;
  }

  /** Whether a text contains one of the names. */
  isIn(text: string): boolean {
    if (this.isEmpty) return false;
    const all = wordsOf(text);
    return all.some((_, i) => this.nameAt(all, i) !== undefined);
  }

  /** The text, with each name in it replaced: by `replacement`, or else by its pseudonym. */
  replaceIn(text: string, replacement?: string): string {
    if (this.isEmpty) return text;
    const all = wordsOf(text);
    let result = '';
    let end = 0;
    for (let i = 0; i < all.length; ) {
      const found = this.nameAt(all, i);
      const length = found ? found.others.length + 1 : 1;
      if (found) {
        result += text.slice(end, all[i]?.start) + (replacement ?? found.pseudonym);
        end = all[i + length - 1]?.end ?? end;
      }
      i += length;
    }
    return result + text.slice(end);
  }

  /** The longest name at this place. */
  private nameAt(all: readonly Word[], i: number): FoundName | undefined {
    const word = all[i]?.text ?? '';
    const names = [word, word.replace(arabicPrefix, '')].flatMap(
      (each) => this.byFirstWord.get(each) ?? [],
    );
    return names
      .filter(({ others }) => others.every((other, n) => all[i + 1 + n]?.text === other))
      .reduce<FoundName | undefined>(
        (longest, name) =>
          longest && longest.others.length >= name.others.length ? longest : name,
        undefined,
      );
  }
}
