import { request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { type Api, startApi } from '../testing/api.ts';
import { type DatabaseProxy, startProxy } from '../testing/proxy.ts';
import { scratchDatabase } from '../testing/scratch.ts';
import { ucdpFile } from './ingest.testing.ts';

let api: Api;
let proxy: DatabaseProxy;
let direct: pg.Client;
beforeAll(async () => {
  const databaseUrl = await scratchDatabase('ledger');
  proxy = await startProxy(databaseUrl);
  direct = new pg.Client(databaseUrl);
  await direct.connect();
  api = await startApi('ledger', { databaseUrl: proxy.url });
});
afterAll(async () => {
  await api.stop();
  await direct.end();
  await proxy.stop();
});

const file = ucdpFile(...Array.from({ length: 700 }, (_, i) => ({ id: String(i + 1) })));

const faulty = Array.from({ length: 60 }, () => ({ id: 'none' }));
const withFaults = `${ucdpFile(...faulty).trimEnd()}\n${file.slice(file.indexOf('\n') + 1)}`;

const send = async () => {
  const path = new URL('/import/ucdp?release=19.1', api.url);
  const response = await fetch(path, { method: 'POST', body: withFaults });
  return { status: response.status, ...((await response.json()) as any) };
};

/** How many rows of the batches that have landed were not refused. */
const countImportedRows = async (): Promise<number> => {
  const { rows } = await direct.query(
    `select coalesce(sum((counts -> 'counts' ->> 'rowsImported')::int), 0)::int as sum
     from import_batch`,
  );
  return rows[0].sum;
};

const countLandedRows = async (): Promise<number> => {
  const { rows } = await direct.query(
    'select coalesce(sum(rows), 0)::int as sum from import_batch where counts is not null',
  );
  return rows[0].sum;
};

describe('an import over HTTP', () => {
  test('whose connection is lost says what it imported, and continues later', async () => {
    const answer = send();
    while ((await countLandedRows()) === 0) await sleep(5);
    proxy.cutAll();
    const { status, errors } = await answer;
    expect([status, errors[0].extensions.code]).toEqual([503, 'UNAVAILABLE']);
    // The answer to the last commit may have been lost, too.
    expect(errors[0].extensions.outcome).toBe('UNKNOWN');
    expect(errors[0].extensions.rowsImported).toBeLessThanOrEqual(await countImportedRows());
    expect(errors[0].message).toMatch(
      /^The connection to the database was lost. At least \d+ rows/,
    );
    proxy.thaw();
    expect(await send()).toMatchObject({ status: 200, rowsRead: 760, rowsImported: 700 });
    expect((await direct.query('select from claim')).rowCount).toBe(700);
    expect(api.faults).toEqual([]);
  }, 60_000);

  test('whose client leaves during the upload is not logged', async () => {
    const path = new URL('/import/ucdp', api.url);
    const sent = request(path, { method: 'POST', headers: { 'content-type': 'text/csv' } });
    sent.on('error', () => undefined).write(file.slice(0, 1_000));
    await sleep(100);
    sent.destroy();
    await sleep(300);
    expect(api.faults).toEqual([]);
  });

  test('whose client leaves stops after its batch', async () => {
    const other = file.replaceAll('\r\n', '\n').replaceAll('Ruritania', 'Sylvania');
    const path = new URL('/import/ucdp?release=20.1', api.url);
    const before = await countLandedRows();
    const sent = request(path, { method: 'POST', headers: { 'content-type': 'text/csv' } });
    sent.on('error', () => undefined).end(other);
    while ((await countLandedRows()) === before) await sleep(5);
    sent.destroy();
    await sleep(2_500);
    const after = await countLandedRows();
    expect(after - before).toBeLessThan(700);
    await sleep(500);
    expect(await countLandedRows()).toBe(after);
    expect(api.faults).toEqual([]);
  }, 60_000);
});
