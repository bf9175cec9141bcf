import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Api, startApi } from '../testing/api.ts';
import { fixtures } from '../testing/fixtures.ts';
import { readMetric, timeRequest } from '../testing/load.ts';

let api: Api;
let id: string;
beforeAll(async () => {
  api = await startApi('ledger', { answerBytes: 2_000_000 });
  id = await fixtures(api).aReport({ body: 'y'.repeat(600_000), bodyKind: 'VERBATIM' });
});
afterAll(() => api.stop());

const bodies = (count: number) =>
  `{ report(id: "${id}") { ${Array.from({ length: count }, (_, i) => `a${i}: body`).join(' ')} } }`;
const refused = { status: 503, retryAfter: '2', codes: ['UNAVAILABLE'] };
const held = () => readMetric(api.url, 'claimgraph_answer_bytes');

/** Begins a request whose body takes a million bytes of memory. @returns what ends it. */
async function sendSlowly(): Promise<() => Promise<void>> {
  const slow = connect(Number(new URL(api.url).port), '127.0.0.1');
  slow.on('error', () => undefined);
  slow.write(
    'POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\n' +
      'content-length: 500000\r\n\r\n{',
  );
  while ((await held()) < 1_000_000) await sleep(10);
  return async () => {
    slow.destroy();
    await once(slow, 'close');
    while ((await held()) > 0) await sleep(10);
  };
}

describe('when all answers together take too much memory', () => {
  test('a long one is refused on every path, and short ones are served', async () => {
    // 1.2 MB, of which two copies do not fit. The second request of a text takes the fast path.
    for (const _path of ['Apollo', 'fast path'])
      expect(await timeRequest(api.url, bodies(2))).toMatchObject(refused);
    const several = `{ a: ${bodies(2).slice(1, -1)} b: ${bodies(2).slice(1, -1)} }`;
    expect((await timeRequest(api.url, several)).codes).toContain('UNAVAILABLE');
    expect(await timeRequest(api.url, bodies(1))).toMatchObject({ status: 200, codes: [] });
    expect(await held()).toBe(0);
    expect(await readMetric(api.url, 'claimgraph_answers_refused_total')).toBeGreaterThan(2);
  });

  test('a write whose answer is refused changes nothing', async () => {
    const write = `mutation { createReport(input: {
      kind: OTHER, title: "Unanswered", reprintOfId: "${id}"
    }) { report { reprintOf { a: body b: body } } } }`;
    const { status, codes, message } = await timeRequest(api.url, write);
    expect([status, codes]).toEqual([503, ['UNAVAILABLE']]);
    expect(message).toMatch(/Nothing was changed/);
    const { reports } = await api.data('{ reports { nodes { title } } }');
    expect(reports.nodes).not.toContainEqual({ title: 'Unanswered' });
    expect(await held()).toBe(0);
  });

  test('a long request is refused, also when others are sent slowly', async () => {
    const long = `{ __typename } # ${'x'.repeat(1_100_000)}`;
    expect(await timeRequest(api.url, long)).toMatchObject(refused);
    const endSlow = await sendSlowly();
    const text = `{ __typename } # ${'x'.repeat(600_000)}`;
    expect(await timeRequest(api.url, text)).toMatchObject(refused);
    await endSlow();
    expect(await timeRequest(api.url, text)).toMatchObject({ status: 200, codes: [] });
  });

  test('an export is refused before it begins', async () => {
    const getExport = async () => {
      const response = await fetch(new URL('/export/jsonl', api.url));
      return { status: response.status, length: (await response.text()).length };
    };
    expect((await getExport()).length).toBeGreaterThan(600_000);
    expect(await held()).toBe(0);
    const endSlow = await sendSlowly();
    expect((await getExport()).status).toBe(503);
    await endSlow();
    expect((await getExport()).status).toBe(200);
  });
});
