import type pg from 'pg';

/** How many prepared statements a connection keeps: each holds its plan in PostgreSQL's memory, half a megabyte for a deep one. */
const most = 200;

/** What `pg` notes of a connection: the prepared statements it has, by name. */
interface Noted {
  connection?: { parsedStatements?: Record<string, string> };
}

/** Keeps the memory of connections bounded, however many different questions are asked: a full one forgets all it had prepared. */
export function boundPrepared(pool: pg.Pool): void {
  pool.on('acquire', (client) => {
    const { connection } = client as pg.PoolClient & Noted;
    if (Object.keys(connection?.parsedStatements ?? {}).length < most) return;
    connection!.parsedStatements = {};
    // In line before whatever the connection was taken for; if it fails, so will that.
    client.query('deallocate all').catch(() => undefined);
  });
}
