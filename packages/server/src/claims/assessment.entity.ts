import { ObjectType } from 'type-graphql';
import { PrimaryColumn, type Relation } from 'typeorm';
import { OwnedBy } from '../history/owned.ts';
import { Enum, Instant, One, Table, Text, ValidFrom } from '../values/columns.ts';
import { DateTime } from '../values/scalars.ts';
import { Claim } from './claim.entity.ts';
import { ClaimStatus, Credibility } from './claim.enums.ts';

@ObjectType({ description: 'One judgement of a claim. All are kept.' })
@OwnedBy({ claim: 'assessments' })
@Table()
export class Assessment {
  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @One(() => Claim, { hidden: true })
  claim: Relation<Claim>;
  claimId: string;

  @Enum(() => ClaimStatus, { description: 'Where verification stood after it.' })
  status: ClaimStatus;

  @Enum(() => Credibility, { description: 'The credibility given, Admiralty 1–6.' })
  credibility: Credibility;

  @Text({ max: 2_000, description: 'Why.' })
  rationale: string;

  @Text({ description: 'Who judged.' })
  by: string;

  @Instant({ type: () => DateTime, by: 'write_time()', description: 'When.' })
  at: Date;

  @ValidFrom()
  validFrom: Date;
}
