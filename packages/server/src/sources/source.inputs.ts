import { ArrayMinSize } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { ExternalIdInput } from '../records/external-id.entity.ts';
import { NameInput } from '../records/name.entity.ts';
import { FuzzyIntervalInput } from '../values/fuzzy-date.ts';
import { Words } from '../values/words.ts';
import { Protection, Reliability, SourceKind } from './source.enums.ts';

@InputType({ description: 'A change of a source: a key left out stays, null clears, a list replaces the list.' })
export class UpdateSourceInput {
  @Field(() => SourceKind, { nullable: true, description: 'What sort of source it is.' })
  kind?: SourceKind;

  @Field(() => [NameInput], { nullable: true, description: 'All its names; the first PRIMARY one is shown.' })
  names?: NameInput[];

  @Field(() => String, { nullable: true, description: 'What it is or does, in a few words, as reports say.' })
  @Words(500)
  role?: string | null;

  @Field(() => ID, { nullable: true, description: 'The place where it is based.' })
  basedInId?: string | null;

  @Field(() => Protection, { nullable: true, description: 'How it is to be protected; PUBLIC unless told.' })
  protection?: Protection;

  @Field(() => [ExternalIdInput], { nullable: true, description: 'Its ids in other systems.' })
  externalIds?: ExternalIdInput[] | null;
}

@InputType({ description: 'A new source.' })
export class CreateSourceInput extends UpdateSourceInput {
  @Field(() => SourceKind, { description: 'What sort of source it is.' })
  declare kind: SourceKind;

  @Field(() => [NameInput], { description: 'All its names; the first PRIMARY one is shown.' })
  declare names: NameInput[];
}

@InputType({ description: 'A judgement of a source’s reliability.' })
export class RatingInput {
  @Field(() => Reliability, { description: 'The judgement, Admiralty A–F.' })
  reliability: Reliability;

  @Field(() => String, { description: 'Why. Up to 2,000 characters.' })
  @Words(2_000)
  rationale: string;
}

@InputType({ description: 'That a source is said to belong to a party or another source, and which claims say so.' })
export class AffiliationInput {
  @Field(() => ID, { description: 'The source that is said to belong.' })
  sourceId: string;

  @Field(() => ID, { description: 'The faction or source that it is said to belong to.' })
  toId: string;

  @Field(() => String, { nullable: true, description: 'As what: "spokesman".' })
  @Words(500)
  role?: string | null;

  @Field(() => FuzzyIntervalInput, { nullable: true, description: 'When.' })
  during?: FuzzyIntervalInput | null;

  @Field(() => [ID], { description: 'The claims that say so, at least one.' })
  @ArrayMinSize(1)
  claimIds: string[];
}
