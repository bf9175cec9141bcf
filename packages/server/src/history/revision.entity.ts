import { Field, Int, ObjectType } from 'type-graphql';
import { Column, Index, PrimaryColumn, type Relation } from 'typeorm';
import { connectionTypes } from '../compiler/connection-types.ts';
import { List, Listing } from '../compiler/declare.ts';
import { column, sql } from '../compiler/sql.ts';
import { Enum, Instant, Table, Text } from '../values/columns.ts';
import { closedList, RecordType } from '../values/enums.ts';
import { DateTime } from '../values/scalars.ts';

export const ChangeKind = closedList('ChangeKind', 'What a write did to a record.', {
  CREATED: 'It was written down.',
  UPDATED: 'It, or something that belongs to it, was changed.',
  WITHDRAWN: 'It was taken out of lists and counts.',
});

@ObjectType({ description: 'One value that a write changed.' })
export class FieldChange {
  @Field(() => [String], {
    description: 'Where: field names, and in lists the position or id of the item.',
  })
  path: string[];

  @Field(() => String, {
    nullable: true,
    description: 'The value before, as text. Null: there was none.',
  })
  before: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The value after, as text. Null: there is none any more.',
  })
  after: string | null;
}

@ObjectType({
  description:
    'One change of a record. A write that changes several records gives each of them one, at the same moment.',
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

  @Enum(() => RecordType, { description: 'The type of the record.' })
  recordType: RecordType;

  @Column({ type: 'bigint' })
  seq: string;

  @Instant({
    type: () => DateTime,
    description: 'When: the one time of the whole write. Later writes have later times.',
  })
  at: Date;

  @Text({ description: 'Who. `local` until access control exists.' })
  by: string;

  @Text({ description: 'The operation that wrote: `updateClaim`, `sample` …' })
  action: string;

  @Enum(() => ChangeKind, { description: 'What it did to the record.' })
  change: keyof typeof ChangeKind;

  @List({
    description: 'What changed, value by value. A created record shows every value it came with.',
    of: () => FieldChange,
    rows: (revision, row) => ({
      from: sql`row_changes(${column(revision, 'record_type')}, ${column(revision, 'record_id')}, ${column(revision, 'at')}) ${row}`,
      where: sql`true`,
    }),
    order: (row) => sql`${row}.path collate "C"`,
  })
  diff: Relation<FieldChange[]>;
}

connectionTypes(Revision, 'changes of a record');
