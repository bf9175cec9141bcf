import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Api, startApi } from '../testing/api.ts';
import { changeUnlogged } from '../testing/change-database.ts';
import { fixtures } from '../testing/fixtures.ts';
import { historySpecs } from './migrate.ts';
import { committedTables, logTables, uncommittedTables } from './table-kinds.ts';

let api: Api;
beforeAll(async () => {
  api = await startApi('ledger');
});
afterAll(() => api.stop());

test('each table is committed to, or has a reason why not', async () => {
  const rows: { name: string }[] = await api.database.query(
    `select c.relname as name from pg_class c
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'f', 'm')`,
  );
  const decided = [
    ...historySpecs(api.database).flatMap(({ table }) => [table, `${table}_history`]),
    ...committedTables,
    ...logTables,
    ...Object.keys(uncommittedTables),
  ];
  const names = rows.map(({ name }) => name).filter((name) => name !== 'typeorm_metadata');
  expect(decided.sort()).toEqual(names.sort());
});

describe('a grant to read an identity', () => {
  const statements = async () => {
    const id = await fixtures(api).aSource('Nadir Blom', { protection: 'PROTECTED' });
    const { grantIdentity } = await api.data(
      `mutation ($id: ID!, $until: DateTime!) {
        grantIdentity(sourceId: $id, viewer: "local", until: $until, purpose: "A visit.") {
          grant { id }
        }
        readIdentity(sourceId: $id) { source { id } }
      }`,
      { id, until: new Date(Date.now() + 3_600_000).toISOString() },
    );
    return grantIdentity.grant.id.slice(4);
  };
  const change = (statement: string) =>
    api.database.transaction(async (manager) => {
      await manager.query(`select open_write('me', 'change')`);
      await manager.query(statement);
    });

  test('is changed only to be revoked, and the list of readings is only added to', async () => {
    const key = await statements();
    for (const statement of [
      `update identity_grant set until = until + interval '1 day' where id = '${key}'`,
      `update identity_grant set viewer = 'other', revoked_at = now() where id = '${key}'`,
      `update identity_grant set purpose = 'Another.' where id = '${key}'`,
      `update identity_grant set source_id = (select id from source limit 1), id = '${key}'`,
      'delete from identity_grant',
      'delete from identity_reading',
      `update identity_reading set viewer = 'other'`,
      'truncate identity_grant, identity_reading',
    ])
      await expect(change(statement)).rejects.toMatchObject({ code: '55000' });
    await api.data(`mutation { revokeIdentityGrant(id: "grt_${key}") { grant { id } } }`);
    const again = `update identity_grant set revoked_at = null where id = '${key}'`;
    await expect(change(again)).rejects.toMatchObject({ code: '55000' });
  });

  test('and each reading is a write of the log, by who read', async () => {
    await statements();
    const writes = await api.database.query(
      'select by, action from write_log order by seq desc limit 2',
    );
    expect(writes).toEqual([
      { by: 'local', action: 'readIdentity' },
      { by: 'local', action: 'grantIdentity' },
    ]);
  });

  test('that was added past the log is still reported after it was revoked', async () => {
    const key = await statements();
    const forged = '00000000-0000-7000-8000-00000000f0f0';
    await changeUnlogged(
      api.database,
      `insert into identity_grant
       select (jsonb_populate_record(g, jsonb_build_object('id', '${forged}'))).*
       from identity_grant g where g.id = '${key}'`,
    );
    await api.data(`mutation { revokeIdentityGrant(id: "grt_${forged}") { grant { id } } }`);
    expect(await api.database.query(`select place from broken_rows('identity_grant')`)).toEqual([
      { place: `identity_grant ["${forged}"]` },
    ]);
  });
});
