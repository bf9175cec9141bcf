import type { DataSource } from 'typeorm';
import { historySpecs } from '../../database/migrate.ts';
import {
  type ClaimIndexTable,
  claimIndexFaults,
  claimIndexTableNames,
} from '../../database/routines/claim-index.ts';
import { committedTables } from '../../database/table-kinds.ts';
import { type IdType, prefixes } from '../../values/ids.ts';
import { contentChecks } from './content-checks.ts';
import { combineChecks, type LedgerCheck } from './ledger-check.ts';

/** A table with a history, as its checks need it. */
interface CheckedTable {
  name: string;
  /** The columns of its primary key. */
  key: string[];
  /** For a record type: its name in the log, and the prefix of its ids. */
  record?: { type: string; prefix: string };
}

const tablesOf = (database: DataSource): CheckedTable[] =>
  historySpecs(database).map(({ table, owners: [owner, ...others] }) => {
    const { name, primaryColumns } = database.getMetadata(table);
    const isRecord = owner?.column === 'id' && !owner.list && others.length === 0;
    return {
      name: table,
      key: primaryColumns.map(({ databaseName }) => databaseName),
      ...(isRecord && { record: { type: owner.type, prefix: prefixes[name as IdType] } }),
    };
  });

/** Everything that is checked, in the order in which it is reported. */
export function ledgerChecks(database: DataSource): LedgerCheck[] {
  const tables = tablesOf(database);
  const types = tables.flatMap(({ record }) => record ?? []);
  return [
    ...logChecks,
    ...contentChecks(types, historySpecs(database)),
    ...tables.flatMap((table) => (table.record ? [recordCheck(table, table.record)] : [])),
    rowCheck,
    combineChecks('claim index tables agree with the claims', claimIndexTableNames.map(indexCheck)),
    combineChecks('rows and their histories are valid from write to write', tables.map(timesCheck)),
  ];
}

const logChecks: LedgerCheck[] = [
  {
    title: 'writes have the hash of their contents and of the write before',
    faults: `select 'write ' || seq as place, problem from broken_writes() order by seq`,
    count: 'select count(*) from write_log',
  },
  {
    title: 'writes are in order of time',
    faults: `
      select 'write ' || seq as place, 'is not later than the write before' as problem
      from (select seq, at, lag(at) over (order by seq) as before from write_log) w
      where at <= before order by seq`,
    count: 'select count(*) from write_log',
  },
  {
    title: 'revisions agree with their write',
    faults: `
      select format('revision %s of %s', r.version, r.record_id) as place,
        case when w.seq is null then 'belongs to write ' || r.seq || ', which is missing'
          else 'differs from write ' || r.seq end as problem
      from revision r left join write_log w on w.seq = r.seq
      where (r.at, r.by, r.action) is distinct from (w.at, w.by, w.action)
      order by r.seq, r.record_id, r.version`,
    count: 'select count(*) from revision',
  },
  {
    title: 'revisions are numbered without gaps, in order of time',
    faults: `
      select format('revision %s of %s', version, record_id) as place,
        case when version <> place then 'has the number ' || version || ' instead of ' || place
          when (version = 1) <> (change = 'CREATED') then 'is ' || change
          else 'is not later than the one before' end as problem
      from (
        select r.*, row_number() over versions as place, lag(seq) over versions as seq_before
        from revision r window versions as (partition by record_id order by version)
      ) r
      where version <> place or (version = 1) <> (change = 'CREATED') or seq <= seq_before
      order by record_id, version`,
    count: 'select count(*) from revision',
  },
  {
    title: 'the next write has a number of its own',
    faults: `
      select 'write_log' as place, 'its sequence is behind its last write' as problem
      where (select max(seq) from write_log) >
        pg_sequence_last_value(pg_get_serial_sequence('write_log', 'seq')::regclass)`,
    count: 'select 1',
  },
];

