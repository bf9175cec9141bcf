import { occurrenceModalities } from '../claims/claim.enums.ts';
import type { Counted, CountedFan, CountedValue, SampledText } from './counts.ts';
import type { Args, Knowledge, ShareRule } from './model.ts';

/*
 * What the cost model knows about the records: which counts it needs, what conditions of filters
 * match, and which orders are indexed. Anything that is not named here is estimated from tables and
 * relations alone.
 */

/** Rows by owner. A connection `Type.field` is estimated by the fan of its name. */
export const countedFans: Readonly<Record<string, CountedFan>> = {
  'Location.claims': {
    table: 'claim_within',
    column: 'location_id',
    owner: 'location',
    byKey: true,
  },
  'Faction.claims': {
    table: 'claim_of_faction',
    column: 'faction_id',
    owner: 'faction',
    byKey: true,
  },
  'Source.claims': { table: 'claim_of_source', column: 'source_id', owner: 'source', byKey: true },
  'Source.reports': { table: 'report', column: 'publisher_id', owner: 'source', byKey: true },
  'Report.claims': { table: 'claim', column: 'report_id', owner: 'report', byKey: true },
  'Report.citedBy': { table: 'citation', column: 'report_id', owner: 'report' },
  'Location.children': { table: 'location', column: 'parent_id', owner: 'location', byKey: true },
  'Record.history': { table: 'revision', column: 'record_id', owner: 'claim' },
};

export const countedValues: Readonly<Record<string, CountedValue>> = {
  'claim.kind': { table: 'claim', column: 'kind' },
  'claim.modality': { table: 'claim', column: 'modality' },
  'claim.status': { table: 'claim', column: 'status' },
  'claim.aggregate': { table: 'claim', column: 'aggregate::text' },
  'claim.month': {
    table: 'claim',
    column: `to_char(coalesce(occurred_latest, occurred_earliest), 'YYYY-MM')`,
  },
  'report.kind': { table: 'report', column: 'kind' },
  'report.month': {
    table: 'report',
    column: `to_char(coalesce(published_latest, published_earliest), 'YYYY-MM')`,
  },
  'location.kind': { table: 'location', column: 'kind' },
  'claim_party.role': { table: 'claim_party', column: 'role' },
  'claim_place.role': { table: 'claim_place', column: 'role' },
  'claim_place.geo_precision': { table: 'claim_place', column: 'geo_precision' },
  'source.kind': { table: 'source', column: 'kind' },
  'quantity.measure': { table: 'quantity', column: 'measure' },
};

/** Orders in which an index has the rows, by the type of the nodes. */
export const indexedOrders: Readonly<Record<string, readonly string[]>> = {
  Claim: ['OCCURRED', 'RECORDED', 'UPDATED'],
  Report: ['PUBLISHED', 'RECORDED', 'UPDATED'],
  Location: ['NAME', 'RECORDED', 'UPDATED'],
  Faction: ['NAME', 'RECORDED', 'UPDATED'],
  Source: ['NAME', 'RECORDED', 'UPDATED'],
  Revision: ['VERSION'],
};

/** Connections whose rows an index table has in one order, and without withdrawn records. */
export const indexTables: Readonly<Record<string, string>> = {
  'Location.claims': 'OCCURRED',
  'Faction.claims': 'OCCURRED',
  'Source.claims': 'OCCURRED',
};

/** Connections whose rows are looked for in the whole table, for each owner. */
export const scannedConnections: readonly string[] = ['Source.reports'];

// Not names: an estimate must not say whether a protected source has one.
const sampledTexts: Readonly<Record<string, SampledText>> = {
  'claim.text': { table: 'claim', text: `concat_ws(' ', statement, passage_quote)` },
  'report.text': { table: 'report', text: `concat_ws(' ', title, summary, body)` },
};

export const counted: Counted = { fans: countedFans, values: countedValues, texts: sampledTexts };

/** Conditions that search a table once, whatever row is checked. */
export const searches: Readonly<Record<string, string>> = {
  'ClaimFilter.place.bbox': 'claim_place',
  'ClaimFilter.place.polygon': 'claim_place',
  'ClaimFilter.place.near': 'claim_place',
};

/** Conditions on columns that begin an index. */
export const indexedKeys: readonly string[] = ['id', 'kind', 'publisher'];

/** How many rows an index finds for a condition. Undefined: no index does. */
export function foundBy(name: string, value: unknown, knowledge: Knowledge): number | undefined {
  const [, key] = name.split('.');
  if (key === 'id') return new Set([value].flat()).size;
  if (key === 'externalId') return 1;
  if (name === 'ReportFilter.publisher') return reportsOf(value, knowledge);
  // Few records are withdrawn, and they have an index of their own.
  if (key === 'withdrawn') return value === 'ONLY' ? 1 : undefined;
  return undefined;
}

