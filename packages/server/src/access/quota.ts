import { LRUCache } from 'lru-cache';
import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible';

/** Keys that have used up their points. Each takes about 100 bytes. */
const maxBlocked = 50_000;

/**
 * Points that each key may spend in a period. Each server counts for itself. A key that has a point
 * left may spend any number, so that nothing is always too expensive; what is spent beyond the
 * limit is forgotten with the period.
 */
export class Quota {
  private readonly limiter: RateLimiterMemory;
  /** When each key that has no points left gets new ones. */
  private readonly blockedUntil = new LRUCache<string, number>({ max: maxBlocked });

  /** `seconds`: how long the period is. */
  constructor(
    readonly points: number,
    readonly seconds: number,
  ) {
    // The library notes the first point that is too many. Here, it is the last one allowed.
    this.limiter = new RateLimiterMemory({ points: points - 1, duration: seconds });
  }

  /** In how many seconds a key may go on; undefined if it may now. */
  waitOf(key: string): number | undefined {
    const until = this.blockedUntil.get(key);
    if (until === undefined || until <= Date.now()) return undefined;
    return Math.ceil((until - Date.now()) / 1_000);
  }

  /** Spends points for what has begun. The library only answers later, so this checks nothing. */
  spend(key: string, points = 1): void {
    void this.consume(key, points);
  }

  /**
   * Spends points for what is about to begin. Of several at once, those after the last point get
   * nothing: the library counts before it answers.
   *
   * @returns in how many seconds the key may go on, if it had no points left.
   */
  async take(key: string, points: number): Promise<number | undefined> {
    const wait = this.waitOf(key);
    if (wait !== undefined) return wait;
    const consumed = await this.consume(key, points);
    if (consumed - points < this.points) return undefined;
    this.giveBack(key, points);
    return this.waitOf(key) ?? 1;
  }

  /** Gives back points that were taken for something that did not begin. */
  giveBack(key: string, points: number): void {
    void this.limiter.reward(key, points).then(({ consumedPoints }) => {
      if (consumedPoints < this.points) this.blockedUntil.delete(key);
    });
  }

  /** How many points the key has spent in this period. */
  private consume(key: string, points: number): Promise<number> {
    return this.limiter.consume(key, points).then(
      ({ consumedPoints }) => consumedPoints,
      ({ consumedPoints, msBeforeNext }: RateLimiterRes) => {
        this.blockedUntil.set(key, Date.now() + msBeforeNext);
        return consumedPoints;
      },
    );
  }
}

/** A quota; undefined when there is no limit. */
export const quotaOf = (points: number, seconds: number): Quota | undefined =>
  points > 0 ? new Quota(points, seconds) : undefined;
