import { ArrayMaxSize, ArrayMinSize, IsOptional, Min } from 'class-validator';
import { Field, Float, ID, InputType, Int } from 'type-graphql';
import { ExternalIdInput } from '../records/external-id.entity.ts';
import { Basis, GeoPrecision } from '../values/enums.ts';
import { FuzzyIntervalInput } from '../values/fuzzy-date.ts';
import { NonBlank } from '../values/non-blank.ts';
import { Language } from '../values/scalars.ts';
import {
  Capacity,
  ClaimKind,
  Measure,
  Modality,
  PartyRole,
  PersonCategory,
  PlaceRole,
} from './claim.enums.ts';
import { PassageInput } from './passage.ts';

@InputType({ description: 'A link in a chain: who said it, or passed it on.' })
export class SpeakerInput {
  @Field(() => ID, { description: 'The source.' })
  sourceId: string;

  @Field(() => Capacity, {
    defaultValue: Capacity.UNSTATED,
    description: 'In what capacity it knows.',
  })
  capacity: Capacity = Capacity.UNSTATED;

  @Field(() => String, {
    nullable: true,
    description: 'The verb the report uses: "said", "estimated".',
  })
  @NonBlank(100)
  verb?: string | null;

  @Field(() => ID, { nullable: true, description: 'The report in which it said so.' })
  reportId?: string | null;
}

@InputType({ description: 'One way in which the claim reached us.' })
export class AttributionInput {
  @Field(() => [SpeakerInput], {
    description: 'From the first speaker to the one we heard it from: 1 to 20.',
  })
  @ArrayMinSize(1, { message: 'A chain has at least one speaker.' })
  @ArrayMaxSize(20)
  chain: SpeakerInput[];
}

@InputType({ description: 'A place that the claim names.' })
export class ClaimPlaceInput {
  @Field(() => ID, { description: 'The place.' })
  locationId: string;

  @Field(() => PlaceRole, { defaultValue: PlaceRole.AT, description: 'What it is to the claim.' })
  role: PlaceRole = PlaceRole.AT;

  @Field(() => GeoPrecision, { nullable: true, description: 'How exactly the claim places it.' })
  geoPrecision?: GeoPrecision | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Latitude of the claim’s own point, with `lon`.',
  })
  lat?: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Longitude of the claim’s own point, with `lat`.',
  })
  lon?: number | null;

  @Field(() => Basis, {
    defaultValue: Basis.STATED,
    description: 'Stated by the report, or inferred by the analyst.',
  })
  basis: Basis = Basis.STATED;

  @Field(() => String, { nullable: true, description: 'The words it was read from.' })
  @NonBlank(500)
  asWritten?: string | null;
}

@InputType({ description: 'A faction that the claim names.' })
export class ClaimPartyInput {
  @Field(() => ID, { description: 'The faction.' })
  factionId: string;

  @Field(() => PartyRole, { description: 'What it is to the claim.' })
  role: PartyRole;

  @Field(() => Int, {
    nullable: true,
    description: 'Parties with the same number acted as one coalition.',
  })
  @IsOptional()
  @Min(0)
  group?: number | null;

  @Field(() => Basis, {
    defaultValue: Basis.STATED,
    description: 'Stated by the report, or inferred by the analyst.',
  })
  basis: Basis = Basis.STATED;

  @Field(() => String, { nullable: true, description: 'The words it was read from.' })
  @NonBlank(500)
  asWritten?: string | null;
}

@InputType({
  description:
    'A bounded number. "At least 6,000" is `min: 6000`; "eleven" is min, best and max 11.',
})
export class QuantityInput {
  @Field(() => Measure, { description: 'What it counts.' })
  measure: Measure;

  @Field(() => Int, { nullable: true, description: 'No fewer than this.' })
  min?: number | null;

  @Field(() => Int, { nullable: true, description: 'The source’s own best estimate.' })
  best?: number | null;

  @Field(() => Int, { nullable: true, description: 'No more than this. Left out: open above.' })
  max?: number | null;

