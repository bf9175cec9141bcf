import type pg from 'pg';
import type { StoredRow } from '../../identity/identity-content.ts';
import { type KnownIdentities, readKnownIdentities } from '../../identity/known-identities.ts';
import { sealSources } from '../../identity/protect-source.ts';
import { type PendingSource, selectPending } from '../../identity/seal-pending.ts';
import {
  type Lookup,
  lookupOfName,
  type RunQuery,
  type SealedIdentity,
} from '../../identity/vault.ts';
import { type MasterKeySource, noMasterKey } from '../../values/master-key.ts';
import { quoteIdentifier, type StagedTable } from './staging-tables.ts';

/*
 * Imports know protected sources: they find them by the blind index, change nothing about them, and
 * store no text that names them.
 */

/** Statements over the connection of an import. */
export const queryOf =
  (client: pg.ClientBase): RunQuery =>
  async (text, values = []) =>
    (await client.query(text, [...values])).rows;

/** The protected sources of the ledger. Undefined: there are none. */
export const knownIdentities = (
  client: pg.ClientBase,
  masterKeys: MasterKeySource | undefined,
): Promise<KnownIdentities | undefined> =>
  readKnownIdentities(queryOf(client), masterKeys ?? noMasterKey);

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
      where m.record_type = r.type and m.system = r.system and m.value = r.value
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

/**
 * Drops what a batch says of protected sources: people decide about them, and what files say may
 * tell who they are.
 */
export async function skipProtected(
  client: pg.ClientBase,
  tables: readonly StagedTable[],
): Promise<void> {
  const isStaged = (table: string) => tables.some((each) => each.table === table);
  await client.query(`
    with skipped as (
      select d.type, d.id, d.real_id from stage_resolved d join source s on s.id = d.real_id
      where d.type = 'source' and not d.is_new and s.protection <> 'PUBLIC'
    ), dropped as (
      delete from stage_record r using skipped k where r.type = k.type and r.id = k.id
    )
    insert into stage_skip (id, why) select distinct real_id, 'REDACTED' from skipped`);
  if (!isStaged('affiliation')) return;
  const ofProtected = `
    select a.id from stage_affiliation a join source s on s.id in (a.source_id, a.to_source_id)
    where s.protection <> 'PUBLIC'`;
  if (isStaged('affiliation_claim'))
    await client.query(
      `delete from stage_affiliation_claim c where c.affiliation_id in (${ofProtected})`,
    );
  await client.query(`delete from stage_affiliation t where t.id in (${ofProtected})`);
}

/** Removes the names of protected sources from the raw rows and the issues of a batch. */
export async function redactStagedTexts(
  client: pg.ClientBase,
  { redactor, fingerprintOf }: KnownIdentities,
  tables: readonly StagedTable[],
): Promise<void> {
  const query = queryOf(client);
  const isStaged = (table: string) => tables.some((each) => each.table === table);
  const owners = ownersOfHidden(isStaged);
  const own = new Set((await query<{ id: string }>(owners)).map(({ id }) => id));
  // A line of an export has the rows that its ledger read, and how it matched them.
  for (const table of ['stage_row', ...(isStaged('import_row') ? ['stage_import_row'] : [])])
    for (const { place, record_id, raw, fingerprint } of await query<StagedText>(
      `select ctid::text as place, record_id, raw, fingerprint from ${table}`,
    )) {
      const redacted = redactor.replaceInRow(raw, own.has(record_id));
      if (redacted === raw) continue;
      await query(`update ${table} set raw = $2, fingerprint = $3 where ctid = $1::tid`, [
        place,
        redacted,
        fingerprintOf(fingerprint),
      ]);
    }
  if (isStaged('import_match'))
    for (const { place, detail } of await query<{ place: string; detail: string }>(
      `select ctid::text as place, detail from stage_import_match where detail is not null`,
    ))
      if (redactor.replaceIn(detail) !== detail)
        await query('update stage_import_match set detail = null where ctid = $1::tid', [place]);
  if (!isStaged('import_issue')) return;
  for (const { place, claim_id, value, reason } of await query<StagedIssue>(
    'select ctid::text as place, claim_id, value, reason from stage_import_issue',
  )) {
    const isOwn = own.has(claim_id);
    const texts = [value && redactor.replaceIn(value, isOwn), redactor.replaceIn(reason, isOwn)];
    if (texts[0] === value && texts[1] === reason) continue;
    await query('update stage_import_issue set value = $2, reason = $3 where ctid = $1::tid', [
      place,
      ...texts,
    ]);
  }
}

