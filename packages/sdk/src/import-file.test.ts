import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ucdpFile } from '../../server/src/ingest/ingest.testing.ts';
import { type Api, startApi } from '../../server/src/testing/api.ts';
import { exportClaims, type ImportProgress, importFile } from './files.ts';
import { CountClaims } from './generated/operations.ts';
import { type Client, createClient } from './index.ts';
import { failure } from './scripted-server.testing.ts';

let api: Api;
let client: Client;
beforeAll(async () => {
  api = await startApi('ledger');
  client = createClient({ url: api.url });
});
afterAll(() => api.stop());

const table =
  'Ref,What,Day\nA-1,Shells hit the market.,2018-07-05\nA-2,Doors were forced.,some day\n';
const mapping = {
  dataset: { name: 'A table', kind: 'DATASET' },
  id: { column: 'Ref' },
  statement: { column: 'What' },
  kind: { always: 'OTHER' },
  occurred: { from: 'Day' },
};
const countClaims = async () => (await client.execute(CountClaims)).claims.totalCount;

describe('an import', () => {
  test('returns the report of the server, with each problem', async () => {
    const report = await importFile(client, 'csv', table, { mapping, file: 'table.csv' });
    expect(report).toMatchObject({
      rowsRead: 2,
      rowsImported: 2,
      rowsRefused: 0,
      created: { claims: 2 },
      conflicts: 0,
      problems: { BAD_DATE: 1 },
      firstProblems: [{ file: 'table.csv', line: 3, column: 'Day', value: 'some day' }],
    });
    expect(await countClaims()).toBe(2);
    const again = await importFile(client, 'csv', table, { mapping });
    expect(again).toMatchObject({ created: { claims: 0 }, unchanged: { claims: 2 } });
  });

  const bytes = new TextEncoder().encode(table);
  test.each<[string, () => Parameters<typeof importFile>[2]]>([
    ['bytes', () => bytes],
    ['an ArrayBuffer', () => bytes.buffer],
    ['a File', () => new File([bytes], 'named.csv')],
    ['a stream', () => new Blob([bytes]).stream()],
    [
      'parts',
      async function* () {
        yield bytes.subarray(0, 30);
        yield bytes.subarray(30);
      },
    ],
  ])('takes %s', async (name, body) => {
    const report = await importFile(client, 'csv', body(), { mapping, dryRun: true });
    expect(report.rowsImported).toBe(2);
    expect(report.firstProblems[0]?.file).toBe(name === 'a File' ? 'named.csv' : 'upload');
  });

  test('reports its progress, first in bytes, then in rows', async () => {
    const file = ucdpFile(...Array.from({ length: 2_500 }, (_, i) => ({ id: String(i + 1) })));
    const seen: ImportProgress[] = [];
    await importFile(client, 'ucdp', file, {
      release: '19.1',
      dryRun: true,
      onProgress: (progress) => {
        seen.push(progress);
        throw new Error('of the listener');
      },
    });
    const totalBytes = new Blob([file]).size;
    expect(seen[0]).toEqual({ sentBytes: 65_536, totalBytes, rows: 0, totalRows: undefined });
    const order = seen.map(({ sentBytes, rows }) => sentBytes + rows);
    expect(order).toEqual([...order].sort((a, b) => a - b));
    const landed = seen.filter(({ rows }) => rows > 0);
    expect(landed.length).toBeGreaterThan(1);
    for (const { rows: _, ...others } of landed)
      expect(others).toEqual({ sentBytes: totalBytes, totalBytes, totalRows: 2_500 });
    expect(landed.at(-1)?.rows).toBe(2_500);
  });

  test('copies a ledger when it takes the stream of an export', async () => {
    const [source, target] = [await startApi('sample'), await startApi('ledger')];
    try {
      const stream = await exportClaims(createClient({ url: source.url }), 'jsonl');
      const report = await importFile(createClient({ url: target.url }), 'jsonl', stream);
      expect(report).toMatchObject({ rowsRefused: 0, created: { claims: 26 } });
    } finally {
      await source.stop();
      await target.stop();
    }
  });
});

describe('an import that fails', () => {
  test('has the error of the server, and changes nothing', async () => {
    const before = await countClaims();
    expect(await failure(importFile(client, 'ucdp', 'a,b\n1,2\n'))).toMatchObject({
      kind: 'badInput',
      code: 'BAD_USER_INPUT',
      operation: 'importFile',
      status: 400,
    });
    expect(await failure(importFile(client, 'xls' as never, 'a'))).toMatchObject({
      kind: 'notFound',
    });
    expect(
      await failure(importFile(client, 'csv', table, { mapping: { statement: 1 } })),
    ).toMatchObject({ kind: 'badInput' });
    expect(await failure(importFile(client, 'csv', undefined as never))).toMatchObject({
      kind: 'badInput',
      message: 'There is no file to import.',
    });
    expect(await countClaims()).toBe(before);
  });

  const against = async (
    lines: string,
    then: 'ends' | 'breaks' | 'waits',
    options: Parameters<typeof importFile>[3] = {},
  ) => {
    let requests = 0;
    const server = createServer(async (request, response) => {
      requests += 1;
      await request.toArray().catch(() => undefined);
      response.writeHead(200, { 'content-type': 'application/x-ndjson' }).write(lines);
      if (then === 'ends') response.end();
      if (then === 'breaks') setTimeout(() => response.destroy(), 20);
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
    try {
      const error = await failure(importFile(createClient({ url }), 'csv', table, options));
      return { kind: error.kind, code: error.code, requests };
    } finally {
      server.closeAllConnections();
      server.close();
    }
  };
  const progress = '{"rows":1,"totalRows":2}\n';
  const busy = '{"errors":[{"message":"Lost.","extensions":{"code":"UNAVAILABLE"}}]}\n';

  test('later has the errors of the last line, and is never sent twice', async () => {
    expect(await against(progress + busy, 'ends')).toEqual({
      kind: 'unavailable',
      code: 'UNAVAILABLE',
      requests: 1,
    });
    expect(await against(progress, 'ends')).toMatchObject({ kind: 'network', requests: 1 });
    expect(await against(progress, 'breaks')).toMatchObject({ kind: 'network', requests: 1 });
    expect(await against(progress, 'waits', { timeoutMs: 200 })).toMatchObject({
      kind: 'timeout',
      requests: 1,
    });
  });

  test('when its signal aborts says so', async () => {
    const controller = new AbortController();
    const onProgress = ({ rows }: ImportProgress) => void (rows > 0 && controller.abort());
    expect(
      await against(progress, 'waits', { signal: controller.signal, onProgress }),
    ).toMatchObject({ kind: 'aborted' });
  });
});
