import { ArgsType, Field, ID, InputType } from 'type-graphql';
import type { FilterContext } from '../compiler/filter.ts';
import { and, raw, type Sql, sql } from '../compiler/sql.ts';
import { ExternalIdInput } from '../records/external-id.entity.ts';
import { keyByExternalId } from '../records/record-refs.ts';
import { WithdrawnArgs } from '../records/withdrawn-filter.ts';
import { ClaimLinkKind } from './claim.enums.ts';

@InputType({
  description:
    'Conditions on a claim’s links. All must hold for the same link. Null or omitted conditions ' +
    'are ignored.',
})
export class LinkFilter {
  @Field(() => [ClaimLinkKind], {
    nullable: true,
    description: 'The link is of one of these kinds, in either direction.',
  })
  kind?: ClaimLinkKind[] | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The link leads to or from the claim with this id.',
  })
  to?: string | null;

  @Field(() => ExternalIdInput, {
    nullable: true,
    description: 'The link leads to or from the claim with this external id.',
  })
  externalId?: ExternalIdInput | null;
}

/**
 * The condition that a claim has a link that meets the filter, to a claim that is not withdrawn.
 *
 * @throws Refusal naming the id.
 */
export function hasLink(claim: Sql, { kind, to, externalId }: LinkFilter, ctx: FilterContext): Sql {
  // The path of a single id has no index.
  const key = to == null ? undefined : ctx.at('to').keys(to, 'Claim');
  if (kind == null && !key && externalId == null) return raw('true');
  const [link, other] = [ctx.alias(), ctx.alias()];
  const otherId = sql`case when ${link}.from_id = ${claim}.id then ${link}.to_id
    else ${link}.from_id end`;
  const isOfKind = kind == null ? raw('true') : sql`${link}.kind = any(${kind}::text[])`;
  const leadsTo = and([
    key ? sql`${otherId} = ${key[0]}::uuid` : raw('true'),
    externalId ? sql`${otherId} = (${keyByExternalId(externalId, 'claim_id')})` : raw('true'),
  ]);
  return sql`exists (select from claim_link ${link}
    join claim ${other} on ${other}.id = ${otherId} and ${other}.withdrawn_at is null
    where ${claim}.id in (${link}.from_id, ${link}.to_id) and ${link}.withdrawn_at is null
      and ${isOfKind} and ${leadsTo})`;
}

@ArgsType()
export class LinkArgs extends WithdrawnArgs {
  @Field(() => [ClaimLinkKind], {
    nullable: true,
    description: 'Return only links of these kinds. Null or omitted: links of all kinds.',
  })
  kinds?: ClaimLinkKind[] | null;
}
