/** The client of a request: whether it still wants the answer, and the memory that this takes. */
export interface Caller {
  /** Aborts when the client has left, or when the server stops and this takes too long. */
  readonly signal: AbortSignal;
  /** The id of the request, for the log. */
  readonly requestId?: string | undefined;
  /**
   * Counts memory in bytes that an answer takes, until the client has read the answer.
   *
   * @throws Busy if the answers of all clients together take too much.
   */
  hold(bytes: number): void;
  /** The same, of an answer that has begun and must not be broken off; and the end of that. */
  holdAnyway(bytes: number): void;
  release(bytes: number): void;
}
