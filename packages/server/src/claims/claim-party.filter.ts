import { Field, ID, InputType } from 'type-graphql';
import type { FilterContext } from '../compiler/filter.ts';
import { raw, type Sql, sql } from '../compiler/sql.ts';
import { PartyRole } from './claim.enums.ts';

@InputType({
  description:
    'Conditions on a claim’s parties. All must hold for the same party. Null or omitted ' +
    'conditions are ignored.',
})
export class PartyFilter {
  @Field(() => [ID], { nullable: true, description: 'The claim names one of these factions.' })
  faction?: string[] | null;

  @Field(() => [PartyRole], {
    nullable: true,
    description: 'The faction has one of these roles in the claim.',
  })
  role?: PartyRole[] | null;
}

/** The condition that one party of a claim meets the filter. @throws Refusal naming the id. */
export function hasParty(claim: Sql, { faction, role }: PartyFilter, ctx: FilterContext): Sql {
  if (faction == null && role == null) return raw('true');
  const party = ctx.alias();
  const isFaction =
    faction == null
      ? raw('true')
      : sql`${party}.faction_id = any(${ctx.at('faction').keys(faction, 'Faction')}::uuid[])`;
  const hasRole = role == null ? raw('true') : sql`${party}.role = any(${role}::text[])`;
  return sql`exists (select from claim_party ${party}
    where ${party}.claim_id = ${claim}.id and ${isFaction} and ${hasRole})`;
}
