import { Field, ID, InputType, Int } from 'type-graphql';
import { listArgs, orderInput } from '../compiler/connection-types.ts';
import { Where } from '../compiler/filter.ts';
import { sql } from '../compiler/sql.ts';
import { ExternalIdInput } from '../records/external-id.entity.ts';
import { overlapsPeriod, PeriodFilter } from '../records/period.ts';
import { assertCount, CountRange, isInRange } from '../records/range.filter.ts';
import { RecordFilter } from '../records/record.filter.ts';
import { keyByExternalId } from '../records/record-refs.ts';
import { containsText, describeTextFilter, hasExternalId } from '../records/text.ts';
import { WithdrawnCondition, type WithdrawnMatch } from '../records/withdrawn-filter.ts';
import { Language } from '../values/scalars.ts';
import { citationsOfReport } from './citations.ts';
import { ReportKind, ReportOrderField } from './report.enums.ts';

@InputType({
  description:
    'Conditions on reports. All must hold. Null or omitted conditions are ignored; an empty list ' +
    'of values matches nothing.',
})
export class ReportFilter extends RecordFilter {
  @Field(() => [ReportFilter], { nullable: true, description: 'Filters that must all match.' })
  and?: ReportFilter[] | null;

  @Field(() => [ReportFilter], {
    nullable: true,
    description: 'Filters, at least one of which must match.',
  })
  or?: ReportFilter[] | null;

  @Field(() => ReportFilter, { nullable: true, description: 'A filter that must not match.' })
  not?: ReportFilter | null;

  @WithdrawnCondition('report')
  withdrawn?: WithdrawnMatch | null;

  @Field(() => [ID], { nullable: true, description: 'The report has one of these ids.' })
  @Where((row, ids: string[], ctx) => sql`${row}.id = any(${ctx.keys(ids, 'Report')}::uuid[])`)
  id?: string[] | null;

  @Field(() => [ReportKind], {
    nullable: true,
    description: 'The report is of one of these kinds.',
  })
  @Where((row, kinds) => sql`${row}.kind = any(${kinds}::text[])`)
  kind?: ReportKind[] | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'The report was published by one of these sources.',
  })
  @Where(
    (row, ids: string[], ctx) => sql`${row}.publisher_id = any(${ctx.keys(ids, 'Source')}::uuid[])`,
  )
  publisher?: string[] | null;

  @Field(() => ExternalIdInput, {
    nullable: true,
    description: 'The report was published by the source with this external id.',
  })
  @Where(
    (row, id: ExternalIdInput) => sql`${row}.publisher_id = (${keyByExternalId(id, 'source_id')})`,
  )
  publisherExternalId?: ExternalIdInput | null;

  @Field(() => PeriodFilter, {
    nullable: true,
    description: 'The report was published in this period (overlap by default).',
  })
  @Where((row, period: PeriodFilter, ctx) =>
    overlapsPeriod(period, sql`${row}.published_earliest`, sql`${row}.published_latest`, ctx),
  )
  published?: PeriodFilter | null;

  @Field(() => [Language], {
    nullable: true,
    description:
      'The report is in one of these languages, given as BCP 47 tags. A tag without a region ' +
      'matches every region: `en` also finds `en-GB`.',
  })
  @Where(
    (row, tags) =>
      sql`exists (select from unnest(${tags}::text[]) tag
        where lower(${row}.language) = lower(tag)
          or lower(${row}.language) like lower(tag) || '-%')`,
  )
  language?: string[] | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The URL of the report or of its archived copy is this URL, character for character.',
  })
  @Where((row, url) => sql`${url}::text in (${row}.url, ${row}.archived_url)`)
  url?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The SHA-256 hash of the report’s body is this one, in lower-case hexadecimal. A match ' +
      'means that the text is already recorded.',
  })
  @Where((row, hash) => sql`${row}.body_sha256 = ${hash}::text`)
  bodySha256?: string | null;

  @Field(() => String, {
    nullable: true,
    description: describeTextFilter('The report’s title, summary or body'),
  })
  @Where((row, text: string, ctx) =>
    containsText(text, ctx, sql`${row}.title`, sql`${row}.summary`, sql`${row}.body`),
  )
  text?: string | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'The report’s body has at least this many words, 0 or more. Reports without a body do not ' +
      'match.',
  })
  @Where((row, words: number, ctx) => {
    assertCount(words, ctx.path);
    return sql`${row}.word_count >= ${words}::int`;
  })
  minWordCount?: number | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the report is a reprint or translation of another report.',
  })
  @Where((row, wanted) => sql`(${row}.reprint_of_id is not null) = ${wanted}::boolean`)
  reprint?: boolean | null;

  @Field(() => CountRange, {
    nullable: true,
    description: 'The number of claims that cite the report is in this range.',
  })
  @Where((row, range: CountRange, ctx) => isInRange(citationsOfReport(row), range, ctx))
  citations?: CountRange | null;

  @Field(() => ExternalIdInput, {
    nullable: true,
    description: 'The report has this external id, its id in another system.',
  })
  @Where((row, id: ExternalIdInput) => hasExternalId(id, row, 'report_id'))
  externalId?: ExternalIdInput | null;
}

export const ReportOrder = orderInput('ReportOrder', () => ReportOrderField, 'DESC');
export const ReportListArgs = listArgs(
  () => ReportFilter,
  () => ReportOrder,
  'the latest `published` first, undated reports last',
);
