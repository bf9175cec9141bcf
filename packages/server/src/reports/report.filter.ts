import { Field, ID, InputType } from 'type-graphql';
import { listArgs, orderInput } from '../compiler/connection-types.ts';
import { Where } from '../compiler/filter.ts';
import { sql } from '../compiler/sql.ts';
import { overlapsPeriod, PeriodFilter } from '../records/period.ts';
import { containsText, maxContained } from '../records/text.ts';
import { Language } from '../values/scalars.ts';
import { ReportKind, ReportOrderField } from './report.enums.ts';

@InputType({
  description: 'Which reports. All keys must hold; a key that is null or left out asks nothing.',
})
export class ReportFilter {
  @Field(() => [ReportFilter], { nullable: true, description: 'All of these.' })
  and?: ReportFilter[] | null;

  @Field(() => [ReportFilter], { nullable: true, description: 'At least one of these.' })
  or?: ReportFilter[] | null;

  @Field(() => ReportFilter, { nullable: true, description: 'Not this.' })
  not?: ReportFilter | null;

  @Field(() => [ID], { nullable: true, description: 'One of these reports.' })
  @Where((row, ids: string[], use) => sql`${row}.id = any(${use.keys(ids, 'Report')}::uuid[])`)
  id?: string[] | null;

  @Field(() => [ReportKind], { nullable: true, description: 'Of one of these kinds.' })
  @Where((row, kinds) => sql`${row}.kind = any(${kinds}::text[])`)
  kind?: ReportKind[] | null;

  @Field(() => [ID], { nullable: true, description: 'Published by one of these sources.' })
  @Where(
    (row, ids: string[], use) => sql`${row}.publisher_id = any(${use.keys(ids, 'Source')}::uuid[])`,
  )
  publisher?: string[] | null;

  @Field(() => PeriodFilter, { nullable: true, description: 'Published in this period.' })
  @Where((row, period: PeriodFilter, use) =>
    overlapsPeriod(period, sql`${row}.published_earliest`, sql`${row}.published_latest`, use),
  )
  published?: PeriodFilter | null;

  @Field(() => [Language], {
    nullable: true,
    description: 'In one of these languages, region left aside: `en` finds `en-GB`.',
  })
  @Where(
    (row, tags) =>
      sql`exists (select from unnest(${tags}::text[]) tag where lower(${row}.language) = lower(tag) or lower(${row}.language) like lower(tag) || '-%')`,
  )
  language?: string[] | null;

  @Field(() => String, {
    nullable: true,
    description: 'With exactly this URL, as its address or its archived copy’s.',
  })
  @Where((row, url) => sql`${url}::text in (${row}.url, ${row}.archived_url)`)
  url?: string | null;

  @Field(() => String, {
    nullable: true,
    description: `With this text of up to ${maxContained} characters in title, summary or body, case left aside.`,
  })
  @Where((row, text: string, use) =>
    containsText(text, use, sql`${row}.title`, sql`${row}.summary`, sql`${row}.body`),
  )
  text?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether it reprints or translates another report.',
  })
  @Where((row, wanted) => sql`(${row}.reprint_of_id is not null) = ${wanted}::boolean`)
  reprint?: boolean | null;
}

export const ReportOrder = orderInput('ReportOrder', () => ReportOrderField, 'DESC');
export const ReportListArgs = listArgs(
  () => ReportFilter,
  () => ReportOrder,
);
