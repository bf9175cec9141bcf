import type { IndexedRows, Rows } from '../compiler/declarations.ts';
import type { FilterContext } from '../compiler/filter.ts';
import { and, raw, type Sql, sql } from '../compiler/sql.ts';
import { mayBeWithdrawn } from '../records/withdrawn-filter.ts';
import { type ClaimIndexKey, claimIndexTables } from './claim-index.columns.ts';

/*
 * Claim index tables list every claim that is not withdrawn under each place, faction and source.
 * Triggers maintain them. A page of the claims in a province is one index range, at any size.
 */

/** The rows of a claim index table, as `indexed`, under one key: a value, or a column with it. */
export const claimIndexRange = (by: ClaimIndexKey, key: Sql): Rows => {
  const { table, key: column } = claimIndexTables[by];
  return { from: sql`${raw(table)} indexed`, where: sql`indexed.${raw(column)} = ${key}` };
};

/** How claims are found under a key without an index table, which has no withdrawn claims. */
const keyedBy: Record<ClaimIndexKey, (claim: Sql, key: Sql) => Sql> = {
  location: (claim, key) => sql`exists (select from claim_place p
    join location_within w on w.location_id = p.location_id
    where p.claim_id = ${claim}.id and w.ancestor_id = ${key})`,
  faction: (claim, key) => sql`exists (select from claim_party p
    where p.claim_id = ${claim}.id and p.faction_id = ${key})`,
  source: (claim, key) => sql`exists (select from speaker s
    where s.claim_id = ${claim}.id and s.source_id = ${key})`,
};

/** A list of claims under one key, and the filter that it is requested with. */
interface KeyedClaims {
  key: Sql;
  claim: Sql;
  filter: object | null | undefined;
  ctx: FilterContext;
  /** A further condition, over the id of a claim. */
  also?: (claimId: Sql) => Sql;
}

/**
 * The claims under one key as the rows of a connection. They are read from the index table, unless
 * the filter decides about withdrawn claims.
 */
export function claimRows(
  by: ClaimIndexKey,
  { key, claim, filter, ctx, also }: KeyedClaims,
): IndexedRows {
  if (mayBeWithdrawn(filter, ctx)) {
    const isUnderKey = keyedBy[by](claim, key);
    return {
      from: sql`claim ${claim}`,
      where: also ? and([isUnderKey, also(sql`${claim}.id`)]) : isUnderKey,
    };
  }
  const { from, where: isInRange } = claimIndexRange(by, key);
  const where = also ? sql`${isInRange} and ${also(raw('indexed.claim_id'))}` : isInRange;
  return {
    index: { from, where },
    from: sql`${from} join claim ${claim} on ${claim}.id = indexed.claim_id`,
    where,
    // A cursor is compared with columns of one index, so that rows before it are not read.
    keys: { OCCURRED: { key: sql`indexed.occurred`, primary: [sql`indexed.claim_id`] } },
  };
}
