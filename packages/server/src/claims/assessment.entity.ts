import { ObjectType } from 'type-graphql';
import { PrimaryColumn, type Relation } from 'typeorm';
import { OwnedBy } from '../history/owned.ts';
import { Enum, Instant, One, Table, Text, ValidFrom } from '../values/columns.ts';
import { DateTime } from '../values/scalars.ts';
import { Claim } from './claim.entity.ts';
import { ClaimStatus, Credibility } from './claim.enums.ts';

@ObjectType({
  description:
    'One assessment of a claim’s status and credibility. Earlier assessments are preserved.',
})
@OwnedBy({ claim: 'assessments' })
@Table()
export class Assessment {
  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @One(() => Claim, { hidden: true })
  claim: Relation<Claim>;
  claimId: string;

  @Enum(() => ClaimStatus, {
    description: 'The claim’s verification status after this assessment.',
  })
  status: ClaimStatus;

  @Enum(() => Credibility, {
    description:
      'The claim’s credibility after this assessment, Admiralty code 1–6 (NATO STANAG 2511).',
  })
  credibility: Credibility;

  @Text({ max: 2_000, description: 'Why the claim was judged this way.' })
  rationale: string;

  @Text({ description: 'The person who made the assessment.' })
  by: string;

  @Instant({
    type: () => DateTime,
    by: 'write_time()',
    description: 'When the assessment was made.',
  })
  at: Date;

  @ValidFrom()
  validFrom: Date;
}
