import { Field, ID, InputType } from 'type-graphql';
import { Words } from '../values/words.ts';
import { ClaimLinkKind, ClaimStatus, Credibility, Judgement } from './claim.enums.ts';

@InputType({ description: 'A judgement of a claim.' })
export class AssessmentInput {
  @Field(() => ClaimStatus, { description: 'Where verification stands now.' })
  status: ClaimStatus;

  @Field(() => Credibility, { description: 'The credibility given, Admiralty 1–6.' })
  credibility: Credibility;

  @Field(() => String, { description: 'Why. Up to 2,000 characters.' })
  @Words(2_000)
  rationale: string;
}

@InputType({ description: 'How one claim stands to another.' })
export class ClaimLinkInput {
  @Field(() => ID, { description: 'The claim that the link is read from.' })
  fromId: string;

  @Field(() => ID, { description: 'The claim that it is read to.' })
  toId: string;

  @Field(() => ClaimLinkKind, { description: 'How `from` stands to `to`. CAUSED_BY only when a source says so; FOLLOWS is order in time.' })
  kind: ClaimLinkKind;

  @Field(() => Judgement, { defaultValue: Judgement.UNKNOWN, description: 'Whether both may go back to one origin.' })
  sharedOrigin: Judgement = Judgement.UNKNOWN;

  @Field(() => String, { description: 'Why. Up to 2,000 characters.' })
  @Words(2_000)
  rationale: string;
}
