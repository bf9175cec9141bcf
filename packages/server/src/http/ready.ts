import { setTimeout } from 'node:timers/promises';
import type { FastifyPluginAsync } from 'fastify';
import type pg from 'pg';

/** How long /ready waits for the database, in milliseconds: less than most probes wait for it. */
const maxReadyWait = 2_000;

/**
 * `GET /live`: whether this process answers. It needs no database, so that nothing restarts a
 * server because its database is away. `GET /ready`: whether the database answers, too.
 */
export const healthRoutes =
  (pool: pg.Pool): FastifyPluginAsync =>
  async (app) => {
    app.get('/live', async () => ({ live: true }));
    app.get('/ready', async (_request, reply) => {
      const ready = await Promise.race([
        isDatabaseReachable(pool),
        setTimeout(maxReadyWait, false, { ref: false }),
      ]);
      return reply.code(ready ? 200 : 503).send({ ready });
    });
  };

const isDatabaseReachable = (pool: pg.Pool): Promise<boolean> =>
  pool.query('select 1').then(
    () => true,
    () => false,
  );
