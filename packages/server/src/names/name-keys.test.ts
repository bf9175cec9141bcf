import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Api, startApi } from '../testing/api.ts';
import { fixtures } from '../testing/fixtures.ts';

let api: Api;
beforeAll(async () => {
  api = await startApi('sample');
});
afterAll(() => api.stop());

const columns =
  'name_id, form, type, owner_id, weak, script, exact, spelled, solid, skeleton, stem, sound, ' +
  'slavic, words';
const storedKeys = () =>
  api.database.query(`select ${columns} from name_key order by name_id, form`);
/** The same rows, computed from the names. */
const expectedKeys = () =>
  api.database.query(`select n.id as name_id, k.form,
      case when n.source_id is not null then 'SOURCE' when n.faction_id is not null then 'FACTION'
        else 'LOCATION' end as type,
      coalesce(n.source_id, n.faction_id, n.location_id) as owner_id, n.kind = 'WEAK' as weak,
      k.script, k.exact, k.spelled, k.solid, k.skeleton, k.stem, k.sound, k.slavic, k.words
    from name n cross join lateral name_keys(n.text) k order by n.id, k.form`);

test('name_key has the keys of every name after any write', async () => {
  const { aLocation } = fixtures(api);
  const id = await aLocation('Abu Rasin/Zarkan');
  expect(
    (await storedKeys()).filter(({ owner_id }: any) => `loc_${owner_id}` === id),
  ).toMatchObject([{ form: 0 }, { exact: 'abu rasin' }, { exact: 'zarkan' }]);
  const update = (names: object[], version: number) =>
    api.data(
      `mutation ($id: ID!, $v: Int!, $names: [NameInput!]) {
        updateLocation(id: $id, expectedVersion: $v, input: { names: $names }) { location { id } }
      }`,
      { id, v: version, names },
    );
  const steps = [
    [
      { text: 'Zarkan', kind: 'PRIMARY' },
      { text: 'Z', kind: 'ALIAS' },
    ],
    [
      { text: 'زركان', kind: 'PRIMARY' },
      { text: 'Z', kind: 'WEAK' },
    ],
    [{ text: 'زركان', kind: 'PRIMARY' }],
  ];
  for (const [i, names] of steps.entries()) {
    await update(names, i + 1);
    expect(await storedKeys()).toEqual(await expectedKeys());
  }
});

test('PostgreSQL can analyse all indexes, which it does without a search path', async () => {
  await expect(api.database.query('analyze')).resolves.toBeDefined();
});

test('a rebuild corrects keys that differ, and leaves all others alone', async () => {
  await api.database.query(
    `update name_key set solid = 'other' where form = 0;
    delete from name_key where form = 0 and exact like 'd%';
    insert into name_key (${columns})
    select ${columns.replace('form', '77')} from name_key limit 1`,
  );
  expect(await storedKeys()).not.toEqual(await expectedKeys());
  await api.database.query('select rebuild_name_key()');
  expect(await storedKeys()).toEqual(await expectedKeys());
  const versions = () =>
    api.database.query('select name_id, form, xmin::text from name_key order by 1, 2');
  const before = await versions();
  await api.database.query('select rebuild_name_key()');
  expect(await versions()).toEqual(before);
});
