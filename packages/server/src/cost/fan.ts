import type { ReferredBy, Runs } from './model.ts';

/** How many moments are kept of each fan: clients choose the limits that they are for. */
const maxMoments = 500;

/** Two standard errors above the average of some values. */
export const upperEnd = (mean: number, variance: number, count: number): number =>
  mean + 2 * Math.sqrt(Math.max(0, variance) / Math.max(1, count));

interface Moments {
  mean: number;
  variance: number;
}

/** Owners of which each has the same number of rows, and how many rows refer to them together. */
export type FanSize = readonly [size: number, owners: number, references: number];

/** How many rows refer to each owner, such as claims to reports. */
export class Fan {
  /** The sizes from the smallest to the largest, each with how many owners have it. */
  private readonly sizes: readonly FanSize[];
  readonly rows: number;
  /** Those that were computed before. */
  private readonly moments = new Map<string, Moments>();
  private readonly referred: number;

  /** `owners`: how many there are, with those that nothing refers to. */
  constructor(
    sizes: Iterable<FanSize>,
    readonly owners: number,
    /** The number of rows of some owners, by their key. */
    readonly byKey: ReadonlyMap<string, number> = new Map(),
  ) {
    this.sizes = [...sizes];
    this.rows = this.sum((size) => size);
    this.referred = this.sum(() => 1);
  }

  /**
   * How many rows of an owner are among the first `limit`, on average. For owners that nothing
   * referred to, it is the upper end for so many of them: the few with most rows may be among them.
   */
  mean(limit: number, { referredBy, count }: Runs): number {
    const { mean, variance } = this.momentsOf(limit, referredBy);
    return referredBy ? mean : upperEnd(mean, variance, count);
  }

  private momentsOf(limit: number, referredBy: ReferredBy): Moments {
    const key = `${referredBy} ${limit}`;
    const known = this.moments.get(key);
    if (known !== undefined) return known;
    const mean = this.average((size) => Math.min(size, limit), referredBy);
    const squares = this.average((size) => Math.min(size, limit) ** 2, referredBy);
    if (this.moments.size >= maxMoments) this.moments.clear();
    const moments = { mean, variance: squares - mean * mean };
    this.moments.set(key, moments);
    return moments;
  }

  /** The share of an owner's rows that are among the first `limit`, on average. */
  shareWithin(limit: number): number {
    return this.average((size) => Math.min(1, limit / Math.max(1, size)));
  }

  /** The average of the owners that have rows. */
  get expected(): number {
    return this.rows / Math.max(1, this.referred);
  }

  /** The share of owners with so many rows. */
  shareOfSize(least: number, most: number): number {
    const isIn = (size: number) => (size >= least && size <= most ? 1 : 0);
    return this.average(isIn);
  }

  /** The average for owners, or for what refers to them. */
  private average(value: (size: number) => number, referredBy?: ReferredBy): number {
    const all = Math.max(1, this.owners, this.referred);
    let [owners, sum] = [0, 0];
    for (const [size, sameSize, references] of this.sizes) {
      const times = { ROWS: references, PLACES: sameSize * size, ANY: sameSize }[
        referredBy ?? 'ANY'
      ];
      owners += times;
      sum += times * value(size);
    }
    // Some owners have no rows.
    return referredBy ? sum / Math.max(1, owners) : (sum + (all - owners) * value(0)) / all;
  }

  private sum(value: (size: number) => number): number {
    return this.sizes.reduce((total, [size, owners]) => total + owners * value(size), 0);
  }
}
