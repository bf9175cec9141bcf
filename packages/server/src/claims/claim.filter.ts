import { Field, ID, InputType } from 'type-graphql';
import { listArgs, orderInput } from '../compiler/connection-types.ts';
import { DefaultFilter, Where } from '../compiler/filter.ts';
import { raw, sql } from '../compiler/sql.ts';
import { ExternalIdInput } from '../records/external-id.entity.ts';
import { overlapsPeriod, PeriodFilter } from '../records/period.ts';
import { CountRange, isInRange } from '../records/range.filter.ts';
import { RecordFilter } from '../records/record.filter.ts';
import { containsText, describeTextFilter, hasExternalId } from '../records/text.ts';
import { WithdrawnCondition, type WithdrawnMatch } from '../records/withdrawn-filter.ts';
import { ReportFilter } from '../reports/report.filter.ts';
import {
  ClaimKind,
  ClaimOrderField,
  ClaimStatus,
  Modality,
  modalitiesWith,
} from './claim.enums.ts';
import { hasLink, LinkFilter } from './claim-link.filter.ts';
import { citationsOfClaim, dateWidth } from './claim-measures.ts';
import { hasParty, PartyFilter } from './claim-party.filter.ts';
import { hasPlace, PlaceFilter } from './claim-place.filter.ts';
import { hasQuantity, QuantityFilter } from './quantity.filter.ts';
import { hasSpeaker, SpeakerFilter } from './speaker.filter.ts';
import { restsOnAnythingWithdrawn } from './withdrawn-dependencies.ts';

@InputType({
  description:
    'Conditions on claims. All must hold. Null or omitted conditions are ignored; an empty list ' +
    'of values matches nothing. Without `kind`, claims of every modality match.',
})
@DefaultFilter((row, own, whole) =>
  own.kind && !own.modality
    ? sql`${row}.modality = any(${modalitiesWith(whole.listed('modality'))}::text[])`
    : raw('true'),
)
export class ClaimFilter extends RecordFilter {
  @Field(() => [ClaimFilter], { nullable: true, description: 'Filters that must all match.' })
  and?: ClaimFilter[] | null;

  @Field(() => [ClaimFilter], {
    nullable: true,
    description: 'Filters, at least one of which must match.',
  })
  or?: ClaimFilter[] | null;

  @Field(() => ClaimFilter, {
    nullable: true,
    description:
      'A filter that must not match. Inside it, `kind` matches claims of every modality.',
  })
  not?: ClaimFilter | null;

  @WithdrawnCondition('claim')
  withdrawn?: WithdrawnMatch | null;

  @Field(() => [ID], { nullable: true, description: 'The claim has one of these ids.' })
  @Where((row, ids: string[], ctx) => sql`${row}.id = any(${ctx.keys(ids, 'Claim')}::uuid[])`)
  id?: string[] | null;

  @Field(() => [ClaimKind], {
    nullable: true,
    description:
      'The claim is of one of these kinds. FEARED, PREDICTED and DENIED claims match only if a ' +
      '`modality` lists them, in this filter, its `and` and `or`, or around it: a feared air ' +
      'strike is not an air strike.',
  })
  @Where((row, kinds) => sql`${row}.kind = any(${kinds}::text[])`)
  kind?: ClaimKind[] | null;

  @Field(() => [Modality], {
    nullable: true,
    description: 'The speaker puts the claim in one of these ways, such as ESTIMATED.',
  })
  @Where((row, modalities) => sql`${row}.modality = any(${modalities}::text[])`)
  modality?: Modality[] | null;

