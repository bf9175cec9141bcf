import type pg from 'pg';
import type { KnownIdentities } from '../../identity/known-identities.ts';
import { type Lookup, lookupOfName } from '../../identity/vault.ts';
import { queryOf } from '../query-of.ts';
import { quoteIdentifier, type StagedTable } from './staging-tables.ts';

interface StagedRecord {
  type: string;
  id: string;
  system: string | null;
  value: string;
  external: boolean;
  name: string | null;
}

/** Records that nothing else stands for: neither an external id nor a match of an import. */
const selectUnknown = `
  select distinct r.type, r.id, r.system, r.value, r.external, r.name
  from stage_record r
  where not exists (
      select from external_id e
      where r.type = 'source' and e.source_id is not null
        and e.system = r.system and e.value = r.value
    )
    and not exists (
      select from import_match m
      where match_key(m.record_type, m.system, m.value) = match_key(r.type, r.system, r.value)
    )`;

/**
 * Finds the records of a batch that the blind index knows, before they are looked for by name. So a
 * protected source is not created once more, as a public one.
 */
export async function resolveHidden(
  client: pg.ClientBase,
  { vault }: KnownIdentities,
  tables: readonly StagedTable[],
): Promise<void> {
  const staged: StagedRecord[] = await queryOf(client)(selectUnknown);
  const wanted = staged.flatMap((record) =>
    lookupsOf(record).map((lookup, rank) => ({ ...record, rank, hash: vault.hashOf(lookup) })),
  );
  for (const { table, references } of tables)
    for (const [column, to] of references)
      if (to === 'source')
        for (const { id } of await queryOf(client)<{ id: string }>(
          `select distinct ${quoteIdentifier(column)} as id from stage_${table}
           where ${quoteIdentifier(column)} is not null`,
        ))
          wanted.push({ ...referredSource(id), rank: 0, hash: vault.hashOf(['id', id]) });
  await client.query(insertHidden, [
    wanted.map(({ type }) => type),
    wanted.map(({ id }) => id),
    wanted.map(({ hash }) => hash),
    wanted.map(({ rank }) => rank),
  ]);
}

/** A source that a row refers to by its id. */
const referredSource = (id: string): StagedRecord => ({
  type: 'source',
  id,
  system: null,
  value: id,
  external: false,
  name: null,
});

/** What a staged record may be found by, the surest first. */
function lookupsOf({ type, id, system, value, external, name }: StagedRecord): Lookup[] {
  const isSource = type === 'source';
  if (system === null) return isSource ? [['id', id]] : [];
  return [
    [external ? 'external id' : 'key', type, system, value],
    ...(isSource && name !== null ? [lookupOfName(name)] : []),
  ];
}

/** A name that several protected sources have says of none that it is meant. */
const insertHidden = `
  insert into stage_resolved (type, id, real_id, how)
  select distinct on (f.type, f.id) f.type, f.id, f.record_id, 'KEY'
  from (
    select w.type, w.id, w.rank, min(l.record_id::text)::uuid as record_id
    from unnest($1::text[], $2::uuid[], $3::bytea[], $4::int[]) as w(type, id, hash, rank)
    join identity_lookup l on l.hash = w.hash
    group by 1, 2, 3 having count(distinct l.record_id) = 1
  ) f
  order by f.type, f.id, f.rank`;
