import { existsSync, readFileSync } from 'node:fs';
import {
  createServer,
  type IncomingMessage,
  request,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';

const contentTypes: Record<string, string> = { '.js': 'text/javascript', '.css': 'text/css' };

/** Serves a folder that Vite built, and the API at the same address, as a site would. */
export const startSite = async (folder: string, api: string) => {
  const server: Server = createServer((incoming, response) => {
    if (incoming.url === '/graphql') forward(incoming, response, api);
    else serveFile(join(folder, incoming.url === '/' ? 'index.html' : incoming.url!), response);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () => server.close().closeAllConnections(),
  };
};

function serveFile(path: string, response: ServerResponse): void {
  if (!existsSync(path)) response.writeHead(404).end();
  else
    response
      .setHeader('content-type', contentTypes[extname(path)] ?? 'text/html')
      .end(readFileSync(path));
}

function forward(incoming: IncomingMessage, response: ServerResponse, api: string): void {
  const { method, headers } = incoming;
  const options = { method, headers: { ...headers, host: new URL(api).host } };
  incoming.pipe(
    request(api, options, (answer) => {
      response.writeHead(answer.statusCode!, answer.headers);
      answer.pipe(response);
    }),
  );
}
