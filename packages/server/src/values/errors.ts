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
export const badInput = (...issues: Issue[]): Refusal => new Refusal('BAD_USER_INPUT', issues[0]!.message, issues);

export const notFound = (path: Path, message: string): Refusal => new Refusal('NOT_FOUND', message, [{ path, message }]);

export const conflict = (path: Path, message: string): Refusal => new Refusal('CONFLICT', message, [{ path, message }]);

/**
 * Gathers every issue of an input, so that a person mends them all at once.
 * Sound values come back; a refused one is noted and comes back as `undefined`.
 */
export class Issues {
  readonly found: Issue[] = [];

  add(path: Path, message: string): undefined {
    this.found.push({ path, message });
    return undefined;
  }

  /** Runs a check that throws a refusal and keeps its issues. */
  try<T>(check: () => T): T | undefined {
    try {
      return check();
    } catch (error) {
      if (!(error instanceof Refusal) || error.code !== 'BAD_USER_INPUT') throw error;
      this.found.push(...error.issues);
      return undefined;
    }
  }

  /** @throws Refusal BAD_USER_INPUT with all that was found, if anything was. */
  refuse(): void {
    if (this.found.length > 0) throw badInput(...this.found);
  }
}
