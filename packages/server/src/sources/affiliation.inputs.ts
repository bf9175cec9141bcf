import { ArrayMinSize } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { FuzzyIntervalInput } from '../values/fuzzy-date.ts';
import { TextOf } from '../values/input-fields.ts';
import { Affiliation } from './affiliation.entity.ts';

@InputType({
  description: 'A claimed affiliation of a source with a faction or another source.',
})
export class AffiliationInput {
  @Field(() => ID, {
    description:
      'The id of the source that is said to belong to a faction or another source, `src_…`.',
  })
  sourceId: string;

  @Field(() => ID, {
    description:
      'The id of the faction or source to which the source is said to belong: `fac_…` or `src_…`.',
  })
  toId: string;

  @TextOf(Affiliation, 'role', {
    nullable: true,
    description:
      'The role of the source in the faction or source it belongs to, such as "spokesman".',
  })
  role?: string | null;

  @Field(() => FuzzyIntervalInput, {
    nullable: true,
    description: 'When the affiliation is said to hold. Null or omitted: not stated.',
  })
  during?: FuzzyIntervalInput | null;

  @Field(() => [ID], {
    description: 'The ids of the claims that assert the affiliation, `clm_…`: at least one.',
  })
  @ArrayMinSize(1, {
    message: 'An affiliation needs at least one claim: give the claims that assert it.',
  })
  claimIds: string[];
}
