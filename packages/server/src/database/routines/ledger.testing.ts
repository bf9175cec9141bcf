import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { scratchDatabase } from '../../testing/scratch.ts';
import { createDerivedTables } from '../derived-tables.ts';
import { committedTables } from '../table-kinds.ts';
import { routineFunctions, routineTriggers } from './index.ts';

const recordColumns = `id uuid primary key, version int not null default 1,
  created_at timestamptz not null default write_time(),
  updated_at timestamptz not null default write_time(),
  withdrawn_at timestamptz, withdrawn_by text, withdrawn_rationale text`;
const validFrom = 'valid_from timestamptz not null default write_time()';
const claimId = 'claim_id uuid references claim';

const tables = `
create table write_log (
  seq bigint generated always as identity primary key, at timestamptz not null unique,
  by text not null, action text not null, rationale text, rationale_salt bytea,
  rationale_digest bytea, previous_hash bytea, hash bytea, format smallint not null default 2,
  former_hash bytea);
create table recommitment (
  seq bigint, digest bytea, target_seq bigint, record_id uuid, salt bytea, row_tags bytea,
  primary key (seq, digest));
create index on recommitment (target_seq, record_id);
${committedTables.map((name) => `create table ${name} (id uuid primary key);`).join('')}
create table row_commitment (
  seq bigint, digest bytea, table_name text, replaces bytea, row_key text, salt bytea,
  primary key (seq, digest));
create unlogged table scrubbed (
  seq bigint, record_type text, record_id uuid, primary key (seq, record_type, record_id));
create unlogged table touched (
  seq bigint, record_type text, record_id uuid, primary key (seq, record_type, record_id));
create table revision (
  record_id uuid, version int, record_type text, seq bigint references write_log, at timestamptz,
  by text, action text,
  change text check (change in ('CREATED', 'UPDATED', 'WITHDRAWN', 'RESTORED')),
  salt bytea, digest bytea, row_tags bytea,
  primary key (record_id, version));
create index on revision (seq);
create table history_table (
  table_name text, record_type text, owner_column text, list text, columns jsonb,
  primary key (table_name, record_type, owner_column));

create table source (${recordColumns}, name text not null, ${validFrom});
create table faction (${recordColumns}, name text not null, ${validFrom});
create table location (
  ${recordColumns}, name text not null, parent_id uuid references location, ${validFrom});
create index on location (parent_id);
create table location_also_in (
  location_id uuid references location, position int, area_id uuid references location,
  ${validFrom}, primary key (location_id, position));
create index on location_also_in (area_id);
create table name (
  id uuid primary key, position int, text text, kind text, source_id uuid references source,
  faction_id uuid references faction, location_id uuid references location, ${validFrom});

create table claim (
  ${recordColumns}, statement text, about jsonb, amount numeric,
  occurred_earliest date, occurred_latest date, kind text not null default 'OTHER',
  modality text not null default 'ASSERTED', status text not null default 'UNVERIFIED',
  search text generated always as (lower(statement)) stored, ${validFrom});
create table claim_place (
  ${claimId}, position int, location_id uuid references location, role text,
  ${validFrom}, primary key (claim_id, position));
create index on claim_place (location_id);
create table claim_party (
  ${claimId}, position int, faction_id uuid references faction, role text,
  ${validFrom}, primary key (claim_id, position));
create table speaker (
  ${claimId}, attribution int, position int, source_id uuid references source,
  ${validFrom}, primary key (claim_id, attribution, position));
create table claim_link (
  id uuid primary key, from_id uuid references claim,
  to_id uuid references claim, kind text, withdrawn_at timestamptz, ${validFrom});
create index on claim_link (from_id);
create index on claim_link (to_id);
create table quantity (
  id uuid primary key, ${claimId}, position int, measure text, min int, best int, max int,
  part_of uuid references quantity on delete cascade, ${validFrom});

create table faction_relation (
  id uuid primary key, from_id uuid references faction, to_id uuid references faction,
  ${validFrom});
create table relation_claim (
  relation_id uuid references faction_relation, claim_id uuid references claim, ${validFrom},
  primary key (relation_id, claim_id));

create table location_within (
  ancestor_id uuid, location_id uuid, depth int not null, primary key (location_id, ancestor_id));
create index on location_within (ancestor_id);
create table name_key (
  name_id uuid, form int, type text, owner_id uuid, weak boolean, script text, exact text,
  spelled text, solid text, skeleton text, stem text, sound varbit, sounds text, slavic text,
  words text[],
  primary key (name_id, form));
create table name_synonym (
  key text, name text, built_in boolean not null, primary key (key, name)
);
create table claim_event (claim_id uuid primary key, event_id uuid not null);
${createDerivedTables}`;

/** These tables are a sketch of the ledger, so the checks of a whole ledger are left out. */
const routines = () => `${routineFunctions()}
create or replace function check_write(write bigint) returns void
language plpgsql as $$ begin end $$;`;

