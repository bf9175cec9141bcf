/**
 * Asks as fast as it is answered, over some connections that stay open, and does as little as it can: requests are bytes made beforehand,
 * answers are counted, not read. A process of its own, so that its work is on nobody's account.
 */
import { connect } from 'node:net';
import { cpuOf, cpuOfTree } from './processes.mjs';

/** Where an answer ends, once its head is there; undefined before. Fails on anything but 200. */
function endOf(received) {
  const head = received.indexOf('\r\n\r\n');
  if (head < 0) return undefined;
  const text = received.latin1Slice(0, head).toLowerCase();
  if (text.slice(9, 12) !== '200')
    throw new Error(
      `answered ${text.slice(9, 12)}: ${received.toString('utf8', head + 4, head + 400)}`,
    );
  const length = /content-length: *(\d+)/.exec(text);
  if (length) return head + 4 + Number(length[1]);
  return received.subarray(-5).equals(lastChunk) ? received.length : Number.POSITIVE_INFINITY;
}

const lastChunk = Buffer.from('0\r\n\r\n');

const requestOf = (port, body) =>
  Buffer.from(
    `POST /graphql HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nContent-Type: application/json\r\nAccept: application/json\r\n` +
      `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  );

/** One connection: asks, waits for the whole answer, asks again. */
function ask(port, next, onAnswer, onError) {
  const socket = connect(port, '127.0.0.1').setNoDelay(true);
  let asked = 0;
  let parts = [];
  let size = 0;
  let end;
  const send = () => {
    [parts, size, end, asked] = [[], 0, undefined, performance.now()];
    socket.write(next());
  };
  socket.on('connect', send).on('error', onError);
  // One that is gone asks no more, and what is measured then is fewer connections. When all of it is over nobody hears this.
  socket.on('close', () => onError(new Error('the connection was closed')));
  socket.on('data', (part) => {
    parts.push(part);
    size += part.length;
    try {
      if (end === undefined || end === Number.POSITIVE_INFINITY)
        end = endOf(parts.length === 1 ? part : Buffer.concat(parts, size));
    } catch (error) {
      return onError(error);
    }
    if (end === undefined || size < end) return;
    onAnswer(performance.now() - asked);
    send();
  });
  return socket;
}

const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

async function measure({ port, bodies, connections, seconds, warmUp, node, postmaster }) {
  const requests = bodies.map((body) => requestOf(port, body));
  let asked = 0;
  let times = [];
  let failed;
  const next = () => requests[asked++ % requests.length];
  const sockets = Array.from({ length: connections }, () =>
    ask(
      port,
      next,
      (took) => times.push(took),
      (error) => {
        failed ??= error;
      },
    ),
  );
  await sleep(warmUp * 1000);
  const usage = () => ({
    node: cpuOf(node),
    postgres: cpuOfTree(postmaster),
    at: performance.now(),
  });
  const before = usage();
  times = [];
  await sleep(seconds * 1000);
  const after = usage();
  const counted = Float64Array.from(times).sort();
  for (const socket of sockets) socket.destroy();
  if (failed) throw failed;
  const per = (from, to) => (to - from) / counted.length;
  return {
    requests: counted.length,
    rps: counted.length / ((after.at - before.at) / 1000),
    p50Ms: counted[Math.floor(counted.length * 0.5)],
    p99Ms: counted[Math.floor(counted.length * 0.99)],
    nodeCpuMs: per(before.node, after.node),
    postgresCpuMs: per(before.postgres, after.postgres),
  };
}

process.on('message', (task) => {
  measure(task).then(
    (result) => process.send({ result }),
    (error) => process.send({ error: error.message }),
  );
});
