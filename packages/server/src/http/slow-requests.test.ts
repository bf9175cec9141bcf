import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Api, startApi } from '../testing/api.ts';

let api: Api;
const sockets: Socket[] = [];
beforeAll(async () => {
  api = await startApi('ledger', { slow: { headersMs: 600, bodyMs: 900 }, stallMs: 5_000 });
});
afterAll(async () => {
  for (const socket of sockets) socket.destroy();
  await api.stop();
});

/** Sends the beginning of a request. @returns what comes back until the connection is closed. */
async function answerTo(start: string, more: (socket: Socket) => void = () => undefined) {
  const socket = connect(Number(new URL(api.url).port), '127.0.0.1');
  sockets.push(socket);
  let text = '';
  socket.on('data', (part) => {
    text += part;
  });
  socket.on('error', () => undefined);
  socket.write(start);
  more(socket);
  await new Promise((resolve) => socket.once('close', resolve));
  return text;
}

const head = (path: string, length: number) =>
  `POST ${path} HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\n` +
  `content-length: ${length}\r\n`;

describe('a request that arrives slowly is ended:', () => {
  test('its headers', async () => {
    expect(await answerTo(head('/graphql', 10))).toMatch(/^HTTP\/1.1 408 /);
  });

  test.each(['/graphql', '/session', '/nowhere'])('its body, at %s', async (path) => {
    const answer = await answerTo(`${head(path, 1_000)}\r\n{"query":`, (socket) => {
      const drip = setInterval(() => socket.write(' '), 100);
      socket.once('close', () => clearInterval(drip));
    });
    // Where the body is not read, the answer is there already.
    expect(answer).toMatch(/^HTTP\/1.1 (408|400|404) /);
  });

  test('but not that of an import while something of it comes', async () => {
    const csv = 'name,kind\n';
    let isClosed = false;
    const closed = answerTo(`${head('/import/csv', 10_000)}\r\n${csv}`, (socket) => {
      const drip = setInterval(() => socket.write('x'), 100);
      socket.once('close', () => clearInterval(drip));
    }).then((text) => {
      isClosed = !text.startsWith('HTTP/1.1 4');
    });
    await sleep(2_500);
    expect(isClosed).toBe(false);
    sockets.at(-1)?.destroy();
    await closed;
  });

  test('and the server serves others meanwhile and afterwards', async () => {
    expect((await api.ask('{ __typename }')).status).toBe(200);
    expect(api.faults).toEqual([]);
  });
});
