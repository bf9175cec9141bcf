import { ObjectType } from 'type-graphql';
import { PrimaryColumn, type Relation } from 'typeorm';
import { OwnedBy } from '../history/owned.ts';
import { One, Table, Text, ValidFrom } from '../values/columns.ts';
import { Claim } from './claim.entity.ts';

@ObjectType({
  description: 'A value of an imported row that was left out of the claim or corrected.',
})
@OwnedBy({ claim: 'importIssues' })
@Table({ orderBy: { position: 'ASC' } })
export class ImportIssue {
  @One(() => Claim, { primary: true, hidden: true })
  claim: Relation<Claim>;
  claimId: string;

  @PrimaryColumn({ type: 'int' })
  position: number;

  @Text({
    max: 60,
    description:
      'The category of the problem, as in the import report: `BOUND_CONTRADICTS`, `NO_DATE` …',
  })
  kind: string;

  @Text({
    max: 200,
    nullable: true,
    description: 'The column of the imported file. Null: the issue concerns the row as a whole.',
  })
  column: string | null;

  @Text({
    nullable: true,
    description:
      'The value in the imported file, cut off after 500 characters. Null: there was no value.',
  })
  value: string | null;

  @Text({ description: 'Why the value was not used as it is, and what was done instead.' })
  reason: string;

  @ValidFrom()
  validFrom: Date;
}
