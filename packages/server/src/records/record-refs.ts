import type { FilterContext } from '../compiler/filter.ts';
import { raw, type Sql, sql } from '../compiler/sql.ts';
import type { RecordName } from '../values/record-types.ts';
import { recordTypes } from '../values/record-types.ts';
import type { ExternalIdInput } from './external-id.entity.ts';

/** The records that a filter names: by their ids, by an id in another system, or by both. */
export interface RecordRefs {
  ids: readonly string[] | null | undefined;
  externalId: ExternalIdInput | null | undefined;
}

/**
 * A query of the keys of the records that a filter names. With ids and an external id, a record
 * must have both. Undefined: neither is given. An external id that no record has finds none.
 *
 * @throws Refusal naming an id of another type.
 */
export function keysOfRecords(
  { ids, externalId }: RecordRefs,
  type: RecordName,
  ctx: FilterContext,
): Sql | undefined {
  const byId = ids && sql`select unnest(${[...new Set(ctx.keys(ids, type))]}::uuid[])`;
  const byExternalId = externalId && keyByExternalId(externalId, recordTypes[type].keyColumn);
  if (byId && byExternalId) return sql`${byId} intersect ${byExternalId}`;
  return byId ?? byExternalId ?? undefined;
}

/** A query of the key of the record that has an external id. `owner` is the key's column. */
export const keyByExternalId = ({ system, value }: ExternalIdInput, owner: string): Sql =>
  sql`select external.${raw(owner)} from external_id external
    where external.system = ${system} and external.value = ${value}
      and external.${raw(owner)} is not null`;
