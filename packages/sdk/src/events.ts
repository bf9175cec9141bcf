import type { SdkError } from './errors.ts';
import type { Operation } from './operation.ts';

/** What a client tells of its work, for logs, metrics and traces. Times are in milliseconds. */
export type ClientEvent = {
  /** The operation that is asked. */
  readonly operation: Operation<unknown, never>;
  /** How often it has been tried so far, this time included. */
  readonly attempt: number;
} & (
  | { /** A request is about to be sent. */ readonly type: 'request' }
  | {
      /** An answer came. */ readonly type: 'response';
      readonly status: number;
      readonly ms: number;
    }
  | {
      /** It failed and will be tried again after a while. */ readonly type: 'retry';
      readonly error: SdkError;
      readonly waitMs: number;
    }
  | {
      /** The call is over. */ readonly type: 'end';
      readonly errors: readonly SdkError[] | undefined;
      readonly ms: number;
    }
);

/** That an operation uses something that will go away. Told once for each operation of a client. */
export interface Deprecation {
  readonly operation: Operation<unknown, never>;
  /** The deprecated fields and arguments that it uses, each with what to do instead. */
  readonly uses: readonly string[];
}
