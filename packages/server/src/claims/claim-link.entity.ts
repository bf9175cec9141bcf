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
  description: 'How one claim stands to another, in an analyst’s judgement.',
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
  @Field(() => ID, { description: '`lnk_…`.' })
  declare id: string;

  @Enum(() => ClaimLinkKind, { description: 'How `from` stands to `to`.' })
  kind: ClaimLinkKind;

  @One(() => Claim, { description: 'The claim that the link is read from.' })
  from: Relation<Claim>;
  fromId: string;

  @One(() => Claim, { description: 'The claim that it is read to.' })
  to: Relation<Claim>;
  toId: string;

  @Enum(() => Judgement, { description: 'Whether both may go back to one origin.' })
  sharedOrigin: Judgement;

  @Text({ max: 2_000, description: 'Why.' })
  rationale: string;

  @Text({ description: 'Who linked them.' })
  by: string;

  @Instant({ type: () => DateTime, by: 'write_time()', description: 'When.' })
  at: Date;

  @Embed(() => Withdrawal, {
    nullable: true,
    description: 'Null: it stands. Else it was taken away; `links` leaves it out.',
  })
  withdrawn: Withdrawal | null;

  @ValidFrom()
  validFrom: Date;
}
