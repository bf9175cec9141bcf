import { getHeapSpaceStatistics } from 'node:v8';
import type { FastifyPluginAsync } from 'fastify';
import type pg from 'pg';
import { Counter, Gauge, Registry } from 'prom-client';
import type { Plans } from './compiler/plan.ts';

/**
 * How the server does, at /metrics, in Prometheus' text format. Everything is read when it is asked for, so that a request of GraphQL
 * pays nothing for it; that is why prom-client's own default metrics, with their timers and observers, are left out.
 */
export const metricsRoute =
  (plans: Plans, pool: pg.Pool): FastifyPluginAsync =>
  async (app) => {
    const registry = new Registry();
    const registers = [registry];
    const counter = (name: string, help: string, value: () => number) =>
      new Counter({
        name,
        help,
        registers,
        collect() {
          this.reset();
          this.inc(value());
        },
      });
    const gauge = (name: string, help: string, value: () => number) =>
      new Gauge({
        name,
        help,
        registers,
        collect() {
          this.set(value());
        },
      });
    counter(
      'claimgraph_plan_cache_hits_total',
      'Root fields whose SQL was there already.',
      () => plans.metrics.hits,
    );
    counter(
      'claimgraph_plan_cache_misses_total',
      'Root fields whose SQL had to be written.',
      () => plans.metrics.misses,
    );
    gauge('claimgraph_plan_cache_plans', 'Statements that are kept.', () => plans.size);
    gauge(
      'claimgraph_plan_cache_characters',
      'How long they are, with what they are known by.',
      () => plans.length,
    );
    gauge(
      'claimgraph_pool_connections',
      'Connections to PostgreSQL, idle ones included.',
      () => pool.totalCount,
    );
    gauge(
      'claimgraph_pool_connections_idle',
      'Connections to PostgreSQL that nobody uses now.',
      () => pool.idleCount,
    );
    gauge(
      'claimgraph_pool_waiting',
      'Requests that wait for a connection.',
      () => pool.waitingCount,
    );
    gauge('process_resident_memory_bytes', 'Memory of the process, PostgreSQL not included.', () =>
      process.memoryUsage.rss(),
    );
    new Gauge({
      name: 'nodejs_heap_space_size_used_bytes',
      help: 'Memory of JavaScript: new, what is short-lived; old, what has lived long.',
      registers,
      labelNames: ['space'],
      collect() {
        for (const { space_name, space_used_size } of getHeapSpaceStatistics())
          this.set({ space: space_name.replace('_space', '') }, space_used_size);
      },
    });
    counter('process_cpu_seconds_total', 'Processor time of the process.', () => {
      const { user, system } = process.cpuUsage();
      return (user + system) / 1e6;
    });
    gauge('process_start_time_seconds', 'When the process started, since 1970.', () =>
      Math.round(performance.timeOrigin / 1000),
    );
    app.get('/metrics', async (_request, reply) =>
      reply.type(registry.contentType).send(await registry.metrics()),
    );
  };
