import type pg from 'pg';
import { type KnownIdentities, readKnownIdentities } from '../../identity/known-identities.ts';
import { sealSources } from '../../identity/protect-source.ts';
import { type PendingSource, selectRaised } from '../../identity/seal-pending.ts';
import { type MasterKeySource, noMasterKey } from '../../values/master-key.ts';
import { queryOf } from '../query-of.ts';
import type { StagedTable } from './staging-tables.ts';

/*
 * Imports know protected sources: they find them by the blind index, change nothing about them, and
 * store no text that names them.
 */

/** The protected sources of the ledger. Undefined: there are none. */
export const knownIdentities = (
  client: pg.ClientBase,
  masterKeys: MasterKeySource | undefined,
): Promise<KnownIdentities | undefined> =>
  readKnownIdentities(queryOf(client), masterKeys ?? noMasterKey);

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

/**
 * Seals sources that the batch has protected, with all that it says of them.
 *
 * @returns whether there were some: what is known of protected sources is then out of date.
 */
export async function sealStaged(
  client: pg.ClientBase,
  masterKeys: MasterKeySource | undefined,
): Promise<boolean> {
  const query = queryOf(client);
  const pending = await query<PendingSource>(selectRaised);
  if (pending.length === 0) return false;
  await sealSources({ query, masterKeys: masterKeys ?? noMasterKey }, pending);
  return true;
}
