import { normalizeForComparisonSql } from '../../values/normalize.ts';
import { isRecordTable, type RecordTable } from '../../values/record-types.ts';
import { matchPlaces } from './match-places.ts';
import type { StagedTable } from './staging-tables.ts';
import { recordTables } from './table-writes.ts';

const isUnresolved = `not exists (
      select from stage_resolved d where d.type = r.type and d.id = r.id
    )`;

/** Records that have the staged external id. */
const matchByExternalId = (type: RecordTable): string => `
  insert into stage_resolved (type, id, real_id, how)
  select distinct r.type, r.id, e.${type}_id, 'EXTERNAL_ID'
  from stage_record r
  join external_id e on e.system = r.system and e.value = r.value
  where r.type = '${type}' and e.${type}_id is not null;`;

/** Records that an earlier import matched to the same source key. */
const matchByEarlierMatch = `
  insert into stage_resolved (type, id, real_id, how)
  select distinct r.type, r.id, m.record_id, 'KEY'
  from stage_record r
  cross join lateral (
    select m.record_id from import_match m
    where match_key(m.record_type, m.system, m.value) = match_key(r.type, r.system, r.value)
    -- Looks each key up, however many there are.
    offset 0
  ) m
  where ${isUnresolved};`;

/** Records whose staged id is their own id. */
const resolveOwnIds = `
  insert into stage_resolved (type, id, real_id, how)
  select r.type, r.id, r.id, 'ID' from stage_record r
  where r.system is null and ${isUnresolved};`;

/**
 * The only record with exactly this name, in any letter case. If two have it, neither is taken. A
 * record with another id in the same system is not the one either. Materialized, because otherwise
 * names would be normalized again for each pair.
 */
const matchByName = (type: 'source' | 'faction'): string => `
  insert into stage_resolved (type, id, real_id, how, detail)
  with staged_name as materialized (
    select r.type, r.id, r.system, r.external, ${normalizeForComparisonSql('r.name')} as normalized
    from stage_record r
    where r.type = '${type}' and r.name is not null and ${isUnresolved}
  ),
  ledger_name as materialized (
    select n.${type}_id as id, n.text, ${normalizeForComparisonSql('n.text')} as normalized
    from name n
    where n.${type}_id is not null and n.kind <> 'WEAK' and exists (select from staged_name)
  )
  select s.type, s.id, (array_agg(distinct c.id))[1], 'NAME_EXACT', min(l.text)
  from staged_name s
  join ledger_name l using (normalized)
  join ${type} c on c.id = l.id and c.withdrawn_at is null
  where not (
    s.external
    and exists (select from external_id x where x.${type}_id = c.id and x.system = s.system)
  )
  group by s.type, s.id
  having count(distinct c.id) = 1;`;

/**
 * The only record of the same batch that has this name and an external id. A member of a coalition
 * may also be a row's only party, with its id.
 */
const matchByNameInBatch = (type: 'source' | 'faction'): string => `
  insert into stage_resolved (type, id, real_id, how, detail)
  select r.type, r.id, (array_agg(d.real_id))[1], 'NAME_EXACT', min(o.name)
  from stage_record r
  join stage_record o on o.type = r.type and o.external and lower(o.name) = lower(r.name)
  join stage_resolved d on d.type = o.type and d.id = o.id
  where r.type = '${type}' and not r.external and r.name is not null
    and ${isUnresolved}
  group by r.type, r.id
  having count(distinct d.real_id) = 1;`;

const createWithExternalId = `
  insert into stage_resolved (type, id, real_id, how)
  select r.type, r.id, r.id, 'CREATED'
  from stage_record r
  where r.external and not r.optional
    and ${isUnresolved};`;

const createRest = `
  insert into stage_resolved (type, id, real_id, how, detail)
  select r.type, r.id, r.id, 'CREATED', r.unclear
  from stage_record r
  where not r.optional
    and ${isUnresolved};`;

/** Optional references to records that do not exist: the referring column becomes null. */
const clearMissingReferences = `
  insert into stage_resolved (type, id, real_id, how)
  select distinct r.type, r.id, null::uuid, 'MISSING'
  from stage_record r
  where ${isUnresolved};`;

