import { type ChildProcess, spawn } from 'node:child_process';
import { createServer, type Server } from 'node:net';

/** How many clients may wait to be accepted. The system resets those beyond Node's default, 511. */
export const backlog = 4_096;

/** Sends the handle that it receives back several times, and ends. */
const echo = `
process.on('message', (count, handle) => {
  let left = count;
  for (let i = 0; i < count; i += 1)
    process.send('handle', handle, () => --left || process.disconnect());
});`;

/** Node's own server has the handle of its socket here. `listen` documents it, the types do not. */
interface ListeningServer extends Server {
  _handle?: object | null;
}

/**
 * Lets a server accept more than one connection in each turn of its event loop, which is all that
 * Node does for a handle of a listening socket. The turns of a busy server take milliseconds, so
 * new clients would wait for seconds before the server sees them and could refuse them.
 *
 * Several handles of the socket accept one connection each. Node makes one only by sending the
 * handle to another process, so a short-lived process sends it back. If there can be none, the
 * server accepts as before.
 *
 * @returns what closes the further handles
 */
export function acceptOnMoreHandles(server: ListeningServer, count: number): () => void {
  const acceptors = new Set<Server>();
  let isClosed = false;
  const accept = (_message: unknown, handle: object) => {
    // The same settings as those of an HTTP server.
    const acceptor = createServer({ allowHalfOpen: true, noDelay: true }, (socket) =>
      server.emit('connection', socket),
    );
    acceptor.on('error', () => undefined).listen(handle, backlog);
    acceptors.add(acceptor);
    // It came too late.
    if (isClosed) acceptor.close();
  };
  const child = startEcho();
  if (child && server._handle) {
    child.on('message', accept);
    child.send(count, server._handle as Server, {}, () => undefined);
    child.unref();
    child.channel?.unref();
  }
  return () => {
    isClosed = true;
    child?.kill();
    for (const acceptor of acceptors) acceptor.close();
  };
}

/** The process that sends handles back. Undefined: the system has no room for one. */
function startEcho(): ChildProcess | undefined {
  try {
    const child = spawn(process.execPath, ['-e', echo], {
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      env: {},
    });
    child.on('error', () => undefined);
    return child.connected ? child : undefined;
  } catch {
    return undefined;
  }
}
