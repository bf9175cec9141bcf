import { Field, ID, InputType } from 'type-graphql';
import { TextOf } from '../values/input-fields.ts';
import { ClaimLinkKind, Judgement } from './claim.enums.ts';
import { ClaimLink } from './claim-link.entity.ts';

@InputType({ description: 'A link from one claim to another.' })
export class ClaimLinkInput {
  @Field(() => ID, { description: 'The id of the claim that the link starts from, `clm_…`.' })
  fromId: string;

  @Field(() => ID, { description: 'The id of the claim that the link points to, `clm_…`.' })
  toId: string;

  @Field(() => ClaimLinkKind, {
    description:
      'The relation of `from` to `to`. CAUSED_BY needs a source; FOLLOWS is order in time.',
  })
  kind: ClaimLinkKind;

  @Field(() => Judgement, {
    defaultValue: Judgement.UNKNOWN,
    description: 'Whether both claims may go back to the same origin.',
  })
  sharedOrigin: Judgement = Judgement.UNKNOWN;

  @TextOf(ClaimLink, 'rationale', { description: 'The reason for the link, in words.' })
  rationale: string;
}
