import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { type Api, startApi } from '../testing/api.ts';
import { limits } from '../values/limits.ts';
import { ucdpFile } from './ingest.testing.ts';

let api: Api;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

const post = async (path: string, body: string | Buffer, headers: Record<string, string> = {}) => {
  const response = await fetch(new URL(path, api.url), {
    method: 'POST',
    body: body as never,
    headers,
  });
  return { status: response.status, body: (await response.json()) as any };
};

describe('POST /import/:format', () => {
  test('imports the body and returns the report with the first problems', async () => {
    const { status, body } = await post(
      '/import/ucdp?release=19.1',
      ucdpFile({ id: '1', low: '7' }, { id: 'two' }),
      {
        'content-type': 'text/csv',
      },
    );
    expect(status).toBe(200);
    expect(body).toMatchObject({
      rowsRead: 2,
      rowsImported: 1,
      rowsRefused: 1,
      problems: { BOUND_CONTRADICTS: 1, BAD_ID: 1 },
    });
    expect(body.firstProblems).toHaveLength(2);
  });

  test('takes gzip that is longer than other bodies may be', async () => {
    const long = ucdpFile(
      ...Array.from({ length: 80 }, (_, i) => ({
        id: String(100 + i),
        source_original: randomBytes(300).toString('hex').repeat(100),
      })),
    );
    expect(long.length).toBeGreaterThan(limits.writerBody.max);
    const { status, body } = await post('/import/ucdp?dryRun=true', gzipSync(long), {
      'content-type': 'application/gzip',
    });
    expect([status, body.created?.claims]).toEqual([200, 80]);
    expect((await api.data('{ claims { totalCount } }')).claims.totalCount).toBe(27);
  });

  test('returns 400 for a wrong file and 404 for an unknown format', async () => {
    expect(await post('/import/ucdp', 'a,b\n1,2\n')).toMatchObject({
      status: 400,
      body: { errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] },
    });
    expect(await post('/import/nonsense', 'a')).toMatchObject({
      status: 404,
      body: { errors: [{ extensions: { code: 'NOT_FOUND' } }] },
    });
  });

  test('reports progress in lines of JSON to clients that accept them', async () => {
    const rows = Array.from({ length: 2_001 }, (_, i) => ({ id: String(10_000 + i) }));
    const send = async (path: string, body: string) => {
      const response = await fetch(new URL(`/import/${path}`, api.url), {
        method: 'POST',
        headers: { accept: 'application/x-ndjson, application/json', 'content-type': 'text/csv' },
        body,
      });
      const lines = (await response.text()).trim().split('\n');
      return {
        status: response.status,
        type: response.headers.get('content-type'),
        lines: lines.map((line) => JSON.parse(line)),
      };
    };
    expect(await send('ucdp?release=19.1&dryRun=true', ucdpFile(...rows))).toMatchObject({
      status: 200,
      type: 'application/x-ndjson',
      lines: expect.arrayContaining([
        { rows: 200, totalRows: 2_001 },
        { rows: 2_001, totalRows: 2_001 },
        { report: expect.objectContaining({ rowsRead: 2_001, firstProblems: [] }) },
      ]),
    });
    expect(await send('ucdp', 'a,b\n1,2\n')).toMatchObject({
      status: 400,
      lines: [{ errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] }],
    });
  });

  test('leaves no copy of the file on disk, even while it runs', async () => {
    const { TMPDIR = '' } = process.env;
    const folder = mkdtempSync(join(tmpdir(), 'claimgraph-copies-'));
    process.env.TMPDIR = folder;
    const writer = new pg.Client({ connectionString: (api.database.options as any).url });
    await writer.connect();
    try {
      await writer.query('select pg_advisory_lock(4841190)');
      const answer = post('/import/ucdp?release=19.1', ucdpFile({ id: '77' }));
      const isWaiting = `select from pg_locks where not granted and objid = 4841190`;
      while (!(await writer.query(isWaiting)).rowCount) await sleep(20);
      if (process.platform === 'linux') expect(readdirSync(folder)).toEqual([]);
      await writer.query('select pg_advisory_unlock_all()');
      expect(await answer).toMatchObject({ status: 200, body: { rowsImported: 1 } });
      expect(readdirSync(folder)).toEqual([]);
    } finally {
      process.env.TMPDIR = TMPDIR;
      if (!TMPDIR) delete process.env.TMPDIR;
      await writer.end();
      rmSync(folder, { recursive: true });
    }
  });

  test('refuses requests from pages of other sites', async () => {
    const { status } = await post('/import/ucdp', ucdpFile({ id: '9' }), {
      origin: 'https://elsewhere.example',
      'content-type': 'text/plain',
    });
    expect(status).toBe(403);
  });
});
