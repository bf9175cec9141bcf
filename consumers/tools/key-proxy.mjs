import { once } from 'node:events';
import { createServer, request } from 'node:http';

/**
 * Passes requests on to a server, with a key where they have none, so that the consumers may write.
 * docs/access.md shows how an application sends a key.
 *
 * @param {string} url of the server's GraphQL
 * @param {string} key
 * @returns {Promise<{ url: string, stop(): void }>}
 */
export async function startKeyProxy(url, key) {
  const { hostname, port, pathname } = new URL(url);
  const proxy = createServer((incoming, outgoing) => {
    const headers = { authorization: `Bearer ${key}`, ...incoming.headers };
    const { method, url: path } = incoming;
    const passed = request({ hostname, port, path, method, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode, answer.headers);
      answer.pipe(outgoing);
    });
    passed.on('error', () => outgoing.destroy());
    incoming.pipe(passed);
  });
  proxy.listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  return {
    url: `http://127.0.0.1:${proxy.address().port}${pathname}`,
    stop() {
      proxy.closeAllConnections();
      proxy.close();
    },
  };
}
