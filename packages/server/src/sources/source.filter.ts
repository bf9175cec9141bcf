import { ArgsType, Field, ID, InputType } from 'type-graphql';
import { ClaimListArgs } from '../claims/claim.filter.ts';
import { listArgs, orderInput } from '../compiler/connection-types.ts';
import { type FilterContext, Where } from '../compiler/filter.ts';
import { type Sql, sql } from '../compiler/sql.ts';
import { ExternalIdInput } from '../records/external-id.entity.ts';
import { NamedOrderField } from '../records/named-listing.ts';
import { RecordFilter } from '../records/record.filter.ts';
import { keyByExternalId } from '../records/record-refs.ts';
import { describeTextFilter, hasExternalId, hasNameLike } from '../records/text.ts';
import { WithdrawnCondition, type WithdrawnMatch } from '../records/withdrawn-filter.ts';
import { Protection, Reliability, SourceKind } from './source.enums.ts';

@InputType({
  description:
    'Conditions on sources. All must hold. Null or omitted conditions are ignored; an empty list ' +
    'of values matches nothing.',
})
export class SourceFilter extends RecordFilter {
  @Field(() => [SourceFilter], { nullable: true, description: 'Filters that must all match.' })
  and?: SourceFilter[] | null;

  @Field(() => [SourceFilter], {
    nullable: true,
    description: 'Filters, at least one of which must match.',
  })
  or?: SourceFilter[] | null;

  @Field(() => SourceFilter, { nullable: true, description: 'A filter that must not match.' })
  not?: SourceFilter | null;

  @WithdrawnCondition('source')
  withdrawn?: WithdrawnMatch | null;

  @Field(() => [ID], { nullable: true, description: 'The source has one of these ids.' })
  @Where((row, ids: string[], ctx) => sql`${row}.id = any(${ctx.keys(ids, 'Source')}::uuid[])`)
  id?: string[] | null;

  @Field(() => [SourceKind], {
    nullable: true,
    description: 'The source is of one of these kinds.',
  })
  @Where((row, kinds) => sql`${row}.kind = any(${kinds}::text[])`)
  kind?: SourceKind[] | null;

  @Field(() => [Reliability], {
    nullable: true,
    description: 'The source currently has one of these reliability grades.',
  })
  @Where((row, grades) => sql`${row}.reliability = any(${grades}::text[])`)
  reliability?: Reliability[] | null;

  @Field(() => [Protection], {
    nullable: true,
    description: 'The identity of the source has one of these levels of protection.',
  })
  @Where((row, kinds) => sql`${row}.protection = any(${kinds}::text[])`)
  protection?: Protection[] | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'The source is said to belong to one of these factions or sources.',
  })
  @Where((row, ids: string[], ctx) => {
    const keys = sql`any(${ctx.keys(ids, ['Faction', 'Source'])}::uuid[])`;
    return isAffiliated(row, { faction: keys, source: keys }, ctx);
  })
  affiliatedWith?: string[] | null;

  @Field(() => ExternalIdInput, {
    nullable: true,
    description: 'The source is said to belong to a faction or source with this external id.',
  })
  @Where((row, id: ExternalIdInput, ctx) =>
    isAffiliated(
      row,
      {
        faction: sql`(${keyByExternalId(id, 'faction_id')})`,
        source: sql`(${keyByExternalId(id, 'source_id')})`,
      },
      ctx,
    ),
  )
  affiliatedWithExternalId?: ExternalIdInput | null;

  @Field(() => ExternalIdInput, {
    nullable: true,
    description: 'The source has this external id.',
  })
  @Where((row, id: ExternalIdInput) => hasExternalId(id, row, 'source_id'))
  externalId?: ExternalIdInput | null;

  @Field(() => String, {
    nullable: true,
    description: describeTextFilter('One of the source’s names'),
  })
  @Where((row, text: string, ctx) => hasNameLike(text, ctx, row, 'source_id'))
  text?: string | null;
}

/** The condition that a source is affiliated with a faction or source whose key is one of these. */
function isAffiliated(
  source: Sql,
  keys: Record<'faction' | 'source', Sql>,
  ctx: FilterContext,
): Sql {
  const affiliation = ctx.alias();
  return sql`exists (select from affiliation ${affiliation}
    where ${affiliation}.withdrawn_at is null and ${affiliation}.source_id = ${source}.id
      and (${affiliation}.to_faction_id = ${keys.faction}
        or ${affiliation}.to_source_id = ${keys.source}))`;
}

export const SourceOrder = orderInput('SourceOrder', () => NamedOrderField, 'ASC');
export const SourceListArgs = listArgs(
  () => SourceFilter,
  () => SourceOrder,
  'by name',
);

@ArgsType()
export class SourceClaimArgs extends ClaimListArgs {
  @Field(() => Boolean, {
    defaultValue: false,
    description:
      'Whether to return only claims that originate from the source, without claims that it ' +
      'passes on.',
  })
  asOrigin: boolean;
}
