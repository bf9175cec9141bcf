interface Kept<V> {
  value: V;
  length: number;
  /** Asked for since it was last looked at. */
  used: boolean;
}

/**
 * Things lately asked for, by a text. Bounded in number and in length: what was not asked for in a whole round goes first ("second chance"). To be
 * asked for moves nothing, so that it costs nothing to ask.
 */
export class Recent<V> {
  private readonly kept = new Map<string, Kept<V>>();
  private total = 0;

  /** `longest`: the most that the lengths may be together. */
  constructor(
    private readonly most: number,
    private readonly longest: number,
  ) {}

  get size(): number {
    return this.kept.size;
  }

  /** The lengths of all together. */
  get length(): number {
    return this.total;
  }

  get(key: string): V | undefined {
    const found = this.kept.get(key);
    if (!found) return undefined;
    found.used = true;
    return found.value;
  }

  set(key: string, value: V, length: number): void {
    this.delete(key);
    this.kept.set(key, { value, length, used: false });
    this.total += length;
    while (this.kept.size > this.most || this.total > this.longest) this.drop(key);
  }

  delete(key: string): void {
    this.total -= this.kept.get(key)?.length ?? 0;
    this.kept.delete(key);
  }

  /** Looks at the first: it goes, unless it was asked for, or came just now and is not alone. */
  private drop(latest: string): void {
    const [[key, found]] = this.kept as unknown as [[string, Kept<V>]];
    const stays = found.used || (key === latest && this.kept.size > 1);
    this.delete(key);
    if (!stays) return;
    this.kept.set(key, { ...found, used: false });
    this.total += found.length;
  }
}
