import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Api, startApi } from '../testing/api.ts';
import { fixtures } from '../testing/fixtures.ts';
import { dumpOf, faultsOfLog, linesWith, protectSource, versionOf } from './identity.testing.ts';

let api: Api;
let make: ReturnType<typeof fixtures>;
beforeAll(async () => {
  api = await startApi('ledger');
  make = fixtures(api);
});
afterAll(() => api.stop());

/** Tables of the past, of the log, and of what is sealed. All others must be as they were. */
const otherTables = [
  '_history$',
  '^(write_log|revision|recommitment|row_commitment|touched|scrubbed|idempotency_key)$',
  '^(source_identity|identity_lookup|identity_grant|identity_reading)$',
].join('|');

interface Column {
  table: string;
  name: string;
  type: string;
}

const columnsOfTables = (): Promise<Column[]> =>
  api.database.query(
    `select c.relname as "table", a.attname as name, format_type(a.atttypid, null) as type
     from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
     where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and not a.attisdropped
       and c.relname !~ $1
     order by c.relname, a.attnum`,
    [otherTables],
  );

type Row = Record<string, unknown>;

/** What says when a row was written, or is a number of its own. */
const ownColumns = ['valid_from', 'updated_at', 'version', 'name_id'];

/** The rows of all tables that refer to a source, and the aliases of outlets. */
async function rowsAbout(id: string): Promise<Map<string, Row[]>> {
  const key = id.slice(4);
  const columns = await columnsOfTables();
  const found = new Map<string, Row[]>();
  for (const table of new Set(columns.map((column) => column.table))) {
    const refers = columns
      .filter((column) => column.table === table && column.type === 'uuid')
      .map(({ name }) => `t."${name}" = $1`);
    const condition = table === 'outlet_alias' ? '$1::uuid is not null' : refers.join(' or ');
    if (condition === '') continue;
    const rows: { row: Row }[] = await api.database.query(
      `select to_jsonb(t) as row from "${table}" t where ${condition}`,
      [key],
    );
    if (rows.length > 0)
      found.set(
        table,
        rows.map(({ row }) => row),
      );
  }
  return found;
}

/** Rows without keys of their own, in an order that says nothing, with `KEY` for the source. */
const comparable = (tables: Map<string, Row[]>, id: string): Record<string, string[]> =>
  Object.fromEntries(
    [...tables].map(([table, rows]) => [
      table,
      rows
        .map((row) => {
          const left = Object.entries(row).filter(
            ([name]) => !ownColumns.includes(name) && (name !== 'id' || table === 'source'),
          );
          return JSON.stringify(left.sort()).replaceAll(id.slice(4), 'KEY');
        })
        .sort(),
    ]),
  );

/** A source with a value in every column that is sealed. */
async function aWholeSource(): Promise<string> {
  const home = await make.aLocation('A hamlet');
  const friend = await make.aSource('A friend');
  const during = { edtf: '2018-01/2018-06', asWritten: 'early 2018' };
  const id = await make.aSource('Orla Fenwick', {
    kind: 'OUTLET',
    role: 'Fenwick editor',
    basedInId: home,
    externalIds: [{ system: 'phone', value: '0445 Fenwick' }],
    names: [
      {
        ...{ text: 'Orla Fenwick', kind: 'PRIMARY', language: 'en', script: 'Latn' },
        ...{ scheme: 'OCHA', sourceId: friend, during },
      },
      { text: 'O. Fenwick', kind: 'FORMER' },
    ],
  });
  const claim = await make.aClaim({ sourceId: id });
  const [club, members] = [await make.aFaction('A club'), await make.aSource('Members')];
  await api.data(
    `mutation ($of: AffiliationInput!, $to: AffiliationInput!, $with: AffiliationInput!) {
      affiliateSource(input: $of) { affiliation { id } }
      to: affiliateSource(input: $to) { affiliation { id } }
      with: affiliateSource(input: $with) { affiliation { id } }
    }`,
    {
      of: { sourceId: id, toId: club, claimIds: [claim], role: 'Fenwick clerk', during },
      to: { sourceId: id, toId: members, claimIds: [claim] },
      with: { sourceId: friend, toId: id, claimIds: [claim], role: 'cousin of Fenwick' },
    },
  );
  const { source } = await api.data(
    'query ($id: ID!) { source(id: $id) { affiliations { id to { __typename } } } }',
    { id },
  );
  const [withdrawn] = source.affiliations.filter(
    ({ to }: { to: { __typename: string } }) => to.__typename === 'Faction',
  );
  await api.data(
    `mutation ($id: ID!) {
      unaffiliateSource(id: $id, rationale: "A mistake.") { affiliation { id } }
    }`,
    { id: withdrawn.id },
  );
  await api.database.transaction(async (manager) => {
    await manager.query(`select open_write('test', 'test')`);
    for (const statement of [
      `insert into import_match (id, record_type, system, value, record_id, how, detail)
       values (gen_random_uuid(), 'source', 'source-name', 'orla fenwick', $1, 'CREATED', 'Orla')`,
      `insert into import_row (record_id, format, release, run_id, line, raw, fingerprint)
       values ($1, 'csv', '1', gen_random_uuid(), 3, '["Orla Fenwick","x"]', 'a print')`,
      `insert into import_conflict (id, kind, state, record_type, record_id, source_id, field,
         value, file_value, format, release, file, line, run_id, rows, at, resolution_rationale,
         resolution_by, resolution_at)
       values (gen_random_uuid(), 'IMPORT_CONFLICT', 'KEPT', 'SOURCE', $1, $1, 'role',
         '"Fenwick editor"', to_jsonb($1::uuid), 'csv', '1', 'a.csv', 3, gen_random_uuid(), '{}',
         now(), 'So she said.', 'test', now())`,
      `insert into outlet_alias (spelling, outlet)
       select 'fenwick, orla', 'Orla Fenwick' where $1::uuid is not null`,
    ])
      await manager.query(statement, [id.slice(4)]);
    await manager.query('select close_write()');
  });
  return id;
}

