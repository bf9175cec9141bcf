import { Field, ID, InputType } from 'type-graphql';
import { listArgs, orderInput } from '../compiler/connection-types.ts';
import { DefaultFilter, Where } from '../compiler/filter.ts';
import { raw, sql } from '../compiler/sql.ts';
import { ExternalIdInput } from '../records/external-id.entity.ts';
import { overlapsPeriod, PeriodFilter } from '../records/period.ts';
import { containsText, describeTextFilter, hasExternalId } from '../records/text.ts';
import { ReportFilter } from '../reports/report.filter.ts';
import {
  ClaimKind,
  ClaimOrderField,
  ClaimStatus,
  Modality,
  occurrenceModalities,
} from './claim.enums.ts';
import { hasLink, LinkFilter } from './claim-link.filter.ts';
import { hasParty, PartyFilter } from './claim-party.filter.ts';
import { hasPlace, PlaceFilter } from './claim-place.filter.ts';
import { hasQuantity, QuantityFilter } from './quantity.filter.ts';
import { hasSpeaker, SpeakerFilter } from './speaker.filter.ts';
import { restsOnAnythingWithdrawn } from './withdrawn-dependencies.ts';

@InputType({
  description:
    'Conditions on claims. All must hold; null or omitted conditions are ignored, and an empty ' +
    'list of values matches nothing. With `kind` and without `modality`, only claims of what is ' +
    'said to have happened match: a feared air strike is not an air strike.',
})
@DefaultFilter((row, own, isAsked) =>
  own.kind && !isAsked('modality')
    ? sql`${row}.modality = any(${occurrenceModalities}::text[])`
    : raw('true'),
)
export class ClaimFilter {
  @Field(() => [ClaimFilter], { nullable: true, description: 'Filters that must all match.' })
  and?: ClaimFilter[] | null;

  @Field(() => [ClaimFilter], {
    nullable: true,
    description: 'Filters of which at least one must match.',
  })
  or?: ClaimFilter[] | null;

  @Field(() => ClaimFilter, {
    nullable: true,
    description: 'A filter that must not match. Inside it, `kind` covers claims of every modality.',
  })
  not?: ClaimFilter | null;

  @Field(() => [ID], { nullable: true, description: 'The claim is one of these.' })
  @Where((row, ids: string[], ctx) => sql`${row}.id = any(${ctx.keys(ids, 'Claim')}::uuid[])`)
  id?: string[] | null;

  @Field(() => [ClaimKind], {
    nullable: true,
    description:
      'The claim is of one of these kinds. FEARED, PREDICTED and DENIED claims match only if ' +
      '`modality` asks for them.',
  })
  @Where((row, kinds) => sql`${row}.kind = any(${kinds}::text[])`)
  kind?: ClaimKind[] | null;

  @Field(() => [Modality], {
    nullable: true,
    description: 'The claim is put in one of these ways.',
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
    description: 'Whether the claim is a total over incidents that the report did not separate.',
  })
  @Where((row, wanted) => sql`${row}.aggregate = ${wanted}::boolean`)
  aggregate?: boolean | null;

  @Field(() => PeriodFilter, {
    nullable: true,
    description: 'The period in which the event is said to have happened.',
  })
  @Where((row, period: PeriodFilter, ctx) =>
    overlapsPeriod(period, sql`${row}.occurred_earliest`, sql`${row}.occurred_latest`, ctx),
  )
  occurred?: PeriodFilter | null;

  @Field(() => PeriodFilter, {
    nullable: true,
    description:
      'The period in which the world could first know: the earliest publication among the ' +
      'claim’s report and citations.',
  })
  @Where((row, period: PeriodFilter, ctx) => {
    const [report, publication] = [ctx.alias(), ctx.alias()];
    const [earliest, latest] = [sql`${publication}.earliest`, sql`${publication}.latest`];
    return sql`exists (select from (
      select min(${report}.published_earliest) as earliest,
        min(${report}.published_latest) as latest
      from report ${report} where ${report}.id = ${row}.report_id
        or ${report}.id in (select report_id from citation where claim_id = ${row}.id)
      ) ${publication} where ${overlapsPeriod(period, earliest, latest, ctx)})`;
  })
  reported?: PeriodFilter | null;

  @Field(() => PlaceFilter, {
    nullable: true,
    description: 'Conditions on a place that the claim names.',
  })
  @Where(hasPlace)
  place?: PlaceFilter | null;

  @Field(() => PartyFilter, {
    nullable: true,
    description: 'Conditions on a faction that the claim names.',
  })
  @Where(hasParty)
  party?: PartyFilter | null;

  @Field(() => SpeakerFilter, {
    nullable: true,
    description: 'Conditions on a speaker, anywhere in the claim’s attribution chains.',
  })
  @Where(hasSpeaker)
  speaker?: SpeakerFilter | null;

  @Field(() => ReportFilter, {
    nullable: true,
    description: 'Conditions on the report in which the claim was read.',
  })
  @Where((row, filter: ReportFilter, ctx) => {
    const report = ctx.alias();
    return sql`exists (select from report ${report}
      where ${report}.id = ${row}.report_id and ${ctx.filter(ReportFilter, report, filter)})`;
  })
  report?: ReportFilter | null;

  @Field(() => QuantityFilter, {
    nullable: true,
    description: 'Conditions on a figure that the claim gives.',
  })
  @Where(hasQuantity)
  quantity?: QuantityFilter | null;

  @Field(() => LinkFilter, {
    nullable: true,
    description: 'Conditions on a link between the claim and another that is not withdrawn.',
  })
  @Where(hasLink)
  link?: LinkFilter | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether a record that the claim depends on is withdrawn: its report, a cited report, or a ' +
      'source, place or faction that it names.',
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
    description: 'The claim has this id in another system, such as a UCDP event id.',
  })
  @Where((row, id: ExternalIdInput) => hasExternalId(id, row, 'claim_id'))
  externalId?: ExternalIdInput | null;
}

export const ClaimOrder = orderInput('ClaimOrder', () => ClaimOrderField, 'DESC');
export const ClaimListArgs = listArgs(
  () => ClaimFilter,
  () => ClaimOrder,
);
