import { Field, Float, Int, ObjectType } from 'type-graphql';
import { Measure } from '../claim.enums.ts';

@ObjectType({
  description:
    'The sum of all figures with the same measure. Parts of other figures (`partOf`) are not ' +
    'added, and no value between two bounds is ever assumed. Figures of FEARED, PREDICTED and ' +
    'DENIED claims are added only if a `modality` outside `not` lists them.',
})
export class QuantityTotal {
  @Field(() => Measure, { description: 'What the figures count, such as people killed.' })
  measure: Measure;

  @Field(() => Int, {
    description: 'How many figures were added. The figures of one event count as one.',
  })
  figures: number;

  @Field(() => Float, {
    nullable: true,
    description:
      'The sum of the lower bounds, a whole number. Figures without a lower bound add nothing. ' +
      'Null: no figure has a lower bound.',
  })
  sumMin: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      'The sum of the best estimates, a whole number. An event whose claims disagree has no best ' +
      'estimate. Null: no figure has a best estimate.',
  })
  sumBest: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      'The sum of the upper bounds, a whole number. Null: at least one figure has no upper bound.',
  })
  sumMax: number | null;

  @Field(() => Int, { description: 'How many of the figures have a best estimate.' })
  withBest: number;

  @Field(() => Int, { description: 'How many of the figures have no upper bound.' })
  openAbove: number;
}

/** The columns with a bucket's totals: arrays of equal length, with an element for each measure. */
export const totalColumns = [
  'measure',
  'figures',
  'sum_min',
  'sum_best',
  'sum_max',
  'with_best',
  'open_above',
] as const;
