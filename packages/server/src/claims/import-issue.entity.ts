import { ObjectType } from 'type-graphql';
import { PrimaryColumn, type Relation } from 'typeorm';
import { OwnedBy } from '../history/owned.ts';
import { One, Table, Text, ValidFrom } from '../values/columns.ts';
import { Claim } from './claim.entity.ts';

@ObjectType({
  description: 'Something of an imported row that was left out of a claim, or mended.',
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
      'What sort of problem it is, as the import report counts them: `BOUND_CONTRADICTS`, `NO_DATE` …',
  })
  kind: string;

  @Text({
    max: 200,
    nullable: true,
    description: 'The column of the file. Null: the row as a whole.',
  })
  column: string | null;

  @Text({
    nullable: true,
    description: 'What stood there, as far as 500 characters. Null: nothing did.',
  })
  value: string | null;

  @Text({ description: 'Why it is not as the row has it, and what was done instead.' })
  reason: string;

  @ValidFrom()
  validFrom: Date;
}
