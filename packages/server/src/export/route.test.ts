// cspell:ignore knid
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
  ])('%s has its content type and file name', async (format, type, extension) => {
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

  test('contains the claims of a query with the same filter, in its order', async () => {
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
    '%s refuses a wrong filter as the API does: status 400, code, and path',
    async (format) => {
      const refusalOf = async (filter: unknown) => {
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
      expect(await refusalOf('{')).toEqual([400, 'BAD_USER_INPUT', 'filter']);
      expect(await refusalOf('[]')).toEqual([400, 'BAD_USER_INPUT', 'filter']);
      expect(await refusalOf('null')).toEqual([400, 'BAD_USER_INPUT', 'filter']);
      expect(await refusalOf({ knid: ['CLASH'] })).toEqual([400, 'BAD_USER_INPUT', 'filter']);
      expect(await refusalOf({ kind: ['CLASH', 'CLSH'] })).toEqual([
        400,
        'BAD_USER_INPUT',
        'filter.kind.1',
      ]);
      expect(
        await refusalOf({ or: [{ place: { id: ['clm_0190a000-0000-7000-8000-000000000000'] } }] }),
      ).toEqual([400, 'BAD_USER_INPUT', 'filter.or.0.place.id.0']);
      expect(await refusalOf({ occurred: { from: '2018-02-30' } })).toEqual([
        400,
        'BAD_USER_INPUT',
        'filter.occurred.from',
      ]);
      expect(await refusalOf({ text: 'a\0b' })).toEqual([400, 'BAD_USER_INPUT', 'filter.text']);
      expect(await refusalOf({ id: Array(501).fill('clm_x') })).toEqual([
        400,
        'BAD_USER_INPUT',
        'filter.id',
      ]);
    },
  );

  test('refuses unknown parameters and formats instead of exporting everything', async () => {
    const get = async (path: string) => {
      const response = await fetch(new URL(path, api.url));
      return [response.status, ((await response.json()) as any).errors[0].extensions.code];
    };
    expect(await get('/export/csv?filtre=%7B%7D')).toEqual([400, 'BAD_USER_INPUT']);
    expect(await get('/export/csv?filter=%7B%7D&filter=%7B%7D')).toEqual([400, 'BAD_USER_INPUT']);
    expect(await get('/export/xlsx')).toEqual([404, 'NOT_FOUND']);
    expect(await get('/export/constructor')).toEqual([404, 'NOT_FOUND']);
  });

  test('is compressed for clients that accept gzip', async () => {
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
    // Thousands of claims like it, by the same speaker.
    const runner = api.database.createQueryRunner();
    await runner.query('begin');
    await runner.query(`select open_write('test', 'many')`);
    await runner.query(`
      insert into claim (id, statement, language, kind, modality, report_id, aggregate)
      select gen_random_uuid(), c.statement, 'en', 'OTHER', 'ASSERTED', c.report_id, false
      from claim c cross join generate_series(1, 6000) where char_length(c.statement) = 4000`);
    await runner.query(`
      insert into attribution (claim_id, position)
      select id, 0 from claim where char_length(statement) = 4000 on conflict do nothing`);
    await runner.query(
      `insert into speaker (claim_id, attribution, position, source_id, capacity)
       select a.claim_id, 0, 0, $1, 'UNSTATED' from attribution a join claim c on c.id = a.claim_id
       where char_length(c.statement) = 4000 on conflict do nothing`,
      [sourceId.slice(4)],
    );
    await runner.query('select close_write()');
    await runner.query('commit');
    await runner.release();
  }, 60_000);

  const openTransactions = `from pg_stat_activity
    where datname = current_database() and backend_type = 'client backend'
      and pid <> pg_backend_pid() and xact_start is not null`;

  /** How many exports have an open transaction. */
  const open = async (): Promise<number> => {
    const [{ n }] = await api.database.query(`select count(*)::int as n ${openTransactions}`);
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
    'reads no further than its client, and ends when the client disconnects: %s',
    async (format) => {
      const { asking, response } = await start(`/export/${format}`);
      await once(response, 'readable');
      response.read();
      // Nobody reads now. Once the buffers are full, the rest stays in the database.
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
    'logs no error when its client disconnects: %s',
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

  test('shows one state, even if the ledger is written to meanwhile', async () => {
    const { response } = await start('/export/csv');
    await once(response, 'readable');
    const before = (await api.data('{ claims { totalCount } }')).claims.totalCount;
    await fixtures(api).aClaim();
    let text = '';
    for await (const part of response.setEncoding('utf8')) text += part;
    expect(csvRows(text)).toHaveLength(before);
    await until(0);
  });

  test('is aborted, not ended early, when the database closes its connection', async () => {
    const { response } = await start('/export/jsonl');
    await once(response, 'readable');
    await api.database.query(`select pg_terminate_backend(pid) ${openTransactions}`);
    let text = '';
    const whole = async () => {
      for await (const part of response.setEncoding('utf8')) text += part;
    };
    await expect(whole()).rejects.toThrow('aborted');
    const lastLine = JSON.parse(text.trimEnd().split('\n').at(-1)!);
    expect(lastLine.errors[0].extensions.code).toBe('UNAVAILABLE');
    expect(linesOf(await exportText(api, 'jsonl', { kind: ['LOOTING'] })).length).toBeGreaterThan(
      5,
    );
  });

  test('is refused with UNAVAILABLE while four others run', async () => {
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

  test('stops its first statement when the client disconnects during it', async () => {
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
