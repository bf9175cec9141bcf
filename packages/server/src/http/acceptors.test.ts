import { once } from 'node:events';
import { type AddressInfo, connect } from 'node:net';
import { expect, test } from '@jest/globals';
import { Requests } from './requests.ts';

const clients = 40;

/** Starts a server. `turnsToAccept` connects many clients at once, and counts turns of the loop. */
async function startServer(acceptors: number) {
  const requests = new Requests(0.2, undefined, undefined, undefined, acceptors);
  const server = requests.createServer((_request, response) => response.end('Here.'));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const turnsToAccept = async () => {
    let accepted = 0;
    const count = () => {
      accepted += 1;
    };
    server.on('connection', count);
    const sockets = Array.from({ length: clients }, () => connect(port, '127.0.0.1'));
    for (const socket of sockets) socket.on('error', () => undefined);
    let turns = 0;
    for (; accepted < clients; turns += 1) await new Promise(setImmediate);
    server.off('connection', count);
    for (const socket of sockets) socket.destroy();
    return turns;
  };
  return { requests, port, turnsToAccept };
}

test('a server accepts several connections in each turn of its event loop, and stops', async () => {
  const { requests, port, turnsToAccept } = await startServer(8);
  // The further handles come from another process.
  while ((await turnsToAccept()) > clients / 3) await new Promise((next) => setTimeout(next, 50));
  const answer = await fetch(`http://127.0.0.1:${port}`);
  expect(await answer.text()).toBe('Here.');
  await requests.drain();
  const late = connect(port, '127.0.0.1');
  expect((await once(late, 'error'))[0]).toMatchObject({ code: 'ECONNREFUSED' });
});

test('a server that stops while its handles are made accepts nothing more', async () => {
  const { requests, port } = await startServer(8);
  await requests.drain();
  await new Promise((next) => setTimeout(next, 500));
  const late = connect(port, '127.0.0.1');
  expect((await once(late, 'error'))[0]).toMatchObject({ code: 'ECONNREFUSED' });
});
