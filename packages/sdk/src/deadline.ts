import { SdkError, type SdkErrorKind } from './errors.ts';

/**
 * Runs the work until it ends, the caller aborts it, or the time is over. It returns on time even
 * if `fetch` ignores its signal. `stop` is aborted when the call has ended.
 * @throws SdkError of kind `aborted` or `timeout`
 */
export const withDeadline = <T>(
  timeoutMs: number,
  signal: AbortSignal | undefined,
  work: (stop: AbortSignal) => Promise<T>,
): Promise<T> =>
  new Promise((resolve, reject) => {
    const controller = new AbortController();
    const stop = controller.signal;
    const fail = (kind: SdkErrorKind, message: string, cause?: unknown) => {
      const error = new SdkError(kind, message, { cause });
      reject(error);
      controller.abort(error);
    };
    const abort = () => fail('aborted', 'The call was aborted.', signal?.reason);
    if (signal?.aborted) return abort();
    signal?.addEventListener('abort', abort, { signal: stop });
    sleep(timeoutMs, stop).then(() =>
      fail('timeout', `No complete response within ${timeoutMs} ms.`),
    );
    work(stop)
      .then(resolve, reject)
      .then(() => controller.abort());
  });

/** Waits. When it is stopped, it never resolves, because nobody awaits it any more. */
export const sleep = (ms: number, stop: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (stop.aborted) return;
    // A longer delay than a timer supports would overflow, and end at once.
    const timer = setTimeout(resolve, Math.min(ms, 0x7fffffff));
    stop.addEventListener('abort', () => clearTimeout(timer));
  });