/** The versions of records in the log are those in the table and its history. */
const recordCheck = (
  { name }: CheckedTable,
  { type, prefix }: NonNullable<CheckedTable['record']>,
): LedgerCheck => ({
  title: `versions of ${name} are those of the log`,
  faults: `
    with version as (
      select id, version, valid_from, valid_to, false as is_current from ${name}_history
      union all
      select id, version, valid_from, null, true from ${name}
    ), step as (
      select v.*, lead(valid_from) over (partition by id order by version) as next from version v
    ), latest as (
      select record_id, max(version) as version, min(at) as first_at, max(at) as last_at
      from revision where record_type = '${type}' group by record_id
    )
    select * from (
      select coalesce(s.id, r.record_id) as id, coalesce(s.version, r.version) as version,
        case
          when s.id is null then 'is in the log, but not in the history'
          when r.record_id is null then 'is not in the log'
          when s.valid_from <> r.at then 'has another time than in the log'
          when s.valid_to <> s.next then 'ends at another time than the next version begins'
          when s.is_current and s.next is not null then 'is current, but not the last one'
        end as problem
      from step s full join (select * from revision where record_type = '${type}') r
        on r.record_id = s.id and r.version = s.version
      union all
      select t.id, t.version,
        case when t.version <> l.version then 'is current, but the log ends with ' || l.version
          when t.created_at <> l.first_at then 'was created at another time than in the log'
          when t.updated_at <> l.last_at then 'was updated at another time than in the log' end
      from ${name} t join latest l on l.record_id = t.id
    ) f cross join lateral (select format('version %s of ${prefix}%s', f.version, f.id)) p(place)
    where problem is not null order by id, version`,
  count: `select count(*) from revision where record_type = '${type}'`,
});

/** Rows outside records, such as grants and readings of identities. */
const rowCheck: LedgerCheck = {
  title: 'grants, readings, keys, and rows of imports are those that the log committed to',
  faults: `
    select place, problem from (
      ${committedTables.map((table) => `select * from broken_rows('${table}')`).join(' union all ')}
      union all
      select c.seq, format('a commitment to a row of %s', c.table_name),
        'belongs to no write or table: ' || c.seq
      from row_commitment c
      where not exists (select from write_log w where w.seq = c.seq)
        or c.table_name not in ('${committedTables.join(`', '`)}')
    ) f order by seq nulls last, place`,
  count: 'select count(*) from row_commitment',
};

const indexCheck = (table: ClaimIndexTable): Omit<LedgerCheck, 'title'> => ({
  faults: claimIndexFaults(table),
  count: `select count(*) from ${table}`,
});

/** Every row is valid from one write to another, and no two of its states are valid at once. */
const timesCheck = ({ name, key }: CheckedTable): Omit<LedgerCheck, 'title'> => {
  const columns = key.map((column) => `"${column}"`).join(', ');
  return {
    faults: `
      with state as (
        select ${columns}, valid_from, valid_to from ${name}_history
        union all
        select ${columns}, valid_from, null from ${name}
      ), step as (
        select s.*, lead(valid_from) over (
          partition by ${columns} order by valid_from, valid_to nulls last) as next
        from state s
      )
      select concat_ws(' ', '${name}', ${columns}) as place,
        case
          when valid_to <= valid_from then 'ends before it begins'
          when valid_to > next or valid_to is null and next is not null
            then 'has two states at once'
          when not exists (select from write_log w where w.at = valid_from)
            then 'begins at the time of no write'
          else 'ends at the time of no write'
        end as problem
      from step
      where valid_to <= valid_from or valid_to > next or valid_to is null and next is not null
        or not exists (select from write_log w where w.at = valid_from)
        or valid_to is not null and not exists (select from write_log w where w.at = valid_to)
      order by ${columns}, valid_from`,
    count: `select (select count(*) from ${name}) + (select count(*) from ${name}_history)`,
  };
};
