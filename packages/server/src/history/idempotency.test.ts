import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { type Api, startApi } from '../testing/api.ts';
import { fixtures, refused } from '../testing/fixtures.ts';
import { deleteExpiredKeys } from './expire-keys.ts';

let api: Api;
beforeAll(async () => {
  api = await startApi('ledger');
});
afterAll(() => api.stop());

const create = `mutation ($input: CreateSourceInput!) {
  createSource(input: $input) { source { id version name } warnings { code } }
}`;
const input = (text: string) => ({ input: { kind: 'PERSON', names: [{ text, kind: 'PRIMARY' }] } });
const key = (text: string) => ({ 'Idempotency-Key': text });
const count = async (text: string) =>
  (
    await api.data('query ($t: String) { sources(filter: { text: $t }) { totalCount } }', {
      t: text,
    })
  ).sources.totalCount;
const log = async () => (await api.database.query('select count(*)::int as n from write_log'))[0].n;

describe('a write with an Idempotency-Key', () => {
  test('is done once when it is sent twice, with the same answer', async () => {
    const first = await api.data(create, input('Once'), key('k1'));
    const logged = await log();
    expect(await api.data(create, input('Once'), key('k1'))).toEqual(first);
    expect([await count('Once'), await log()]).toEqual([1, logged]);
    const other = await api.data(create, input('Once'), key('k2'));
    expect(other.createSource.source.id).not.toBe(first.createSource.source.id);
    expect(await count('Once')).toBe(2);
  });

  test('is done once when it is sent several times at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => api.data(create, input('At once'), key('k3'))),
    );
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(await count('At once')).toBe(1);
  });

  test('is refused if the key came with another request', async () => {
    await api.data(create, input('This'), key('k4'));
    await refused(
      api,
      { code: 'CONFLICT', path: 'Idempotency-Key' },
      create,
      input('That'),
      key('k4'),
    );
    await refused(
      api,
      { code: 'CONFLICT', path: 'Idempotency-Key' },
      create.replace('version', 'kind'),
      input('This'),
      key('k4'),
    );
    expect(await count('That')).toBe(0);
  });

  test('is done although another author used the same key', async () => {
    const { createSource } = await api.data(create, input('Shared'), key('k9'));
    await api.database.query(`update idempotency_key set by = 'another' where key like '%k9%'`);
    const mine = await api.data(create, input('Shared'), key('k9'));
    expect(mine.createSource.source.id).not.toBe(createSource.source.id);
    expect(await count('Shared')).toBe(2);
  });

  test('is answered again with the present state of its record', async () => {
    const { createSource } = await api.data(create, input('Changing'), key('k5'));
    const { id } = createSource.source;
    await api.data(
      `mutation ($id: ID!) {
        updateSource(id: $id, expectedVersion: 1, input: { names: [{ text: "Changed", kind: PRIMARY
          }] }) {
          source { id }
        }
      }`,
      { id },
    );
    const again = await api.data(create, input('Changing'), key('k5'));
    expect(again.createSource.source).toEqual({ id, version: 2, name: 'Changed' });
  });

  test('may be sent again after a refusal', async () => {
    const { aReport, aClaim } = fixtures(api);
    const claim = await aClaim({ reportId: await aReport() });
    const update = `mutation ($id: ID!) {
      updateClaim(id: $id, expectedVersion: 2, input: { statement: "New." }) { claim { version } }
    }`;
    await refused(
      api,
      { code: 'CONFLICT', path: 'expectedVersion' },
      update,
      { id: claim },
      key('k6'),
    );
    await api.data(
      `mutation ($id: ID!) {
        updateClaim(id: $id, expectedVersion: 1, input: { aggregate: true }) { claim { id } }
      }`,
      {
        id: claim,
      },
    );
    expect((await api.data(update, { id: claim }, key('k6'))).updateClaim.claim.version).toBe(3);
    expect((await api.data(update, { id: claim }, key('k6'))).updateClaim.claim.version).toBe(3);
  });

  test('with two mutations does each of them once', async () => {
    const two = (name: string) => {
      const names = `[{ text: "Pair ${name}", kind: PRIMARY }]`;
      return `mutation {
        a: createSource(input: { kind: PERSON, names: ${names} }) { source { id } }
        b: createSource(input: { kind: PERSON, names: ${names} }) { source { id } }
      }`;
    };
    const first = await api.data(two('x'), {}, key('k7'));
    expect(first.a.source.id).not.toBe(first.b.source.id);
    expect(await api.data(two('x'), {}, key('k7'))).toEqual(first);
    expect(await count('Pair x')).toBe(2);
  });

  test('is answered again with its warnings and lists of records', async () => {
    const { aReport, aSource } = fixtures(api);
    const sourceId = await aSource();
    await aReport({ url: 'https://example.org/same' });
    const claims = ['One.', 'Two.'].map((statement) => ({
      statement,
      kind: 'OTHER',
      attributions: [{ chain: [{ sourceId }] }],
    }));
    const record = () =>
      api.data(
        `mutation ($input: RecordReportInput!) {
          recordReport(input: $input) {
            warnings { code message } report { id } claims { id statement }
          }
        }`,
        {
          input: {
            report: { kind: 'ARTICLE', title: 'Same', url: 'https://example.org/same' },
            claims,
          },
        },
        key('k8'),
      );
    const first = await record();
    expect(first.recordReport.warnings).toMatchObject([{ code: 'SAME_URL' }]);
    expect(first.recordReport.claims.map(({ statement }: any) => statement)).toEqual([
      'One.',
      'Two.',
    ]);
    expect(await record()).toEqual(first);
  });
});

describe('an idempotency key after a day', () => {
  const age = `update idempotency_key set at = now() - interval '25 hours' where key like $1`;

  test('may be used again for anything', async () => {
    await api.data(create, input('First use'), key('old1'));
    await api.database.query(age, ['old1%']);
    await api.data(create, input('Second use'), key('old1'));
    expect([await count('First use'), await count('Second use')]).toEqual([1, 1]);
    const again = await api.data(create, input('Second use'), key('old1'));
    expect(again.createSource.source.name).toBe('Second use');
    expect(await count('Second use')).toBe(1);
  });

  test('is deleted while a write runs, and others stay', async () => {
    await api.data(create, input('Fresh'), key('fresh1'));
    await api.database.query(`
      insert into idempotency_key (by, key, request, answer, at)
      select 'local', 'expired ' || n, '', '{}', now() - interval '25 hours'
      from generate_series(1, 2500) n`);
    const writer = new pg.Client({ connectionString: (api.database.options as any).url });
    await writer.connect();
    await writer.query('select pg_advisory_lock(4841190)');
    await deleteExpiredKeys(api.database);
    await writer.end();
    const keys = await api.database.query(
      `select count(*) filter (where at < now() - interval '24 hours')::int as expired,
        count(*) filter (where key like 'fresh1%')::int as fresh
       from idempotency_key`,
    );
    expect(keys).toEqual([{ expired: 0, fresh: 1 }]);
  });
});
