/** What a client can be told. The closed list; every refusal carries one of these codes. */
export type ErrorCode =
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'NOT_FOUND'
  | 'BAD_USER_INPUT'
  | 'CONFLICT'
  | 'RATE_LIMITED'
  | 'QUERY_TOO_COMPLEX'
  | 'UNAVAILABLE'
  | 'INTERNAL';

/** Where in the arguments something is wrong: `['input', 'places', 0, 'locationId']`. */
export type Path = readonly (string | number)[];

/** One thing that is wrong with an input, and what the person can do about it. */
export interface Issue {
  path: Path;
  message: string;
}

/** A refusal that a client may read: nothing was changed. */
export class Refusal extends Error {
  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly issues: readonly Issue[] = [],
  ) {
    super(message);
  }
}

/** Refuses an input; the message of the first issue is the message of the error. */
export const badInput = (...issues: Issue[]): Refusal =>
  new Refusal('BAD_USER_INPUT', issues[0]!.message, issues);

export const notFound = (path: Path, message: string): Refusal =>
  new Refusal('NOT_FOUND', message, [{ path, message }]);

export const conflict = (path: Path, message: string): Refusal =>
  new Refusal('CONFLICT', message, [{ path, message }]);

/**
 * Gathers every issue of an input, so that a person mends them all at once.
 * Sound values come back; a refused one is noted and comes back as `undefined`.
 */
export class Issues {
  private readonly refusals: Refusal[] = [];

  add(path: Path, message: string): void {
    this.refusals.push(badInput({ path, message }));
  }

  /** Runs a check and keeps what it refuses. */
  try<T>(check: () => T): T | undefined {
    try {
      return check();
    } catch (error) {
      this.keep(error);
      return undefined;
    }
  }

  /** The same for a check that has to ask the database. */
  async tryAsync<T>(check: () => Promise<T>): Promise<T | undefined> {
    try {
      return await check();
    } catch (error) {
      this.keep(error);
      return undefined;
    }
  }

  /** @throws Refusal with all that was found, if anything was: of their code if they share one, else BAD_USER_INPUT. */
  refuse(): void {
    if (this.refusals.length === 0) return;
    const codes = new Set(this.refusals.map(({ code }) => code));
    const issues = this.refusals.flatMap((refusal) => refusal.issues);
    throw new Refusal(
      codes.size === 1 ? this.refusals[0]!.code : 'BAD_USER_INPUT',
      issues[0]!.message,
      issues,
    );
  }

  private keep(error: unknown): void {
    if (!(error instanceof Refusal) || error.issues.length === 0) throw error;
    this.refusals.push(error);
  }
}
