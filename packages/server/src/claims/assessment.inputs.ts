import { Field, InputType } from 'type-graphql';
import { TextOf } from '../values/input-fields.ts';
import { Assessment } from './assessment.entity.ts';
import { ClaimStatus, Credibility } from './claim.enums.ts';

@InputType({ description: 'A new assessment of a claim.' })
export class AssessmentInput {
  @Field(() => ClaimStatus, {
    description: 'The verification status of the claim after this assessment.',
  })
  status: ClaimStatus;

  @Field(() => Credibility, {
    description: 'The credibility of the claim, Admiralty code 1–6 (NATO STANAG 2511).',
  })
  credibility: Credibility;

  @TextOf(Assessment, 'rationale', { description: 'Why the claim is judged this way.' })
  rationale: string;
}
