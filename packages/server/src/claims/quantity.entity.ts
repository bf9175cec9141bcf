import { Field, ID, ObjectType } from 'type-graphql';
import { JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Derived, ReferenceId } from '../compiler/declare.ts';
import { column, type Sql, sql } from '../compiler/sql.ts';
import { Faction } from '../factions/faction.entity.ts';
import { OwnedBy } from '../history/owned.ts';
import { Node } from '../records/node.ts';
import {
  Count,
  Embed,
  Enum,
  Flag,
  Id,
  Integer,
  One,
  Rules,
  Table,
  Text,
  ValidFrom,
  Value,
} from '../values/columns.ts';
import { Claim } from './claim.entity.ts';
import { Comparator, Measure, PersonCategory } from './claim.enums.ts';

@Value('Whom a figure counts.')
export class QuantityGroup {
  @Enum(() => PersonCategory, { description: 'What sort of people.' })
  category: PersonCategory;

  @One(() => Faction, {
    nullable: true,
    description: 'Of which faction. Null: of any, or not said.',
  })
  faction: Relation<Faction> | null;
  factionId: string | null;
}

function comparator(row: Sql): Sql {
  const [min, max] = [column(row, 'min'), column(row, 'max')];
  return sql`case
  when ${min} = ${max} then case when ${column(row, 'approximate')} then 'ABOUT' else 'EXACTLY' end
  when ${min} is not null and ${max} is not null then 'BETWEEN'
  when ${min} is not null then 'AT_LEAST' when ${max} is not null then 'AT_MOST' else 'ABOUT' end`;
}

@ObjectType({
  implements: Node,
  description: 'A bounded number. Never a made-up middle: "at least 6,000" is min 6000 and no max.',
})
@OwnedBy({ claim: 'quantities' })
@Table({ orderBy: { position: 'ASC' } })
@Rules((column) => [
  'some',
  `num_nonnulls(${column('min')}, ${column('best')}, ${column('max')}) > 0`,
])
@Rules((column) => ['range', `${column('min')} <= ${column('max')}`])
@Rules((column) => ['best_above_min', `${column('min')} <= ${column('best')}`])
@Rules((column) => ['best_below_max', `${column('best')} <= ${column('max')}`])
@Rules((column) => ['part', `${column('partOf')} <> ${column('id')}`])
export class Quantity extends Node {
  @PrimaryColumn({ type: 'uuid' })
  @Field(() => ID, { description: '`qty_…`.' })
  declare id: string;

  @One(() => Claim, { hidden: true })
  claim: Relation<Claim>;
  claimId: string;

  @Integer({ description: 'Its place among the claim’s figures, from 0.' })
  position: number;

  @Enum(() => Measure, { description: 'What it counts.' })
  measure: Measure;

  @Count({ nullable: true, description: 'No fewer than this. Null: no lower bound is said.' })
  min: number | null;

  @Count({ nullable: true, description: 'The source’s own best estimate. Null: none given.' })
  best: number | null;

  @Count({ nullable: true, description: 'No more than this. Null: open above.' })
  max: number | null;

  @Flag({ description: 'Said to be about so.' })
  approximate: boolean;

  @Field(() => Comparator, { description: 'How the figure bounds what it counts.' })
  @Derived(comparator)
  comparator: keyof typeof Comparator;

  @Embed(() => QuantityGroup, {
    nullable: true,
    description: 'Whom it counts. Null: all, or not said.',
  })
  of: QuantityGroup | null;

  @Id({
    nullable: true,
    description:
      'The figure of the same claim that this one is a share of; it is never added to it. Null: a whole.',
  })
  @ReferenceId('Quantity')
  partOf: string | null;

  @ManyToOne(() => Quantity, { nullable: true })
  @JoinColumn({ name: 'part_of' })
  whole: Relation<Quantity> | null;

  @Text({ nullable: true, description: 'The words it was read from. Null: not noted.' })
  asWritten: string | null;

  @ValidFrom()
  validFrom: Date;
}
