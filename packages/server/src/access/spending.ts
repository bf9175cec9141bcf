import type { IncomingMessage } from 'node:http';
import { RateLimited } from '../values/errors.ts';
import { type AddressOf, clientOf } from './address.ts';
import type { Quota } from './quota.ts';
import { anonymousViewer, identityOf } from './viewer.ts';

/** Where the points of a request are counted. */
export class Account {
  constructor(
    private readonly quota: Quota,
    private readonly key: string,
    private readonly isAnonymous: boolean,
  ) {}

  /** Why nothing more may be begun; undefined while there are points. */
  get refusal(): RateLimited | undefined {
    const wait = this.quota.waitOf(this.key);
    return wait === undefined ? undefined : this.refuse(wait);
  }

  /** Pays for what is about to begin. @throws RateLimited if there are no points left. */
  async pay(points: number): Promise<void> {
    const wait = await this.quota.take(this.key, points);
    if (wait !== undefined) throw this.refuse(wait);
  }

  /** Pays for what has begun, also beyond the limit. */
  spend(points: number): void {
    if (points > 0) this.quota.spend(this.key, points);
  }

  /** Gives back what was paid for something that did not begin. */
  giveBack(points: number): void {
    if (points > 0) this.quota.giveBack(this.key, points);
  }

  private refuse(wait: number): RateLimited {
    return new RateLimited(
      `This ${this.isAnonymous ? 'address' : 'key'} has used up its ${this.quota.points} points ` +
        `a minute. Nothing was executed. Try again in ${wait} s, or send fewer and ` +
        'cheaper requests.',
      wait,
    );
  }
}

/** What viewers may spend, by the prices of `values/prices.ts`. */
export class Spending {
  constructor(
    /** The points of each key, session or token. */
    private readonly viewers: Quota | undefined,
    /** The points of each address of anonymous viewers. */
    private readonly anonymous: Quota | undefined,
    private readonly addressOf: AddressOf,
  ) {}

  /** The account of a request; undefined if it has no viewer, or may spend without a limit. */
  accountOf(request: IncomingMessage): Account | undefined {
    const identity = identityOf(request);
    if (!('viewer' in identity)) return undefined;
    const { viewer, keyId } = identity;
    const isAnonymous = viewer === anonymousViewer;
    const quota = isAnonymous ? this.anonymous : this.viewers;
    if (!quota) return undefined;
    const key = isAnonymous
      ? clientOf(this.addressOf(request))
      : (keyId ?? viewer.credentialId ?? `@${viewer.name}`);
    return new Account(quota, key, isAnonymous);
  }
}

/** Pays for something that goes on, such as an export, in whole points. */
export function payAsItGoes(account: Account | undefined, price: number): (count: number) => void {
  let owed = 0;
  return (count) => {
    owed += count * price;
    const points = Math.floor(owed);
    owed -= points;
    account?.spend(points);
  };
}
