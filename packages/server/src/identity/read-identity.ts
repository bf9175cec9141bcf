import { RecordKey } from '../compiler/payload.ts';
import type { Tx } from '../history/write.ts';
import { notFound } from '../values/errors.ts';
import { idOf, keyOf, newKey } from '../values/ids.ts';
import {
  type IdentityContent,
  otherSourceIn,
  type SealedAffiliation,
  type StoredRow,
} from './identity-content.ts';
import { openVault, type SealedRow } from './vault.ts';

/**
 * Opens who a protected source is, for a viewer with a grant, and notes the reading. The id may be
 * one that the source had before it was protected.
 *
 * @throws Refusal NOT_FOUND without a grant, whether there is such a source or not.
 */
export async function readIdentity(tx: Tx, sourceId: string) {
  const key = keyOf(sourceId, 'Source', ['sourceId']);
  const vault = await openVault(tx.query, tx.masterKeys);
  const find = async () => {
    const [row] = await tx.query<SealedRow & { grant_id: string }>(selectGranted, [
      key,
      vault.hashOf(['id', key]),
      tx.credentialId,
    ]);
    if (row) return row;
    throw notFound(['sourceId'], `There is no identity of ${sourceId} that you may read.`);
  };
  // Who has no grant holds up no write. While the log is open, nobody else changes grants.
  await find();
  await tx.open();
  const { grant_id, ...row } = await find();
  const { content, sourceKey } = vault.open(row);
  const others = await vault.existing(content.affiliations.map(({ row }) => otherSourceIn(row)));
  await tx.query(
    `insert into identity_reading (id, source_id, viewer, grant_id, at)
     values ($1, $2, $3, $4, clock_timestamp())`,
    [newKey(), sourceKey, tx.by, grant_id],
  );
  return { source: new RecordKey('Source', sourceKey), identity: identityOf(content, others) };
}

/** One statement for all, so that every refusal takes the same time. */
const selectGranted = `
  select i.*, g.id as grant_id
  from source_identity i join identity_grant g on g.source_id = i.source_id
  where (
      i.source_id = $1
      or i.id in (select l.identity_id from identity_lookup l where l.hash = $2))
    and g.credential_id = $3 and g.revoked_at is null and g.until > clock_timestamp()
  order by g.until desc, g.id limit 1`;

/** What is sealed, in the terms of the API. */
const identityOf = (
  {
    names,
    formerNames,
    role,
    basedInId,
    externalIds,
    affiliations,
    notes,
    formerKeys,
  }: IdentityContent,
  /** The keys of the sources in its affiliations that exist. */
  others: readonly string[],
) => ({
  names: names.map(({ text, kind, language, script }) => ({ text, kind, language, script })),
  formerNames: formerNames.filter((former) => !names.some(({ text }) => text === former)),
  role,
  basedInId: basedInId && idOf('Location', basedInId),
  externalIds,
  affiliations: affiliations
    .filter(({ row }) => ['', ...others].includes(otherSourceIn(row)))
    .map(affiliationOf),
  notes,
  formerIds: formerKeys.map((key) => idOf('Source', key)),
});

const affiliationOf = ({ row, claimIds }: SealedAffiliation) => ({
  toId: idOfColumn(row, 'to_faction_id') ?? idOfColumn(row, 'to_source_id'),
  ofId: idOfColumn(row, 'source_id'),
  role: row.role ?? null,
  during: row.during_edtf ?? null,
  claimIds: claimIds.map((key) => idOf('Claim', key)),
});

const idOfColumn = (row: StoredRow, column: string): string | null => {
  const key = row[column];
  if (typeof key !== 'string') return null;
  return idOf(column === 'to_faction_id' ? 'Faction' : 'Source', key);
};
