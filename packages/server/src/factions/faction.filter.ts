import { ArgsType, Field, ID, InputType } from 'type-graphql';
import { FirstArgs, listArgs, orderInput } from '../compiler/connection-types.ts';
import { Where } from '../compiler/filter.ts';
import { sql } from '../compiler/sql.ts';
import { ExternalIdInput } from '../records/external-id.entity.ts';
import { NamedOrderField } from '../records/named-listing.ts';
import { hasExternalId, hasNameLike, maxContained } from '../records/text.ts';
import { FactionKind, FactionRelationKind } from './faction.enums.ts';

@InputType({
  description: 'Which factions. All keys must hold; a key that is null or left out asks nothing.',
})
export class FactionFilter {
  @Field(() => [FactionFilter], { nullable: true, description: 'All of these.' })
  and?: FactionFilter[] | null;

  @Field(() => [FactionFilter], { nullable: true, description: 'At least one of these.' })
  or?: FactionFilter[] | null;

  @Field(() => FactionFilter, { nullable: true, description: 'Not this.' })
  not?: FactionFilter | null;

  @Field(() => [ID], { nullable: true, description: 'One of these factions.' })
  @Where((row, ids: string[], use) => sql`${row}.id = any(${use.keys(ids, 'Faction')}::uuid[])`)
  id?: string[] | null;

  @Field(() => [FactionKind], { nullable: true, description: 'Of one of these kinds.' })
  @Where((row, kinds) => sql`${row}.kind = any(${kinds}::text[])`)
  kind?: FactionKind[] | null;

  @Field(() => Boolean, { nullable: true, description: 'Known only as a group, or not.' })
  @Where((row, wanted) => sql`${row}.collective = ${wanted}::boolean`)
  collective?: boolean | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Said to stand in some relation to this faction.',
  })
  @Where((row, id: string, use) => {
    const [key] = use.keys(id, 'Faction');
    const a = use.alias();
    return sql`exists (select from faction_relation ${a} where ${a}.withdrawn_at is null and ((${a}.from_id = ${row}.id and ${a}.to_id = ${key}::uuid) or (${a}.to_id = ${row}.id and ${a}.from_id = ${key}::uuid)))`;
  })
  relatedTo?: string | null;

  @Field(() => ExternalIdInput, { nullable: true, description: 'With this id in another system.' })
  @Where((row, id: ExternalIdInput) => hasExternalId(id, row, 'faction_id'))
  externalId?: ExternalIdInput | null;

  @Field(() => String, {
    nullable: true,
    description: `With this text of up to ${maxContained} characters in one of its names, case left aside.`,
  })
  @Where((row, text: string, use) => hasNameLike(text, use, row, 'faction_id'))
  text?: string | null;
}

export const FactionOrder = orderInput('FactionOrder', () => NamedOrderField, 'ASC');
export const FactionListArgs = listArgs(
  () => FactionFilter,
  () => FactionOrder,
);

@ArgsType()
export class RelationArgs extends FirstArgs {
  @Field(() => String, {
    nullable: true,
    description:
      'Only those that may have held on this day, `YYYY-MM-DD`; undated ones are let in. Null: all.',
  })
  at?: string | null;

  @Field(() => [FactionRelationKind], {
    nullable: true,
    description: 'Only of these kinds. Null: all.',
  })
  kinds?: FactionRelationKind[] | null;
}
