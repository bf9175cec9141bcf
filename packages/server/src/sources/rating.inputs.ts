import { Field, InputType } from 'type-graphql';
import { TextOf } from '../values/input-fields.ts';
import { Rating } from './rating.entity.ts';
import { Reliability } from './source.enums.ts';

@InputType({ description: 'A rating of a source’s reliability.' })
export class RatingInput {
  @Field(() => Reliability, {
    description: 'The reliability of the source, on the Admiralty scale from A to F.',
  })
  reliability: Reliability;

  @TextOf(Rating, 'rationale', { description: 'The reason for the rating, in words.' })
  rationale: string;
}
