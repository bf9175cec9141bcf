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

@Value('The group of people that a figure counts.')
export class QuantityGroup {
  @Enum(() => PersonCategory, { description: 'The category of people counted, such as civilians.' })
  category: PersonCategory;

  @One(() => Faction, {
    nullable: true,
    // In the row of a quantity, the column has a prefix: database/indexes.ts has the index.
    index: 'NONE',
    description: 'The faction to which the people belong. Null: any faction, or not stated.',
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
  description:
    'A figure with bounds, never with an invented midpoint: "at least 6,000" has `min` 6000 and ' +
    'no `max`.',
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
  @Field(() => ID, { description: 'The id of the figure: `qty_` and a UUIDv7.' })
  declare id: string;

  @One(() => Claim, { hidden: true })
  claim: Relation<Claim>;
  claimId: string;

  @Integer({ description: 'The position of the figure among the claim’s figures, counted from 0.' })
  position: number;

  @Enum(() => Measure, { description: 'What the figure counts, such as people killed.' })
  measure: Measure;

  @Count({
    nullable: true,
    description: 'The lower bound, inclusive. Null: the source gives no lower bound.',
  })
  min: number | null;

  @Count({
    nullable: true,
    description: 'The source’s own best estimate. Null: the source gives no best estimate.',
  })
  best: number | null;

  @Count({
    nullable: true,
    description: 'The upper bound, inclusive. Null: the figure is open above.',
  })
  max: number | null;

  @Flag({ description: 'Whether the source calls the figure approximate, as in "about 6,000".' })
  approximate: boolean;

  @Field(() => Comparator, {
    description: 'Whether the figure is exact, approximate or bounded. Derived from its bounds.',
  })
  @Derived(comparator)
  comparator: keyof typeof Comparator;

  @Embed(() => QuantityGroup, {
    nullable: true,
    description: 'The group of people that the figure counts. Null: everyone, or not stated.',
  })
  of: QuantityGroup | null;

  @Id({
    nullable: true,
    description:
      'The id of the figure of which this figure is a part, `qty_…`. Parts are never added to ' +
      'their whole. Null: the figure is not a part.',
  })
  @ReferenceId('Quantity')
  partOf: string | null;

  @ManyToOne(() => Quantity, { nullable: true })
  @JoinColumn({ name: 'part_of' })
  whole: Relation<Quantity> | null;

  @Text({ nullable: true, description: 'The figure as the report words it. Null: not recorded.' })
  asWritten: string | null;

  @ValidFrom()
  validFrom: Date;
}
