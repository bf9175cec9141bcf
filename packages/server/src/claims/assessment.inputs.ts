import { Field, InputType } from 'type-graphql';
import { TextOf } from '../values/input-fields.ts';
import { Assessment } from './assessment.entity.ts';
import { ClaimStatus, Credibility } from './claim.enums.ts';

@InputType({ description: 'An assessment of a claim.' })
export class AssessmentInput {
  @Field(() => ClaimStatus, { description: 'The status of the claim from now on.' })
  status: ClaimStatus;

  @Field(() => Credibility, {
    description: 'The credibility of the claim, on the Admiralty scale from 1 to 6.',
  })
  credibility: Credibility;

  @TextOf(Assessment, 'rationale', { description: 'The reason for the assessment, in words.' })
  rationale: string;
}
