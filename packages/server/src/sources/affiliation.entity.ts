import { createUnionType, Field, ID, ObjectType } from 'type-graphql';
import { PrimaryColumn, type Relation } from 'typeorm';
import { Claim } from '../claims/claim.entity.ts';
import { FirstArgs } from '../compiler/connection-types.ts';
import { Derived, List, OneOf } from '../compiler/declare.ts';
import { column, sql } from '../compiler/sql.ts';
import { Faction } from '../factions/faction.entity.ts';
import { OwnedBy } from '../history/owned.ts';
import { Node } from '../records/node.ts';
import { Withdrawal } from '../records/withdrawal.ts';
import { restsOnWithdrawn } from '../records/withdrawn-conditions.ts';
import { Embed, One, Rules, Table, Text, ValidFrom } from '../values/columns.ts';
import { FuzzyInterval } from '../values/fuzzy-date.ts';
import { Source } from './source.entity.ts';

export const Party = createUnionType({
  name: 'Party',
  description:
    'What a source can belong to: a party to the conflict, or another source such as an ' +
    'organisation.',
  types: () => [Faction, Source] as const,
});

@ObjectType({
  implements: Node,
  description:
    'A claimed affiliation of a source with a faction or another source. Every affiliation cites ' +
    'the claims that assert it.',
})
@OwnedBy({ source: 'affiliations' })
@Table()
@Rules((column) => ['to', `num_nonnulls(${column('toFactionId')}, ${column('toSourceId')}) = 1`])
@Rules((column) => ['self', `${column('toSourceId')} is distinct from ${column('sourceId')}`])
export class Affiliation extends Node {
  @PrimaryColumn({ type: 'uuid' })
  @Field(() => ID, { description: 'The id of the affiliation: `aff_` and a UUIDv7.' })
  declare id: string;

  @One(() => Source, {
    description: 'The source that is said to belong to a faction or another source.',
  })
  source: Relation<Source>;
  sourceId: string;

  @Field(() => Party, {
    description: 'The faction or source to which the source is said to belong.',
  })
  @OneOf({ Faction: 'toFaction', Source: 'toSource' })
  to: Relation<Faction> | Relation<Source>;

  @One(() => Faction, { hidden: true, nullable: true })
  toFaction: Relation<Faction> | null;
  toFactionId: string | null;

  @One(() => Source, { hidden: true, nullable: true })
  toSource: Relation<Source> | null;
  toSourceId: string | null;

  @Text({
    nullable: true,
    description:
      'The role of the source in the faction or source it belongs to, such as "spokesman". Null: ' +
      'not stated.',
  })
  role: string | null;

  @Embed(() => FuzzyInterval, {
    nullable: true,
    description: 'When the affiliation is said to hold. Null: not stated.',
  })
  during: FuzzyInterval | null;

  @List({
    description:
      'The claims that assert the affiliation. There is always at least one.' + ' Sorted by id.',
    of: () => Claim,
    args: () => FirstArgs,
    rows: (affiliation, claim) => ({
      from: sql`affiliation_claim a join claim ${claim} on ${claim}.id = a.claim_id`,
      where: sql`a.affiliation_id = ${column(affiliation, 'id')}`,
    }),
    order: (claim) => sql`${claim}.id`,
  })
  claims: Relation<Claim[]>;

  @Field(() => Boolean, {
    description:
      'Whether the source, the faction or source it belongs to, or every claim that asserts the ' +
      'affiliation is withdrawn.',
  })
  @Derived((row) =>
    restsOnWithdrawn(sql`affiliation_claim`, sql`affiliation_id`, row, [
      [sql`source`, 'source_id'],
      [sql`source`, 'to_source_id'],
      [sql`faction`, 'to_faction_id'],
    ]),
  )
  restsOnWithdrawn: boolean;

  @Embed(() => Withdrawal, {
    nullable: true,
    description:
      'Who withdrew the affiliation, when and why. Null: not withdrawn. Withdrawn affiliations ' +
      'are left out of `affiliations`.',
  })
  withdrawn: Withdrawal | null;

  @ValidFrom()
  validFrom: Date;
}

/** The claims that assert an affiliation. */
@OwnedBy({ 'affiliation.source': 'affiliations' })
@Table()
export class AffiliationClaim {
  @One(() => Affiliation, { primary: true, hidden: true })
  affiliation: Relation<Affiliation>;
  affiliationId: string;

  @One(() => Claim, { primary: true, hidden: true })
  claim: Relation<Claim>;
  claimId: string;

  @ValidFrom()
  validFrom: Date;
}
