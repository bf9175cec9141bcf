import { occurrenceModalities } from '../claims/claim.enums.ts';
import type { CountedFan, CountedValue } from './counts.ts';
import type { ShareRule } from './filters.ts';
import type { Args, Knowledge } from './model.ts';

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

/** Connections whose rows are looked for in the whole table, for each owner. */
export const scannedConnections: readonly string[] = ['Source.reports'];

/** Conditions that find their rows by an index, so that no other row is read. */
export const lookUps: Readonly<Record<string, (value: unknown) => number | undefined>> = {
  id: (value) => [value].flat().length,
  // Few records are withdrawn, and they have an index of their own.
  withdrawn: (value) => (value === 'ONLY' ? 1 : undefined),
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
  if (!found) return 0.3;
  let total = 0;
  for (const size of found.values()) total += size;
  const wanted = new Set([value].flat().map(String));
  let matching = 0;
  for (const each of wanted) matching += found.get(each) ?? 0;
  return total === 0 ? 0 : matching / total;
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
    const first = String(from ?? '').slice(0, 7);
    const last = to == null ? '9999' : String(to).slice(0, 7);
    let [total, inside] = [0, 0];
    for (const [month, size] of counts.values.get(name) ?? []) {
      total += size;
      if (month !== null && month >= first && month <= last) inside += size;
    }
    return total === 0 ? 0 : (inside + 1) / (total + 1);
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

const named =
  (fan: Parameters<typeof claimsNaming>[0], property: string): ShareRule =>
  (value, knowledge) => {
    const { [property]: ids, externalId, scope, ...others } = Object(value) as Args;
    const claims = knowledge.counts.rows.get('claim') ?? 0;
    const isLimited = Object.values(others).some((each) => each != null);
    const share =
      (claimsNaming(fan, ids, knowledge) ?? (externalId == null ? claims : claims / 100)) /
      Math.max(1, claims);
    return Math.min(1, share) * (isLimited ? 0.4 : 1);
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
