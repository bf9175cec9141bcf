import { LRUCache } from 'lru-cache';
import { RateLimiterMemory } from 'rate-limiter-flexible';

/** Keys that have used up their points. Each takes about 100 bytes. */
const maxBlocked = 50_000;

/** Points that each key may spend in a period. Each server counts for itself. */
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

  /** Spends points of a key. The library only answers later, so this applies to what follows. */
  spend(key: string, points = 1): void {
    this.limiter.consume(key, points).catch((result: { msBeforeNext?: number }) => {
      this.blockedUntil.set(key, Date.now() + (result.msBeforeNext ?? 0));
    });
  }
}

/** A quota; undefined when there is no limit. */
export const quotaOf = (points: number, seconds: number): Quota | undefined =>
  points > 0 ? new Quota(points, seconds) : undefined;
