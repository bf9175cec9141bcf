import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from '@jest/globals';
import { type ClientOptions, createClient, SdkError } from './index.ts';

/** A request as it came. */
export interface Asked {
  method: string | undefined;
  headers: Record<string, string | string[] | undefined>;
  body: {
    operationName?: string;
    query?: string;
    variables?: unknown;
    extensions?: { persistedQuery: { sha256Hash: string } };
  };
  /** When, by `performance.now()`. */
  at: number;
}

const open: Server[] = [];

/** Call in `afterEach`. */
export const closeServers = async (): Promise<void> => {
  for (const server of open.splice(0)) {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  }
};

/** A server that answers its first request in the first way given, its second in the second …, and all further ones in the last. */
export async function misbehaving(...ways: RequestListener[]) {
  const asked: Asked[] = [];
  const server = createServer(async (request, response) => {
    const { method, headers } = request;
    const way = ways[Math.min(asked.length, ways.length - 1)]!;
    const at = performance.now();
    const text = (await request.toArray()).join('');
    asked.push({ method, headers, body: text ? JSON.parse(text) : {}, at });
    way(request, response);
  });
  open.push(server);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
  const client = (options: Partial<ClientOptions> = {}) => createClient({ url, ...options });
  return { asked, url, client, server };
}

/** Answers with this text. */
export const says =
  (body: string, status = 200, headers: Record<string, string> = {}): RequestListener =>
  (_, response) =>
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body);

/** Breaks the connection without an answer. */
export const hangsUp: RequestListener = (request) => request.socket.destroy();

export const good = '{"data":{"claims":{"totalCount":1}}}';
export const coded = (code: string, data = 'null') =>
  `{"errors":[{"message":"No.","extensions":{"code":"${code}"}}],"data":${data}}`;

/** The failure that a call ends with. */
export const failure = async (call: Promise<unknown>): Promise<SdkError> => {
  const error = await call.then(
    () => undefined,
    (reason) => reason,
  );
  expect(error).toBeInstanceOf(SdkError);
  return error as SdkError;
};
