import { decodeEscapes } from './escapes.ts';
import { type TextWord, wordsOf } from './fold-words.ts';

interface FoundName {
  /** Its words after the first. */
  others: readonly string[];
  pseudonym: string;
}

/** Arabic writes "and", "by" or "to" as one letter in front of a word: و ف ب ل ك. */
const arabicPrefix = /^[وفبلك](?=\p{Script=Arabic}{3})/u;

/**
 * Finds names in texts, word by word, in any letter case, and without regard to accents and
 * punctuation. The time to read a text does not depend on how many names there are.
 */
export class NameFinder {
  /** The names by their first word. */
  private readonly byFirstWord = new Map<string, FoundName[]>();

  private mostWords = 0;

  /** @param names Each name, with the pseudonym that stands for it. */
  constructor(names: Iterable<readonly [name: string, pseudonym: string]>) {
    for (const [name, pseudonym] of names) {
      const [first, ...others] = wordsOf(name).map(({ text }) => text);
      if (first === undefined) continue;
      const present = this.byFirstWord.get(first) ?? [];
      this.byFirstWord.set(first, present);
      present.push({ others, pseudonym });
      this.mostWords = Math.max(this.mostWords, others.length + 1);
    }
  }

  get isEmpty(): boolean {
    return this.byFirstWord.size === 0;
  }

  /** Whether a text contains one of the names, also written with escapes. */
  isIn(text: string): boolean {
    if (this.isEmpty) return false;
    const decoded = decodeEscapes(text);
    return [...new Set([text, decoded])].some((each) => {
      const all = wordsOf(each);
      return all.some((_, i) => this.nameAt(all, i) !== undefined);
    });
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

  /**
   * The text without a name that its end has cut off, such as "Ana Exam". Fewer than three letters
   * of a name are nothing to go by.
   */
  replaceCutName(text: string): string {
    const all = wordsOf(text);
    const last = all.at(-1);
    // What follows the last word says that it is complete.
    if (this.isEmpty || !last || last.end < text.length) return text;
    for (const [i, { start }] of all.entries()) {
      const rest = all.slice(i).map((word) => word.text);
      if (i < all.length - this.mostWords || rest.join('').length < fewestLetters) continue;
      for (const [first, names] of this.byFirstWord)
        for (const { others, pseudonym } of names)
          if (isBeginning(rest, [first, ...others])) return text.slice(0, start) + pseudonym;
    }
    return text;
  }

  /** The longest name at this place. */
  private nameAt(all: readonly TextWord[], i: number): FoundName | undefined {
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

const fewestLetters = 3;

/** Whether words are the beginning of a name, of which the last word may be cut. */
const isBeginning = (beginning: readonly string[], name: readonly string[]): boolean =>
  beginning.length <= name.length &&
  beginning.every((word, i) =>
    i === beginning.length - 1 ? name[i]?.startsWith(word) : name[i] === word,
  );
