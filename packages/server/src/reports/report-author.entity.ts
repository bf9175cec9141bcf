import type { Relation } from 'typeorm';
import { PrimaryColumn } from 'typeorm';
import { OwnedBy } from '../history/owned.ts';
import { Source } from '../sources/source.entity.ts';
import { One, Table, ValidFrom } from '../values/columns.ts';
import { Report } from './report.entity.ts';

/** The authors of a report, in the order given. */
@OwnedBy({ report: 'authors' })
@Table()
export class ReportAuthor {
  @One(() => Report, { primary: true, hidden: true })
  report: Relation<Report>;
  reportId: string;

  @PrimaryColumn({ type: 'int' })
  position: number;

  @One(() => Source, { hidden: true })
  author: Relation<Source>;
  authorId: string;

  @ValidFrom()
  validFrom: Date;
}
