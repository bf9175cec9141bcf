import { Field, InputType } from 'type-graphql';
import { NonBlank } from '../values/non-blank.ts';
import { ClaimStatus, Credibility } from './claim.enums.ts';

@InputType({ description: 'A judgement of a claim.' })
export class AssessmentInput {
  @Field(() => ClaimStatus, { description: 'Where verification stands now.' })
  status: ClaimStatus;

  @Field(() => Credibility, { description: 'The credibility given, Admiralty 1–6.' })
  credibility: Credibility;

  @Field(() => String, { description: 'Why. Up to 2,000 characters.' })
  @NonBlank(2_000)
  rationale: string;
}
