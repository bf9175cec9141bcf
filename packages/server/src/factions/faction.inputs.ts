import { ArrayMinSize } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { ExternalIdInput } from '../records/external-id.entity.ts';
import { NameInput } from '../records/name.entity.ts';
import { FuzzyIntervalInput } from '../values/fuzzy-date.ts';
import { FactionKind, FactionRelationKind } from './faction.enums.ts';

@InputType({ description: 'A change of a faction: a key left out stays, null clears, a list replaces the list.' })
export class UpdateFactionInput {
  @Field(() => FactionKind, { nullable: true, description: 'What sort of party it is.' })
  kind?: FactionKind;

  @Field(() => [NameInput], { nullable: true, description: 'All its names; the first PRIMARY one is shown.' })
  names?: NameInput[];

  @Field(() => Boolean, { nullable: true, description: 'Known only as a group, its members unnamed; false unless told.' })
  collective?: boolean;

  @Field(() => [ExternalIdInput], { nullable: true, description: 'Its ids in other systems.' })
  externalIds?: ExternalIdInput[] | null;
}

@InputType({ description: 'A new faction.' })
export class CreateFactionInput extends UpdateFactionInput {
  @Field(() => FactionKind, { description: 'What sort of party it is.' })
  declare kind: FactionKind;

  @Field(() => [NameInput], { description: 'All its names; the first PRIMARY one is shown.' })
  declare names: NameInput[];
}

@InputType({ description: 'That one faction is said to stand so to another, and which claims say so.' })
export class FactionRelationInput {
  @Field(() => ID, { description: 'The faction that the relation is read from.' })
  fromId: string;

  @Field(() => ID, { description: 'The faction that it is read to.' })
  toId: string;

  @Field(() => FactionRelationKind, { description: 'How `from` is said to stand to `to`.' })
  kind: FactionRelationKind;

  @Field(() => FuzzyIntervalInput, { nullable: true, description: 'When.' })
  during?: FuzzyIntervalInput | null;

  @Field(() => [ID], { description: 'The claims that say so, at least one: nobody is anybody’s ally as a bare fact.' })
  @ArrayMinSize(1, { message: 'A relation rests on at least one claim: give the claims that say so.' })
  claimIds: string[];
}