const markNewRecords = (type: RecordTable): string => `
  update stage_resolved d
  set is_new = d.real_id is not null
    and not exists (select from ${type} t where t.id = d.real_id)
  where d.type = '${type}';`;

/**
 * Fills `stage_resolved`: which record each staged id stands for. Existing records are found by
 * external id, by an earlier match, by name, and (places) by name and point. The rest are new.
 */
export const resolveRecords = [
  ...recordTables.map(matchByExternalId),
  matchByEarlierMatch,
  resolveOwnIds,
  `
  analyze stage_resolved;`,
  matchByName('source'),
  matchByName('faction'),
  matchPlaces,
  createWithExternalId,
  matchByNameInBatch('source'),
  matchByNameInBatch('faction'),
  createRest,
  clearMissingReferences,
  ...recordTables.map(markNewRecords),
  `
  analyze stage_resolved;`,
].join('\n');

/** Replaces staged ids by the ids of the records that they stand for. */
export const replaceStagedIds = (tables: readonly StagedTable[]): string =>
  [
    ...tables.flatMap(({ table, references }) => [
      ...(isRecordTable(table) ? [replaceId(table, 'id', table)] : []),
      ...[...references].flatMap(([column, to]) =>
        isRecordTable(to) ? [replaceId(table, column, to)] : [],
      ),
    ]),
    ...recordTables.map((type) => `${replaceId('row', 'record_id', type)} and s.type = '${type}'`),
  ].join(';');

const replaceId = (table: string, column: string, type: RecordTable): string => `
  update stage_${table} s
  set "${column}" = d.real_id
  from stage_resolved d
  where d.type = '${type}' and d.id = s."${column}" and d.id is distinct from d.real_id`;

/**
 * Gives staged figures the ids of those that their claims have at the same places: earlier versions
 * derived ids in another way.
 */
export function keepFigureIds(tables: readonly StagedTable[]): string {
  const columns = tables.find(({ table }) => table === 'quantity')?.columns;
  const ids = ['id', 'part_of'].filter((column) => columns?.has(column));
  if (ids.length === 0) return '';
  return `
  with known as (
    select s.id as staged, t.id from stage_quantity s
    join quantity t on t.claim_id = s.claim_id and t.position = s.position and t.id <> s.id
  )
  update stage_quantity s
  set ${ids
    .map((id) => `${id} = coalesce((select k.id from known k where k.staged = s.${id}), s.${id})`)
    .join(', ')}
  where ${ids.map((id) => `s.${id} in (select k.staged from known k)`).join(' or ')};`;
}

/**
 * Gives staged figures other ids if those belong to another claim: a person removed the external id
 * of a claim, so that a later import created a second claim from the same row.
 */
export function separateFigures(tables: readonly StagedTable[]): string {
  const columns = tables.find(({ table }) => table === 'quantity')?.columns;
  const ids = ['id', 'part_of'].filter((column) => columns?.has(column));
  if (ids.length === 0) return '';
  return `
  update stage_quantity s
  set ${ids.map((id) => `${id} = md5(s.${id}::text || s.claim_id)::uuid`).join(', ')}
  where s.claim_id in (
    select o.claim_id from stage_quantity o join quantity t on t.id = o.id
    where t.claim_id <> o.claim_id
  );`;
}

/**
 * Stores how each source key was matched. Later batches find the record by its key, and a person
 * can undo the match.
 */
export const insertMatches = `
  insert into import_match (id, record_type, system, value, record_id, how, detail)
  select r.id, r.type, r.system, r.value, d.real_id, d.how, d.detail
  from stage_record r
  join stage_resolved d using (type, id)
  where r.system is not null and not r.optional
    and d.how not in ('EXTERNAL_ID', 'KEY', 'ID', 'MISSING')
    and not (r.external and d.how = 'CREATED')
  on conflict do nothing`;

/** Gives external ids to records that are new or were found by something else than this id. */
export const insertExternalIds = recordTables
  .map(
    (type) => `
  insert into external_id (id, system, value, ${type}_id)
  select r.id, r.system, r.value, d.real_id
  from stage_record r
  join stage_resolved d using (type, id)
  where r.type = '${type}' and r.external and not r.optional
    and d.how not in ('EXTERNAL_ID', 'MISSING')
  on conflict do nothing;`,
  )
  .join('\n');
