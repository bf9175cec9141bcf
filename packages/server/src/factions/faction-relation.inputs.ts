import { ArrayMinSize } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { FuzzyIntervalInput } from '../values/fuzzy-date.ts';
import { FactionRelationKind } from './faction.enums.ts';

@InputType({
  description: 'A claimed relation of one faction to another.',
})
export class FactionRelationInput {
  @Field(() => ID, { description: 'The id of the faction at which the relation starts, `fac_…`.' })
  fromId: string;

  @Field(() => ID, { description: 'The id of the faction to which the relation points, `fac_…`.' })
  toId: string;

  @Field(() => FactionRelationKind, {
    description: 'How the faction in `fromId` is said to relate to the faction in `toId`.',
  })
  kind: FactionRelationKind;

  @Field(() => FuzzyIntervalInput, {
    nullable: true,
    description: 'When the relation is said to hold. Null or omitted: not stated.',
  })
  during?: FuzzyIntervalInput | null;

  @Field(() => [ID], {
    description: 'The ids of the claims that assert the relation, `clm_…`: at least one.',
  })
  @ArrayMinSize(1, {
    message: 'A relation needs at least one claim: give the claims that assert it.',
  })
  claimIds: string[];
}
