import { Agent, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Timing } from './load.ts';

/** Requests that are sent at a constant rate, however long their answers take. */
export interface OpenLoop {
  url: string;
  query: () => string;
  headers: Record<string, string>;
  perSecond: number;
  seconds: number;
}

/** What came of them. */
export interface OpenLoopOutcome {
  timings: Timing[];
  /** The most requests that were open at once. */
  peakOpen: number;
  /** By how many milliseconds the last request was sent too late. */
  behindMs: number;
}

/**
 * Beyond so many open requests, the run fails. Waiting for some to end would send fewer requests
 * the slower the server is, which hides what the run is about.
 */
const maxOpen = 12_000;

/** How often requests that are due are sent, in milliseconds. */
const tickMs = 2;

/**
 * Sends requests at a constant rate. A request counts from the moment at which it was due, so one
 * that was sent late because this process was busy counts as a slow one.
 *
 * @throws Error if the server leaves too many requests open.
 */
export async function sendAtRate(load: OpenLoop): Promise<OpenLoopOutcome> {
  const agent = new Agent({ keepAlive: true, maxFreeSockets: Number.POSITIVE_INFINITY });
  const count = Math.max(1, Math.round(load.perSecond * load.seconds));
  const start = performance.now();
  const sent: Promise<Timing>[] = [];
  let [open, peakOpen, behindMs] = [0, 0, 0];
  try {
    while (sent.length < count) {
      const due = Math.floor(((performance.now() - start) / 1_000) * load.perSecond) + 1;
      while (sent.length < Math.min(due, count)) {
        const dueAt = start + (sent.length / load.perSecond) * 1_000;
        behindMs = performance.now() - dueAt;
        open += 1;
        peakOpen = Math.max(peakOpen, open);
        if (open > maxOpen) throw new Error(`${open} requests are open. The run is not valid.`);
        const timing = postAndTime(load, agent, dueAt);
        sent.push(timing);
        const close = () => {
          open -= 1;
        };
        timing.then(close, close);
      }
      await sleep(tickMs);
    }
    return { timings: await Promise.all(sent), peakOpen, behindMs };
  } finally {
    agent.destroy();
  }
}

/** Sends a request, and reads its answer. fetch would cost this process several times as much. */
function postAndTime(
  { url, query, headers }: OpenLoop,
  agent: Agent,
  dueAt: number,
): Promise<Timing> {
  const body = Buffer.from(JSON.stringify({ query: query() }));
  return new Promise((resolve, reject) => {
    const sent = request(url, {
      method: 'POST',
      agent,
      headers: { 'content-type': 'application/json', 'content-length': body.length, ...headers },
    });
    sent.on('error', reject);
    sent.on('response', (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part) => parts.push(part));
      response.on('error', reject);
      response.on('end', () => {
        const ms = performance.now() - dueAt;
        const { statusCode: status = 0, headers: received } = response;
        // Only refusals are read: to parse the answers would take the server's processor time.
        const text = status === 200 ? '{}' : Buffer.concat(parts).toString();
        const { errors = [] } = JSON.parse(text);
        resolve({
          status,
          retryAfter: received['retry-after'] ?? null,
          codes: errors.map((error: any) => error.extensions.code),
          message: errors[0]?.message,
          ms,
        });
      });
    });
    sent.end(body);
  });
}
