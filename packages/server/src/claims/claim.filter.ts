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

@InputType({ description: 'Where. All keys must hold for the same place of the claim.' })
export class PlaceFilter {
  @Field(() => [ID], { nullable: true, description: 'At one of these places.' })
  id?: string[] | null;

  @Field(() => PlaceScope, {
    defaultValue: PlaceScope.WITHIN,
    description: 'A place means the place and all inside it, unless told otherwise.',
  })
  scope: PlaceScope;

  @Field(() => [PlaceRole], { nullable: true, description: 'In one of these roles.' })
  role?: PlaceRole[] | null;

  @Field(() => NearInput, {
    nullable: true,
    description: 'Near a point: the claim’s own, else the place’s.',
  })
  near?: NearInput | null;

  @Field(() => [GeoPrecision], {
    nullable: true,
    description:
      'Placed with one of these precisions: leave out what is known only to a governorate.',
  })
  precision?: GeoPrecision[] | null;
}

@InputType({
  description: 'Which factions it names. Both keys must hold for the same party of the claim.',
})
export class PartyFilter {
  @Field(() => [ID], { nullable: true, description: 'One of these factions.' })
  faction?: string[] | null;

  @Field(() => [PartyRole], { nullable: true, description: 'In one of these roles.' })
  role?: PartyRole[] | null;
}

@InputType({ description: 'Who says so. All keys must hold for the same speaker.' })
export class SpeakerFilter {
  @Field(() => [ID], { nullable: true, description: 'One of these sources.' })
  source?: string[] | null;

  @Field(() => [SourceKind], { nullable: true, description: 'A source of one of these kinds.' })
  kind?: SourceKind[] | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Only the first speaker of a chain, not those who passed it on.',
  })
  first: boolean;
}

@InputType({ description: 'A figure it gives. All keys must hold for the same figure.' })
export class QuantityFilter {
  @Field(() => Measure, { description: 'What it counts.' })
  measure: Measure;

  @Field(() => Int, {
    nullable: true,
    description: 'It may be this or more: its max, or open above.',
  })
  atLeast?: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'It may be this or less: its min, or open below.',
  })
  atMost?: number | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether it is open above: has no max.' })
  openAbove?: boolean | null;

  @Field(() => PersonCategory, { nullable: true, description: 'Whom it counts.' })
  category?: PersonCategory | null;
}

@InputType({ description: 'How it stands to other claims.' })
export class LinkFilter {
  @Field(() => [ClaimLinkKind], { nullable: true, description: 'By a link of one of these kinds.' })
  kind?: ClaimLinkKind[] | null;

  @Field(() => ID, { nullable: true, description: 'To or from this claim.' })
  to?: string | null;
}

@InputType({
  description:
    'Which claims. All keys must hold; a key that is null or left out asks nothing. With `kind` and without `modality`, only what is said to have happened is found: a feared air strike is no air strike.',
})
@DefaultFilter((row, own, asked) =>
  own.kind && !asked('modality')
    ? sql`${row}.modality = any(${occurrenceModalities}::text[])`
    : raw('true'),
)
export class ClaimFilter {
  @Field(() => [ClaimFilter], { nullable: true, description: 'All of these.' })
  and?: ClaimFilter[] | null;

  @Field(() => [ClaimFilter], { nullable: true, description: 'At least one of these.' })
  or?: ClaimFilter[] | null;

  @Field(() => ClaimFilter, { nullable: true, description: 'Not this.' })
  not?: ClaimFilter | null;

  @Field(() => [ID], { nullable: true, description: 'One of these claims.' })
  @Where((row, ids: string[], use) => sql`${row}.id = any(${use.keys(ids, 'Claim')}::uuid[])`)
  id?: string[] | null;

  @Field(() => [ClaimKind], {
    nullable: true,
    description:
      'Of one of these kinds. FEARED, PREDICTED and DENIED ones only if `modality` asks for them.',
  })
  @Where((row, kinds) => sql`${row}.kind = any(${kinds}::text[])`)
  kind?: ClaimKind[] | null;

  @Field(() => [Modality], { nullable: true, description: 'Put in one of these ways.' })
  @Where((row, modalities) => sql`${row}.modality = any(${modalities}::text[])`)
  modality?: Modality[] | null;

  @Field(() => [ClaimStatus], { nullable: true, description: 'Whose verification stands so.' })
  @Where((row, statuses) => sql`${row}.status = any(${statuses}::text[])`)
  status?: ClaimStatus[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'A total over incidents not separated, or not.',
  })
  @Where((row, wanted) => sql`${row}.aggregate = ${wanted}::boolean`)
  aggregate?: boolean | null;

  @Field(() => PeriodFilter, { nullable: true, description: 'When it is said to have happened.' })
  @Where((row, period: PeriodFilter, use) =>
    overlapsPeriod(period, sql`${row}.occurred_earliest`, sql`${row}.occurred_latest`, use),
  )
  occurred?: PeriodFilter | null;

  @Field(() => PeriodFilter, {
    nullable: true,
    description:
      'When the world could know: the earliest publication among its report and citations.',
  })
  @Where((row, period: PeriodFilter, use) => {
    const [a, b] = [use.alias(), use.alias()];
    const known = sql`select min(${b}.published_earliest) as earliest, min(${b}.published_latest) as latest from report ${b} where ${b}.id = ${row}.report_id or ${b}.id in (select report_id from citation where claim_id = ${row}.id)`;
    return sql`exists (select from (${known}) ${a} where ${overlapsPeriod(period, sql`${a}.earliest`, sql`${a}.latest`, use)})`;
  })
  reported?: PeriodFilter | null;

  @Field(() => PlaceFilter, { nullable: true, description: 'Where.' })
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

  @Field(() => PartyFilter, { nullable: true, description: 'Which factions it names.' })
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

  @Field(() => SpeakerFilter, { nullable: true, description: 'Who says so, anywhere in a chain.' })
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

  @Field(() => ReportFilter, { nullable: true, description: 'Whose report is one of these.' })
  @Where((row, report: ReportFilter, use) => {
    const r = use.alias();
    return sql`exists (select from report ${r} where ${r}.id = ${row}.report_id and ${use.filter(ReportFilter, r, report)})`;
  })
  report?: ReportFilter | null;

  @Field(() => QuantityFilter, { nullable: true, description: 'That gives a figure such as this.' })
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

  @Field(() => LinkFilter, { nullable: true, description: 'That is linked so to another claim.' })
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
      'Whether its report, one it cites, or a source, place or faction that it names has been withdrawn.',
  })
  @Where((row, wanted) => sql`${restsOnAnythingWithdrawn(row)} = ${wanted}::boolean`)
  restsOnWithdrawn?: boolean | null;

  @Field(() => String, {
    nullable: true,
    description: `With this text of up to ${maxContained} characters in its statement or passage, case left aside.`,
  })
  @Where((row, text: string, use) =>
    containsText(text, use, sql`${row}.statement`, sql`${row}.passage_quote`),
  )
  text?: string | null;

  @Field(() => ExternalIdInput, {
    nullable: true,
    description: 'With this id in another system, such as a UCDP event.',
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
  @Field(() => [ClaimLinkKind], { nullable: true, description: 'Only of these kinds. Null: all.' })
  kinds?: ClaimLinkKind[] | null;
}
