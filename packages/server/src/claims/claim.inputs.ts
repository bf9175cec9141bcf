import { ArrayMinSize, IsOptional } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { ExternalIdInput } from '../records/external-id.entity.ts';
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
    description: 'Whether the claim is a total over incidents that the report did not separate.',
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
      'The id of the report that the claim was read in, `rpt_…`. Omit it only in `recordReport`.',
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
