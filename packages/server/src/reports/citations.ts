import { column, type Sql, sql } from '../compiler/sql.ts';

/** The claims that cite a report, and are not withdrawn: a query of their ids, each once. */
export const claimsCiting = (report: Sql): Sql => sql`select citing.id from citation cited
  join claim citing on citing.id = cited.claim_id and citing.withdrawn_at is null
  where cited.report_id = ${column(report, 'id')} group by citing.id`;

/** How many claims cite a report. */
export const citationsOfReport = (report: Sql): Sql =>
  sql`(select count(*) from (${claimsCiting(report)}) citing)::int`;
