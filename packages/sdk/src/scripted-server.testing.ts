import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from '@jest/globals';
import { type ClientOptions, createClient, SdkError } from './index.ts';

/** A request that a scripted server has received. */
export interface ReceivedRequest {
  method: string | undefined;
  headers: Record<string, string | string[] | undefined>;
  body: {
    operationName?: string;
    query?: string;
    variables?: unknown;
    extensions?: { persistedQuery: { sha256Hash: string } };
  };
  /** When it arrived, by `performance.now()`. */
  at: number;
}

const servers: Server[] = [];

/** Closes all scripted servers. Call it in `afterEach`. */
export const closeServers = async (): Promise<void> => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  }
};

/**
 * Starts a server that answers its first request with the first listener, its second with the
 * second …, and all further ones with the last.
 */
export async function scriptedServer(...listeners: RequestListener[]) {
  const requests: ReceivedRequest[] = [];
  const server = createServer(async (request, response) => {
    const { method, headers } = request;
    const answer = listeners[Math.min(requests.length, listeners.length - 1)]!;
    const at = performance.now();
    const text = (await request.toArray()).join('');
    requests.push({ method, headers, body: text ? JSON.parse(text) : {}, at });
    answer(request, response);
  });
  servers.push(server);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
  const client = (options: Partial<ClientOptions> = {}) => createClient({ url, ...options });
  return { requests, url, client, server };
}

/** Answers with a body. */
export const respond =
  (body: string, status = 200, headers: Record<string, string> = {}): RequestListener =>
  (_, response) =>
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body);

/** Breaks the connection without an answer. */
export const hangUp: RequestListener = (request) => request.socket.destroy();

/** The body of a complete answer to `CountClaims`. */
export const goodBody = '{"data":{"claims":{"totalCount":1}}}';

/** The body of an answer with an error of this code. */
export const errorBody = (code: string, data = 'null') =>
  `{"errors":[{"message":"No.","extensions":{"code":"${code}"}}],"data":${data}}`;

/** The error that a call fails with. */
export const failure = async (call: Promise<unknown>): Promise<SdkError> => {
  const error = await call.then(
    () => undefined,
    (reason) => reason,
  );
  expect(error).toBeInstanceOf(SdkError);
  return error as SdkError;
};
