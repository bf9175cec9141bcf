import { SdkError } from './errors.ts';

/** The longest delay that a timer supports. A longer one would overflow and end at once. */
const maxTimerMs = 2 ** 31 - 1;

/**
 * Runs the work until it ends, the caller aborts it, or the time is over. It returns on time even
 * if `fetch` ignores its signal.
 * @throws SdkError of kind `aborted` or `timeout`
 */
export async function withDeadline<T>(
  timeoutMs: number,
  signal: AbortSignal | undefined,
  work: (stop: AbortSignal) => Promise<T>,
): Promise<T> {
  const controller = new AbortController();
  let rejectStopped!: (error: SdkError) => void;
  const stopped = new Promise<never>((_, reject) => {
    rejectStopped = reject;
  });
  const stop = (error: SdkError) => {
    rejectStopped(error);
    controller.abort(error);
  };
  const abort = () =>
    stop(new SdkError('aborted', 'The call was aborted.', { cause: signal?.reason }));
  const timer = setTimeout(
    () => stop(new SdkError('timeout', `No complete response within ${timeoutMs} ms.`)),
    Math.min(timeoutMs, maxTimerMs),
  );
  try {
    if (signal?.aborted) abort();
    signal?.addEventListener('abort', abort);
    return await Promise.race([stopped, signal?.aborted ? stopped : work(controller.signal)]);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', abort);
  }
}

/**
 * Ends work whose call has ended, such as after a `fetch` that ignores its signal. React Native and
 * older browsers have no `throwIfAborted`.
 */
export const assertRunning = ({ aborted }: AbortSignal): void => {
  if (aborted) throw new SdkError('aborted', 'The call has ended.');
};

/** Waits. When it is stopped, it never resolves, because nobody awaits it any more. */
export const sleep = (ms: number, stop: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (stop.aborted) return;
    const timer = setTimeout(resolve, ms);
    stop.addEventListener('abort', () => clearTimeout(timer));
  });