  @Field(() => Boolean, { defaultValue: false, description: 'Said to be about so.' })
  approximate: boolean = false;

  @Field(() => PersonCategory, { nullable: true, description: 'Whom it counts.' })
  category?: PersonCategory | null;

  @Field(() => ID, { nullable: true, description: 'Of which faction those counted are.' })
  factionId?: string | null;

  @Field(() => [QuantityInput], {
    nullable: true,
    description: 'Shares of it, which are never added to it. They have no parts of their own.',
  })
  parts?: QuantityInput[] | null;

  @Field(() => String, { nullable: true, description: 'The words it was read from.' })
  @NonBlank(500)
  asWritten?: string | null;
}

@InputType({ description: 'A report that the claim’s own report cites for it.' })
export class CitationInput {
  @Field(() => ID, { description: 'What is cited.' })
  reportId: string;

  @Field(() => String, { nullable: true, description: 'Where in it: a page, a row, a time.' })
  @NonBlank(500)
  locator?: string | null;
}

@InputType({
  description: 'A change of a claim: a key left out stays, null clears, a list replaces the list.',
})
export class UpdateClaimInput {
  @Field(() => String, {
    nullable: true,
    description: 'The assertion in one neutral sentence. Up to 5,000 characters.',
  })
  @NonBlank(5_000)
  statement?: string;

  @Field(() => Language, {
    nullable: true,
    description: 'The language of `statement`; `en` unless told.',
  })
  language?: string;

  @Field(() => ClaimKind, { nullable: true, description: 'What it is about.' })
  kind?: ClaimKind;

  @Field(() => Modality, { nullable: true, description: 'How the speaker puts it.' })
  modality?: Modality;

  @Field(() => PassageInput, {
    nullable: true,
    description: 'The words of the report that it rests on.',
  })
  passage?: PassageInput | null;

  @Field(() => [AttributionInput], {
    nullable: true,
    description: 'How it reached us, at least one way.',
  })
  @IsOptional()
  @ArrayMinSize(1, { message: 'Somebody said it: give at least one chain of speakers.' })
  attributions?: AttributionInput[];

  @Field(() => FuzzyIntervalInput, {
    nullable: true,
    description: 'When it is said to have happened, or to have held.',
  })
  occurred?: FuzzyIntervalInput | null;

  @Field(() => [ClaimPlaceInput], { nullable: true, description: 'Where.' })
  places?: ClaimPlaceInput[] | null;

  @Field(() => [ClaimPartyInput], {
    nullable: true,
    description: 'Which factions it names, and as what.',
  })
  parties?: ClaimPartyInput[] | null;

  @Field(() => [QuantityInput], { nullable: true, description: 'The figures it gives.' })
  quantities?: QuantityInput[] | null;

  @Field(() => [CitationInput], {
    nullable: true,
    description: 'What the report itself cites for it.',
  })
  citations?: CitationInput[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'A total over incidents that the report did not separate; false unless told.',
  })
  aggregate?: boolean;

  @Field(() => [ExternalIdInput], { nullable: true, description: 'Its ids in other systems.' })
  externalIds?: ExternalIdInput[] | null;
}

@InputType({ description: 'A new claim.' })
export class CreateClaimInput extends UpdateClaimInput {
  @Field(() => ID, {
    nullable: true,
    description: 'The report it was read in. Left out inside `recordReport`, needed elsewhere.',
  })
  reportId?: string | null;

  @Field(() => String, {
    description: 'The assertion in one neutral sentence. Up to 5,000 characters.',
  })
  declare statement: string;

  @Field(() => ClaimKind, { description: 'What it is about.' })
  declare kind: ClaimKind;

  @Field(() => Modality, {
    defaultValue: Modality.ASSERTED,
    description: 'How the speaker puts it.',
  })
  declare modality: Modality;

  @Field(() => [AttributionInput], { description: 'How it reached us, at least one way.' })
  declare attributions: AttributionInput[];
}
