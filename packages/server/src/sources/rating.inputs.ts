import { Field, InputType } from 'type-graphql';
import { TextOf } from '../values/input-fields.ts';
import { Rating } from './rating.entity.ts';
import { Reliability } from './source.enums.ts';

@InputType({ description: 'A new rating of a source’s reliability.' })
export class RatingInput {
  @Field(() => Reliability, {
    description: 'The reliability of the source, Admiralty code A–F (NATO STANAG 2511).',
  })
  reliability: Reliability;

  @TextOf(Rating, 'rationale', { description: 'Why the source is rated this way.' })
  rationale: string;
}
