import { ArrayMinSize } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { FuzzyIntervalInput } from '../values/fuzzy-date.ts';
import { FactionRelationKind } from './faction.enums.ts';

@InputType({
  description: 'That one faction is said to stand so to another, and which claims say so.',
})
export class FactionRelationInput {
  @Field(() => ID, { description: 'The faction that the relation is read from.' })
  fromId: string;

  @Field(() => ID, { description: 'The faction that it is read to.' })
  toId: string;

  @Field(() => FactionRelationKind, { description: 'How `from` is said to stand to `to`.' })
  kind: FactionRelationKind;

  @Field(() => FuzzyIntervalInput, { nullable: true, description: 'When.' })
  during?: FuzzyIntervalInput | null;

  @Field(() => [ID], {
    description: 'The claims that say so, at least one: nobody is anybody’s ally as a bare fact.',
  })
  @ArrayMinSize(1, {
    message: 'A relation rests on at least one claim: give the claims that say so.',
  })
  claimIds: string[];
}
