import type { IncomingMessage } from 'node:http';
import { Refusal } from '../values/errors.ts';
import { identityOf } from './viewer.ts';

/** How long a credential counts. */
export interface Lifetime {
  /** Whether it has ended, as far as this server knows. */
  isOver(): boolean;
  /** Calls back once when it ends. Returns what stops the watching. */
  watch(onEnd: () => void): () => void;
}

/** The longest time for which Node sets a timer, in milliseconds. */
const longestTimer = 2 ** 31 - 1;

/** The lifetime until a moment, in milliseconds since 1970. */
export const lifetimeUntil = (end: number): Lifetime => ({
  isOver: () => Date.now() >= end,
  watch: (onEnd) => {
    let timer: NodeJS.Timeout;
    const wait = () => {
      const remaining = end - Date.now();
      if (remaining <= 0) onEnd();
      else timer = setTimeout(wait, Math.min(remaining, longestTimer)).unref();
    };
    timer = setTimeout(wait, 0).unref();
    return () => clearTimeout(timer);
  },
});

/** The credential of a request ended before the request did. */
export class CredentialEnded extends Refusal {
  constructor() {
    super(
      'UNAUTHENTICATED',
      'The key, session or token of this request has expired or was revoked.',
    );
  }
}

/** Whether the credential of a request, which was valid when it came, has ended. */
export function hasEnded(request: IncomingMessage): boolean {
  const identity = identityOf(request);
  return 'viewer' in identity && (identity.lifetime?.isOver() ?? false);
}

/**
 * The signal for long work of a request: it aborts when one of the signals does, and when the
 * credential ends. Its reason is then a {@link CredentialEnded}. Call `release` at the end. An
 * abort releases it, too, even one before the work began.
 */
export function whileValid(
  request: IncomingMessage,
  ...signals: AbortSignal[]
): { signal: AbortSignal; release(): void } {
  const identity = identityOf(request);
  const lifetime = 'viewer' in identity ? identity.lifetime : undefined;
  const controller = new AbortController();
  const stopWatching = lifetime?.watch(() => controller.abort(new CredentialEnded()));
  const signal = AbortSignal.any([...signals, controller.signal]);
  const release = () => {
    signal.removeEventListener('abort', release);
    stopWatching?.();
  };
  if (signal.aborted) release();
  else signal.addEventListener('abort', release);
  return { signal, release };
}
