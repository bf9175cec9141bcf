/**
 * Sends requests as fast as they are answered, over connections that stay open. It does as little
 * as possible: requests are prepared bytes, and answers are counted but not parsed. It is a process
 * of its own, so that its CPU time is charged to no server.
 */
import { connect } from 'node:net';
import { cpuOf, cpuOfTree } from './processes.mjs';

/**
 * The offset at which an answer ends; undefined until its head has arrived; infinity until the last
 * chunk has arrived. Throws for any status but 200.
 */
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
    `POST /graphql HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nContent-Type: application/json\r\n` +
      `Accept: application/json\r\n` +
      `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  );

/** One connection: sends a request, waits for the whole answer, and sends the next. */
function openConnection(port, nextRequest, onAnswer, onError) {
  const socket = connect(port, '127.0.0.1').setNoDelay(true);
  let sentAt = 0;
  let parts = [];
  let size = 0;
  let end;
  const send = () => {
    [parts, size, end, sentAt] = [[], 0, undefined, performance.now()];
    socket.write(nextRequest());
  };
  socket.on('connect', send).on('error', onError);
  // Fewer connections would be another measurement. After the end, nobody listens to this.
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
    onAnswer(performance.now() - sentAt);
    send();
  });
  return socket;
}

const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

async function measure({ port, bodies, connections, seconds, warmUp, node, postmaster }) {
  const requests = bodies.map((body) => requestOf(port, body));
  let sent = 0;
  let times = [];
  let failure;
  const nextRequest = () => requests[sent++ % requests.length];
  const sockets = Array.from({ length: connections }, () =>
    openConnection(
      port,
      nextRequest,
      (ms) => times.push(ms),
      (error) => {
        failure ??= error;
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
  const sorted = Float64Array.from(times).sort();
  for (const socket of sockets) socket.destroy();
  if (failure) throw failure;
  const perRequest = (from, to) => (to - from) / sorted.length;
  return {
    requests: sorted.length,
    rps: sorted.length / ((after.at - before.at) / 1000),
    p50Ms: sorted[Math.floor(sorted.length * 0.5)],
    p99Ms: sorted[Math.floor(sorted.length * 0.99)],
    nodeCpuMs: perRequest(before.node, after.node),
    postgresCpuMs: perRequest(before.postgres, after.postgres),
  };
}

process.on('message', (task) => {
  measure(task).then(
    (result) => process.send({ result }),
    (error) => process.send({ error: error.message }),
  );
});
