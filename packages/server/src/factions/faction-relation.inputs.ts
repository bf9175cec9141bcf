import { ArrayMinSize } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { FuzzyIntervalInput } from '../values/fuzzy-date.ts';
import { FactionRelationKind } from './faction.enums.ts';

@InputType({
  description: 'A relation that one faction is said to have to another, by these claims.',
})
export class FactionRelationInput {
  @Field(() => ID, { description: 'The id of the faction where the relation starts, `fac_…`.' })
  fromId: string;

  @Field(() => ID, { description: 'The id of the faction that the relation points to, `fac_…`.' })
  toId: string;

  @Field(() => FactionRelationKind, {
    description: 'The relation that `from` is said to have to `to`.',
  })
  kind: FactionRelationKind;

  @Field(() => FuzzyIntervalInput, {
    nullable: true,
    description: 'When the relation is said to have held.',
  })
  during?: FuzzyIntervalInput | null;

  @Field(() => [ID], {
    description: 'The ids of the claims that assert the relation, `clm_…`: at least one.',
  })
  @ArrayMinSize(1, {
    message: 'A relation rests on at least one claim: give the claims that say so.',
  })
  claimIds: string[];
}
