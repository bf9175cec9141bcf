import type pg from 'pg';
import {
  offeredIdsIn,
  restoreReferencedReports,
  type WithdrawalReason,
  withdrawUnreferencedReports,
} from '../../reports/unreferenced.ts';
import type { Landing } from './land.ts';

/** Staged reports that are withdrawn. */
const selectWithdrawn = `
  select r.id from stage_resolved d join report r on r.id = d.real_id
  where d.type = 'report' and not d.is_new and r.withdrawn_at is not null`;

/** Records that TAKE would refer to, by the open conflicts of staged records. Parameter: format. */
const selectOffered = `
  select distinct ${offeredIdsIn('c.rows')} as id
  from import_conflict c
  where c.state = 'OPEN' and c.format = $1
    and c.record_id in (select d.real_id from stage_resolved d where not d.is_new)`;

/** The ids of the records that open conflicts of staged records offer. */
export const offeredIds = async (client: pg.ClientBase, format: string): Promise<string[]> =>
  (await client.query(selectOffered, [format])).rows.map(({ id }) => id);

/**
 * Restores what an import withdrew and this batch refers to again, and withdraws what the batch
 * leaves over, see `reports/unreferenced.ts`.
 *
 * @param offered What open conflicts offered before this batch.
 */
export async function replaceReports(
  client: pg.ClientBase,
  landing: Landing,
  offered: readonly string[],
): Promise<void> {
  const query = async (text: string, values: unknown[]) => (await client.query(text, values)).rows;
  const withdrawn = await query(selectWithdrawn, []);
  await restoreReferencedReports(
    query,
    withdrawn.map(({ id }) => id),
  );
  // What a person matched otherwise may stay without a claim.
  if (landing.isRematch) return;
  const stillOffered = new Set(
    offered.length > 0 ? await offeredIds(client, landing.format.name) : [],
  );
  await withdrawUnreferencedReports(
    query,
    reasonOf(landing),
    offered.filter((id) => !stillOffered.has(id)),
  );
}

const reasonOf = ({ format: { name }, release }: Landing): WithdrawalReason => ({
  format: name,
  rationale:
    'A newer file names another report in its place, and nothing refers to this one any more ' +
    `(${[name, ...(release === '' ? [] : [`release ${release}`])].join(', ')}).`,
  by: 'import',
});
