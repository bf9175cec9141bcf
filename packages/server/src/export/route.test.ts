import { once } from 'node:events';
import { request } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Api, startApi } from '../testing/api.ts';
import { csvRows, exportText, getExport, linesOf } from '../testing/exports.ts';
import { fixtures } from '../testing/fixtures.ts';

let api: Api;
beforeAll(async () => {
  api = await startApi('sample');
});
afterAll(() => api.stop());

const formats = ['csv', 'geojson', 'jsonl', 'claimreview'];

describe('GET /export', () => {
  test.each([
    ['csv', 'text/csv; charset=utf-8; header=present', 'csv'],
    ['geojson', 'application/geo+json', 'geojson'],
    ['jsonl', 'application/jsonl; charset=utf-8', 'jsonl'],
    ['claimreview', 'application/ld+json', 'jsonld'],
  ])('says what it is and what to call it: %s', async (format, type, extension) => {
    const { status, headers } = await getExport(api, format);
    expect([status, headers.get('content-type')]).toEqual([200, type]);
    expect(headers.get('content-disposition')).toBe(
      `attachment; filename="claimgraph.${extension}"`,
    );
    expect([headers.get('cache-control'), headers.get('x-content-type-options')]).toEqual([
      'no-store',
      'nosniff',
    ]);
  });

  test('holds what the query of the same filter holds, in its order', async () => {
    const filter = {
      kind: ['DISPLACEMENT', 'LOOTING'],
      occurred: { from: '2018-07-01' },
      not: { text: 'Qunaitra' },
    };
    const { claims } = await api.data(
      'query ($filter: ClaimFilter) { claims(first: 100, filter: $filter) { nodes { id } } }',
      { filter },
    );
    const ids = claims.nodes.map(({ id }: any) => id);
    expect(ids.length).toBeGreaterThan(3);
    expect(csvRows(await exportText(api, 'csv', filter)).map(({ id }) => id)).toEqual(ids);
    expect(
      JSON.parse(await exportText(api, 'geojson', filter)).features.map(({ id }: any) => id),
    ).toEqual(ids);
    expect(
      JSON.parse(await exportText(api, 'claimreview', filter))['@graph'].map(
        ({ identifier }: any) => identifier,
      ),
    ).toEqual(ids);
  });

  test.each(formats)(
    'refuses a filter as the API does, with 400, the code and the key that is wrong: %s',
    async (format) => {
      const blamed = async (filter: unknown) => {
        const { status, headers, text } = await getExport(api, format, filter);
        const [{ extensions, message }] = JSON.parse(text).errors;
        expect(headers.get('content-type')).toMatch(/^application\/json/);
        expect(message).not.toMatch(/select|claim_|\.ts\b/);
        return [
          status,
          extensions.code,
          ...extensions.issues.map(({ path }: any) => path.join('.')),
        ];
      };
      expect(await blamed('{')).toEqual([400, 'BAD_USER_INPUT', 'filter']);
      expect(await blamed('[]')).toEqual([400, 'BAD_USER_INPUT', 'filter']);
      expect(await blamed('null')).toEqual([400, 'BAD_USER_INPUT', 'filter']);
      expect(await blamed({ knid: ['CLASH'] })).toEqual([400, 'BAD_USER_INPUT', 'filter']);
      expect(await blamed({ kind: ['CLASH', 'CLSH'] })).toEqual([
        400,
        'BAD_USER_INPUT',
        'filter.kind.1',
      ]);
      expect(
        await blamed({ or: [{ place: { id: ['clm_0190a000-0000-7000-8000-000000000000'] } }] }),
      ).toEqual([400, 'BAD_USER_INPUT', 'filter.or.0.place.id.0']);
      expect(await blamed({ occurred: { from: '2018-02-30' } })).toEqual([
        400,
        'BAD_USER_INPUT',
        'filter.occurred.from',
      ]);
      expect(await blamed({ text: 'a\0b' })).toEqual([400, 'BAD_USER_INPUT', 'filter.text']);
      expect(await blamed({ id: Array(501).fill('clm_x') })).toEqual([
        400,
        'BAD_USER_INPUT',
        'filter.id',
      ]);
    },
  );

  test('refuses what it does not know rather than to export everything', async () => {
    const get = async (path: string) => {
      const response = await fetch(new URL(path, api.url));
      return [response.status, ((await response.json()) as any).errors[0].extensions.code];
    };
    expect(await get('/export/csv?filtre=%7B%7D')).toEqual([400, 'BAD_USER_INPUT']);
    expect(await get('/export/csv?filter=%7B%7D&filter=%7B%7D')).toEqual([400, 'BAD_USER_INPUT']);
    expect(await get('/export/xlsx')).toEqual([404, 'NOT_FOUND']);
    expect(await get('/export/constructor')).toEqual([404, 'NOT_FOUND']);
  });

  test('comes compressed to those who take it so', async () => {
    const response = await fetch(new URL('/export/jsonl', api.url), {
      headers: { 'accept-encoding': 'gzip' },
    });
    expect(response.headers.get('content-encoding')).toBe('gzip');
    expect(await response.text()).toBe(await exportText(api, 'jsonl'));
  });
});