  @Field(() => [ClaimStatus], {
    nullable: true,
    description: 'The claim has one of these verification statuses.',
  })
  @Where((row, statuses) => sql`${row}.status = any(${statuses}::text[])`)
  status?: ClaimStatus[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether the claim is a total for several incidents that the report does not list ' +
      'separately.',
  })
  @Where((row, wanted) => sql`${row}.aggregate = ${wanted}::boolean`)
  aggregate?: boolean | null;

  @Field(() => PeriodFilter, {
    nullable: true,
    description:
      'What the claim describes is said to have happened in this period (overlap by default).',
  })
  @Where((row, period: PeriodFilter, ctx) =>
    overlapsPeriod(period, sql`${row}.occurred_earliest`, sql`${row}.occurred_latest`, ctx),
  )
  occurred?: PeriodFilter | null;

  @Field(() => PeriodFilter, {
    nullable: true,
    description:
      'The claim was first published in this period (overlap by default): the earliest ' +
      'publication date of its report and the cited reports.',
  })
  @Where((row, period: PeriodFilter, ctx) => {
    const [cited, report, publication] = [ctx.alias(), ctx.alias(), ctx.alias()];
    const [earliest, latest] = [sql`${publication}.earliest`, sql`${publication}.latest`];
    // Joined to the ids, so that PostgreSQL looks each report up: with `or`, it reads all reports.
    return sql`exists (select from (
      select min(${report}.published_earliest) as earliest,
        min(${report}.published_latest) as latest
      from (select ${row}.report_id
          union all select report_id from citation where claim_id = ${row}.id
        ) ${cited} (id) join report ${report} on ${report}.id = ${cited}.id
      ) ${publication} where ${overlapsPeriod(period, earliest, latest, ctx)})`;
  })
  reported?: PeriodFilter | null;

  @Field(() => PlaceFilter, {
    nullable: true,
    description: 'The claim names a place that meets these conditions.',
  })
  @Where(hasPlace)
  place?: PlaceFilter | null;

  @Field(() => PartyFilter, {
    nullable: true,
    description: 'The claim names a faction that meets these conditions.',
  })
  @Where(hasParty)
  party?: PartyFilter | null;

  @Field(() => SpeakerFilter, {
    nullable: true,
    description: 'A speaker in the claim’s attribution chains meets these conditions.',
  })
  @Where(hasSpeaker)
  speaker?: SpeakerFilter | null;

  @Field(() => ReportFilter, {
    nullable: true,
    description: 'The report in which the claim was read meets these conditions.',
  })
  @Where((row, filter: ReportFilter, ctx) => {
    const report = ctx.alias();
    return sql`exists (select from report ${report}
      where ${report}.id = ${row}.report_id and ${ctx.filter(ReportFilter, report, filter)})`;
  })
  report?: ReportFilter | null;

  @Field(() => QuantityFilter, {
    nullable: true,
    description: 'The claim gives a figure that meets these conditions.',
  })
  @Where(hasQuantity)
  quantity?: QuantityFilter | null;

  @Field(() => CountRange, {
    nullable: true,
    description: 'The number of reports that the claim’s own report cites for it is in this range.',
  })
  @Where((row, range: CountRange, ctx) => isInRange(citationsOfClaim(row), range, ctx))
  citations?: CountRange | null;

  @Field(() => CountRange, {
    nullable: true,
    description:
      'The range from `occurred.earliest` to `occurred.latest` has this many days: 1 is a single ' +
      'day. Claims without both bounds do not match.',
  })
  @Where((row, range: CountRange, ctx) => isInRange(dateWidth(row), range, ctx))
  dateWidth?: CountRange | null;

  @Field(() => LinkFilter, {
    nullable: true,
    description:
      'A link between the claim and a claim that is not withdrawn meets these conditions.',
  })
  @Where(hasLink)
  link?: LinkFilter | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether a record that the claim depends on is withdrawn: its report, a cited report, or a ' +
      'source, faction or location that it names.',
  })
  @Where((row, wanted) => sql`${restsOnAnythingWithdrawn(row)} = ${wanted}::boolean`)
  restsOnWithdrawn?: boolean | null;

  @Field(() => String, {
    nullable: true,
    description: describeTextFilter('The claim’s statement or passage'),
  })
  @Where((row, text: string, ctx) =>
    containsText(text, ctx, sql`${row}.statement`, sql`${row}.passage_quote`),
  )
  text?: string | null;

  @Field(() => ExternalIdInput, {
    nullable: true,
    description: 'The claim has this external id, such as a UCDP event id.',
  })
  @Where((row, id: ExternalIdInput) => hasExternalId(id, row, 'claim_id'))
  externalId?: ExternalIdInput | null;
}

export const ClaimOrder = orderInput('ClaimOrder', () => ClaimOrderField, 'DESC');
export const ClaimListArgs = listArgs(
  () => ClaimFilter,
  () => ClaimOrder,
  'the latest `occurred` first, undated claims last',
);
