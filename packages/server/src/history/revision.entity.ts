import { Field, Int, ObjectType } from 'type-graphql';
import { Column, Index, PrimaryColumn, type Relation } from 'typeorm';
import { connectionTypes } from '../compiler/connection-types.ts';
import { Derived, List, Listing } from '../compiler/declare.ts';
import { column, sql } from '../compiler/sql.ts';
import { Enum, Instant, Table, Text } from '../values/columns.ts';
import { closedList, RecordType } from '../values/enums.ts';
import { DateTime } from '../values/scalars.ts';

export const ChangeKind = closedList('ChangeKind', 'What a write did to a record.', {
  CREATED: 'The record was created.',
  UPDATED: 'The record, or something that belongs to the record, was changed.',
  WITHDRAWN: 'The record was removed from lists and counts.',
  RESTORED: 'The withdrawn record was put back into lists and counts.',
});

@ObjectType({ description: 'One value of a record that a write changed.' })
export class FieldChange {
  @Field(() => [String], {
    description:
      'The path to the value: field names and, in a list, the position or id of the item.',
  })
  path: string[];

  @Field(() => String, {
    nullable: true,
    description: 'The value before the change, as text. Null: there was no value.',
  })
  before: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The value after the change, as text. Null: there is no longer a value.',
  })
  after: string | null;
}

@ObjectType({
  description:
    'One change to a record. A write that changes several records creates a revision of each, ' +
    'all with the same timestamp.',
})
@Table()
@Index(['seq'])
@Listing(() => ({
  orders: { VERSION: { by: (row) => sql`${row}.version`, cast: 'int' } },
  fallback: { by: 'VERSION', direction: 'DESC' },
}))
export class Revision {
  @PrimaryColumn({ type: 'uuid' })
  recordId: string;

  @PrimaryColumn({ type: 'int' })
  @Field(() => Int, { description: 'The record’s version after the change.' })
  version: number;

  @Enum(() => RecordType, { description: 'The type of the record that was changed.' })
  recordType: RecordType;

  @Column({ type: 'bigint' })
  seq: string;

  @Instant({
    type: () => DateTime,
    description:
      'When the change was made: one timestamp for the whole write, later than all earlier writes.',
  })
  at: Date;

  @Text({
    description: 'Who made the change: the viewer’s name, or `local` for the command line.',
  })
  by: string;

  @Text({ description: 'The operation that made the change, such as `updateClaim` or `sample`.' })
  action: string;

  @Field(() => String, {
    nullable: true,
    description: 'Why the change was made, as its author states it. Null: no reason was given.',
  })
  @Derived(
    (revision) =>
      sql`(select w.rationale from write_log w where w.seq = ${column(revision, 'seq')})`,
  )
  rationale: string | null;

  @Enum(() => ChangeKind, {
    description: 'Whether the record was created, updated, withdrawn or restored.',
  })
  change: keyof typeof ChangeKind;

  /** Makes {@link digest} say nothing about the contents. Null: they were scrubbed. */
  @Column({ type: 'bytea', nullable: true })
  salt: Buffer | null;

  /** The commitment to the contents, a leaf of the hash of the write. */
  @Column({ type: 'bytea', nullable: true })
  digest: Buffer | null;

  /** The first four bytes of the hash of each row, so that a changed row can be named. */
  @Column({ type: 'bytea', nullable: true })
  rowTags: Buffer | null;

  @List({
    description:
      'The values that changed. For a created record, every value it was created with.' +
      ' Sorted by path, in code point order.',
    of: () => FieldChange,
    rows: (revision, row) => ({
      from: sql`row_changes(${column(revision, 'record_type')}, ${column(revision, 'record_id')},
        ${column(revision, 'at')}) ${row}`,
      where: sql`true`,
    }),
    order: (row) => sql`${row}.path collate "C"`,
  })
  diff: Relation<FieldChange[]>;
}

connectionTypes(Revision, 'revisions of a record');
