import { ArrayMinSize } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { FuzzyIntervalInput } from '../values/fuzzy-date.ts';
import { TextOf } from '../values/input-fields.ts';
import { Affiliation } from './affiliation.entity.ts';

@InputType({
  description: 'An affiliation: claims that a source belongs to a faction or to another source.',
})
export class AffiliationInput {
  @Field(() => ID, { description: 'The id of the source that is said to belong, `src_…`.' })
  sourceId: string;

  @Field(() => ID, {
    description:
      'The id of the faction or source that it is said to belong to: `fac_…` or `src_…`.',
  })
  toId: string;

  @TextOf(Affiliation, 'role', {
    nullable: true,
    description: 'The role of the source there: "spokesman".',
  })
  role?: string | null;

  @Field(() => FuzzyIntervalInput, {
    nullable: true,
    description: 'When the source is said to have belonged there.',
  })
  during?: FuzzyIntervalInput | null;

  @Field(() => [ID], {
    description: 'The ids of the claims that assert the affiliation, `clm_…`: at least one.',
  })
  @ArrayMinSize(1, {
    message: 'An affiliation rests on at least one claim: give the claims that say so.',
  })
  claimIds: string[];
}
