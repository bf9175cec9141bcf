import type { SdkError } from './errors.ts';
import type { Operation } from './operation.ts';

/** An event in a call, for logs, metrics and traces. Times are in milliseconds. */
export type ClientEvent = {
  /** The operation that the call runs. */
  readonly operation: Operation<unknown, never>;
  /** The number of attempts so far, this one included. */
  readonly attempt: number;
} & (
  | {
      /** A request is about to be sent. */
      readonly type: 'request';
    }
  | {
      /** A response has arrived, with the time since its request. */
      readonly type: 'response';
      readonly status: number;
      readonly ms: number;
    }
  | {
      /** The attempt failed, and another one follows after a wait. */
      readonly type: 'retry';
      readonly error: SdkError;
      readonly waitMs: number;
    }
  | {
      /** The call has ended. `errors` is undefined if it succeeded. */
      readonly type: 'end';
      readonly errors: readonly SdkError[] | undefined;
      readonly ms: number;
    }
);

/** An operation that uses something deprecated. Reported once per client and operation. */
export interface Deprecation {
  /** The operation that uses it. */
  readonly operation: Operation<unknown, never>;
  /** The deprecated fields and arguments that it uses, each with its replacement. */
  readonly uses: readonly string[];
}
