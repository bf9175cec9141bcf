import { Field, ID, ObjectType } from 'type-graphql';
import { Index, PrimaryColumn, type Relation } from 'typeorm';
import { OwnedBy } from '../history/owned.ts';
import { Node } from '../records/node.ts';
import { Withdrawal } from '../records/withdrawal.ts';
import { Embed, Enum, Instant, One, Rules, Table, Text, ValidFrom } from '../values/columns.ts';
import { DateTime } from '../values/scalars.ts';
import { Claim } from './claim.entity.ts';
import { ClaimLinkKind, Judgement } from './claim.enums.ts';

@ObjectType({
  implements: Node,
  description: 'A relation between two claims, as an analyst judged it.',
})
@OwnedBy({ from: 'links', to: 'links' })
@Table()
@Index('claim_link_key', ['fromId', 'toId', 'kind'], {
  unique: true,
  where: 'withdrawn_at is null',
})
@Rules((column) => ['self', `${column('fromId')} <> ${column('toId')}`])
export class ClaimLink extends Node {
  @PrimaryColumn({ type: 'uuid' })
  @Field(() => ID, { description: 'The id of the link: `lnk_` and a UUIDv7.' })
  declare id: string;

  @Enum(() => ClaimLinkKind, {
    description: 'How the claim in `from` relates to the claim in `to`.',
  })
  kind: ClaimLinkKind;

  @One(() => Claim, { description: 'The claim at which the link starts.' })
  from: Relation<Claim>;
  fromId: string;

  @One(() => Claim, { description: 'The claim to which the link points.' })
  to: Relation<Claim>;
  toId: string;

  @Enum(() => Judgement, { description: 'Whether both claims may go back to the same origin.' })
  sharedOrigin: Judgement;

  @Text({ max: 2_000, description: 'Why the analyst linked the two claims.' })
  rationale: string;

  @Text({ description: 'Who linked the two claims.' })
  by: string;

  @Instant({
    type: () => DateTime,
    by: 'write_time()',
    description: 'When the two claims were linked.',
  })
  at: Date;

  @Embed(() => Withdrawal, {
    nullable: true,
    description:
      'Who withdrew the link, when and why. Null: not withdrawn. Withdrawn links are left out of ' +
      '`links`.',
  })
  withdrawn: Withdrawal | null;

  @ValidFrom()
  validFrom: Date;
}
