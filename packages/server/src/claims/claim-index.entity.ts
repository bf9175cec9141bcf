import { Column, PrimaryColumn } from 'typeorm';
import type { IndexedRows, Rows } from '../compiler/declarations.ts';
import { raw, type Sql, sql } from '../compiler/sql.ts';
import { Table } from '../values/columns.ts';
import { type ClaimIndexKey, claimIndexColumns, claimIndexTables } from './claim-index.columns.ts';

/*
 * Claim index tables list every claim that is not withdrawn under each place, faction and source.
 * Triggers maintain them. A page of the claims in a province is one index range, at any size.
 */

/** A claim under one key. Its other columns are those of `claimIndexColumns`, added below. */
abstract class ClaimIndexRow {
  @PrimaryColumn({ type: 'uuid' })
  claimId: string;
}

for (const [property, { type, nullable = false }] of Object.entries(claimIndexColumns))
  Column({ type, nullable })(ClaimIndexRow.prototype, property);

/** Claims by every place that is, or contains, a place of the claim. */
@Table()
export class ClaimWithin extends ClaimIndexRow {
  @PrimaryColumn({ type: 'uuid' })
  locationId: string;

  /**
   * The claim's figures by measure, each an array: how many figures, the sums of their min, best
   * and max, and how many have a min, a best and a max. Null: no figures.
   */
  @Column({ type: 'jsonb', nullable: true })
  figures: object | null;
}

/** Claims by every faction that they name. */
@Table()
export class ClaimOfFaction extends ClaimIndexRow {
  @PrimaryColumn({ type: 'uuid' })
  factionId: string;
}

/** Claims by every source in their attribution chains. */
@Table()
export class ClaimOfSource extends ClaimIndexRow {
  @PrimaryColumn({ type: 'uuid' })
  sourceId: string;
}

/** The rows of a claim index table, as `indexed`, under one key: a value, or a column with it. */
export const claimIndexRange = (by: ClaimIndexKey, key: Sql): Rows => {
  const { table, key: column } = claimIndexTables[by];
  return { from: sql`${raw(table)} indexed`, where: sql`indexed.${raw(column)} = ${key}` };
};

/** The claims under one key as the rows of a connection. `also` is a condition over `indexed`. */
export const claimIndexRows = (
  by: ClaimIndexKey,
  key: Sql,
  claim: Sql,
  also?: Sql,
): IndexedRows => {
  const range = claimIndexRange(by, key);
  const index = also ? { from: range.from, where: sql`${range.where} and ${also}` } : range;
  return {
    index,
    from: sql`${index.from} join claim ${claim} on ${claim}.id = indexed.claim_id`,
    where: index.where,
    keys: { OCCURRED: sql`indexed.occurred` },
  };
};
