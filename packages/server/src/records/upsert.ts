import type { RecordKey } from '../compiler/payload.ts';
import type { Tx } from '../history/write.ts';
import { conflict } from '../values/errors.ts';
import { keyOf } from '../values/ids.ts';
import { type RecordName, recordTypes } from '../values/record-types.ts';
import { parseExplained } from './explained-input.ts';
import type { ExternalIdInput } from './external-id.entity.ts';
import { findByExternalId, isSame, refuseUrl } from './external-ids.ts';
import type { InputParser } from './input-parser.ts';

type Create<I> = (tx: Tx, input: I, parser?: InputParser) => Promise<RecordKey>;
type Update<I> = (
  tx: Tx,
  id: string,
  expectedVersion: number | undefined,
  input: I,
  parser?: InputParser,
) => Promise<RecordKey>;

/**
 * Changes the record that has this external id, or creates it. The same call twice leaves
 * what one call leaves.
 */
export const upsertOf =
  <I extends { externalIds?: ExternalIdInput[] | null }>(
    type: RecordName,
    create: Create<I>,
    update: Update<I>,
  ) =>
  async (
    tx: Tx,
    externalId: ExternalIdInput,
    input: I,
    rationale?: string | null,
  ): Promise<RecordKey> => {
    const parser = await parseExplained(tx, { externalId, input }, rationale);
    // A repeated call would create them again.
    parser.canCreate = false;
    refuseUrl(parser, externalId, ['externalId']);
    const isUsable = !parser.issues.has(['externalId']);
    const known = isUsable ? await findByExternalId(tx, type, externalId) : undefined;
    if (known) await refuseWithdrawn(tx, type, known);
    if (known && input.externalIds === undefined)
      return update(tx, known, undefined, input, parser);
    const isListed = input.externalIds?.some((each) => isSame(each, externalId));
    const added = isListed || !isUsable ? [] : [externalId];
    const externalIds = [...(input.externalIds ?? []), ...added];
    const whole: I = Object.assign(Object.create(Object.getPrototypeOf(input)), input, {
      externalIds,
    });
    return known ? update(tx, known, undefined, whole, parser) : create(tx, whole, parser);
  };

async function refuseWithdrawn(tx: Tx, type: RecordName, id: string): Promise<void> {
  const [{ withdrawn }] = await tx.manager.query(
    `select withdrawn_at is not null as withdrawn from ${recordTypes[type].table} where id = $1`,
    [keyOf(id, type, ['externalId'])],
  );
  if (withdrawn)
    throw conflict(
      ['externalId'],
      `${id} has this external id and is withdrawn. Restore it, ` +
        'or create a new record with another external id.',
    );
}
