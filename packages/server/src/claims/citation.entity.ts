import { ObjectType } from 'type-graphql';
import { PrimaryColumn, type Relation } from 'typeorm';
import { OwnedBy } from '../history/owned.ts';
import { Report } from '../reports/report.entity.ts';
import { One, Table, Text, ValidFrom } from '../values/columns.ts';
import { Claim } from './claim.entity.ts';

@ObjectType({ description: 'A report that the claim’s own report cites as its evidence.' })
@OwnedBy({ claim: 'citations' })
@Table({ orderBy: { position: 'ASC' } })
export class Citation {
  @One(() => Claim, { primary: true, hidden: true })
  claim: Relation<Claim>;
  claimId: string;

  @PrimaryColumn({ type: 'int' })
  position: number;

  @One(() => Report, { description: 'The report that is cited.' })
  report: Relation<Report>;
  reportId: string;

  @Text({
    nullable: true,
    description: 'Where in the cited report: a page, a row or a time. Null: not given.',
  })
  locator: string | null;

  @ValidFrom()
  validFrom: Date;
}