describe('a long export', () => {
  beforeAll(async () => {
    const { aClaim, aSource, aReport } = fixtures(api);
    const [sourceId, reportId] = [
      await aSource(),
      await aReport({ body: 'x'.repeat(900_000), bodyKind: 'VERBATIM' }),
    ];
    await aClaim({ sourceId, reportId, statement: 'y'.repeat(4_000) });
    // Some thousands of claims like it, each spoken by the same.
    const runner = api.database.createQueryRunner();
    await runner.query('begin');
    await runner.query(`select open_write('test', 'many')`);
    await runner.query(`insert into claim (id, statement, language, kind, modality, report_id, aggregate)
      select gen_random_uuid(), c.statement, 'en', 'OTHER', 'ASSERTED', c.report_id, false from claim c cross join generate_series(1, 6000) where char_length(c.statement) = 4000`);
    await runner.query(
      'insert into attribution (claim_id, position) select id, 0 from claim where char_length(statement) = 4000 on conflict do nothing',
    );
    await runner.query(
      `insert into speaker (claim_id, attribution, position, source_id, capacity) select a.claim_id, 0, 0, $1, 'UNSTATED' from attribution a join claim c on c.id = a.claim_id
       where char_length(c.statement) = 4000 on conflict do nothing`,
      [sourceId.slice(4)],
    );
    await runner.query('select close_write()');
    await runner.query('commit');
    await runner.release();
  }, 60_000);

  /** The transactions that read for an export now, beside the one that asks. */
  const open = async (): Promise<number> => {
    const [{ n }] = await api.database.query(
      `select count(*)::int as n from pg_stat_activity
       where datname = current_database() and backend_type = 'client backend' and pid <> pg_backend_pid() and xact_start is not null`,
    );
    return n;
  };
  const until = async (wanted: number) => {
    for (let i = 0; i < 400 && (await open()) !== wanted; i += 1) await setTimeout(25);
    expect(await open()).toBe(wanted);
  };
  const start = async (path: string) => {
    const asking = request(new URL(path, api.url), { agent: false }).end();
    const [response] = await once(asking, 'response');
    return { asking, response };
  };

  test.each(formats)(
    'reads no further than its client does, and ends when that leaves: %s',
    async (format) => {
      const { asking, response } = await start(`/export/${format}`);
      await once(response, 'readable');
      response.read();
      // Nobody reads now: once what lies between is full, all the megabytes of the rest stay in the database.
      let sent: string[] = ['some'];
      for (let i = 0; i < 40 && sent.length > 0; i += 1)
        sent = await api.statements(() => setTimeout(500));
      const still = await open();
      asking.destroy();
      expect([sent.length, still]).toEqual([0, 1]);
      await until(0);
    },
  );

  test.each(['gzip', 'identity'])(
    'that its client leaves is no fault of ours: %s',
    async (encoding) => {
      for (const format of formats) {
        const asking = request(new URL(`/export/${format}`, api.url), {
          agent: false,
          headers: { 'accept-encoding': encoding },
        }).end();
        const [response] = await once(asking, 'response');
        await once(response, 'readable');
        asking.destroy();
        await until(0);
      }
      expect(api.faults).toEqual([]);
    },
  );

  test('is of one state, whatever is written meanwhile', async () => {
    const { response } = await start('/export/csv');
    await once(response, 'readable');
    const before = (await api.data('{ claims { totalCount } }')).claims.totalCount;
    await fixtures(api).aClaim();
    let text = '';
    for await (const part of response.setEncoding('utf8')) text += part;
    expect(csvRows(text)).toHaveLength(before);
    await until(0);
  });

  test('is broken off, never ended early, when the database lets go of it', async () => {
    const { response } = await start('/export/jsonl');
    await once(response, 'readable');
    await api.database.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and backend_type = 'client backend' and pid <> pg_backend_pid() and xact_start is not null`,
    );
    const whole = async () => {
      for await (const _ of response);
    };
    await expect(whole()).rejects.toThrow('aborted');
    expect(linesOf(await exportText(api, 'jsonl', { kind: ['LOOTING'] })).length).toBeGreaterThan(
      5,
    );
  });

  test('is one of four at most; the fifth is told to come again', async () => {
    await until(0);
    const started = await Promise.all(
      ['csv', 'csv', 'jsonl', 'geojson'].map((format) => start(`/export/${format}`)),
    );
    const { status, text } = await getExport(api, 'csv');
    expect([status, JSON.parse(text).errors[0].extensions.code]).toEqual([503, 'UNAVAILABLE']);
    for (const { asking } of started) asking.destroy();
    await until(0);
    expect((await getExport(api, 'csv', { kind: ['LOOTING'] })).status).toBe(200);
  });

  test('that was left while its first statement ran has that statement stopped', async () => {
    const runner = api.database.createQueryRunner();
    await runner.query('begin; lock table claim in access exclusive mode');
    const asking = request(new URL('/export/csv', api.url), { agent: false }).end();
    asking.on('error', () => undefined);
    await until(2);
    asking.destroy();
    await until(1);
    await runner.query('rollback');
    await runner.release();
  });
});
