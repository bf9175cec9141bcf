import type pg from 'pg';
import type { KnownIdentities } from '../../identity/known-identities.ts';
import { queryOf } from '../query-of.ts';
import type { StagedTable } from './staging-tables.ts';

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
  for (const { place, claim_id, ...texts } of await query<StagedIssue>(
    'select ctid::text as place, claim_id, "column", value, reason from stage_import_issue',
  )) {
    const isOwn = own.has(claim_id);
    const { column, value, reason } = redactor.replaceInValue(texts, isOwn);
    if (column === texts.column && value === texts.value && reason === texts.reason) continue;
    await query(
      `update stage_import_issue set "column" = $2, value = $3, reason = $4 where ctid = $1::tid`,
      [place, column, value, reason],
    );
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
  column: string | null;
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
