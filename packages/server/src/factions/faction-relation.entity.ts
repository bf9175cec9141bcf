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
    'That one faction is said to stand so to another. It rests on claims: nobody is anybody’s ally as a bare fact.',
})
@OwnedBy({ from: 'relations', to: 'relations' })
@Table()
@Rules((column) => ['self', `${column('fromId')} <> ${column('toId')}`])
export class FactionRelation extends Node {
  @PrimaryColumn({ type: 'uuid' })
  @Field(() => ID, { description: '`rel_…`.' })
  declare id: string;

  @One(() => Faction, { description: 'The faction that the relation is read from.' })
  from: Relation<Faction>;
  fromId: string;

  @One(() => Faction, { description: 'The faction that it is read to.' })
  to: Relation<Faction>;
  toId: string;

  @Enum(() => FactionRelationKind, { description: 'How `from` is said to stand to `to`.' })
  kind: FactionRelationKind;

  @Embed(() => FuzzyInterval, {
    nullable: true,
    description: 'When. Null: not stated; `relations(at:)` then lets it in.',
  })
  during: FuzzyInterval | null;

  @List({
    description:
      'The claims that say so. Never none: a relation that nobody claimed cannot be written.',
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
    description: 'Whether every claim that says so, or one of the two factions, is withdrawn.',
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
    description: 'Null: it stands. Else it was taken away; `relations` leaves it out.',
  })
  withdrawn: Withdrawal | null;

  @ValidFrom()
  validFrom: Date;
}

/** Which claims a relation rests on. */
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
