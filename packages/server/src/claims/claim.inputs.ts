import { ArrayMaxSize, ArrayMinSize, IsOptional, Min } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { ExternalIdInput } from '../records/external-id.entity.ts';
import { Basis, GeoPrecision } from '../values/enums.ts';
import { FuzzyIntervalInput } from '../values/fuzzy-date.ts';
import { DecimalOf, Required, TextOf } from '../values/input-fields.ts';
import { Point, PointInput } from '../values/point.ts';
import { Language } from '../values/scalars.ts';
import { Speaker } from './attribution.entity.ts';
import { Citation } from './citation.entity.ts';
import { Claim } from './claim.entity.ts';
import {
  Capacity,
  ClaimKind,
  Measure,
  Modality,
  PartyRole,
  PersonCategory,
  PlaceRole,
} from './claim.enums.ts';
import { ClaimParty } from './claim-party.entity.ts';
import { ClaimPlace } from './claim-place.entity.ts';
import { PassageInput } from './passage.ts';
import { Quantity } from './quantity.entity.ts';

@InputType({ description: 'One speaker of a chain: a source that made or passed on the claim.' })
export class SpeakerInput {
  @Field(() => ID, { description: 'The id of the source that speaks, `src_…`.' })
  sourceId: string;

  @Field(() => Capacity, {
    defaultValue: Capacity.UNSTATED,
    description: 'How the source knows what it says.',
  })
  capacity: Capacity = Capacity.UNSTATED;

  @TextOf(Speaker, 'verb', {
    nullable: true,
    description: 'The verb that the report uses: "said", "estimated".',
  })
  verb?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The id of the report in which the source said so, `rpt_…`.',
  })
  reportId?: string | null;
}

@InputType({ description: 'One way in which the claim reached us, as a chain of speakers.' })
export class AttributionInput {
  @Field(() => [SpeakerInput], {
    description: 'The speakers, from the origin to the one we heard it from: 1 to 20.',
  })
  @ArrayMinSize(1, { message: 'A chain has at least one speaker.' })
  @ArrayMaxSize(20)
  chain: SpeakerInput[];
}

@InputType({ description: 'A place that the claim names.' })
export class ClaimPlaceInput {
  @Field(() => ID, { description: 'The id of the place, `loc_…`.' })
  locationId: string;

  @Field(() => PlaceRole, {
    defaultValue: PlaceRole.AT,
    description: 'The role of the place in what is claimed.',
  })
  role: PlaceRole = PlaceRole.AT;

  @Field(() => GeoPrecision, {
    nullable: true,
    description: 'How exactly the claim gives the place.',
  })
  geoPrecision?: GeoPrecision | null;

  @Field(() => PointInput, {
    nullable: true,
    description: 'The claim’s own point, which is stored beside the gazetteer’s.',
  })
  point?: PointInput | null;

  @DecimalOf(Point, 'lat', {
    nullable: true,
    description: 'The latitude of the claim’s own point in degrees, together with `lon`.',
    deprecationReason: 'Use `point`.',
  })
  lat?: number | null;

  @DecimalOf(Point, 'lon', {
    nullable: true,
    description: 'The longitude of the claim’s own point in degrees, together with `lat`.',
    deprecationReason: 'Use `point`.',
  })
  lon?: number | null;

  @Field(() => Basis, {
    defaultValue: Basis.STATED,
    description: 'Whether the report states the place or the analyst inferred it.',
  })
  basis: Basis = Basis.STATED;

  @TextOf(ClaimPlace, 'asWritten', {
    nullable: true,
    description: 'The words of the report for the place.',
  })
  asWritten?: string | null;
}

@InputType({ description: 'A faction that the claim names.' })
export class ClaimPartyInput {
  @Field(() => ID, { description: 'The id of the faction, `fac_…`.' })
  factionId: string;

  @Field(() => PartyRole, { description: 'The role of the faction in what is claimed.' })
  role: PartyRole;

  @Field(() => Int, {
    nullable: true,
    description: 'A number from 0. Parties with the same number acted as one coalition.',
  })
  @IsOptional()
  @Min(0)
  group?: number | null;

  @Field(() => Basis, {
    defaultValue: Basis.STATED,
    description: 'Whether the report states the party or the analyst inferred it.',
  })
  basis: Basis = Basis.STATED;

  @TextOf(ClaimParty, 'asWritten', {
    nullable: true,
    description: 'The words of the report for the party.',
  })
  asWritten?: string | null;
}

