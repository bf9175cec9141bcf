import { decodeEscapes } from './escapes.ts';
import { wordsOf } from './fold-words.ts';
import { NameFinder } from './name-finder.ts';

/** A name of a protected source, and the pseudonym that stands for it. */
export type HiddenName = readonly [name: string, pseudonym: string];

export const hasTwoWords = (name: string): boolean =>
  /[\p{L}\p{N}][^\p{L}\p{N}]+[\p{L}\p{N}]/u.test(name);

/** What separates the items of a list in a cell. */
const separators = /([;,|/\n\t]+)/;

/** A name as others are compared with it. */
export const foldName = (name: string): string =>
  wordsOf(name)
    .map(({ text }) => text)
    .join(' ');

/** The lengths to which imports cut what they quote. A pair of surrogates is not halved. */
const cutLengths: readonly number[] = [200, 500].flatMap((length) => [length - 1, length]);

/** Names of fields. In the rows of an export, they say what a value is. */
const fieldName = /^[a-z_$]\w*$/;

/**
 * Replaces names of protected sources in what imports store: raw rows, keys, problems. A name of
 * one word, such as "Ali", may be part of something else. It is replaced where it is a whole cell,
 * or an item of a list in a cell.
 */
export class NameRedactor {
  private readonly byName: ReadonlyMap<string, string>;
  private readonly finder: NameFinder;
  private readonly everyName: NameFinder;

  constructor(names: readonly HiddenName[]) {
    this.byName = new Map(names.map(([name, pseudonym]) => [foldName(name), pseudonym]));
    this.finder = new NameFinder(names.filter(([name]) => hasTwoWords(name)));
    this.everyName = new NameFinder(names);
  }

  get isEmpty(): boolean {
    return this.byName.size === 0;
  }

  /** `isOwn`: the text is about the source, so that a name of one word is replaced anywhere. */
  replaceIn(text: string, isOwn = false): string {
    if (this.isEmpty) return text;
    const replaced = this.replaceAsWritten(text, isOwn);
    // A name that is written with escapes is found without them. So are parts of cut JSON.
    const decoded = decodeEscapes(replaced);
    if (decoded === replaced) return replaced;
    const again = this.replaceAsWritten(decoded, isOwn);
    return again === decoded ? replaced : again;
  }

  private replaceAsWritten(text: string, isOwn: boolean): string {
    const whole = cutLengths.includes(text.length) ? this.everyName.replaceCutName(text) : text;
    if (isOwn) return this.everyName.replaceIn(whole);
    const items = whole.split(separators).map((item) => this.replaceItem(item));
    return this.finder.replaceIn(items.join(''));
  }

  private replaceItem(item: string): string {
    const pseudonym = this.byName.get(foldName(item));
    return pseudonym === undefined ? item : item.replace(item.trim(), () => pseudonym);
  }

  /** The same in every text of a value, and in keys of objects that are headers of columns. */
  replaceInValue<T>(value: T, isOwn = false): T {
    if (typeof value === 'string') return this.replaceIn(value, isOwn) as T;
    if (value === null || typeof value !== 'object') return value;
    if (Array.isArray(value)) return value.map((each) => this.replaceInValue(each, isOwn)) as T;
    return Object.fromEntries(
      Object.entries(value).map(([key, each]) => [
        fieldName.test(key) ? key : this.replaceIn(key, isOwn),
        this.replaceInValue(each, isOwn),
      ]),
    ) as T;
  }

  /** The same in a text that may be JSON, such as the cells of a row. */
  replaceInRow(raw: string, isOwn = false): string {
    if (this.isEmpty) return raw;
    const value = parseJson(raw);
    if (value === undefined) return this.replaceIn(raw, isOwn);
    const replaced = this.replaceInValue(value, isOwn);
    return JSON.stringify(replaced) === JSON.stringify(value) ? raw : JSON.stringify(replaced);
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
