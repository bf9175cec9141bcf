import { Field, ID, InputType } from 'type-graphql';
import { NonBlank } from '../values/non-blank.ts';
import { ClaimLinkKind, Judgement } from './claim.enums.ts';

@InputType({ description: 'How one claim stands to another.' })
export class ClaimLinkInput {
  @Field(() => ID, { description: 'The claim that the link is read from.' })
  fromId: string;

  @Field(() => ID, { description: 'The claim that it is read to.' })
  toId: string;

  @Field(() => ClaimLinkKind, {
    description:
      'How `from` stands to `to`. CAUSED_BY only when a source says so; FOLLOWS is order in time.',
  })
  kind: ClaimLinkKind;

  @Field(() => Judgement, {
    defaultValue: Judgement.UNKNOWN,
    description: 'Whether both may go back to one origin.',
  })
  sharedOrigin: Judgement = Judgement.UNKNOWN;

  @Field(() => String, { description: 'Why. Up to 2,000 characters.' })
  @NonBlank(2_000)
  rationale: string;
}
