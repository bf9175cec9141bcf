import type { IncomingMessage } from 'node:http';
import { type AddressOf, clientOf } from './address.ts';
import type { Quota } from './quota.ts';
import { anonymousViewer, identityOf } from './viewer.ts';

/** Where the points of a request are counted. */
export interface Account {
  quota: Quota;
  key: string;
  isAnonymous: boolean;
}

/**
 * What viewers may spend. A request takes a point, and a millisecond of PostgreSQL's CPU time, as
 * it is estimated, takes another.
 */
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
    const key = isAnonymous ? clientOf(this.addressOf(request)) : (keyId ?? `@${viewer.name}`);
    return { quota, key, isAnonymous };
  }
}
