import { Column, PrimaryColumn } from 'typeorm';
import type { IndexedRows, Rows } from '../compiler/declarations.ts';
import { raw, type Sql, sql } from '../compiler/sql.ts';
import { Table } from '../values/columns.ts';

/*
 * Lists that the database's own triggers keep, so that a page of claims in a province is one index range at any size:
 * each claim that is not withdrawn, by what it is found under, with what it is sorted and most often filtered by.
 */

/** What each list knows of a claim. */
abstract class ClaimIndexRow {
  @PrimaryColumn({ type: 'uuid' })
  claimId: string;

  @Column({ type: 'text' })
  kind: string;

  @Column({ type: 'text' })
  modality: string;

  @Column({ type: 'text' })
  status: string;

  /** The day that lists are sorted by: the latest that it may have been, else the earliest. */
  @Column({ type: 'date', nullable: true })
  occurred: string | null;

  /** The earliest day that it may have been. */
  @Column({ type: 'date', nullable: true })
  starts: string | null;

  /** How long that may be from first to last, in powers of two: see `span_of`. */
  @Column({ type: 'smallint', nullable: true })
  span: number | null;

  /** The event that it shares with other claims: see `ClaimEvent`. */
  @Column({ type: 'uuid', nullable: true })
  eventId: string | null;
}

/** By every place that contains, or is, a place of the claim. */
@Table()
export class ClaimWithin extends ClaimIndexRow {
  @PrimaryColumn({ type: 'uuid' })
  locationId: string;

  /** By measure: how many figures it gives, the sums of their min, best and max, and how many have a min, a best, a max. */
  @Column({ type: 'jsonb', nullable: true })
  figures: object | null;
}

/** By every faction that it names. */
@Table()
export class ClaimOfFaction extends ClaimIndexRow {
  @PrimaryColumn({ type: 'uuid' })
  factionId: string;
}

/** By every source in its chains. */
@Table()
export class ClaimOfSource extends ClaimIndexRow {
  @PrimaryColumn({ type: 'uuid' })
  sourceId: string;
}

const indexTables = {
  location: { table: 'claim_within', key: 'location_id' },
  faction: { table: 'claim_of_faction', key: 'faction_id' },
  source: { table: 'claim_of_source', key: 'source_id' },
};

/** The claims under one thing (its key, or a column that has it), as the kept list has them. */
export const claimIndexRange = (thing: keyof typeof indexTables, key: Sql): Rows => ({
  from: sql`${raw(indexTables[thing].table)} kept`,
  where: sql`kept.${raw(indexTables[thing].key)} = ${key}`,
});

/** The same as rows of a connection. `also`: a condition over `kept`. */
export const claimIndexRows = (
  thing: keyof typeof indexTables,
  key: Sql,
  claim: Sql,
  also?: Sql,
): IndexedRows => {
  const { from, where } = claimIndexRange(thing, key);
  const kept = { from, where: also ? sql`${where} and ${also}` : where };
  return {
    index: kept,
    from: sql`${from} join claim ${claim} on ${claim}.id = kept.claim_id`,
    where: kept.where,
    keys: { OCCURRED: sql`kept.occurred` },
  };
};
