import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A TCP proxy before PostgreSQL that can drop, delay and swallow what is sent. */
export interface DatabaseProxy {
  /** The URL of the database through the proxy. */
  url: string;
  /**
   * Cuts a connection each time its client sends this text. PostgreSQL receives the text, or, with
   * `isSwallowed`, does not. The client receives no answer. Undefined: no longer.
   */
  cutAt(text: string | undefined, isSwallowed?: boolean): void;
  /** How often {@link cutAt} has cut a connection. */
  cuts(): number;
  /** Passes nothing on, and keeps connections open, until `thaw`. */
  freeze(): void;
  thaw(): void;
  /** Refuses new connections and cuts those that there are, until `thaw`. */
  cutAll(): void;
  stop(): Promise<void>;
}

/** Starts a proxy before a database. */
export async function startProxy(databaseUrl: string): Promise<DatabaseProxy> {
  const target = new URL(databaseUrl);
  const sockets = new Set<Socket>();
  let state: 'open' | 'frozen' | 'closed' = 'open';
  let cut: { text: string; isSwallowed: boolean } | undefined;
  let cuts = 0;
  const pass = (to: Socket, part: Buffer) => {
    if (state === 'open' && !to.destroyed) to.write(part);
  };
  const server = createServer((client) => {
    if (state === 'closed') return client.destroy();
    const database = connect(Number(target.port), target.hostname);
    let isCut = false;
    for (const [socket, other] of [
      [client, database],
      [database, client],
    ] as const) {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        sockets.delete(socket);
        // A frozen connection stays open, as if the cable had been pulled out.
        if (state !== 'frozen') other.destroy();
      });
    }
    client.on('data', (part) => {
      if (isCut) return;
      if (cut && part.includes(cut.text)) {
        isCut = true;
        cuts += 1;
        if (!cut.isSwallowed) pass(database, part);
        client.destroy();
      } else pass(database, part);
    });
    database.on('data', (part) => isCut || pass(client, part));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = new URL(databaseUrl);
  url.host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const destroyAll = () => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    url: url.href,
    cutAt: (text, isSwallowed = false) => {
      cut = text === undefined ? undefined : { text, isSwallowed };
    },
    cuts: () => cuts,
    freeze: () => {
      state = 'frozen';
    },
    thaw: () => {
      state = 'open';
    },
    cutAll: () => {
      state = 'closed';
      destroyAll();
    },
    stop: async () => {
      state = 'closed';
      destroyAll();
      server.close();
      await once(server, 'close');
    },
  };
}