/** Columns that this source cannot have a value in, or that are not part of who it is. */
const emptyColumns = [
  ...['external_id', 'import_conflict', 'name'].flatMap((table) =>
    ['claim_id', 'faction_id', 'location_id', 'report_id'].map((column) => `${table}.${column}`),
  ),
];

test('lowering a protection puts back every column of every table', async () => {
  const id = await aWholeSource();
  const before = await rowsAbout(id);
  const sealed = ['affiliation', 'external_id', 'import_conflict', 'import_match', 'import_row'];
  expect([...before.keys()]).toEqual(
    expect.arrayContaining([...sealed, 'name', 'outlet_alias', 'source']),
  );
  // A new column must be given a value above, so that this test is about it.
  const empty = [...sealed, 'name'].flatMap((table) => {
    const rows = before.get(table) ?? [];
    return Object.keys(rows[0] ?? {})
      .filter((name) => rows.every((row) => row[name] === null))
      .map((name) => `${table}.${name}`);
  });
  expect(empty.filter((column) => !emptyColumns.includes(column))).toEqual([]);

  const { source } = await protectSource(api, id);
  expect(linesWith(await dumpOf(api), /Fenwick/i)).toEqual([]);
  await protectSource(api, source.id, 'PUBLIC');
  const after = comparable(await rowsAbout(source.id), source.id);
  expect(after).toEqual(comparable(before, id));
  expect(await faultsOfLog(api)).toEqual([]);
});

test('what no table has a place for stays sealed, and is sealed again', async () => {
  const id = await make.aSource('Maud Former', { role: 'a former role' });
  const update = (of: string, input: object, version: number) =>
    api.data(
      `mutation ($of: ID!, $version: Int!, $input: UpdateSourceInput!) {
        updateSource(id: $of, expectedVersion: $version, input: $input) { source { id } }
      }`,
      { of, version, input },
    );
  await update(id, { names: [{ text: 'Maud Present', kind: 'PRIMARY' }], role: 'a role' }, 1);
  const { source } = await protectSource(api, id);
  const notes = 'She lives by the mill.';
  await update(source.id, { identityNotes: notes }, await versionOf(api, source.id));
  await protectSource(api, source.id, 'PUBLIC');
  expect(linesWith(await dumpOf(api), /Former|mill/)).toEqual([]);
  const read = async (of: string) =>
    (
      await api.data(
        `mutation ($of: ID!, $until: DateTime!) {
          grantIdentity(sourceId: $of, viewer: "local", until: $until, purpose: "x") {
            grant { id }
          }
          readIdentity(sourceId: $of) {
            identity { names { text } formerNames notes formerIds role }
          }
        }`,
        { of, until: new Date(Date.now() + 60_000).toISOString() },
      )
    ).readIdentity.identity;
  expect(await read(source.id)).toEqual({
    names: [],
    formerNames: expect.arrayContaining(['Maud Former']),
    notes,
    formerIds: [id],
    role: null,
  });
  const later = await make.aClaim({ statement: 'Maud Former said so.' });
  const again = await protectSource(api, source.id);
  // Its former pseudonym is known to be its own.
  expect(again.source.name).not.toBe(source.name);
  expect(again.namedTexts.first).toEqual([{ recordId: later, field: 'statement' }]);
  expect(await read(again.source.id)).toMatchObject({
    names: [{ text: 'Maud Present' }],
    notes,
    formerIds: [id, source.id],
    role: 'a role',
  });
  // An erasure destroys what stayed sealed, too.
  await protectSource(api, again.source.id, 'PUBLIC');
  const { eraseSource } = await api.data(
    `mutation ($id: ID!) {
      eraseSource(id: $id, rationale: "An order.") { source { id } namedTexts { count } }
    }`,
    { id: again.source.id },
  );
  expect(eraseSource.namedTexts.count).toBe(1);
  const sealed = 'select from source_identity where source_id = $1';
  expect(await api.database.query(sealed, [eraseSource.source.id.slice(4)])).toEqual([]);
  expect(await faultsOfLog(api)).toEqual([]);
});
