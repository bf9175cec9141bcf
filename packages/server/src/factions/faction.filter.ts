import { ArgsType, Field, ID, InputType } from 'type-graphql';
import { listArgs, orderInput } from '../compiler/connection-types.ts';
import { type FilterContext, Where } from '../compiler/filter.ts';
import { type Sql, sql } from '../compiler/sql.ts';
import { ExternalIdInput } from '../records/external-id.entity.ts';
import { NamedOrderField } from '../records/named-listing.ts';
import { RecordFilter } from '../records/record.filter.ts';
import { keyByExternalId } from '../records/record-refs.ts';
import { describeTextFilter, hasExternalId, hasNameLike } from '../records/text.ts';
import {
  WithdrawnArgs,
  WithdrawnCondition,
  type WithdrawnMatch,
} from '../records/withdrawn-filter.ts';
import { FactionKind, FactionRelationKind } from './faction.enums.ts';

@InputType({
  description:
    'Conditions on factions. All must hold. Null or omitted conditions are ignored; an empty ' +
    'list of values matches nothing.',
})
export class FactionFilter extends RecordFilter {
  @Field(() => [FactionFilter], { nullable: true, description: 'Filters that must all match.' })
  and?: FactionFilter[] | null;

  @Field(() => [FactionFilter], {
    nullable: true,
    description: 'Filters, at least one of which must match.',
  })
  or?: FactionFilter[] | null;

  @Field(() => FactionFilter, { nullable: true, description: 'A filter that must not match.' })
  not?: FactionFilter | null;

  @WithdrawnCondition('faction')
  withdrawn?: WithdrawnMatch | null;

  @Field(() => [ID], { nullable: true, description: 'The faction has one of these ids.' })
  @Where((row, ids: string[], ctx) => sql`${row}.id = any(${ctx.keys(ids, 'Faction')}::uuid[])`)
  id?: string[] | null;

  @Field(() => [FactionKind], {
    nullable: true,
    description: 'The faction is of one of these kinds.',
  })
  @Where((row, kinds) => sql`${row}.kind = any(${kinds}::text[])`)
  kind?: FactionKind[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the faction is known only as a group of unnamed members.',
  })
  @Where((row, wanted) => sql`${row}.collective = ${wanted}::boolean`)
  collective?: boolean | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'The faction is said to be related to the faction with this id, in either direction.',
  })
  @Where((row, id: string, ctx) => {
    const [other] = ctx.keys(id, 'Faction');
    return isRelated(row, sql`${other}::uuid`, ctx);
  })
  relatedTo?: string | null;

  @Field(() => ExternalIdInput, {
    nullable: true,
    description:
      'The faction is said to be related to the faction with this external id, in either ' +
      'direction.',
  })
  @Where((row, id: ExternalIdInput, ctx) =>
    isRelated(row, sql`(${keyByExternalId(id, 'faction_id')})`, ctx),
  )
  relatedToExternalId?: ExternalIdInput | null;

  @Field(() => ExternalIdInput, {
    nullable: true,
    description: 'The faction has this external id, such as a UCDP actor id.',
  })
  @Where((row, id: ExternalIdInput) => hasExternalId(id, row, 'faction_id'))
  externalId?: ExternalIdInput | null;

  @Field(() => String, {
    nullable: true,
    description: describeTextFilter('One of the faction’s names'),
  })
  @Where((row, text: string, ctx) => hasNameLike(text, ctx, row, 'faction_id'))
  text?: string | null;
}

function isRelated(faction: Sql, other: Sql, ctx: FilterContext): Sql {
  const relation = ctx.alias();
  return sql`exists (select from faction_relation ${relation}
    where ${relation}.withdrawn_at is null
      and ((${relation}.from_id = ${faction}.id and ${relation}.to_id = ${other})
        or (${relation}.to_id = ${faction}.id and ${relation}.from_id = ${other})))`;
}

export const FactionOrder = orderInput('FactionOrder', () => NamedOrderField, 'ASC');
export const FactionListArgs = listArgs(
  () => FactionFilter,
  () => FactionOrder,
  'by name',
);

@ArgsType()
export class RelationArgs extends WithdrawnArgs {
  @Field(() => String, {
    nullable: true,
    description:
      'Return only relations that may have held on this civil day, `YYYY-MM-DD`, including ' +
      'undated relations. Null or omitted: relations of any time.',
  })
  at?: string | null;

  @Field(() => [FactionRelationKind], {
    nullable: true,
    description: 'Return only relations of these kinds. Null or omitted: relations of all kinds.',
  })
  kinds?: FactionRelationKind[] | null;
}
