import { setTimeout } from 'node:timers/promises';
import type { FastifyPluginAsync } from 'fastify';
import type pg from 'pg';

/** How long /ready waits for the database, in milliseconds: less than most probes wait for it. */
const maxReadyWait = 2_000;

/** `GET /ready`: whether the database answers. */
export const readyRoute =
  (pool: pg.Pool): FastifyPluginAsync =>
  async (app) => {
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
