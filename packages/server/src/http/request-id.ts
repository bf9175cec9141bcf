import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';

const header = 'x-request-id';

/** Ids of requests that clients may choose themselves. Others are replaced: logs contain them. */
const requestIdForm = /^[\w.:-]{1,100}$/;

/** Gives an answer the id that the client sent, if it has the right form, or a new one. */
export function setRequestId({ headers }: IncomingMessage, response: ServerResponse): void {
  const sent = headers[header];
  response.setHeader(
    header,
    typeof sent === 'string' && requestIdForm.test(sent) ? sent : randomUUID(),
  );
}

/** The id of the request to which this is the answer. */
export function requestIdOf(response: ServerResponse): string | undefined {
  const id = response.getHeader(header);
  return typeof id === 'string' ? id : undefined;
}
