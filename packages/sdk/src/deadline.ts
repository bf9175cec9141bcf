import { SdkError } from './errors.ts';

/** Longer waits overflow a timer and would end at once. */
const maxTimerMs = 2 ** 31 - 1;

/** Does the work unless the caller aborts it or it takes too long, even where `fetch` pays no heed to its signal. */
export async function withDeadline<T>(
  timeoutMs: number,
  signal: AbortSignal | undefined,
  work: (stop: AbortSignal) => Promise<T>,
): Promise<T> {
  const controller = new AbortController();
  let end!: (error: SdkError) => void;
  const stopped = new Promise<never>((_, reject) => {
    end = reject;
  });
  const stop = (error: SdkError) => {
    end(error);
    controller.abort(error);
  };
  const abort = () =>
    stop(new SdkError('aborted', 'The call was aborted.', { cause: signal?.reason }));
  const timer = setTimeout(
    () => stop(new SdkError('timeout', `No whole answer within ${timeoutMs} ms.`)),
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

/** Waits, unless it is stopped: then for ever, since nobody waits any more. */
export const sleep = (ms: number, stop: AbortSignal): Promise<void> =>
  new Promise((done) => {
    const timer = setTimeout(done, ms);
    stop.addEventListener('abort', () => clearTimeout(timer));
  });
