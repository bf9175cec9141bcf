import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Connections } from '../compiler/connections.ts';
import { type Api, startApi } from '../testing/api.ts';
import { Line } from '../values/line.ts';
import { keepLearning } from './learn.ts';

let api: Api;
beforeAll(async () => {
  api = await startApi('sample');
});
afterAll(() => api.stop());

test('the counts of the ledger wait in the line of reads, and read nothing before', async () => {
  const line = new Line({ places: 1, maxWaiting: 5, maxWaitMs: 60_000, resource: 'a connection' });
  const connections = new Connections(api.readPool, line);
  const lease = await connections.take();
  const learned: unknown[] = [];
  const sent = await api.statements(async () => {
    const stop = await keepLearning(connections, { learn: (counts) => learned.push(counts) });
    stop();
  });
  expect([learned.length, line.length]).toEqual([0, 1]);
  expect(sent.filter((text) => /count\(|pg_class/.test(text))).toEqual([]);
  await lease.endCancelling();
  lease.release(false);
  while (learned.length === 0) await sleep(20);
  // The place is free again.
  const next = await connections.take();
  await next.endCancelling();
  next.release(false);
});