const ownTable = (type: string) => [{ type, column: 'id', list: null }];
const listOf = (type: string, column: string, list: string) => ({ type, column, list });
const histories: [table: string, owners: object[], columns: object][] = [
  ['source', ownTable('SOURCE'), { name: { path: ['name'] } }],
  ['faction', ownTable('FACTION'), { name: { path: ['name'] } }],
  [
    'location',
    ownTable('LOCATION'),
    { name: { path: ['name'] }, parent_id: { path: ['parent'], prefix: 'loc_' } },
  ],
  [
    'location_also_in',
    [listOf('LOCATION', 'location_id', 'alsoIn')],
    { area_id: { path: ['area'], prefix: 'loc_' } },
  ],
  [
    'name',
    [
      listOf('SOURCE', 'source_id', 'names'),
      listOf('FACTION', 'faction_id', 'names'),
      listOf('LOCATION', 'location_id', 'names'),
    ],
    { id: { prefix: 'nam_' }, text: { path: ['text'] } },
  ],
  [
    'claim',
    ownTable('CLAIM'),
    {
      statement: { path: ['statement'] },
      about: { path: ['about'] },
      amount: { path: ['amount'] },
      occurred_latest: { path: ['occurred', 'latest'] },
    },
  ],
  [
    'claim_place',
    [listOf('CLAIM', 'claim_id', 'places')],
    { location_id: { path: ['location'], prefix: 'loc_' }, role: { path: ['role'] } },
  ],
  ['claim_party', [listOf('CLAIM', 'claim_id', 'parties')], { faction_id: { path: ['faction'] } }],
  ['speaker', [listOf('CLAIM', 'claim_id', 'speakers')], { source_id: { path: ['source'] } }],
  [
    'claim_link',
    [listOf('CLAIM', 'from_id', 'links'), listOf('CLAIM', 'to_id', 'linkedBy')],
    { from_id: { path: ['from'] }, to_id: { path: ['to'] } },
  ],
  ['quantity', [listOf('CLAIM', 'claim_id', 'quantities')], { measure: { path: ['measure'] } }],
  [
    'faction_relation',
    [listOf('FACTION', 'from_id', 'relations'), listOf('FACTION', 'to_id', 'relatedBy')],
    { to_id: { path: ['to'] } },
  ],
  [
    'relation_claim',
    [
      {
        type: 'FACTION',
        column: 'from_id',
        via: 'faction_relation',
        key: 'relation_id',
        list: 'grounds',
      },
    ],
    { claim_id: { path: ['claim'], prefix: 'clm_' } },
  ],
];

/** A scratch database with the tables of a ledger and its routines, and helpers to write to it. */
export const scratchLedger = async () => {
  const db = new pg.Client(await scratchDatabase());
  await db.connect();

  const rows = async <T = Record<string, unknown>>(sql: string, values: unknown[] = []) =>
    (await db.query(sql, values)).rows as T[];
  const one = async <T>(sql: string, values: unknown[] = []) =>
    Object.values((await rows<object>(sql, values))[0] ?? {})[0] as T;

  const installHistories = async () => {
    for (const [table, owners, columns] of histories) {
      await db.query('select install_history($1, $2, $3)', [
        table,
        JSON.stringify(owners),
        JSON.stringify(columns),
      ]);
    }
  };

  /** One write, rolled back if it fails. Returns its time as text, to the microsecond. */
  const write = async (change: () => Promise<unknown>, close = true): Promise<string> => {
    await db.query('begin');
    try {
      await db.query(`select open_write('me', 'test')`);
      const at = await one<string>('select write_time()::text');
      await change();
      if (close) await db.query('select close_write()');
      await db.query('commit');
      return at;
    } catch (error) {
      await db.query('rollback');
      throw error;
    }
  };

  const insert = async (table: string, values: Record<string, unknown>) => {
    const keys = Object.keys(values);
    await db.query(
      `insert into ${table} (${keys.join()}) values (${keys.map((_, i) => `$${i + 1}`).join()})`,
      Object.values(values),
    );
  };

  const make = async (table: string, values: Record<string, unknown>): Promise<string> => {
    const id = randomUUID();
    await insert(table, { id, ...values });
    return id;
  };

  /** Inserts one row in its own write. */
  const record = async (table: string, values: Record<string, unknown>) => {
    let id = '';
    const at = await write(async () => {
      id = await make(table, values);
    });
    return { id, at };
  };

  // A server does this when it starts. The second time must change nothing and not fail.
  await db.query(routines());
  await db.query(tables);
  for (let start = 1; start <= 2; start++) {
    await db.query('begin');
    await db.query(routines());
    await installHistories();
    await db.query('select install_commitments()');
    await db.query(routineTriggers());
    await db.query('commit');
  }
  return { db, rows, one, installHistories, write, insert, make, record };
};
