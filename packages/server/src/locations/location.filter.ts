import { ArgsType, Field, ID, InputType } from 'type-graphql';
import { ClaimListArgs } from '../claims/claim.filter.ts';
import { listArgs, orderInput } from '../compiler/connection-types.ts';
import { Where } from '../compiler/filter.ts';
import { sql } from '../compiler/sql.ts';
import { ExternalIdInput } from '../records/external-id.entity.ts';
import { NamedOrderField } from '../records/named-listing.ts';
import { hasExternalId, hasNameLike, maxContained } from '../records/text.ts';
import { LocationKind, PlaceScope } from './location.enums.ts';

@InputType({
  description: 'Which places. All keys must hold; a key that is null or left out asks nothing.',
})
export class LocationFilter {
  @Field(() => [LocationFilter], { nullable: true, description: 'All of these.' })
  and?: LocationFilter[] | null;

  @Field(() => [LocationFilter], { nullable: true, description: 'At least one of these.' })
  or?: LocationFilter[] | null;

  @Field(() => LocationFilter, { nullable: true, description: 'Not this.' })
  not?: LocationFilter | null;

  @Field(() => [ID], { nullable: true, description: 'One of these places.' })
  @Where((row, ids: string[], use) => sql`${row}.id = any(${use.keys(ids, 'Location')}::uuid[])`)
  id?: string[] | null;

  @Field(() => [LocationKind], { nullable: true, description: 'Of one of these kinds.' })
  @Where((row, kinds) => sql`${row}.kind = any(${kinds}::text[])`)
  kind?: LocationKind[] | null;

  @Field(() => ID, { nullable: true, description: 'Inside this place, itself left out.' })
  @Where((row, id: string, use) => {
    const a = use.alias();
    return sql`exists (select from location_within ${a} where ${a}.location_id = ${row}.id and ${a}.ancestor_id = ${use.keys(id, 'Location')[0]}::uuid and ${a}.depth > 0)`;
  })
  within?: string | null;

  @Field(() => ExternalIdInput, {
    nullable: true,
    description: 'With this id in another system, such as an OCHA P-code.',
  })
  @Where((row, id: ExternalIdInput) => hasExternalId(id, row, 'location_id'))
  externalId?: ExternalIdInput | null;

  @Field(() => String, {
    nullable: true,
    description: `With this text of up to ${maxContained} characters in one of its names, case left aside.`,
  })
  @Where((row, text: string, use) => hasNameLike(text, use, row, 'location_id'))
  text?: string | null;
}

export const LocationOrder = orderInput('LocationOrder', () => NamedOrderField, 'ASC');
export const LocationListArgs = listArgs(
  () => LocationFilter,
  () => LocationOrder,
);

@ArgsType()
export class LocationClaimArgs extends ClaimListArgs {
  @Field(() => PlaceScope, {
    defaultValue: PlaceScope.WITHIN,
    description: 'Only the place itself, or all inside it, or what overlaps it too.',
  })
  scope: PlaceScope;
}
