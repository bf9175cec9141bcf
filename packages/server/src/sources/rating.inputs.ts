import { Field, InputType } from 'type-graphql';
import { NonBlank } from '../values/non-blank.ts';
import { Reliability } from './source.enums.ts';

@InputType({ description: 'A judgement of a source’s reliability.' })
export class RatingInput {
  @Field(() => Reliability, { description: 'The judgement, Admiralty A–F.' })
  reliability: Reliability;

  @Field(() => String, { description: 'Why. Up to 2,000 characters.' })
  @NonBlank(2_000)
  rationale: string;
}
