import { column, type Sql, sql } from '../compiler/sql.ts';

/** The claims that cite a report, withdrawn ones included: a query of their ids. */
export const claimsCiting = (report: Sql): Sql =>
  sql`select cited.claim_id from citation cited where cited.report_id = ${column(report, 'id')}`;

/** How many claims cite a report. Withdrawn claims do not count. */
export const citationsOfReport = (report: Sql): Sql => sql`(select count(*) from claim citing
  where citing.id in (${claimsCiting(report)}) and citing.withdrawn_at is null)::int`;
