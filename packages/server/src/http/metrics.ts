import { getHeapSpaceStatistics } from 'node:v8';
import type { FastifyPluginAsync } from 'fastify';
import type pg from 'pg';
import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Plans } from '../compiler/plan.ts';
import type { Line } from '../values/line.ts';
import type { AnswerMemory } from './answer-memory.ts';
import type { ErrorLog } from './error-log.ts';

/** The lines in which requests wait. */
interface Lines {
  reads: Line;
  writes: Line;
}

/** What statements were estimated to cost. */
interface Costs {
  totalMs: number;
  bounds: readonly number[];
  /** How many statements are in each class. The last one has those above all bounds. */
  classes: readonly number[];
}

/** Makes the histograms of durations. Each server has its own. */
export const createHistograms = () => ({
  writes: new Histogram({
    name: 'claimgraph_write_duration_seconds',
    help: 'How long mutations took that were carried out, waiting included.',
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 4, 8],
    registers: [],
  }),
  importBatches: new Histogram({
    name: 'claimgraph_import_batch_lock_seconds',
    help: 'How long batches of imports that were sent to this server made other writes wait.',
    buckets: [0.1, 0.25, 0.5, 0.75, 1, 1.5, 2, 4, 8],
    registers: [],
  }),
});

const sum = <T>(items: readonly T[], value: (item: T) => number): number =>
  items.reduce((total, item) => total + value(item), 0);

/**
 * Metrics of the server at /metrics, in Prometheus' text format. All values but durations of writes
 * are read when they are scraped, so that queries pay nothing for them. That is why prom-client's
 * default metrics, with their timers and observers, are left out.
 */
export const metricsRoute =
  (
    plans: Plans,
    pools: readonly pg.Pool[],
    lines: Lines,
    memory: AnswerMemory,
    errors: Pick<ErrorLog, 'counts' | 'rejections'>,
    histograms: ReturnType<typeof createHistograms>,
    costs: Costs,
  ): FastifyPluginAsync =>
  async (app) => {
    const registry = new Registry();
    const registers = [registry];
    for (const histogram of Object.values(histograms)) registry.registerMetric(histogram);
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
      'Root fields whose SQL statement was in the plan cache.',
      () => plans.metrics.hits,
    );
    counter(
      'claimgraph_plan_cache_misses_total',
      'Root fields whose SQL statement had to be compiled.',
      () => plans.metrics.misses,
    );
    gauge('claimgraph_plan_cache_plans', 'SQL statements in the plan cache.', () => plans.size);
    gauge(
      'claimgraph_plan_cache_characters',
      'Characters held by the plan cache, keys included.',
      () => plans.length,
    );
    gauge('claimgraph_pool_connections', 'Connections to PostgreSQL, including idle ones.', () =>
      sum(pools, ({ totalCount }) => totalCount),
    );
    gauge('claimgraph_pool_connections_idle', 'Connections to PostgreSQL that are idle.', () =>
      sum(pools, ({ idleCount }) => idleCount),
    );
    gauge('claimgraph_pool_waiting', 'Requests that wait for a connection to PostgreSQL.', () =>
      sum(pools, ({ waitingCount }) => waitingCount),
    );
    gauge(
      'claimgraph_reads_waiting',
      'Reads that wait for a connection to PostgreSQL.',
      () => lines.reads.length,
    );
    counter(
      'claimgraph_reads_refused_total',
      'Reads that were refused because too many waited, or one for too long.',
      () => lines.reads.refusals,
    );
    gauge(
      'claimgraph_writes_waiting',
      'Writes that wait for other writes.',
      () => lines.writes.length,
    );
    counter(
      'claimgraph_writes_refused_total',
      'Writes that were refused because too many waited, or one for too long.',
      () => lines.writes.refusals,
    );
    gauge(
      'claimgraph_answer_bytes',
      'Memory of long requests, and of long answers that clients have not read yet, in bytes.',
      () => memory.bytes,
    );
    counter(
      'claimgraph_answers_refused_total',
      'Requests that were refused because all of them took too much memory.',
      () => memory.refusals,
    );
    const byCode = (name: string, help: string, counts: ReadonlyMap<string, number>) =>
      new Counter({
        name,
        help,
        registers,
        labelNames: ['code'],
        collect() {
          this.reset();
          for (const [code, count] of counts) this.inc({ code }, count);
        },
      });
    byCode(
      'claimgraph_errors_total',
      'Errors of GraphQL operations, imports and exports that clients received, by their code.',
      errors.counts,
    );
    byCode(
      'claimgraph_rejections_total',
      'Requests that were refused before they were parsed, by the code of the error.',
      errors.rejections,
    );
    gauge(
      'process_resident_memory_bytes',
      'Resident memory of the server process in bytes, without PostgreSQL.',
      () => process.memoryUsage.rss(),
    );
    counter(
      'claimgraph_cost_milliseconds_total',
      'The estimated cost of the statements of queries, in milliseconds of PostgreSQL’s CPU time.',
      () => costs.totalMs,
    );
    new Counter({
      name: 'claimgraph_statements_total',
      help: 'Statements of queries by their estimated cost: above one bound, at most the next.',
      registers,
      labelNames: ['at_most_ms'],
      collect() {
        this.reset();
        for (const [i, count] of costs.classes.entries())
          this.inc({ at_most_ms: String(costs.bounds[i] ?? '+Inf') }, count);
      },
    });
    new Gauge({
      name: 'nodejs_heap_space_size_used_bytes',
      help:
        'Bytes used in each space of the JavaScript heap: new for young objects, ' +
        'old for long-lived ones.',
      registers,
      labelNames: ['space'],
      collect() {
        for (const { space_name, space_used_size } of getHeapSpaceStatistics())
          this.set({ space: space_name.replace('_space', '') }, space_used_size);
      },
    });
    counter(
      'process_cpu_seconds_total',
      'CPU time that the server process has used, in seconds.',
      () => {
        const { user, system } = process.cpuUsage();
        return (user + system) / 1e6;
      },
    );
    gauge(
      'process_start_time_seconds',
      'Start time of the server process, in seconds since 1970-01-01 UTC.',
      () => Math.round(performance.timeOrigin / 1000),
    );
    app.get('/metrics', async (_request, reply) =>
      reply.type(registry.contentType).send(await registry.metrics()),
    );
  };
