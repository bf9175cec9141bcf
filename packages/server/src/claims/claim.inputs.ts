import { ArrayMinSize, IsOptional } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { ExternalIdInput } from '../records/external-id.entity.ts';
import { ReportRefInput } from '../records/ref.inputs.ts';
import { FuzzyIntervalInput } from '../values/fuzzy-date.ts';
import { Required, TextOf } from '../values/input-fields.ts';
import { Language } from '../values/scalars.ts';
import { Claim } from './claim.entity.ts';
import { ClaimKind, Modality } from './claim.enums.ts';
import {
  AttributionInput,
  CitationInput,
  ClaimPartyInput,
  ClaimPlaceInput,
  QuantityInput,
} from './claim-parts.inputs.ts';
import { PassageInput } from './passage.ts';

@InputType({
  description:
    'The changes to a claim. An omitted field keeps its value, null clears it, and a list ' +
    'replaces the whole list.',
})
export class UpdateClaimInput {
  @TextOf(Claim, 'statement', {
    nullable: true,
    description: 'The assertion in one neutral sentence, written by the analyst.',
  })
  statement?: string;

  @Field(() => Language, {
    nullable: true,
    description: 'The language of `statement`, as a BCP 47 tag. A new claim has `en` by default.',
  })
  language?: string;

  @Field(() => ClaimKind, {
    nullable: true,
    description: 'What the claim is about, such as an air strike.',
  })
  kind?: ClaimKind;

  @Field(() => Modality, {
    nullable: true,
    description: 'How the speaker puts the claim: as a fact, an estimate, a fear …',
  })
  modality?: Modality;

  @Field(() => PassageInput, {
    nullable: true,
    description: 'The words in the report on which the claim is based.',
  })
  passage?: PassageInput | null;

  @Field(() => [AttributionInput], {
    nullable: true,
    description: 'The paths by which the claim reached us, at least one.',
  })
  @IsOptional()
  @ArrayMinSize(1, { message: 'A claim needs a speaker: give at least one chain of speakers.' })
  attributions?: AttributionInput[];

  @Field(() => FuzzyIntervalInput, {
    nullable: true,
    description: 'When what the claim describes is said to have happened or held.',
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
    description: 'The figures that the claim gives, each with its bounds.',
  })
  quantities?: QuantityInput[] | null;

  @Field(() => [CitationInput], {
    nullable: true,
    description: 'The reports that the claim’s own report cites as its evidence.',
  })
  citations?: CitationInput[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether the claim is a total for several incidents that the report does not list ' +
      'separately.',
  })
  aggregate?: boolean;

  @Field(() => [ExternalIdInput], {
    nullable: true,
    description: 'The claim’s external ids: its ids in other systems.',
  })
  externalIds?: ExternalIdInput[] | null;
}

@InputType({ description: 'The fields of a new claim.' })
export class CreateClaimInput extends UpdateClaimInput {
  @Field(() => ReportRefInput, {
    nullable: true,
    description: 'The report in which the claim was read. Required, except in `recordReport`.',
  })
  report?: ReportRefInput | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The id of the report in which the claim was read, `rpt_…`.',
    deprecationReason: 'Use `report`.',
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
