import { Busy } from './errors.ts';

/** How many may go on at once, and how many may wait for how long. */
export interface LineLimits {
  places: number;
  maxWaiting: number;
  maxWaitMs: number;
  /** What is waited for, as the refusals say it. */
  resource: string;
}

/**
 * A bounded waiting line. A request that cannot be served soon is refused soon, instead of waiting
 * until nobody needs the answer any more.
 */
export class Line {
  /** How many were refused so far. */
  refusals = 0;
  /** Below 0 after {@link setShare} has taken places that were occupied. */
  private free: number;
  private places: number;
  private maxWaiting: number;
  /** In the order of their arrival. */
  private readonly waiters = new Set<() => void>();

  constructor(readonly limits: LineLimits) {
    this.free = limits.places;
    this.places = limits.places;
    this.maxWaiting = limits.maxWaiting;
  }

  /** How many are waiting. */
  get length(): number {
    return this.waiters.size;
  }

  /** Whether one who came now would be refused at once. */
  get isFull(): boolean {
    return this.free <= 0 && this.waiters.size >= this.maxWaiting;
  }

  /**
   * Resolves when there is a place. Call {@link leave} to give it back.
   *
   * @throws Busy at once if too many wait already, or after having waited too long; the reason of
   * the signal when that aborts.
   */
  async enter(signal?: AbortSignal): Promise<void> {
    signal?.throwIfAborted();
    if (!this.enterNow()) await this.wait(signal);
  }

  /** Enters if there is a place now. */
  enterNow(): boolean {
    if (this.free <= 0) return false;
    this.free -= 1;
    return true;
  }

  leave(): void {
    this.free += 1;
    this.serveWaiting();
  }

  /**
   * Uses only a share of the line's limits, from 0 to 1. Those that go on or wait already are not
   * affected.
   */
  setShare(share: number): void {
    const places = Math.ceil(this.limits.places * share);
    this.free += places - this.places;
    this.places = places;
    this.maxWaiting = Math.floor(this.limits.maxWaiting * share);
    this.serveWaiting();
  }

  private serveWaiting(): void {
    for (const proceed of this.waiters) {
      if (this.free <= 0) return;
      this.free -= 1;
      proceed();
    }
  }

  private wait(signal: AbortSignal | undefined): Promise<void> {
    const { maxWaitMs } = this.limits;
    if (this.waiters.size >= this.maxWaiting) return Promise.reject(this.refuse());
    return new Promise((resolve, reject) => {
      const end = () => {
        this.waiters.delete(proceed);
        clearTimeout(timer);
        signal?.removeEventListener('abort', depart);
      };
      const proceed = () => {
        end();
        resolve();
      };
      const depart = () => {
        end();
        reject(signal?.reason);
      };
      const timer = setTimeout(() => {
        end();
        reject(this.refuse());
      }, maxWaitMs);
      signal?.addEventListener('abort', depart);
      this.waiters.add(proceed);
    });
  }

  /** Counts a refusal, and returns it. */
  refuse(): Busy {
    this.refusals += 1;
    const { resource } = this.limits;
    return new Busy(
      `The server is busy: too many requests wait for ${resource}. Nothing was executed. ` +
        'Try again in a moment.',
    );
  }
}
