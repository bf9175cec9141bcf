import { claimIndexColumns, claimIndexTables } from '../../claims/claim-index.columns.ts';
import { compile, raw } from '../../compiler/sql.ts';
import { snake } from '../../values/snake.ts';
import { lookUp, newRowTriggers, triggerFunctions } from './statement-triggers.ts';

/** The columns that every claim index table has, and their values for a claim `c`, event `e`. */
const names = Object.keys(claimIndexColumns).map(snake);
const values = Object.values(claimIndexColumns).map(
  ({ ofClaim }) => compile(ofClaim(raw('c'), raw('e'))).text,
);

const namedValues = names.map((name, i) => `${values[i]} as ${name}`);
const columnsOf = (row: string) => names.map((name) => `${row}.${name}`).join(', ');

interface ClaimIndex {
  /** The table whose rows `p` join claims to the things they are found under. */
  pairs: string;
  /** The id of such a thing, as a column and as an expression over `p` and `join`. */
  key: string;
  keyValue: string;
  join: string;
  /** The same join for a few rows `p`. */
  lookUp?: string;
}

/** The claim index tables: each claim that is not withdrawn, under everything that it concerns. */
const indexTables = {
  claim_within: {
    pairs: 'claim_place',
    key: claimIndexTables.location.key,
    keyValue: 'w.ancestor_id',
    join: 'join location_within w on w.location_id = p.location_id',
    lookUp: lookUp('select * from location_within w where w.location_id = p.location_id', 'w'),
  },
  claim_of_faction: {
    pairs: 'claim_party',
    key: claimIndexTables.faction.key,
    keyValue: 'p.faction_id',
    join: '',
  },
  claim_of_source: {
    pairs: 'speaker',
    key: claimIndexTables.source.key,
    keyValue: 'p.source_id',
    join: '',
  },
} satisfies Record<string, ClaimIndex>;

export type ClaimIndexTable = keyof typeof indexTables;
export const claimIndexTableNames = Object.keys(indexTables) as ClaimIndexTable[];

const eventJoin = 'left join claim_event e on e.claim_id = c.id';

/**
 * Finds rows `i` of an index table by their claim, which has few, and never by their key, which may
 * have all claims: no index can answer the second condition.
 */
const isPair = (key: string, keyValue: string, claimId: string): string =>
  `i.claim_id = ${claimId} and (i.${key} = ${keyValue}) is true`;

/** Selects pairs of key and claim from rows `p` of the table of pairs, or of the same columns. */
const selectPairs = (table: ClaimIndexTable, rows: string): string => {
  const { key, keyValue, join } = indexTables[table];
  return `select distinct ${keyValue} as ${key}, p.claim_id from ${rows} p ${join}`;
};

/** Selects all pairs of the claims in $1. */
export const pairsOfClaims = (table: ClaimIndexTable): string =>
  `${selectPairs(table, indexTables[table].pairs)} where p.claim_id = any ($1)`;

/**
 * Recomputes the selected pairs of key and claim: deletes rows that no longer hold, and writes the
 * rest.
 */
export const refreshPairs = (table: ClaimIndexTable, pairs: string): string => {
  const { pairs: pairTable, key, keyValue, join } = indexTables[table];
  return `
    merge into ${table} i using (
      with pair as materialized (
        ${pairs}
      ), expected as materialized (
        select distinct ${keyValue} as ${key}, c.id as claim_id, ${namedValues.join(', ')}
        from (select distinct claim_id from pair) d
        join claim c on c.id = d.claim_id and c.withdrawn_at is null
        join ${pairTable} p on p.claim_id = c.id ${join} ${eventJoin}
      )
      select ${key}, claim_id, x.kind is not null as is_expected, ${columnsOf('x')}
      from pair left join expected x using (${key}, claim_id)
      order by 1, 2
    ) x on ${isPair(key, `x.${key}`, 'x.claim_id')}
    when matched and not x.is_expected then delete
    when matched and (${columnsOf('i')}) is distinct from (${columnsOf('x')})
      then update set ${names.map((name) => `${name} = x.${name}`).join(', ')}
    when not matched and x.is_expected
      then insert (${key}, claim_id, ${names.join(', ')})
        values (x.${key}, x.claim_id, ${columnsOf('x')})`;
};

/**
 * Selects the rows of a claim index table that differ from what they are computed from, or are
 * missing, left over, or there twice: columns `place` and `problem`.
 */
