/** The closed list of error codes. Every refusal has one of them. */
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

/** A place in a field’s arguments: `['input', 'places', 0, 'locationId']`. */
export type Path = readonly (string | number)[];

/** A record that the writer may have meant. */
export interface Candidate {
  id: string;
  /** The text to display: a location’s label, otherwise the name. */
  label: string;
  /** The name that matched. */
  name: string;
  /** The rule by which the name matched, as in `search`. */
  rule: string;
}

/** A problem of an input: where it is, and what the writer can do about it. */
export interface Issue {
  path: Path;
  message: string;
  /** For a name that does not identify one record: those that may be meant, the likeliest first. */
  candidates?: readonly Candidate[];
}

/** What else the extensions of an error say. */
export interface RefusalDetails {
  /** Whether the write was carried out; UNKNOWN: it may have been. Left out: it was not. */
  outcome?: 'COMMITTED' | 'UNKNOWN';
  /** The limit that the request exceeds, and by which value. */
  limit?: { name: string; max: number; value: number };
  /** How many rows of a file were imported before its import ended. */
  rowsImported?: number;
}

/** An error whose message a client may read. Nothing was changed, unless its details say so. */
export class Refusal extends Error {
  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly issues: readonly Issue[] = [],
    readonly details: RefusalDetails = {},
  ) {
    super(message);
  }
}

/** The server is too busy, or cannot reach its database. Nothing was executed for the request. */
export class Busy extends Refusal {
  constructor(
    message: string,
    /** When to send the request again, in seconds (header `Retry-After`). */
    readonly retryAfter = 1,
  ) {
    super('UNAVAILABLE', message);
  }
}

/** The client has used up its points. Nothing was executed for the request. */
export class RateLimited extends Refusal {
  constructor(
    message: string,
    /** When there are new points, in seconds (header `Retry-After`). */
    readonly retryAfter: number,
  ) {
    super('RATE_LIMITED', message);
  }
}

/** Refuses an input. The message of the first issue is the message of the error. */
export const badInput = (...issues: Issue[]): Refusal =>
  new Refusal('BAD_USER_INPUT', issues[0]!.message, issues);

export const notFound = (path: Path, message: string): Refusal =>
  new Refusal('NOT_FOUND', message, [{ path, message }]);

export const conflict = (path: Path, message: string): Refusal =>
  new Refusal('CONFLICT', message, [{ path, message }]);

/** Collects the problems of an input, so that one refusal names them all. */
export class Issues {
  private readonly found: (Issue & { code: ErrorCode })[] = [];

  /**
   * `broken`: problems found by the rules of the input’s classes. Their fields get no second one.
   */
  constructor(private readonly broken: readonly Issue[] = []) {
    for (const issue of broken) this.found.push({ ...issue, code: 'BAD_USER_INPUT' });
  }

  add(
    path: Path,
    message: string,
    code: ErrorCode = 'BAD_USER_INPUT',
    details: Pick<Issue, 'candidates'> = {},
  ): void {
    if (!this.broken.some((issue) => isWithin(path, issue.path) && isWithin(issue.path, path)))
      this.found.push({ path, message, code, ...details });
  }

  /** The value of a check, or undefined after the check has refused. The refusal is collected. */
  try<T>(check: () => T): T | undefined {
    try {
      return check();
    } catch (error) {
      if (!(error instanceof Refusal) || error.issues.length === 0) throw error;
      for (const { path, message } of error.issues) this.add(path, message, error.code);
      return undefined;
    }
  }

  /** Whether there is a problem, at this path or below it. */
  has(path: Path = []): boolean {
    return this.found.some((issue) => isWithin(issue.path, path));
  }

  /**
   * Ends the collecting.
   * @throws Refusal with every problem, if there is one. Its code is theirs, or BAD_USER_INPUT when
   * they have several.
   */
  throwIfAny(): void {
    const [first, ...others] = this.found;
    if (!first) return;
    const code = others.every((each) => each.code === first.code) ? first.code : 'BAD_USER_INPUT';
    const issues = this.found.map(({ code: _, ...issue }) => issue);
    throw new Refusal(code, first.message, issues);
  }
}

const isWithin = (path: Path, outer: Path): boolean => outer.every((step, i) => path[i] === step);
