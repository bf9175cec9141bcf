import { ArgsType, Field, ID, InputType, Int } from 'type-graphql';
import { FirstArgs, listArgs, orderInput } from '../compiler/connection-types.ts';
import { DefaultFilter, Where } from '../compiler/filter.ts';
import { join, raw, sql } from '../compiler/sql.ts';
import { PlaceScope } from '../locations/location.enums.ts';
import { isNear, NearInput } from '../locations/near.ts';
import { isAt, liesAt } from '../locations/within.ts';
import { ExternalIdInput } from '../records/external-id.entity.ts';
import { overlapsPeriod, PeriodFilter } from '../records/period.ts';
import { containsText, hasExternalId, maxContained } from '../records/text.ts';
import { ReportFilter } from '../reports/report.filter.ts';
import { SourceKind } from '../sources/source.enums.ts';
import { GeoPrecision } from '../values/enums.ts';
import {
  ClaimKind,
  ClaimLinkKind,
  ClaimOrderField,
  ClaimStatus,
  Measure,
  Modality,
  occurrenceModalities,
  PartyRole,
  PersonCategory,
  PlaceRole,
} from './claim.enums.ts';
import { restsOnAnythingWithdrawn } from './withdrawn-dependencies.ts';

@InputType({
  description:
    'Conditions on the places of a claim. All must hold for the same place; null or omitted conditions are ignored.',
})
export class PlaceFilter {
  @Field(() => [ID], {
    nullable: true,
    description: 'The claim names one of these places, as far as `scope` reaches.',
  })
  id?: string[] | null;

  @Field(() => PlaceScope, {
    defaultValue: PlaceScope.WITHIN,
    description:
      'How far the places in `id` reach. By default a place includes everything inside it.',
  })
  scope: PlaceScope;

  @Field(() => [PlaceRole], {
    nullable: true,
    description: 'The place has one of these roles in the claim.',
  })
  role?: PlaceRole[] | null;

  @Field(() => NearInput, {
    nullable: true,
    description:
      'The place is near this point, by the claim’s own point if it has one, otherwise by the location’s.',
  })
  near?: NearInput | null;

  @Field(() => [GeoPrecision], {
    nullable: true,
    description:
      'The claim locates the place with one of these precisions. Use it to leave out what is known only by governorate.',
  })
  precision?: GeoPrecision[] | null;
}

@InputType({
  description:
    'Conditions on the factions of a claim. All must hold for the same party; null or omitted conditions are ignored.',
})
export class PartyFilter {
  @Field(() => [ID], { nullable: true, description: 'The claim names one of these factions.' })
  faction?: string[] | null;

  @Field(() => [PartyRole], {
    nullable: true,
    description: 'The faction has one of these roles in the claim.',
  })
  role?: PartyRole[] | null;
}

@InputType({
  description:
    'Conditions on the speakers of a claim. All must hold for the same speaker; null or omitted conditions are ignored.',
})
export class SpeakerFilter {
  @Field(() => [ID], { nullable: true, description: 'The speaker is one of these sources.' })
  source?: string[] | null;

  @Field(() => [SourceKind], {
    nullable: true,
    description: 'The speaker is a source of one of these kinds.',
  })
  kind?: SourceKind[] | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description:
      'Whether only the first speaker of a chain counts, not those who passed the claim on. Ignored without `source` and `kind`.',
  })
  first: boolean;
}

@InputType({
  description:
    'Conditions on the figures of a claim. All must hold for the same figure; null or omitted conditions are ignored.',
})
export class QuantityFilter {
  @Field(() => Measure, { description: 'What the figure counts, such as people killed.' })
  measure: Measure;

  @Field(() => Int, {
    nullable: true,
    description:
      'The figure may be this number or more: its `max` is at least this, or it is open above. A best estimate alone counts as its bound.',
  })
  atLeast?: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'The figure may be this number or less: its `min` is at most this, or it is open below. A best estimate alone counts as its bound.',
  })
  atMost?: number | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the figure has no upper bound (`max` is null).',
  })
  openAbove?: boolean | null;

  @Field(() => PersonCategory, {
    nullable: true,
    description: 'The category of people that the figure counts.',
  })
  category?: PersonCategory | null;
}

