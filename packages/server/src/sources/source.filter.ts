import { ArgsType, Field, ID, InputType } from 'type-graphql';
import { ClaimListArgs } from '../claims/claim.filter.ts';
import { listArgs, orderInput } from '../compiler/connection-types.ts';
import { Where } from '../compiler/filter.ts';
import { sql } from '../compiler/sql.ts';
import { ExternalIdInput } from '../records/external-id.entity.ts';
import { NamedOrderField } from '../records/named-listing.ts';
import { hasExternalId, hasNameLike, maxContained } from '../records/text.ts';
import { Protection, Reliability, SourceKind } from './source.enums.ts';

@InputType({
  description: 'Which sources. All keys must hold; a key that is null or left out asks nothing.',
})
export class SourceFilter {
  @Field(() => [SourceFilter], { nullable: true, description: 'All of these.' })
  and?: SourceFilter[] | null;

  @Field(() => [SourceFilter], { nullable: true, description: 'At least one of these.' })
  or?: SourceFilter[] | null;

  @Field(() => SourceFilter, { nullable: true, description: 'Not this.' })
  not?: SourceFilter | null;

  @Field(() => [ID], { nullable: true, description: 'One of these sources.' })
  @Where((row, ids: string[], use) => sql`${row}.id = any(${use.keys(ids, 'Source')}::uuid[])`)
  id?: string[] | null;

  @Field(() => [SourceKind], { nullable: true, description: 'Of one of these kinds.' })
  @Where((row, kinds) => sql`${row}.kind = any(${kinds}::text[])`)
  kind?: SourceKind[] | null;

  @Field(() => [Reliability], { nullable: true, description: 'Judged so now.' })
  @Where((row, grades) => sql`${row}.reliability = any(${grades}::text[])`)
  reliability?: Reliability[] | null;

  @Field(() => [Protection], { nullable: true, description: 'Protected so.' })
  @Where((row, kinds) => sql`${row}.protection = any(${kinds}::text[])`)
  protection?: Protection[] | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'Said to belong to one of these factions or sources.',
  })
  @Where((row, ids: string[], use) => {
    const keys = use.keys(ids, ['Faction', 'Source']);
    const a = use.alias();
    return sql`exists (select from affiliation ${a} where ${a}.withdrawn_at is null and ${a}.source_id = ${row}.id and (${a}.to_faction_id = any(${keys}::uuid[]) or ${a}.to_source_id = any(${keys}::uuid[])))`;
  })
  affiliatedWith?: string[] | null;

  @Field(() => ExternalIdInput, { nullable: true, description: 'With this id in another system.' })
  @Where((row, id: ExternalIdInput) => hasExternalId(id, row, 'source_id'))
  externalId?: ExternalIdInput | null;

  @Field(() => String, {
    nullable: true,
    description: `With this text of up to ${maxContained} characters in one of its names, case left aside.`,
  })
  @Where((row, text: string, use) => hasNameLike(text, use, row, 'source_id'))
  text?: string | null;
}

export const SourceOrder = orderInput('SourceOrder', () => NamedOrderField, 'ASC');
export const SourceListArgs = listArgs(
  () => SourceFilter,
  () => SourceOrder,
);

@ArgsType()
export class SourceClaimArgs extends ClaimListArgs {
  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Only where it is the first speaker, not where it passes on what others said.',
  })
  asOrigin: boolean;
}
