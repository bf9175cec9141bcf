import { existsSync, readFileSync } from 'node:fs';
import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';

const types: Record<string, string> = { '.js': 'text/javascript', '.css': 'text/css' };

/** A server of a folder that Vite built, with the API at the same address, as a site would have them. */
export const site = async (folder: string, api: string) => {
  const server: Server = createServer((asked, answer) => {
    if (asked.url !== '/graphql') {
      const path = asked.url === '/' ? '/index.html' : asked.url!;
      answer.setHeader('content-type', types[extname(path)] ?? 'text/html');
      return existsSync(join(folder, path))
        ? answer.end(readFileSync(join(folder, path)))
        : answer.writeHead(404).end();
    }
    const { method, headers } = asked;
    const onward = request(
      api,
      { method, headers: { ...headers, host: new URL(api).host } },
      (came) => {
        answer.writeHead(came.statusCode!, came.headers);
        came.pipe(answer);
      },
    );
    return asked.pipe(onward);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () => server.close().closeAllConnections(),
  };
};