@InputType({
  description:
    'Conditions on the links of a claim. All must hold for the same link; null or omitted conditions are ignored.',
})
export class LinkFilter {
  @Field(() => [ClaimLinkKind], {
    nullable: true,
    description: 'The link is of one of these kinds, in either direction.',
  })
  kind?: ClaimLinkKind[] | null;

  @Field(() => ID, { nullable: true, description: 'The link leads to or from this claim.' })
  to?: string | null;
}

@InputType({
  description:
    'Conditions on claims. All must hold; null or omitted conditions are ignored, and an empty list of values matches nothing. With `kind` and without `modality`, only claims of what is said to have happened match: a feared air strike is not an air strike.',
})
@DefaultFilter((row, own, asked) =>
  own.kind && !asked('modality')
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
  @Where((row, ids: string[], use) => sql`${row}.id = any(${use.keys(ids, 'Claim')}::uuid[])`)
  id?: string[] | null;

  @Field(() => [ClaimKind], {
    nullable: true,
    description:
      'The claim is of one of these kinds. FEARED, PREDICTED and DENIED claims match only if `modality` asks for them.',
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
  @Where((row, period: PeriodFilter, use) =>
    overlapsPeriod(period, sql`${row}.occurred_earliest`, sql`${row}.occurred_latest`, use),
  )
  occurred?: PeriodFilter | null;

  @Field(() => PeriodFilter, {
    nullable: true,
    description:
      'The period in which the world could first know: the earliest publication among the claim’s report and citations.',
  })
  @Where((row, period: PeriodFilter, use) => {
    const [a, b] = [use.alias(), use.alias()];
    const known = sql`select min(${b}.published_earliest) as earliest, min(${b}.published_latest) as latest from report ${b} where ${b}.id = ${row}.report_id or ${b}.id in (select report_id from citation where claim_id = ${row}.id)`;
    return sql`exists (select from (${known}) ${a} where ${overlapsPeriod(period, sql`${a}.earliest`, sql`${a}.latest`, use)})`;
  })
  reported?: PeriodFilter | null;

  @Field(() => PlaceFilter, {
    nullable: true,
    description: 'Conditions on a place that the claim names.',
  })
  @Where((row, place: PlaceFilter, use) => {
    const ids =
      place.id == null
        ? undefined
        : sql`select unnest(${use.at('id').keys(place.id, 'Location')}::uuid[])`;
    if (place.role == null && place.near == null && place.precision == null)
      return ids ? isAt(row, ids, place.scope) : raw('true');
    const [p, l] = [use.alias(), use.alias()];
    const conditions = [sql`${p}.claim_id = ${row}.id`];
    if (ids) conditions.push(liesAt(sql`${p}.location_id`, ids, place.scope));
    if (place.role != null) conditions.push(sql`${p}.role = any(${place.role}::text[])`);
    if (place.precision != null)
      conditions.push(sql`${p}.geo_precision = any(${place.precision}::text[])`);
    if (place.near != null)
      conditions.push(
        isNear(
          sql`coalesce(${p}.point_lat, ${l}.point_lat)`,
          sql`coalesce(${p}.point_lon, ${l}.point_lon)`,
          place.near,
          use,
        ),
      );
    const where = join(conditions, ' and ');
    return sql`exists (select from claim_place ${p} join location ${l} on ${l}.id = ${p}.location_id where ${where})`;
  })
  place?: PlaceFilter | null;

  @Field(() => PartyFilter, {
    nullable: true,
    description: 'Conditions on a faction that the claim names.',
  })
  @Where((row, party: PartyFilter, use) => {
    if (party.faction == null && party.role == null) return raw('true');
    const p = use.alias();
    const faction =
      party.faction == null
        ? raw('true')
        : sql`${p}.faction_id = any(${use.at('faction').keys(party.faction, 'Faction')}::uuid[])`;
    const role = party.role == null ? raw('true') : sql`${p}.role = any(${party.role}::text[])`;
    return sql`exists (select from claim_party ${p} where ${p}.claim_id = ${row}.id and ${faction} and ${role})`;
  })
  party?: PartyFilter | null;

  @Field(() => SpeakerFilter, {
    nullable: true,
    description: 'Conditions on a speaker, anywhere in the claim’s attribution chains.',
  })
  @Where((row, speaker: SpeakerFilter, use) => {
    if (speaker.source == null && speaker.kind == null) return raw('true');
    const [s, x] = [use.alias(), use.alias()];
    const source =
      speaker.source == null
        ? raw('true')
        : sql`${s}.source_id = any(${use.at('source').keys(speaker.source, 'Source')}::uuid[])`;
    const kind = speaker.kind == null ? raw('true') : sql`${x}.kind = any(${speaker.kind}::text[])`;
    const first = speaker.first ? sql`${s}.position = 0` : raw('true');
    return sql`exists (select from speaker ${s} join source ${x} on ${x}.id = ${s}.source_id where ${s}.claim_id = ${row}.id and ${source} and ${kind} and ${first})`;
  })
  speaker?: SpeakerFilter | null;

  @Field(() => ReportFilter, {
    nullable: true,
    description: 'Conditions on the report in which the claim was read.',
  })
  @Where((row, report: ReportFilter, use) => {
    const r = use.alias();
    return sql`exists (select from report ${r} where ${r}.id = ${row}.report_id and ${use.filter(ReportFilter, r, report)})`;
  })
  report?: ReportFilter | null;

  @Field(() => QuantityFilter, {
    nullable: true,
    description: 'Conditions on a figure that the claim gives.',
  })
  @Where((row, figure: QuantityFilter, use) => {
    const q = use.alias();
    const conditions = [sql`${q}.claim_id = ${row}.id and ${q}.measure = ${figure.measure}::text`];
    if (figure.atLeast != null)
      conditions.push(
        sql`coalesce(${q}.max, case when ${q}.min is null then ${q}.best end, 2147483647) >= ${figure.atLeast}::int`,
      );
    if (figure.atMost != null)
      conditions.push(
        sql`coalesce(${q}.min, case when ${q}.max is null then ${q}.best end, 0) <= ${figure.atMost}::int`,
      );
    if (figure.openAbove != null)
      conditions.push(sql`(${q}.max is null) = ${figure.openAbove}::boolean`);
    if (figure.category != null) conditions.push(sql`${q}.of_category = ${figure.category}::text`);
    return sql`exists (select from quantity ${q} where ${join(conditions, ' and ')})`;
  })
  quantity?: QuantityFilter | null;

  @Field(() => LinkFilter, {
    nullable: true,
    description: 'Conditions on a link between the claim and another that is not withdrawn.',
  })
  @Where((row, link: LinkFilter, use) => {
    if (link.kind == null && link.to == null) return raw('true');
    const a = use.alias();
    const kind = link.kind == null ? raw('true') : sql`${a}.kind = any(${link.kind}::text[])`;
    const other = sql`case when ${a}.from_id = ${row}.id then ${a}.to_id else ${a}.from_id end`;
    const wanted =
      link.to == null
        ? raw('true')
        : sql`${other} = ${use.at('to').keys(link.to, 'Claim')[0]}::uuid`;
    const o = use.alias();
    return sql`exists (select from claim_link ${a} join claim ${o} on ${o}.id = ${other} and ${o}.withdrawn_at is null
      where ${row}.id in (${a}.from_id, ${a}.to_id) and ${a}.withdrawn_at is null and ${kind} and ${wanted})`;
  })
  link?: LinkFilter | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether a record that the claim depends on is withdrawn: its report, a cited report, or a source, place or faction that it names.',
  })
  @Where((row, wanted) => sql`${restsOnAnythingWithdrawn(row)} = ${wanted}::boolean`)
  restsOnWithdrawn?: boolean | null;

  @Field(() => String, {
    nullable: true,
    description: `The claim’s statement or passage contains this text of up to ${maxContained} characters, ignoring case.`,
  })
  @Where((row, text: string, use) =>
    containsText(text, use, sql`${row}.statement`, sql`${row}.passage_quote`),
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

@ArgsType()
export class LinkArgs extends FirstArgs {
  @Field(() => [ClaimLinkKind], {
    nullable: true,
    description: 'Only links of these kinds. Null or omitted: links of all kinds.',
  })
  kinds?: ClaimLinkKind[] | null;
}
