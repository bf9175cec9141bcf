import { Field, ID, ObjectType } from 'type-graphql';
import { PrimaryColumn, type Relation } from 'typeorm';
import { Claim } from '../claims/claim.entity.ts';
import { FirstArgs } from '../compiler/connection-types.ts';
import { Derived, List } from '../compiler/declare.ts';
import { column, sql } from '../compiler/sql.ts';
import { OwnedBy } from '../history/owned.ts';
import { Node } from '../records/node.ts';
import { Withdrawal } from '../records/withdrawal.ts';
import { restsOnWithdrawn } from '../records/withdrawn-conditions.ts';
import { Embed, Enum, One, Rules, Table, ValidFrom } from '../values/columns.ts';
import { FuzzyInterval } from '../values/fuzzy-date.ts';
import { Faction } from './faction.entity.ts';
import { FactionRelationKind } from './faction.enums.ts';

@ObjectType({
  implements: Node,
  description:
    'A claimed relation between two factions. Every relation cites the claims that assert it.',
})
@OwnedBy({ from: 'relations', to: 'relations' })
@Table()
@Rules((column) => ['self', `${column('fromId')} <> ${column('toId')}`])
export class FactionRelation extends Node {
  @PrimaryColumn({ type: 'uuid' })
  @Field(() => ID, { description: 'The id of the relation: `rel_` and a UUIDv7.' })
  declare id: string;

  @One(() => Faction, { description: 'The faction at which the relation starts.' })
  from: Relation<Faction>;
  fromId: string;

  @One(() => Faction, { description: 'The faction to which the relation points.' })
  to: Relation<Faction>;
  toId: string;

  @Enum(() => FactionRelationKind, {
    description: 'How the faction in `from` is said to relate to the faction in `to`.',
  })
  kind: FactionRelationKind;

  @Embed(() => FuzzyInterval, {
    nullable: true,
    description:
      'When the relation is said to hold. Null: not stated, so `relations(at:)` includes the ' +
      'relation on every day.',
  })
  during: FuzzyInterval | null;

  @List({
    description:
      'The claims that assert the relation. There is always at least one.' + ' Sorted by id.',
    of: () => Claim,
    args: () => FirstArgs,
    rows: (relation, claim) => ({
      from: sql`relation_claim r join claim ${claim} on ${claim}.id = r.claim_id`,
      where: sql`r.relation_id = ${column(relation, 'id')}`,
    }),
    order: (claim) => sql`${claim}.id`,
  })
  claims: Relation<Claim[]>;

  @Field(() => Boolean, {
    description:
      'Whether one of the two factions or every claim that asserts the relation is withdrawn.',
  })
  @Derived((row) =>
    restsOnWithdrawn(sql`relation_claim`, sql`relation_id`, row, [
      [sql`faction`, 'from_id'],
      [sql`faction`, 'to_id'],
    ]),
  )
  restsOnWithdrawn: boolean;

  @Embed(() => Withdrawal, {
    nullable: true,
    description:
      'Who withdrew the relation, when and why. Null: not withdrawn. Withdrawn relations are ' +
      'left out of `relations`.',
  })
  withdrawn: Withdrawal | null;

  @ValidFrom()
  validFrom: Date;
}

/** The claims that assert a relation. */
@OwnedBy({ 'relation.from': 'relations', 'relation.to': 'relations' })
@Table()
export class RelationClaim {
  @One(() => FactionRelation, { primary: true, hidden: true })
  relation: Relation<FactionRelation>;
  relationId: string;

  @One(() => Claim, { primary: true, hidden: true })
  claim: Relation<Claim>;
  claimId: string;

  @ValidFrom()
  validFrom: Date;
}
