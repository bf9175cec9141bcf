import type { Counted, CountedFan, CountedValue, SampledPoint, SampledText } from './counts.ts';

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
    // The places of claims are towns, of which fewer claims are than of the areas around them.
    referring: 'claim_place',
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
  'Claim.citations': { table: 'citation', column: 'claim_id', owner: 'claim' },
  'Location.children': { table: 'location', column: 'parent_id', owner: 'location', byKey: true },
  'Record.history': { table: 'revision', column: 'record_id', owner: 'claim' },
};

const monthOf = (column: string): string => `to_char(${column} at time zone 'UTC', 'YYYY-MM')`;

export const countedValues: Readonly<Record<string, CountedValue>> = {
  'claim.kind': { table: 'claim', column: 'kind' },
  'claim.modality': { table: 'claim', column: 'modality' },
  'claim.status': { table: 'claim', column: 'status' },
  'claim.aggregate': { table: 'claim', column: 'aggregate::text' },
  'claim.month': {
    table: 'claim',
    column: `to_char(coalesce(occurred_latest, occurred_earliest), 'YYYY-MM')`,
  },
  'claim.createdAt': { table: 'claim', column: monthOf('created_at') },
  'claim.updatedAt': { table: 'claim', column: monthOf('updated_at') },
  'report.createdAt': { table: 'report', column: monthOf('created_at') },
  'report.updatedAt': { table: 'report', column: monthOf('updated_at') },
  'report.kind': { table: 'report', column: 'kind' },
  'report.month': {
    table: 'report',
    column: `to_char(coalesce(published_latest, published_earliest), 'YYYY-MM')`,
  },
  'report.language': { table: 'report', column: 'lower(language)' },
  'location.kind': { table: 'location', column: 'kind' },
  'faction.kind': { table: 'faction', column: 'kind' },
  'source.kind': { table: 'source', column: 'kind' },
  'source.reliability': { table: 'source', column: 'reliability' },
  'source.protection': { table: 'source', column: 'protection' },
  'claim_party.role': { table: 'claim_party', column: 'role' },
  'claim_place.role': { table: 'claim_place', column: 'role' },
  'claim_place.geo_precision': { table: 'claim_place', column: 'geo_precision' },
  // Of each speaker, because most claims have the same few sources.
  'speaker.kind': {
    table: 'speaker',
    column: '(select s.kind from source s where s.id = speaker.source_id)',
  },
  // With the type of the record: each system is for some types.
  'external_id.system': {
    table: 'external_id',
    column: `case when claim_id is not null then 'claim' when report_id is not null then 'report'
      when source_id is not null then 'source' when faction_id is not null then 'faction'
      when location_id is not null then 'location' end || ' ' || system`,
  },
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

/** Orders in which an index has the rows of each owner. */
export const ownOrders: Readonly<Record<string, string>> = {
  ...indexTables,
  'Report.claims': 'OCCURRED',
};

/** Connections whose rows are looked for in the whole table, for each owner. */
export const scannedConnections: readonly string[] = ['Source.reports'];

// Not names: an estimate must not say whether a protected source has one.
const sampledTexts: Readonly<Record<string, SampledText>> = {
  'claim.text': { table: 'claim', text: `concat_ws(' ', statement, passage_quote)` },
  'report.text': { table: 'report', text: `concat_ws(' ', title, summary, body)` },
};

const sampledPoints: Readonly<Record<string, SampledPoint>> = {
  'claim.point': {
    table: 'claim_place',
    lat: 'coalesce(point_lat, (select l.point_lat from location l where l.id = location_id))',
    lon: 'coalesce(point_lon, (select l.point_lon from location l where l.id = location_id))',
  },
};

export const counted: Counted = {
  fans: countedFans,
  values: countedValues,
  texts: sampledTexts,
  points: sampledPoints,
};

/** Conditions that are a filter of a record that the row refers to. */
export const relationFilters: Readonly<Record<string, { type: string; table: string }>> = {
  'ClaimFilter.report': { type: 'ReportFilter', table: 'report' },
};

/** Conditions that PostgreSQL checks last, on the rows that those on their own columns leave. */
export const checkedLast: readonly string[] = [
  'ClaimFilter.reported',
  'ClaimFilter.restsOnWithdrawn',
  'ClaimFilter.citations',
  'ReportFilter.citations',
  'ReportFilter.restsOnWithdrawn',
];

/**
 * Conditions that leave no fewer rows for those that are checked last: PostgreSQL joins other
 * tables after them, and index ranges have left fewer rows before.
 */
export const checkedElsewhere: readonly string[] = [
  'ClaimFilter.kind',
  'ClaimFilter.occurred',
  'ClaimFilter.place',
  'ClaimFilter.party',
  'ClaimFilter.speaker',
  'ClaimFilter.quantity',
  'ClaimFilter.link',
  'ClaimFilter.report',
];

/**
 * Conditions for which PostgreSQL reads all rows of a table, and sorts them, rather than to read
 * them in the order of a page until it is full.
 */
export const readInFull: readonly string[] = [
  'ClaimFilter.report',
  'ClaimFilter.reported',
  'ClaimFilter.restsOnWithdrawn',
];

/**
 * Conditions for which PostgreSQL reads tables once if it checks all rows of a table. In a nested
 * list, it looks up what it needs for each row.
 */
export const costlierBelow: readonly string[] = ['ClaimFilter.restsOnWithdrawn'];

/** Conditions that search a table once, for all rows together. */
export const searches: Readonly<Record<string, string>> = {
  'ClaimFilter.place.bbox': 'claim_place',
  'ClaimFilter.place.polygon': 'claim_place',
  'ClaimFilter.place.near': 'claim_place',
};

/**
 * The searches by an index. PostgreSQL expects few rows of them, so it starts with them, and does
 * so again for each record that a nested list belongs to.
 */
export const indexedSearches: readonly string[] = [
  'ClaimFilter.place.bbox',
  'ClaimFilter.place.polygon',
];

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
