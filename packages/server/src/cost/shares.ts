import { shareInAreas } from './areas.ts';
import type { Args, Knowledge, ShareRule } from './model.ts';

/*
 * What share of the rows a condition of a filter matches, by the counts of the ledger.
 */

export const shareOf = (name: string, value: unknown, { counts }: Knowledge): number => {
  const found = counts.values.get(name);
  if (!found || found.total === 0) return found ? 0 : 0.3;
  if (!Array.isArray(value)) return found.of(String(value)) / found.total;
  let matching = 0;
  for (const [i, each] of value.entries())
    if (value.indexOf(each) === i) matching += found.of(String(each));
  return matching / found.total;
};

const equals =
  (name: string): ShareRule =>
  (value, knowledge) =>
    shareOf(name, value, knowledge);

type DayOrMoment = string | Date | null | undefined;

const monthIn = (value: string | Date): string =>
  (value instanceof Date ? value.toISOString() : value).slice(0, 7);

/** The share of rows with a month in a period. */
export const inPeriod =
  (name: string): ShareRule =>
  (value, { counts }) => {
    const { from, to } = Object(value) as { from?: DayOrMoment; to?: DayOrMoment };
    const months = counts.values.get(name);
    const first = from == null ? '' : monthIn(from);
    const last = to == null ? '9999' : monthIn(to);
    return months ? (months.between(first, last) + 1) / (months.total + 1) : 0;
  };

/** Keys of ids, without their prefix. */
export const keysOf = (ids: unknown): string[] =>
  [ids ?? []].flat().map((id) => String(id).slice(String(id).indexOf('_') + 1));

/** How many claims name one of some records. Undefined: the filter names none. */
export function claimsNaming(
  fan: 'Location.claims' | 'Faction.claims' | 'Source.claims',
  ids: unknown,
  { counts }: Knowledge,
): number | undefined {
  if (ids == null) return undefined;
  const { byKey } = counts.fans.get(fan) ?? { byKey: new Map<string, number>() };
  return [...new Set(keysOf(ids))].reduce((sum, key) => sum + (byKey.get(key) ?? 0), 0);
}

/** Whether records of a table have external ids of a system: 1, or 0 if nothing can be found. */
export function existing(externalId: unknown, table: string, { counts }: Knowledge): number {
  const systems = counts.values.get('external_id.system');
  const { system } = Object(externalId) as Args;
  return systems === undefined || systems.of(`${table} ${system}`) > 0 ? 1 : 0;
}

/** The columns of the conditions on what a claim names. */
const namedValues: Readonly<Record<string, string>> = {
  'Location.claims role': 'claim_place.role',
  'Location.claims precision': 'claim_place.geo_precision',
  'Faction.claims role': 'claim_party.role',
  'Source.claims kind': 'speaker.kind',
};

const shareNaming =
  (fan: Parameters<typeof claimsNaming>[0], property: string, owner: string): ShareRule =>
  (value, knowledge) => {
    const { [property]: ids, externalId, scope, first, ...conditions } = Object(value) as Args;
    const { near, bbox, polygon, ...others } = conditions;
    const claims = knowledge.counts.rows.get('claim') ?? 0;
    let share = Math.min(
      1,
      (claimsNaming(fan, ids, knowledge) ??
        (externalId == null ? claims : (claims / 100) * existing(externalId, owner, knowledge))) /
        Math.max(1, claims),
    );
    share *= shareInAreas(conditions, knowledge);
    for (const [key, each] of Object.entries(others)) {
      const counted = namedValues[`${fan} ${key}`];
      if (each != null) share *= counted === undefined ? 0.4 : shareOf(counted, each, knowledge);
    }
    return share;
  };

/** The share of sampled texts that contain a text. */
const contains =
  (name: string): ShareRule =>
  (value, { counts }) => {
    const texts = counts.texts.get(name) ?? [];
    const wanted = String(value).trim().toLowerCase();
    const found = texts.reduce((sum, text) => sum + (text.includes(wanted) ? 1 : 0), 0);
    return (found + 0.2) / (texts.length + 0.4);
  };

/** The share of records to which so many rows refer. */
const inRange =
  (fan: string): ShareRule =>
  (value, { counts }) => {
    const { atLeast, atMost } = Object(value) as Args;
    const sizes = counts.fans.get(fan);
    return sizes
      ? sizes.shareOfSize(Number(atLeast ?? 0), Number(atMost ?? Number.POSITIVE_INFINITY))
      : 0.4;
  };

