import { ArrayMaxSize, ArrayMinSize, IsOptional, Min } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { Basis, GeoPrecision } from '../values/enums.ts';
import { DecimalOf, TextOf } from '../values/input-fields.ts';
import { Point, PointInput } from '../values/point.ts';
import { Speaker } from './attribution.entity.ts';
import { Citation } from './citation.entity.ts';
import { Capacity, Measure, PartyRole, PersonCategory, PlaceRole } from './claim.enums.ts';
import { ClaimParty } from './claim-party.entity.ts';
import { ClaimPlace } from './claim-place.entity.ts';
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
