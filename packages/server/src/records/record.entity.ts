import { Field, ID, InterfaceType } from 'type-graphql';
import { PrimaryColumn, type Relation } from 'typeorm';
import { PageArgs } from '../compiler/connection-types.ts';
import { Connection, List } from '../compiler/declare.ts';
import { column, type Sql, sql } from '../compiler/sql.ts';
import { Revision } from '../history/revision.entity.ts';
import { Embed, Instant, Integer, Rules, ValidFrom } from '../values/columns.ts';
import { DateTime } from '../values/scalars.ts';
import { Correction } from './correction.ts';
import { ExternalId } from './external-id.entity.ts';
import { Node } from './node.ts';
import { Withdrawal } from './withdrawal.ts';

@InterfaceType('Record', {
  implements: Node,
  description: 'The fields that all five record types share.',
})
@Rules((column) => ['version', `${column('version')} >= 1`])
export abstract class LedgerRecord extends Node {
  @PrimaryColumn({ type: 'uuid' })
  @Field(() => ID, {
    description:
      'The id, a type prefix and a UUIDv7 such as `clm_…`. An id never changes and is never ' +
      'reused.',
  })
  declare id: string;

  @Instant({
    type: () => DateTime,
    by: 'write_time()',
    description: 'When the record was created in this ledger.',
  })
  createdAt: Date;

  @Instant({
    type: () => DateTime,
    by: 'write_time()',
    description: 'When the record, or something that belongs to the record, was last changed.',
  })
  updatedAt: Date;

  @Integer({
    default: 1,
    description:
      'The record’s version, counted from 1. Pass the version as `expectedVersion`, so that you ' +
      'do not overwrite changes you have not seen.',
  })
  version: number;

  @Field(() => [ExternalId], {
    description:
      'The record’s external ids, for example in the system `ocha-pcode` or `ucdp-actor`. Each ' +
      'is unique per system and record type.' +
      ' Sorted by system and value.',
  })
  externalIds: Relation<ExternalId[]>;

  @Connection({
    description: 'The changes to the record, each with its time and author, newest first.',
    of: () => Revision,
    args: () => PageArgs,
    rows: (record, row) => ({
      from: sql`revision ${row}`,
      where: sql`${row}.record_id = ${column(record, 'id')}`,
    }),
  })
  history: Relation<Revision[]>;

  @List({
    description:
      'The imported values of the record that people changed, each beside the value as imported, ' +
      'in alphabetical order of their fields. Assessments, ratings, protection and withdrawal ' +
      'are in `history`. Empty: nobody corrected the record, or it was not imported.',
    of: () => Correction,
    rows: (record, row) => ({
      from: sql`record_corrections(${column(record, 'id')}) ${row}`,
      where: sql`true`,
    }),
    order: (row) => sql`${row}.field collate "C"`,
  })
  corrections: Relation<Correction[]>;

  @Embed(() => Withdrawal, {
    nullable: true,
    description:
      'Who withdrew the record, when and why. Null: not withdrawn. Withdrawn records are left ' +
      'out of lists and counts.',
  })
  withdrawn: Withdrawal | null;

  @ValidFrom()
  validFrom: Date;
}

/** The condition that lists apply to records. */
export const notWithdrawn = (row: Sql): Sql => sql`${row}.withdrawn_at is null`;
