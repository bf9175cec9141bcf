import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ucdpFile } from '../ingest/ingest.testing.ts';
import { type Api, startApi } from '../testing/api.ts';

let api: Api;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

const scrape = async (of = api) => {
  const response = await fetch(of.url.replace('graphql', 'metrics'));
  const text = await response.text();
  const values = Object.fromEntries(
    [...text.matchAll(/^(\w+) (\S+)$/gm)].map(([, name, value]) => [name!, Number(value)]),
  );
  return { type: response.headers.get('content-type'), values, text };
};
const plans = async () => {
  const { values } = await scrape();
  return ['hits_total', 'misses_total', 'plans'].map(
    (name) => values[`claimgraph_plan_cache_${name}`]!,
  ) as [number, number, number];
};

describe('/metrics', () => {
  test('reports plans, connections and the process to Prometheus', async () => {
    await api.data('{ claims { totalCount } }');
    const { type, values } = await scrape();
    expect(type).toMatch(/^text\/plain; version=0\.0\.4/);
    expect(values.claimgraph_pool_connections).toBeGreaterThanOrEqual(1);
    expect(values.claimgraph_pool_connections_idle).toBeLessThanOrEqual(
      values.claimgraph_pool_connections!,
    );
    expect(values.claimgraph_pool_waiting).toBe(0);
    expect(values.process_resident_memory_bytes).toBeGreaterThan(10_000_000);
    expect(values.process_cpu_seconds_total).toBeGreaterThan(0);
    expect(values.process_start_time_seconds).toBeGreaterThan(1_700_000_000);
  });

  test('reports how long writes took, and how long an import made them wait', async () => {
    const own = await startApi('ledger');
    await own.data(
      'mutation { createReport(input: { kind: ARTICLE, title: "Timed" }) { report { id } } }',
    );
    const path = new URL('/import/ucdp?release=19.1', own.url);
    const { status } = await fetch(path, { method: 'POST', body: ucdpFile({ id: '5' }) });
    const { values } = await scrape(own);
    await own.stop();
    expect(status).toBe(200);
    expect(values.claimgraph_write_duration_seconds_count).toBe(1);
    expect(values.claimgraph_write_duration_seconds_sum).toBeGreaterThan(0);
    expect(values.claimgraph_import_batch_lock_seconds_count).toBe(1);
  });

  test('counts a hit when a query is repeated with other values or list lengths', async () => {
    const ask = (ids: string[], text: string) =>
      api.data(
        `query ($ids: [ID!], $text: String) {
          claims(filter: { id: $ids, text: $text }) { totalCount }
        }`,
        { ids, text },
      );
    const [{ id }, other] = (await api.data('{ claims(first: 2) { nodes { id } } }')).claims.nodes;
    const [hits, misses, size] = await plans();
    await ask([id], 'people');
    expect(await plans()).toEqual([hits, misses + 1, size + 1]);
    await ask([id, other.id], 'water');
    await ask([], 'Daraa');
    expect(await plans()).toEqual([hits + 2, misses + 1, size + 1]);
  });

  test('is refused under a host name that is not loopback', async () => {
    const status = await new Promise((resolve, reject) => {
      const { port } = new URL(api.url);
      const asked = request(
        { port, host: '127.0.0.1', path: '/metrics', headers: { host: 'rebound.example' } },
        (answer) => {
          answer.resume();
          resolve(answer.statusCode);
        },
      );
      asked.on('error', reject).end();
    });
    expect(status).toBe(421);
  });

  test('counts what is refused at the entrance, by its code', async () => {
    const count = async (code: string) => {
      const { text } = await scrape();
      const found = new RegExp(`^claimgraph_rejections_total\\{code="${code}"\\} (\\S+)$`, 'm');
      return Number(found.exec(text)?.[1] ?? 0);
    };
    const before = [await count('UNAUTHENTICATED'), await count('NOT_FOUND')];
    const headers = { authorization: 'Bearer wrong' };
    await fetch(api.url, { headers });
    await fetch(new URL('/nowhere', api.url));
    const after = [await count('UNAUTHENTICATED'), await count('NOT_FOUND')];
    expect(after).toEqual(before.map((each) => each + 1));
  });

  test('counts each server separately', async () => {
    const another = await startApi('ledger');
    const { values } = await scrape(another);
    await another.stop();
    expect(values.claimgraph_plan_cache_misses_total).toBe(0);
  });

  test('shows that the plan cache stays bounded however many queries differ', async () => {
    const [, misses] = await plans();
    const questions = Array.from(
      { length: 2_050 },
      (_, i) => `{ claims(first: 1) { nodes { a${i}: id } } }`,
    );
    const asker = async () => {
      for (let question = questions.pop(); question; question = questions.pop())
        await api.data(question);
    };
    await Promise.all(Array.from({ length: 8 }, asker));
    const [, missesAfter, size] = await plans();
    expect(missesAfter).toBe(misses + 2_050);
    expect(size).toBe(2_000);
    const { values } = await scrape();
    expect(values.claimgraph_plan_cache_characters).toBeGreaterThan(2_000 * 100);
    expect(values.claimgraph_plan_cache_characters).toBeLessThan(20_000_000);
  }, 90_000);
});
