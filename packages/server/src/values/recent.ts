/** Documents lately asked for, by a text. Bounded in number and in length: the least lately used goes first. */
export class Recent<V> {
  private readonly kept = new Map<string, { value: V; length: number }>();
  private length = 0;

  /** `longest`: characters of all together. A document takes some fifty times its text in memory. */
  constructor(
    private readonly most: number,
    private readonly longest: number,
  ) {}

  get(key: string): V | undefined {
    const found = this.kept.get(key);
    if (!found) return undefined;
    this.kept.delete(key);
    this.kept.set(key, found);
    return found.value;
  }

  set(key: string, value: V, length: number): void {
    this.delete(key);
    this.kept.set(key, { value, length });
    this.length += length;
    while (this.kept.size > this.most || this.length > this.longest) this.delete(this.kept.keys().next().value!);
  }

  delete(key: string): void {
    this.length -= this.kept.get(key)?.length ?? 0;
    this.kept.delete(key);
  }
}
