import { ArrayMinSize } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { FuzzyIntervalInput } from '../values/fuzzy-date.ts';
import { NonBlank } from '../values/non-blank.ts';

@InputType({
  description:
    'That a source is said to belong to a party or another source, and which claims say so.',
})
export class AffiliationInput {
  @Field(() => ID, { description: 'The source that is said to belong.' })
  sourceId: string;

  @Field(() => ID, { description: 'The faction or source that it is said to belong to.' })
  toId: string;

  @Field(() => String, { nullable: true, description: 'As what: "spokesman".' })
  @NonBlank(500)
  role?: string | null;

  @Field(() => FuzzyIntervalInput, { nullable: true, description: 'When.' })
  during?: FuzzyIntervalInput | null;

  @Field(() => [ID], { description: 'The claims that say so, at least one.' })
  @ArrayMinSize(1)
  claimIds: string[];
}
