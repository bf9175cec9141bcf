import { ArgsType, Field, ID, InputType } from 'type-graphql';
import { PageArgs } from '../compiler/connection-types.ts';
import { DefaultFilter, Where } from '../compiler/filter.ts';
import { raw, sql } from '../compiler/sql.ts';
import { ExternalIdInput } from '../records/external-id.entity.ts';
import { RecordType } from '../values/enums.ts';
import { recordNames, recordTypes } from '../values/record-types.ts';
import { ConflictState, SuggestionKind } from './import-conflict.enums.ts';

/** The record that has an external id `e`. Exactly one column is not null. */
const ownerOfExternalId = raw(
  `coalesce(${Object.values(recordTypes)
    .map(({ keyColumn }) => `e.${keyColumn}`)
    .join(', ')})`,
);

@InputType({
  description:
    'Conditions on import conflicts. All must hold. Null or omitted conditions are ignored; an ' +
    'empty list of values matches nothing. Without `state`, only open conflicts match.',
})
@DefaultFilter((row, _own, whole) =>
  whole.isUsed('state') ? raw('true') : sql`${row}.state = 'OPEN'`,
)
export class ImportConflictFilter {
  @Field(() => [ImportConflictFilter], {
    nullable: true,
    description: 'Filters that must all match.',
  })
  and?: ImportConflictFilter[] | null;

  @Field(() => [ImportConflictFilter], {
    nullable: true,
    description: 'Filters, at least one of which must match.',
  })
  or?: ImportConflictFilter[] | null;

  @Field(() => ImportConflictFilter, {
    nullable: true,
    description: 'A filter that must not match.',
  })
  not?: ImportConflictFilter | null;

  @Field(() => [ID], { nullable: true, description: 'The conflict has one of these ids.' })
  @Where(
    (row, ids: string[], ctx) => sql`${row}.id = any(${ctx.keys(ids, 'ImportConflict')}::uuid[])`,
  )
  id?: string[] | null;

  @Field(() => [SuggestionKind], {
    nullable: true,
    description: 'The suggestion is of one of these kinds.',
  })
  @Where((row, kinds) => sql`${row}.kind = any(${kinds}::text[])`)
  kind?: SuggestionKind[] | null;

  @Field(() => [ConflictState], {
    nullable: true,
    description: 'The conflict is in one of these states.',
  })
  @Where((row, states) => sql`${row}.state = any(${states}::text[])`)
  state?: ConflictState[] | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'The conflict is about one of the records with these ids.',
  })
  @Where(
    (row, ids: string[], ctx) => sql`${row}.record_id = any(${ctx.keys(ids, recordNames)}::uuid[])`,
  )
  record?: string[] | null;

  @Field(() => ExternalIdInput, {
    nullable: true,
    description:
      'The conflict is about a record with this external id. Records of several types may have ' +
      'it: `recordType` says which.',
  })
  @Where(
    (row, { system, value }: ExternalIdInput) => sql`${row}.record_id in (
      select ${ownerOfExternalId} from external_id e
      where e.system = ${system}::text and e.value = ${value}::text)`,
  )
  externalId?: ExternalIdInput | null;

  @Field(() => [RecordType], {
    nullable: true,
    description: 'The conflict is about a record of one of these types.',
  })
  @Where((row, types) => sql`${row}.record_type = any(${types}::text[])`)
  recordType?: RecordType[] | null;

  @Field(() => [String], {
    nullable: true,
    description: 'The conflict is about one of these fields, such as `occurred` or `places`.',
  })
  @Where((row, fields) => sql`${row}.field = any(${fields}::text[])`)
  field?: string[] | null;

  @Field(() => [String], {
    nullable: true,
    description: 'The file has one of these formats, such as `ucdp`.',
  })
  @Where((row, formats) => sql`${row}.format = any(${formats}::text[])`)
  format?: string[] | null;

  @Field(() => [String], {
    nullable: true,
    description: 'The file has one of these releases of its data set.',
  })
  @Where((row, releases) => sql`${row}.release = any(${releases}::text[])`)
  release?: string[] | null;
}

@ArgsType()
export class ImportConflictListArgs extends PageArgs {
  @Field(() => ImportConflictFilter, {
    nullable: true,
    description: 'Which conflicts to list. Null or omitted: all open conflicts.',
  })
  filter?: ImportConflictFilter | null;
}
