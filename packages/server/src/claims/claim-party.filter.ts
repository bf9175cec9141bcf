import { Field, ID, InputType } from 'type-graphql';
import type { FilterContext } from '../compiler/filter.ts';
import { raw, type Sql, sql } from '../compiler/sql.ts';
import { ExternalIdInput } from '../records/external-id.entity.ts';
import { keysOfRecords } from '../records/record-refs.ts';
import { PartyRole } from './claim.enums.ts';

@InputType({
  description:
    'Conditions on a claim’s parties. All must hold for the same party. Null or omitted ' +
    'conditions are ignored.',
})
export class PartyFilter {
  @Field(() => [ID], { nullable: true, description: 'The claim names one of these factions.' })
  faction?: string[] | null;

  @Field(() => ExternalIdInput, {
    nullable: true,
    description: 'The claim names the faction with this external id, such as a UCDP actor id.',
  })
  externalId?: ExternalIdInput | null;

  @Field(() => [PartyRole], {
    nullable: true,
    description: 'The faction has one of these roles in the claim.',
  })
  role?: PartyRole[] | null;
}

/** The factions that a filter of parties names. @throws Refusal naming an id of another type. */
export const keysOfParties = ({ faction, externalId }: PartyFilter, ctx: FilterContext) =>
  keysOfRecords({ ids: faction, externalId }, 'Faction', ctx.at('faction'));

/** The condition that one party of a claim meets the filter. @throws Refusal naming the id. */
export function hasParty(claim: Sql, filter: PartyFilter, ctx: FilterContext): Sql {
  const { role } = filter;
  const keys = keysOfParties(filter, ctx);
  if (!keys && role == null) return raw('true');
  const party = ctx.alias();
  const isFaction = keys ? sql`${party}.faction_id in (${keys})` : raw('true');
  const hasRole = role == null ? raw('true') : sql`${party}.role = any(${role}::text[])`;
  return sql`exists (select from claim_party ${party}
    where ${party}.claim_id = ${claim}.id and ${isFaction} and ${hasRole})`;
}
