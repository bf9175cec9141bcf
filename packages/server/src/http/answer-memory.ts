import type { ServerResponse } from 'node:http';
import type { Caller } from '../values/caller.ts';
import { Busy } from '../values/errors.ts';
import { requestIdOf } from './request-id.ts';

/** How much memory all answers may take that clients have not read yet, in bytes. */
const defaultMaxBytes = 256 * 1024 * 1024;

/** Answers beyond this length, in bytes, get only three quarters of the memory. */
const largeBytes = 1024 * 1024;
const shareOfLarge = 0.75;

/**
 * The memory that all answers take, from when PostgreSQL sends them until clients have them, and
 * the bodies of requests until they are answered.
 */
export class AnswerMemory {
  /** How much is taken now. */
  bytes = 0;
  /** How many answers were refused so far. */
  refusals = 0;

  constructor(private readonly maxBytes = defaultMaxBytes) {}

  /**
   * Clients that do not read long answers cannot take all memory: short answers are served all the
   * same.
   *
   * @throws Busy if there is not enough memory left for an answer.
   */
  check(bytes: number): void {
    const limit = bytes > largeBytes ? this.maxBytes * shareOfLarge : this.maxBytes;
    if (this.bytes + bytes <= limit) return;
    this.refusals += 1;
    throw new Busy(
      'The server is busy: long requests and unread answers take too much memory. ' +
        'Nothing was changed. Try again in a moment, or ask for less.',
      2,
    );
  }
}

/** The client of one request. What its answer holds is given back when that is sent or given up. */
export class RequestCaller implements Caller {
  private held = 0;
  private isWatching = false;

  constructor(
    readonly signal: AbortSignal,
    private readonly response: ServerResponse,
    private readonly memory: AnswerMemory,
  ) {}

  hold(bytes: number): void {
    this.memory.check(bytes);
    this.holdAnyway(bytes);
  }

  holdAnyway(bytes: number): void {
    this.signal.throwIfAborted();
    this.memory.bytes += bytes;
    this.held += bytes;
    if (!this.isWatching) this.releaseAtEnd();
    this.isWatching = true;
  }

  get requestId(): string | undefined {
    return requestIdOf(this.response);
  }

  release(bytes: number): void {
    this.memory.bytes -= Math.min(bytes, this.held);
    this.held -= Math.min(bytes, this.held);
  }

  /** Of pipelined requests, only the first response hears that the connection was closed. */
  private releaseAtEnd(): void {
    const end = () => {
      this.response.off('close', end);
      this.signal.removeEventListener('abort', end);
      this.release(this.held);
    };
    this.response.on('close', end);
    this.signal.addEventListener('abort', end);
  }
}
