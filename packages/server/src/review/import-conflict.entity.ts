import { Field, ID, ObjectType } from 'type-graphql';
import { Column, Index, PrimaryColumn, type Relation } from 'typeorm';
import { connectionTypes } from '../compiler/connection-types.ts';
import { Listing, OneOf } from '../compiler/declare.ts';
import { sql } from '../compiler/sql.ts';
import { Node } from '../records/node.ts';
import { LedgerRecord } from '../records/record.entity.ts';
import {
  Embed,
  Enum,
  Instant,
  Integer,
  Json,
  Key,
  One,
  Rules,
  Table,
  Text,
  Value,
} from '../values/columns.ts';
import { RecordType } from '../values/enums.ts';
import { JsonValue } from '../values/json-value.ts';
import { recordTypes } from '../values/record-types.ts';
import { DateTime } from '../values/scalars.ts';
import { ConflictState, SuggestionKind } from './import-conflict.enums.ts';
import { ImportConflictFilter } from './import-conflict.filter.ts';

@Value('Who resolved an import conflict, when and why.')
export class Resolution {
  @Text({ max: 2_000, description: 'Why the value was kept or taken.' })
  rationale: string;

  @Text({ description: 'Who resolved the conflict.' })
  by: string;

  @Instant({ type: () => DateTime, description: 'When the conflict was resolved.' })
  at: Date;
}

const owners = Object.values(recordTypes);

@ObjectType({
  implements: Node,
  description:
    'A difference between an imported file and what a person decided. The import left the record ' +
    'as it is, because people outrank imports.',
})
@Table()
@Rules((column) => [
  'owner',
  `coalesce(${owners.map(({ keyProperty }) => column(keyProperty)).join(', ')}) = ` +
    `${column('recordId')}`,
])
@Index('import_conflict_open_key', ['recordId', 'field', 'format'], {
  unique: true,
  where: `state = 'OPEN'`,
})
@Index(['recordId', 'field', 'at'])
@Index(['state', 'at', 'id'])
@Listing(() => ({
  filter: () => ImportConflictFilter,
  orders: { AT: { by: (row) => sql`${row}.at`, cast: 'timestamptz' } },
  fallback: { by: 'AT', direction: 'ASC' },
}))
export class ImportConflict extends Node {
  @PrimaryColumn({ type: 'uuid' })
  @Field(() => ID, { description: 'The id of the conflict: `cfl_` and a UUIDv7.' })
  declare id: string;

  @Enum(() => SuggestionKind, { description: 'What the review list suggests.' })
  kind: SuggestionKind;

  @Enum(() => ConflictState, { description: 'Whether the conflict is open, or how it ended.' })
  state: ConflictState;

  @Enum(() => RecordType, { description: 'The type of the record.' })
  recordType: RecordType;

  @Field(() => LedgerRecord, { description: 'The record that the file describes.' })
  @OneOf(Object.fromEntries(Object.entries(recordTypes).map(([name, { table }]) => [name, table])))
  record: LedgerRecord;

  @Key()
  recordId: string;

  @One('Report', { hidden: true, nullable: true })
  report: Relation<object> | null;
  reportId: string | null;

  @One('Source', { hidden: true, nullable: true })
  source: Relation<object> | null;
  sourceId: string | null;

  @One('Faction', { hidden: true, nullable: true })
  faction: Relation<object> | null;
  factionId: string | null;

  @One('Location', { hidden: true, nullable: true })
  location: Relation<object> | null;
  locationId: string | null;

  @One('Claim', { hidden: true, nullable: true })
  claim: Relation<object> | null;
  claimId: string | null;

  @Text({
    max: 100,
    description:
      'The field of the record, such as `occurred` or `places`. A list is compared as a whole, a ' +
      'link or relation by itself: `links.lnk_…`.',
  })
  field: string;

  @Json({
    nullable: true,
    type: () => JsonValue,
    description:
      'The value of the record when the file was imported, which a person had decided. Records ' +
      'are given by their ids. Null: the person removed the value.',
  })
  value: object | null;

  @Json({
    nullable: true,
    type: () => JsonValue,
    description:
      'The value of the file, in the same form. For names and external ids, only those that the ' +
      'import would have added. Null: the file has no value.',
  })
  fileValue: object | null;

  @Text({ max: 60, description: 'The format of the file, such as `ucdp`.' })
  format: string;

  @Text({
    max: 500,
    nullable: true,
    description: 'The release of the data set. Null: not known.',
  })
  release: string | null;

  @Text({ max: 2_000, description: 'The name of the file.' })
  file: string;

  @Integer({
    nullable: true,
    description: 'The line of the file that describes the record, counted from 1. Null: not known.',
  })
  line: number | null;

  @Key()
  runId: string;

  /** How TAKE writes the value of the file: rows by table, see `import-conflict.take.ts`. */
  @Column({ type: 'jsonb' })
  rows: object;

  @Instant({
    type: () => DateTime,
    description: 'When the newest file with this difference was imported.',
  })
  at: Date;

  @Embed(() => Resolution, {
    nullable: true,
    description: 'Who resolved the conflict, when and why. Null: it is open or settled.',
  })
  resolution: Resolution | null;
}

connectionTypes(ImportConflict, 'import conflicts');
