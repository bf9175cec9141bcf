import type { RequestListener } from 'node:http';
import type { Logger } from 'pino';
import { routeRules } from '../access/route-rules.ts';
import { requestIdOf } from './request-id.ts';

const firstSegment = (path: string): string => /^\/[^/?]*/.exec(path)?.[0] ?? '/';

const knownSegments = new Set(Object.keys(routeRules).map(firstSegment));

/**
 * The start of a request's path, as far as it is one of ours. The rest may contain what somebody
 * asked for, or a secret that signs in.
 */
export function routeName(url = '/'): string {
  const segment = firstSegment(url);
  return knownSegments.has(segment) ? segment : 'other';
}

/**
 * Logs a line for each request: when it has been answered, or left. It contains no address, name,
 * query, variable or key. Below the level `info` nothing is put before the listener.
 */
export function withRequestLog(log: Logger, next: RequestListener): RequestListener {
  if (!log.isLevelEnabled('info')) return next;
  return (request, response) => {
    const start = performance.now();
    response.once('close', () => {
      const { statusCode, writableFinished } = response;
      log.info(
        {
          requestId: requestIdOf(response),
          method: request.method,
          route: routeName(request.url),
          status: statusCode,
          ms: Math.round((performance.now() - start) * 10) / 10,
          ...(!writableFinished && { left: true }),
        },
        'request',
      );
    });
    next(request, response);
  };
}
