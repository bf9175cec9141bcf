import type { RecordKey } from '../compiler/payload.ts';
import type { Tx } from '../history/write.ts';
import { conflict, type Path } from '../values/errors.ts';
import { keyOf } from '../values/ids.ts';
import type { RecordName } from '../values/record-types.ts';
import type { ExternalIdInput } from './external-id.entity.ts';
import { byExternalId } from './writing.ts';

type Create<I> = (tx: Tx, input: I, path?: Path) => Promise<RecordKey>;
type Update<I> = (
  tx: Tx,
  id: string,
  expectedVersion: number | undefined,
  input: I,
  path?: Path,
) => Promise<RecordKey>;

/** Changes the record that has this id in another system, or makes it: the same call twice leaves what one call leaves. */
export const upsertOf =
  <I extends { externalIds?: ExternalIdInput[] | null }>(
    type: RecordName,
    create: Create<I>,
    update: Update<I>,
  ) =>
  async (tx: Tx, externalId: ExternalIdInput, input: I): Promise<RecordKey> => {
    const known = await byExternalId(tx, type, externalId);
    const listed = (input.externalIds ?? []).some(
      (each) => each.system === externalId.system && each.value === externalId.value,
    );
    const externalIds = listed ? input.externalIds! : [...(input.externalIds ?? []), externalId];
    if (!known)
      return create(
        tx,
        Object.assign(Object.create(Object.getPrototypeOf(input)), input, { externalIds }),
      );
    const own = input.externalIds === undefined ? {} : { externalIds };
    await refuseWithdrawn(tx, type, known);
    return update(
      tx,
      known,
      undefined,
      Object.assign(Object.create(Object.getPrototypeOf(input)), input, own),
    );
  };

async function refuseWithdrawn(tx: Tx, type: RecordName, id: string): Promise<void> {
  const [{ withdrawn }] = await tx.manager.query(
    `select withdrawn_at is not null as withdrawn from ${type.toLowerCase()} where id = $1`,
    [keyOf(id, type, ['externalId'])],
  );
  if (withdrawn)
    throw conflict(
      ['externalId'],
      `${id} has this external id and is withdrawn. It cannot be changed; write a new record under an id of another system.`,
    );
}
