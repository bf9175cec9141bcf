import { normalizeForComparison } from '../values/normalize.ts';
import { NameFinder } from './name-finder.ts';

/** A name of a protected source, and the pseudonym that stands for it. */
export type HiddenName = readonly [name: string, pseudonym: string];

export const hasTwoWords = (name: string): boolean =>
  /[\p{L}\p{N}][^\p{L}\p{N}]+[\p{L}\p{N}]/u.test(name);

/** What separates the items of a list in a cell. */
const separators = /([;,|/\n\t]+)/;

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
    this.byName = new Map(
      names.map(([name, pseudonym]) => [normalizeForComparison(name), pseudonym]),
    );
    this.finder = new NameFinder(names.filter(([name]) => hasTwoWords(name)));
    this.everyName = new NameFinder(names);
  }

  get isEmpty(): boolean {
    return this.byName.size === 0;
  }

  /** `isOwn`: the text is about the source, so that a name of one word is replaced anywhere. */
  replaceIn(text: string, isOwn = false): string {
    if (this.isEmpty) return text;
    if (isOwn) return this.everyName.replaceIn(text);
    const items = text.split(separators).map((item) => this.replaceItem(item));
    return this.finder.replaceIn(items.join(''));
  }

  private replaceItem(item: string): string {
    const pseudonym = this.byName.get(normalizeForComparison(item));
    return pseudonym === undefined ? item : item.replace(item.trim(), () => pseudonym);
  }

  /** The same in every text of a value. Keys of objects stay. */
  replaceInValue<T>(value: T, isOwn = false): T {
    if (typeof value === 'string') return this.replaceIn(value, isOwn) as T;
    if (value === null || typeof value !== 'object') return value;
    if (Array.isArray(value)) return value.map((each) => this.replaceInValue(each, isOwn)) as T;
    return Object.fromEntries(
      Object.entries(value).map(([key, each]) => [key, this.replaceInValue(each, isOwn)]),
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
