import { ArrayMaxSize, ArrayMinSize, IsOptional, Min } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import {
  FactionRefInput,
  LocationRefInput,
  ReportRefInput,
  SourceRefInput,
} from '../records/ref.inputs.ts';
import { Basis, GeoPrecision } from '../values/enums.ts';
import { DecimalOf, TextOf } from '../values/input-fields.ts';
import { Point, PointInput } from '../values/point.ts';
import { Speaker } from './attribution.entity.ts';
import { Citation } from './citation.entity.ts';
import { Capacity, Measure, PartyRole, PersonCategory, PlaceRole } from './claim.enums.ts';
import { ClaimParty } from './claim-party.entity.ts';
import { ClaimPlace } from './claim-place.entity.ts';
import { Quantity } from './quantity.entity.ts';

@InputType({
  description: 'One speaker in an attribution chain: a source that made the claim or passed it on.',
})
export class SpeakerInput {
  @Field(() => SourceRefInput, { nullable: true, description: 'The source that speaks. Required.' })
  source?: SourceRefInput | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The id of the source that speaks, `src_…`.',
    deprecationReason: 'Use `source`.',
  })
  sourceId?: string | null;

  @Field(() => Capacity, {
    defaultValue: Capacity.UNSTATED,
    description: 'The capacity in which the source speaks, for example as a witness.',
  })
  capacity: Capacity = Capacity.UNSTATED;

  @TextOf(Speaker, 'verb', {
    nullable: true,
    description: 'The verb that the report uses for this speaker, such as "said" or "estimated".',
  })
  verb?: string | null;

  @Field(() => ReportRefInput, {
    nullable: true,
    description: 'The report in which the source made the claim or passed it on.',
  })
  report?: ReportRefInput | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'The id of the report in which the source made the claim or passed it on, `rpt_…`.',
    deprecationReason: 'Use `report`.',
  })
  reportId?: string | null;
}

@InputType({ description: 'One path by which the claim reached us: a chain of speakers.' })
export class AttributionInput {
  @Field(() => [SpeakerInput], {
    description:
      'The speakers in order, from the origin of the claim to the one that we read or heard: 1 ' +
      'to 20.',
  })
  @ArrayMinSize(1, { message: 'A chain needs at least one speaker.' })
  @ArrayMaxSize(20)
  chain: SpeakerInput[];
}

@InputType({ description: 'A place that the claim names.' })
export class ClaimPlaceInput {
  @Field(() => LocationRefInput, {
    nullable: true,
    description: 'The location that the claim names. Required.',
  })
  location?: LocationRefInput | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The id of the location that the claim names, `loc_…`.',
    deprecationReason: 'Use `location`.',
  })
  locationId?: string | null;

  @Field(() => PlaceRole, {
    defaultValue: PlaceRole.AT,
    description: 'The role of the place in the claim.',
  })
  role: PlaceRole = PlaceRole.AT;

  @Field(() => GeoPrecision, {
    nullable: true,
    description: 'How precisely the claim locates the place, by UCDP `where_prec`.',
  })
  geoPrecision?: GeoPrecision | null;

  @Field(() => PointInput, {
    nullable: true,
    description:
      'The point that the claim’s own source gives, WGS 84. The location keeps its own point.',
  })
  point?: PointInput | null;

  @DecimalOf(Point, 'lat', {
    nullable: true,
    description: 'The latitude of the claim’s own point in degrees. Requires `lon`.',
    deprecationReason: 'Use `point`.',
  })
  lat?: number | null;

  @DecimalOf(Point, 'lon', {
    nullable: true,
    description: 'The longitude of the claim’s own point in degrees. Requires `lat`.',
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
    description: 'The place as the report words it.',
  })
  asWritten?: string | null;
}

@InputType({ description: 'A faction that the claim names.' })
export class ClaimPartyInput {
  @Field(() => FactionRefInput, {
    nullable: true,
    description: 'The faction that the claim names. Required.',
  })
  faction?: FactionRefInput | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The id of the faction that the claim names, `fac_…`.',
    deprecationReason: 'Use `faction`.',
  })
  factionId?: string | null;

  @Field(() => PartyRole, { description: 'The role of the faction in the claim.' })
  role: PartyRole;

  @Field(() => Int, {
    nullable: true,
    description:
      'The number of a coalition, 0 or more. Parties of the claim with the same number acted ' +
      'together.',
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
    description: 'The party as the report words it.',
  })
  asWritten?: string | null;
}

@InputType({
  description:
    'A figure with bounds. "At least 6,000" is `min: 6000`; "eleven" is 11 in `min`, `best` and ' +
    '`max`.',
})
export class QuantityInput {
  @Field(() => Measure, { description: 'What the figure counts, such as people killed.' })
  measure: Measure;

  @Field(() => Int, {
    nullable: true,
    description:
      'The lower bound, inclusive, 0 or more. Null or omitted: the source gives no lower bound.',
  })
  min?: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'The source’s own best estimate, 0 or more. Null or omitted: the source gives no best ' +
      'estimate.',
  })
  best?: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'The upper bound, inclusive, 0 or more. Null or omitted: the figure is open above.',
  })
  max?: number | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Whether the source calls the figure approximate, as in "about 6,000".',
  })
  approximate: boolean = false;

  @Field(() => PersonCategory, {
    nullable: true,
    description: 'The category of people that the figure counts. Null or omitted: not stated.',
  })
  category?: PersonCategory | null;

  @Field(() => FactionRefInput, {
    nullable: true,
    description:
      'The faction to which the counted people belong. Null or omitted: any faction, or not ' +
      'stated.',
  })
  faction?: FactionRefInput | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The id of the faction to which the counted people belong, `fac_…`.',
    deprecationReason: 'Use `faction`.',
  })
  factionId?: string | null;

  @Field(() => [QuantityInput], {
    nullable: true,
    description:
      'The parts of the figure. They have the same measure, are never added to the figure, and ' +
      'cannot have parts.',
  })
  parts?: QuantityInput[] | null;

  @TextOf(Quantity, 'asWritten', {
    nullable: true,
    description: 'The figure as the report words it.',
  })
  asWritten?: string | null;
}

@InputType({ description: 'A report that the claim’s own report cites as its evidence.' })
export class CitationInput {
  @Field(() => ReportRefInput, { nullable: true, description: 'The cited report. Required.' })
  report?: ReportRefInput | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The id of the cited report, `rpt_…`.',
    deprecationReason: 'Use `report`.',
  })
  reportId?: string | null;

  @TextOf(Citation, 'locator', {
    nullable: true,
    description: 'Where in the cited report: a page, a row or a time.',
  })
  locator?: string | null;
}
