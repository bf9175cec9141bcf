import { randomBytes } from 'node:crypto';

/** How long a link can be used, in milliseconds. */
export const linkLifetime = 10 * 60 * 1_000;

/**
 * Links that sign a browser in once, with the admin key of a server on loopback. They are shown in
 * the terminal, and the server forgets them when it stops.
 */
export class SignInLinks {
  /** When each link ends, by its token. */
  private readonly ends = new Map<string, number>();

  constructor(
    /** The id of the key that the link signs in with. */
    readonly keyId: string,
    private readonly now: () => number = Date.now,
  ) {}

  /** Makes a link, and returns its path. */
  create(): string {
    const token = randomBytes(24).toString('base64url');
    this.ends.set(token, this.now() + linkLifetime);
    return `/sign-in/${token}`;
  }

  /** Whether a link can be used. It can be used once. */
  redeem(token: string): boolean {
    const end = this.ends.get(token);
    this.ends.delete(token);
    return end !== undefined && this.now() < end;
  }
}
