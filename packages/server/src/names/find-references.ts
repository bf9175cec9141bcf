import type { Tx } from '../history/write.ts';
import type { ExternalIdInput } from '../records/external-id.entity.ts';
import { findOwners, isSame } from '../records/external-ids.ts';
import type { InputParser } from '../records/input-parser.ts';
import {
  canReferTo,
  findMentions,
  type Mention,
  type NewRecord,
  referTo,
} from '../records/mentions.ts';
import { recordTypes } from '../values/record-types.ts';
import { findByNames } from './find-by-names.ts';

/**
 * Looks up what the references of an input refer to, in one query for all names and one for all
 * external ids. A name and an external id may also be those of a new record in the same input. What
 * is not found, or not clear, is added to the parser’s issues. References by id are left to
 * `resolveReferences`.
 *
 * @returns the new records that the input describes inside references.
 */
export async function findReferences(tx: Tx, parser: InputParser): Promise<NewRecord[]> {
  const { mentions, newRecords } = findMentions(parser);
  await findByExternalIds(tx, parser, mentions, newRecords);
  await findByNames(tx, parser, mentions, newRecords);
  return newRecords;
}

async function findByExternalIds(
  tx: Tx,
  parser: InputParser,
  mentions: readonly Mention[],
  newRecords: readonly NewRecord[],
): Promise<void> {
  const wanted = mentions.flatMap((mention) =>
    mention.ref.externalId ? [{ ...mention.ref.externalId, mention }] : [],
  );
  if (wanted.length === 0) return;
  const keys = await findOwners(
    tx,
    wanted.map(({ mention, system, value }) => ({ type: mention.type, system, value })),
  );
  for (const [i, { mention, ...externalId }] of wanted.entries()) {
    const { type, ref, path } = mention;
    const key = keys.get(i);
    const created = newRecords.find(
      (record) => canReferTo(mention, record) && hasExternalId(record, externalId),
    );
    if (key) parser.referred.set(ref, { type, key, isNew: false });
    else if (created) referTo(parser, mention, created);
    else
      parser.issues.add(
        [...path, 'externalId'],
        `No ${recordTypes[type].table} has the external id ` +
          `${externalId.system} ${externalId.value}.`,
        'NOT_FOUND',
      );
  }
}

const hasExternalId = ({ input }: NewRecord, wanted: ExternalIdInput): boolean => {
  const { externalIds } = input as { externalIds?: ExternalIdInput[] | null };
  return externalIds?.some((each) => isSame(each, wanted)) ?? false;
};
