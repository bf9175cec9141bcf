/** The upper bounds of the classes of costs, in milliseconds. */
const bounds = [1, 5, 20, 100, 500, 2_000, 5_000] as const;

/** Counts statements by what they are estimated to cost. */
export class CostCounts {
  /** How many statements cost at most each bound, and more than the one before it. */
  readonly classes = new Array<number>(bounds.length + 1).fill(0);
  readonly bounds: readonly number[] = bounds;
  totalMs = 0;

  /** Notes a statement. */
  readonly note = (ms: number): void => {
    this.totalMs += ms;
    let i = 0;
    while (i < bounds.length && ms > (bounds[i] ?? 0)) i += 1;
    this.classes[i] = (this.classes[i] ?? 0) + 1;
  };
}