interface StagedText {
  place: string;
  record_id: string;
  raw: string;
  fingerprint: string;
}

interface StagedIssue {
  place: string;
  claim_id: string;
  value: string | null;
  reason: string;
}

/** The staged records that refer to a protected source. */
const ownersOfHidden = (isStaged: (table: string) => boolean): string =>
  [
    `select null::uuid as id where false`,
    ...(isStaged('speaker') ? [referring('speaker', 'claim_id', 'source_id')] : []),
    ...(isStaged('report') ? [referring('report', 'id', 'publisher_id')] : []),
    ...(isStaged('report_author') ? [referring('report_author', 'report_id', 'author_id')] : []),
  ].join(' union ');

const referring = (table: string, owner: string, column: string): string => `
  select t.${owner} from stage_${table} t join source s on s.id = t.${column}
  where s.protection <> 'PUBLIC'`;

/**
 * Protects new sources whose name contains that of a protected one: they are probably the same with
 * its role, as files spell it.
 */
export async function protectNamesakes(
  client: pg.ClientBase,
  known: KnownIdentities,
): Promise<void> {
  const created = await queryOf(client)<{ id: string; name: string }>(
    `select distinct s.id, s.name from stage_resolved d join source s on s.id = d.real_id
     where d.type = 'source' and d.is_new and s.protection = 'PUBLIC'`,
  );
  await client.query(`update source set protection = 'PROTECTED' where id = any ($1)`, [
    created.filter(({ name }) => known.isNamesake(name)).map(({ id }) => id),
  ]);
}

/** The keys of data sets that a batch has: of its records, and in the lines of an export. */
const selectStagedKeys = (stages: readonly string[]): string =>
  stages
    .map(
      (stage) => `
      select to_jsonb(m) as row from import_match m
      where (m.record_type, m.system, m.value) in (${stage})`,
    )
    .join(' union ');

/** Moves keys that contain a name into the blind index, where later imports find them. */
export async function hideStagedKeys(
  client: pg.ClientBase,
  known: KnownIdentities,
  tables: readonly StagedTable[],
): Promise<void> {
  const query = queryOf(client);
  const keys = await query<{ row: { id: string; system: string; value: string } }>(
    selectStagedKeys([
      'select type, system, value from stage_record',
      ...(tables.some(({ table }) => table === 'import_match')
        ? ['select record_type, system, value from stage_import_match']
        : []),
    ]),
  );
  const hidden = new Map<string, SealedIdentity & { rows: StoredRow[] }>();
  for (const { row } of keys) {
    const identity = known.identityIn(row.value) ?? known.identityIn(row.system);
    if (!identity) continue;
    const { rows } = hidden.get(identity.id) ?? { rows: [] };
    hidden.set(identity.id, { ...identity, rows: [...rows, row] });
    await query('delete from import_match where id = $1', [row.id]);
  }
  for (const { rows, ...identity } of hidden.values()) {
    const { content } = identity;
    const all = new Map([...content.hiddenKeys, ...rows].map((row) => [keyOfMatch(row), row]));
    await known.vault.replace(identity, { ...content, hiddenKeys: [...all.values()] });
  }
}

/** What no two rows of `import_match` have in common. */
const keyOfMatch = ({ record_type, system, value }: StoredRow): string =>
  JSON.stringify([record_type, system, value]);

/** Seals sources that the batch has protected, with all that it says of them. */
export async function sealStaged(
  client: pg.ClientBase,
  masterKeys: MasterKeySource | undefined,
): Promise<void> {
  const query = queryOf(client);
  const pending = await query<PendingSource>(selectPending);
  if (pending.length > 0)
    await sealSources({ query, masterKeys: masterKeys ?? noMasterKey }, pending);
}