@InputType({
  description:
    'A number with bounds. "At least 6,000" is `min: 6000`; "eleven" is min, best and max 11.',
})
export class QuantityInput {
  @Field(() => Measure, { description: 'What the number counts.' })
  measure: Measure;

  @Field(() => Int, {
    nullable: true,
    description: 'The lower bound, 0 or more. Left out: the source gives none.',
  })
  min?: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'The source’s own best estimate, 0 or more. Left out: the source gives none.',
  })
  best?: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'The upper bound, 0 or more. Left out: the number is open above.',
  })
  max?: number | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Whether the source gives the number as approximate.',
  })
  approximate: boolean = false;

  @Field(() => PersonCategory, {
    nullable: true,
    description: 'The category of people that the number counts.',
  })
  category?: PersonCategory | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The id of the faction whose people the number counts, `fac_…`.',
  })
  factionId?: string | null;

  @Field(() => [QuantityInput], {
    nullable: true,
    description:
      'Parts of this number with the same measure. They are never added to it, and have no parts.',
  })
  parts?: QuantityInput[] | null;

  @TextOf(Quantity, 'asWritten', {
    nullable: true,
    description: 'The words of the report for the number.',
  })
  asWritten?: string | null;
}

@InputType({ description: 'A report that the claim’s own report cites for it.' })
export class CitationInput {
  @Field(() => ID, { description: 'The id of the cited report, `rpt_…`.' })
  reportId: string;

  @TextOf(Citation, 'locator', {
    nullable: true,
    description: 'The place in the cited report: a page, a row, a time.',
  })
  locator?: string | null;
}

@InputType({
  description:
    'The changes to a claim. A field left out stays, null clears, a list replaces the list.',
})
export class UpdateClaimInput {
  @TextOf(Claim, 'statement', {
    nullable: true,
    description: 'The assertion, in one neutral sentence of the analyst’s.',
  })
  statement?: string;

  @Field(() => Language, {
    nullable: true,
    description: 'The language of `statement`, BCP 47. A new claim has `en` by default.',
  })
  language?: string;

  @Field(() => ClaimKind, { nullable: true, description: 'What the claim is about.' })
  kind?: ClaimKind;

  @Field(() => Modality, {
    nullable: true,
    description: 'How the speaker puts the claim: as fact, estimate, fear.',
  })
  modality?: Modality;

  @Field(() => PassageInput, {
    nullable: true,
    description: 'The words of the report that the claim rests on.',
  })
  passage?: PassageInput | null;

  @Field(() => [AttributionInput], {
    nullable: true,
    description: 'The ways in which the claim reached us, at least one.',
  })
  @IsOptional()
  @ArrayMinSize(1, { message: 'Somebody said it: give at least one chain of speakers.' })
  attributions?: AttributionInput[];

  @Field(() => FuzzyIntervalInput, {
    nullable: true,
    description: 'When it is said to have happened, or to have been so.',
  })
  occurred?: FuzzyIntervalInput | null;

  @Field(() => [ClaimPlaceInput], {
    nullable: true,
    description: 'The places that the claim names, with their roles.',
  })
  places?: ClaimPlaceInput[] | null;

  @Field(() => [ClaimPartyInput], {
    nullable: true,
    description: 'The factions that the claim names, with their roles.',
  })
  parties?: ClaimPartyInput[] | null;

  @Field(() => [QuantityInput], {
    nullable: true,
    description: 'The numbers that the claim gives.',
  })
  quantities?: QuantityInput[] | null;

  @Field(() => [CitationInput], {
    nullable: true,
    description: 'The reports that the claim’s report cites for it.',
  })
  citations?: CitationInput[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether the claim is a total over incidents that the report did not separate. By default false.',
  })
  aggregate?: boolean;

  @Field(() => [ExternalIdInput], {
    nullable: true,
    description: 'The claim’s ids in other systems.',
  })
  externalIds?: ExternalIdInput[] | null;
}

@InputType({ description: 'The values of a new claim.' })
export class CreateClaimInput extends UpdateClaimInput {
  @Field(() => ID, {
    nullable: true,
    description:
      'The id of the report that the claim was read in, `rpt_…`. Required, except inside `recordReport`.',
  })
  reportId?: string | null;

  @Required()
  declare statement: string;

  @Required()
  declare kind: ClaimKind;

  @Required({ defaultValue: Modality.ASSERTED })
  declare modality: Modality;

  @Required()
  declare attributions: AttributionInput[];
}
