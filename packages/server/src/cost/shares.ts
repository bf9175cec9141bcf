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

/** The share of rows with a month in a period. */
export const inPeriod =
  (name: string): ShareRule =>
  (value, { counts }) => {
    const { from, to } = Object(value) as { from?: string | null; to?: string | null };
    const months = counts.values.get(name);
    const first = from == null ? '' : from.slice(0, 7);
    const last = to == null ? '9999' : to.slice(0, 7);
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

/** The columns of the conditions on what a claim names. */
const namedValues: Readonly<Record<string, string>> = {
  'Location.claims role': 'claim_place.role',
  'Location.claims precision': 'claim_place.geo_precision',
  'Faction.claims role': 'claim_party.role',
  'Source.claims kind': 'source.kind',
};

const shareNaming =
  (fan: Parameters<typeof claimsNaming>[0], property: string): ShareRule =>
  (value, knowledge) => {
    const { [property]: ids, externalId, scope, first, ...others } = Object(value) as Args;
    const claims = knowledge.counts.rows.get('claim') ?? 0;
    let share = Math.min(
      1,
      (claimsNaming(fan, ids, knowledge) ?? (externalId == null ? claims : claims / 100)) /
        Math.max(1, claims),
    );
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

export const shareRules: Readonly<Record<string, ShareRule>> = {
  'ClaimFilter.kind': (value, knowledge) => shareOf('claim.kind', value, knowledge),
  'ClaimFilter.modality': equals('claim.modality'),
  'ClaimFilter.status': equals('claim.status'),
  'ClaimFilter.aggregate': equals('claim.aggregate'),
  'ClaimFilter.occurred': inPeriod('claim.month'),
  'ClaimFilter.reported': inPeriod('claim.month'),
  'ClaimFilter.place': shareNaming('Location.claims', 'id'),
  'ClaimFilter.party': shareNaming('Faction.claims', 'faction'),
  'ClaimFilter.speaker': shareNaming('Source.claims', 'source'),
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
  'ClaimFilter.citations': () => 0.4,
  'ClaimFilter.dateWidth': () => 0.4,
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
        (_, { counts }, table) => 1 / Math.max(1, counts.rows.get(table) ?? 1),
      ],
      [`${type}Filter.withdrawn`, (value) => (value === 'ONLY' ? 0 : 1)],
      [`${type}Filter.restsOnWithdrawn`, (value) => (value === true ? 0 : 1)],
    ]),
  ),
};