export const claimIndexFaults = (table: ClaimIndexTable): string => {
  const { pairs, key, keyValue, join } = indexTables[table];
  return `
    select format('${table} %s %s', coalesce(x.${key}, i.${key}), coalesce(x.claim_id, i.claim_id))
        as place,
      case when i.claim_id is null then 'is missing' when x.claim_id is null then 'is left over'
        when i.copies > 1 then 'is there twice' else 'differs from its claim' end as problem
    from (
      select distinct ${keyValue} as ${key}, c.id as claim_id, ${namedValues.join(', ')}
      from claim c join ${pairs} p on p.claim_id = c.id ${join} ${eventJoin}
      where c.withdrawn_at is null
    ) x full join (
      select *, count(*) over (partition by ${key}, claim_id) as copies from ${table}
    ) i on i.${key} = x.${key} and i.claim_id = x.claim_id
    where x.claim_id is null or i.claim_id is null or i.copies > 1
      or (${columnsOf('x')}) is distinct from (${columnsOf('i')})
    order by 1`;
};

/**
 * Runs after a change of the pairs. New pairs only add rows: the usual case, which stays cheap.
 * They are sorted, because neighbours in an index are cheaper to write together.
 */
const maintainTable = (table: ClaimIndexTable): string => {
  const { key, keyValue, lookUp: lookUpKeys = '' }: ClaimIndex = indexTables[table];
  const refresh = (rows: string) => refreshPairs(table, selectPairs(table, rows));
  return triggerFunctions(`maintain_${table}`, {
    insert: `
      insert into ${table} (${key}, claim_id, ${names.join(', ')})
      select distinct ${keyValue}, c.id, ${values.join(', ')}
      from new_rows p
      ${lookUp('select * from claim c where c.id = p.claim_id and c.withdrawn_at is null', 'c')}
      ${lookUpKeys} ${eventJoin}
      where not exists (
        select from ${table} i where ${isPair(key, keyValue, 'p.claim_id')} offset 0)
      order by 1, 2`,
    update: refresh('(select * from old_rows union all select * from new_rows)'),
    delete: refresh('old_rows'),
  });
};

const refreshTable = (table: ClaimIndexTable): string =>
  `  execute $sql$${refreshPairs(table, pairsOfClaims(table))}\n  $sql$ using changed;\n`;

/** The columns of a claim on which its rows in the index tables depend. */
const indexedColumns =
  'id, withdrawn_at is null, kind, modality, status, occurred_earliest, occurred_latest';
const visibility = 'id, withdrawn_at is null';

/** The claims of an update whose values changed. `except` plans better than a join of any size. */
const changedIds = (columns: string): string =>
  `array(select c.id from (
    select ${columns} from new_rows except select ${columns} from old_rows) c)`;

export const claimIndexFunctions = `
-- The length class of an interval: 0 for a day; k up to 11, from its first to its last of 2^(k-1)
-- to 2^k - 1 days; 12 longer, or without a start; -1 without an end; null without both.
create or replace function span_of(earliest date, latest date) returns smallint
immutable parallel safe language sql as $$
  select (case when latest is null then case when earliest is not null then -1 end
    when earliest is null then 12
    when earliest = latest then 0
    else least(12, length(ltrim((latest - earliest)::bit(32)::text, '0'))) end)::smallint
$$;
${claimIndexTableNames.map(maintainTable).join('')}
-- Recomputes all rows of these claims.
create or replace function refresh_claim_index(changed uuid[]) returns void language plpgsql as $$
begin
${claimIndexTableNames.map(refreshTable).join('')}end $$;

-- Runs after an update of claims. A new claim has no pairs yet, and foreign keys remove the pairs
-- of a deleted one first.
create or replace function maintain_claim_index() returns trigger language plpgsql as $$
declare
  changed uuid[] := ${changedIds(indexedColumns)};
  moved uuid[] := ${changedIds(visibility)};
begin
  if cardinality(moved) > 0 then perform refresh_claim_event(moved); end if;
  if cardinality(changed) > 0 then perform refresh_claim_index(changed); end if;
  return null;
end $$;
`;

const triggersOf = (table: ClaimIndexTable): string =>
  newRowTriggers(indexTables[table].pairs, `maintain_${table}`);

export const claimIndexTriggers = `
create or replace trigger maintain_claim_index
  after update on claim referencing old table as old_rows new table as new_rows
  for each statement execute function maintain_claim_index();
${claimIndexTableNames.map(triggersOf).join('')}`;
