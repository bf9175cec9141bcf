import { getMetadataArgsStorage, Index } from 'typeorm';
import { Claim } from '../claims/claim.entity.ts';
import { claimIndexTables } from '../claims/claim-index.columns.ts';
import { ClaimPlace } from '../claims/claim-place.entity.ts';
import { Quantity } from '../claims/quantity.entity.ts';
import { Faction } from '../factions/faction.entity.ts';
import { Location } from '../locations/location.entity.ts';
import { searchedTexts } from '../names/full-text.ts';
import { NameKey } from '../names/name-key.entity.ts';
import { Report } from '../reports/report.entity.ts';
import { Source } from '../sources/source.entity.ts';
import { snake } from '../values/snake.ts';

/**
 * An index that TypeORM's decorators cannot express: over expressions, with sort orders, partial.
 */
interface ExpressionIndex {
  /** The entity of the table, or the name of a table that TypeORM does not know. */
  entity: Function | string;
  /** The index is called `<table>_<name>_idx`. */
  name: string;
  columns: string;
  /** `include` and `where`. */
  options?: string;
  method?: 'btree' | 'gin' | 'hash';
  unique?: boolean;
}

const occurred = '(coalesce(occurred_latest, occurred_earliest)) desc nulls last, id desc';
const published = '(coalesce(published_latest, published_earliest)) desc nulls last, id desc';
const span = '(span_of(occurred_earliest, occurred_latest))';
const byName = 'name collate "C", id';

/** Connections are read in these orders without sorting. A claim of one day has span 0. */
const claimIndexes: ExpressionIndex[] = [
  { entity: Claim, name: 'occurred', columns: occurred },
  { entity: Claim, name: 'report_occurred', columns: `report_id, ${occurred}` },
  { entity: Claim, name: 'recorded', columns: 'created_at, id' },
  { entity: Claim, name: 'updated', columns: 'updated_at, id' },
  { entity: Claim, name: 'kind_occurred', columns: `kind, ${occurred}` },
  { entity: Claim, name: 'spans', columns: `${span}, ${occurred}`, options: `where ${span} <> 0` },
];

/** The same orders in a claim index table, under one key. */
const claimIndexTableIndexes = Object.values(claimIndexTables).flatMap(
  ({ table: entity, key }): ExpressionIndex[] => {
    const order = 'occurred desc nulls last, claim_id desc';
    return [
      { entity, name: 'occurred', columns: `${key}, ${order}` },
      { entity, name: 'kind_occurred', columns: `${key}, kind, ${order}` },
      { entity, name: 'spans', columns: `${key}, span, ${order}`, options: 'where span <> 0' },
      // Last: of indexes that seem equally good, as all do while a table is empty, the planner
      // prefers the newest. The triggers look up the rows of a claim.
      { entity, name: 'claim', columns: 'claim_id' },
    ];
  },
);

/** For statistics. It has all the columns that counting needs, so that only the index is read. */
const sharedEvents: ExpressionIndex = {
  entity: claimIndexTables.location.table,
  name: 'shared',
  columns: 'location_id, event_id',
  options: 'include (kind, modality, status, starts, occurred, span) where event_id is not null',
};

const recordIndexes: ExpressionIndex[] = [
  { entity: Report, name: 'published', columns: published },
  { entity: Report, name: 'publisher_published', columns: `publisher_id, ${published}` },
  { entity: Source, name: 'name', columns: byName },
  { entity: Faction, name: 'name', columns: byName },
  { entity: Location, name: 'name', columns: byName },
  { entity: Location, name: 'children', columns: `parent_id, ${byName}` },
  // A B-tree takes 2,704 bytes, and an address in another script than Latin may have more.
  { entity: Report, name: 'url', columns: 'url', options: 'where url is not null', method: 'hash' },
  // Locations whose point is in a box, and claims by their own points.
  ...[Location, ClaimPlace].map((entity) => ({
    entity,
    name: 'point',
    columns: 'point_lat, point_lon',
    options: 'where point_lat is not null',
  })),
];

/** The faction of a value object in a quantity, whose column has a prefix. */
const quantityFaction: ExpressionIndex = {
  entity: Quantity,
  name: 'of_faction_id',
  columns: 'of_faction_id',
  options: 'where of_faction_id is not null',
};

/**
 * Keys of outside data, and the records that they stand for. A key is a long text, so the index has
 * a hash of it. Records are only looked up one by one, for which a hash index is the smallest.
 */
const matchIndexes: ExpressionIndex[] = [
  {
    entity: 'import_match',
    name: 'key',
    columns: 'match_key(record_type, system, value)',
    unique: true,
  },
  { entity: 'import_match', name: 'record_id', columns: 'record_id', method: 'hash' },
];

/** Names by their keys: whole and by prefix, then by similarity. */
const nameKeyIndexes: ExpressionIndex[] = [
  ...['exact', 'solid', 'skeleton', 'stem', 'slavic'].map((key) => ({
    entity: NameKey,
    name: key,
    columns: `${key} collate "C"`,
  })),
  ...(
    [
      ['spelled', 'spelled'],
      ['sound', 'skeleton'],
    ] as const
  ).map(([name, key]) => ({
    entity: NameKey,
    name,
    columns: `${key} gin_trgm_ops`,
    options: 'where not weak',
    method: 'gin' as const,
  })),
  { entity: NameKey, name: 'words', columns: 'words', options: 'where not weak', method: 'gin' },
];

const textIndexes: ExpressionIndex[] = [...searchedTexts.REPORT, ...searchedTexts.CLAIM].map(
  ({ table, name, words }) => ({
    entity: table === 'claim' ? Claim : Report,
    name: `${name}_words`,
    columns: `(${words})`,
    // Pending entries make writes cheap. Now and then one write must merge them, by default 4 MB.
    options: 'with (gin_pending_list_limit = 256)',
    method: 'gin',
  }),
);

const expressionIndexes = [
  ...claimIndexes,
  ...claimIndexTableIndexes,
  sharedEvents,
  ...recordIndexes,
  quantityFaction,
  ...matchIndexes,
  ...nameKeyIndexes,
  ...textIndexes,
];

const tableOf = (entity: Function | string): string =>
  typeof entity === 'string'
    ? entity
    : (getMetadataArgsStorage().tables.find(({ target }) => target === entity)?.name ??
      snake(entity.name));
const indexName = ({ entity, name }: ExpressionIndex) => `${tableOf(entity)}_${name}_idx`;

// TypeORM would drop indexes that it does not know.
for (const index of expressionIndexes)
  if (typeof index.entity !== 'string')
    Index(indexName(index), { synchronize: false })(index.entity);

/**
 * Statements that create the indexes. `touched` is empty between writes, so a crash loses nothing.
 */
export const indexes: string = [
  'alter table touched set unlogged;',
  'alter table scrubbed set unlogged;',
  ...expressionIndexes.map((index) => {
    const { entity, columns, options = '', method = 'btree', unique = false } = index;
    const target = `${tableOf(entity)} using ${method} (${columns}) ${options}`;
    return `create ${unique ? 'unique ' : ''}index if not exists ${indexName(index)} on ${target};`;
  }),
].join('\n');