/** How many claims an index has for a condition on something that they name. */
export function foundUnorderedBy(
  name: string,
  value: unknown,
  knowledge: Knowledge,
): number | undefined {
  const { externalId, ...others } = Object(value) as Args;
  const ids = (fan: Parameters<typeof claimsNaming>[0], key: string) =>
    claimsNaming(fan, others[key], knowledge) ?? (externalId == null ? undefined : 10);
  switch (name) {
    case 'ClaimFilter.place':
      return ids('Location.claims', 'id');
    case 'ClaimFilter.party':
      return ids('Faction.claims', 'faction');
    case 'ClaimFilter.speaker':
      return others.kind == null ? ids('Source.claims', 'source') : undefined;
    default:
      return undefined;
  }
}

/** The share of a connection's rows that arguments beside the filter leave. */
export const argumentShares: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  'Source.claims': { asOrigin: 0.02 },
};

/** The tables whose rows are the items of lists that follow from no relation. */
export const listTables: Readonly<Record<string, string>> = {
  'Location.ancestors': 'location_within',
  'Location.overlaps': 'location_overlap',
  'Location.alsoIn': 'location_also_in',
};

/** The dimension or key of statistics without which a record of their buckets is null. */
export const dimensionOf = (field: string): string | undefined => bucketRecords[field];

const bucketRecords: Readonly<Record<string, string>> = {
  'ClaimBucket.location': 'LOCATION',
  'ClaimBucket.admin1': 'ADMIN1',
  'ClaimBucket.admin2': 'ADMIN2',
  'ClaimBucket.faction': 'FACTION',
  'ClaimBucket.source': 'SOURCE',
  'ClaimBucket.outlet': 'OUTLET',
  'ClaimBucket.victimFaction': 'VICTIM_FACTION',
  'ClaimMark.location': 'PLACE',
};

const shareOf = (name: string, value: unknown, { counts }: Knowledge): number => {
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
const inPeriod =
  (name: string): ShareRule =>
  (value, { counts }) => {
    const { from, to } = Object(value) as { from?: string | null; to?: string | null };
    const months = counts.values.get(name);
    const first = from == null ? '' : from.slice(0, 7);
    const last = to == null ? '9999' : to.slice(0, 7);
    return months ? (months.between(first, last) + 1) / (months.total + 1) : 0;
  };

/** Keys of ids, without their prefix. */
const keysOf = (ids: unknown): string[] =>
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

const named =
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
  'ClaimFilter.place': named('Location.claims', 'id'),
  'ClaimFilter.party': named('Faction.claims', 'faction'),
  'ClaimFilter.speaker': named('Source.claims', 'source'),
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

/** Claims of statuses that totals leave out do not change an estimate, but fears may. */
export const occurrences = (knowledge: Knowledge): number =>
  shareOf('claim.modality', [...occurrenceModalities], knowledge);

const reportsOf = (ids: unknown, { counts }: Knowledge): number =>
  [...new Set(keysOf(ids))].reduce(
    (sum, key) => sum + (counts.fans.get('Source.reports')?.byKey.get(key) ?? 0),
    0,
  );

/**
 * The share of rows in the index ranges that a filter of claims chooses: by what it names first,
 * by kind and by period. `isOwned`: the owner's own index is read, whatever the filter names.
 */
export function indexShare(
  type: string,
  filter: Args,
  knowledge: Knowledge,
  isOwned = false,
): number {
  if (type !== 'ClaimFilter') return 1;
  const alone = (key: string) =>
    filter[key] == null
      ? 1
      : (shareRules[`ClaimFilter.${key}`]?.(filter[key], knowledge, 'claim') ?? 1);
  const { place, party, speaker } = Object(filter) as Record<string, Args | null | undefined>;
  const [naming] = [
    place && limitsNothing(place, ['id', 'externalId', 'scope']) ? 'place' : undefined,
    party && limitsNothing(party, ['faction', 'externalId']) ? 'party' : undefined,
    speaker && limitsNothing(speaker, ['source', 'externalId', 'first']) ? 'speaker' : undefined,
  ].filter((key) => key !== undefined);
  const named = isOwned || naming === undefined ? 1 : alone(naming);
  return named * alone('kind') * alone('occurred');
}

/** Whether a filter of what is named has no other conditions than these. */
const limitsNothing = (filter: Args, keys: readonly string[]): boolean =>
  Object.entries(filter).every(([key, value]) => value == null || keys.includes(key));

const datedOrders: Readonly<Record<string, string>> = {
  'Claim.OCCURRED': 'claim.month',
  'Report.PUBLISHED': 'report.month',
};

/** The share of rows beyond the cursors of a page, for orders by date. */
export function shareBeyond(
  order: string,
  direction: string,
  { after, before }: Args,
  knowledge: Knowledge,
): number {
  const months = datedOrders[order];
  if (!months || (after == null && before == null)) return 1;
  const [a, b] = [dateOf(after), dateOf(before)];
  const [from, to] = direction === 'DESC' ? [b, a] : [a, b];
  if (from === undefined && to === undefined) return 1;
  return Math.min(1, inPeriod(months)({ from, to }, knowledge, ''));
}

/** The date in a cursor. */
const dateOf = (cursor: unknown): string | undefined =>
  /^[^~]*~[^~]*~(\d{4}-\d\d)/.exec(String(cursor ?? ''))?.[1];