/** The share of rows in which a column has a value. */
const notNull =
  (column: string): ShareRule =>
  (_, { counts }) =>
    1 - (counts.nulls.get(column) ?? 0.5);

/** The share of records that one of the rows between records names: a fifth of them, at most. */
const linkedBy =
  (link: string, table: string): ShareRule =>
  (_, { counts }) =>
    Math.min(0.2, (counts.rows.get(link) ?? 0) / Math.max(1, counts.rows.get(table) ?? 0));

export const shareRules: Readonly<Record<string, ShareRule>> = {
  'ClaimFilter.kind': (value, knowledge) => shareOf('claim.kind', value, knowledge),
  'ClaimFilter.modality': equals('claim.modality'),
  'ClaimFilter.status': equals('claim.status'),
  'ClaimFilter.aggregate': equals('claim.aggregate'),
  'ClaimFilter.occurred': inPeriod('claim.month'),
  'ClaimFilter.createdAt': inPeriod('claim.createdAt'),
  'ClaimFilter.updatedAt': inPeriod('claim.updatedAt'),
  'ReportFilter.createdAt': inPeriod('report.createdAt'),
  'ReportFilter.updatedAt': inPeriod('report.updatedAt'),
  'ClaimFilter.reported': inPeriod('claim.month'),
  'ClaimFilter.place': shareNaming('Location.claims', 'id', 'location'),
  'ClaimFilter.party': shareNaming('Faction.claims', 'faction', 'faction'),
  'ClaimFilter.speaker': shareNaming('Source.claims', 'source', 'source'),
  'ClaimFilter.quantity': (value, knowledge) => {
    const { measure, ...others } = Object(value) as Args;
    const limits = Object.values(others).filter((each) => each != null).length;
    const share = measure == null ? 1 : shareOf('quantity.measure', measure, knowledge);
    return (share > 0.5 ? 1 : share) * 0.5 ** limits;
  },
  'ClaimFilter.link': (_, { counts }) =>
    (counts.rows.get('claim_link') ?? 0) / Math.max(1, counts.rows.get('claim') ?? 0),
  'ClaimFilter.text': contains('claim.text'),
  'ReportFilter.text': contains('report.text'),
  'ClaimFilter.citations': inRange('Claim.citations'),
  'ReportFilter.citations': inRange('Report.citedBy'),
  'ClaimFilter.dateWidth': () => 0.4,
  'ReportFilter.minWordCount': notNull('report.word_count'),
  'ReportFilter.reprint': (value, knowledge, table) => {
    const reprints = notNull('report.reprint_of_id')(value, knowledge, table);
    return value === true ? reprints : 1 - reprints;
  },
  'ReportFilter.bodySha256': () => 0.0001,
  'ReportFilter.publisherExternalId': (value, knowledge) =>
    existing(value, 'source', knowledge) / Math.max(1, knowledge.counts.rows.get('source') ?? 1),
  'ReportFilter.language': equals('report.language'),
  'FactionFilter.kind': equals('faction.kind'),
  'FactionFilter.relatedTo': linkedBy('faction_relation', 'faction'),
  'FactionFilter.relatedToExternalId': linkedBy('faction_relation', 'faction'),
  'SourceFilter.kind': equals('source.kind'),
  'SourceFilter.reliability': equals('source.reliability'),
  'SourceFilter.protection': equals('source.protection'),
  'SourceFilter.affiliatedWith': linkedBy('affiliation', 'source'),
  'SourceFilter.affiliatedWithExternalId': linkedBy('affiliation', 'source'),
  'ReportFilter.kind': equals('report.kind'),
  'ReportFilter.published': inPeriod('report.month'),
  'LocationFilter.kind': equals('location.kind'),
  ...Object.fromEntries(
    ['Claim', 'Report', 'Source', 'Faction', 'Location'].flatMap((type): [string, ShareRule][] => [
      [
        `${type}Filter.id`,
        (value, { counts }, table) =>
          new Set([value].flat()).size / Math.max(1, counts.rows.get(table) ?? 1),
      ],
      [
        `${type}Filter.externalId`,
        (value, knowledge, table) =>
          existing(value, table, knowledge) / Math.max(1, knowledge.counts.rows.get(table) ?? 1),
      ],
      [
        `${type}Filter.withdrawn`,
        (value, { counts }, table) =>
          value === 'ONLY' ? 1 - (counts.nulls.get(`${table}.withdrawn_at`) ?? 1) : 1,
      ],
      [`${type}Filter.restsOnWithdrawn`, (value) => (value === true ? 0 : 1)],
    ]),
  ),
};
