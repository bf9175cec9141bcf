import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** Ids of requests that clients may choose themselves. Others are replaced: logs contain them. */
const requestIdForm = /^[\w.:-]{1,100}$/;

/** Gives a request its id: the one that the client sent, if it has the right form, or a new one. */
export function setRequestId({ headers }: IncomingMessage): string {
  const sent = headers['x-request-id'];
  const id = typeof sent === 'string' && requestIdForm.test(sent) ? sent : randomUUID();
  headers['x-request-id'] = id;
  return id;
}

/** The id of a request, as the answer's `X-Request-Id` has it. */
export function requestIdOf({ headers }: IncomingMessage): string | undefined {
  const id = headers['x-request-id'];
  return typeof id === 'string' ? id : undefined;
}
