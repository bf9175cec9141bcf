import { Field, ID, InputType } from 'type-graphql';
import { TextOf } from '../values/input-fields.ts';
import { ClaimLinkKind, Judgement } from './claim.enums.ts';
import { ClaimLink } from './claim-link.entity.ts';

@InputType({ description: 'A link from one claim to another.' })
export class ClaimLinkInput {
  @Field(() => ID, { description: 'The id of the claim at which the link starts, `clm_…`.' })
  fromId: string;

  @Field(() => ID, { description: 'The id of the claim to which the link points, `clm_…`.' })
  toId: string;

  @Field(() => ClaimLinkKind, {
    description:
      'How the claim in `fromId` relates to the claim in `toId`. Use CAUSED_BY only if a source ' +
      'states the cause. FOLLOWS states only that one came after the other.',
  })
  kind: ClaimLinkKind;

  @Field(() => Judgement, {
    defaultValue: Judgement.UNKNOWN,
    description: 'Whether both claims may go back to the same origin.',
  })
  sharedOrigin: Judgement = Judgement.UNKNOWN;

  @TextOf(ClaimLink, 'rationale', { description: 'Why the two claims are linked.' })
  rationale: string;
}
