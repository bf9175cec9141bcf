import { getMetadataArgsStorage, Index } from 'typeorm';
import { Claim } from '../claims/claim.entity.ts';
import { claimIndexTables } from '../claims/claim-index.columns.ts';
import { ClaimOfFaction, ClaimOfSource, ClaimWithin } from '../claims/claim-index.entity.ts';
import { ClaimRollup } from '../claims/claim-rollup.entity.ts';
import { Faction } from '../factions/faction.entity.ts';
import { Location } from '../locations/location.entity.ts';
import { searchedTexts } from '../names/full-text.ts';
import { NameKey } from '../names/name-key.entity.ts';
import { Report } from '../reports/report.entity.ts';
import { Source } from '../sources/source.entity.ts';
import { snake } from '../values/snake.ts';

const occurred = '(coalesce(occurred_latest, occurred_earliest)) desc nulls last, id desc';
const published = '(coalesce(published_latest, published_earliest)) desc nulls last, id desc';
const kept = 'occurred desc nulls last, claim_id desc';
const span = '(span_of(occurred_earliest, occurred_latest))';
const byName = 'name collate "C", id';

const lists = { location: ClaimWithin, faction: ClaimOfFaction, source: ClaimOfSource };

/** The orders of the lists, in which pages are read without sorting. TypeORM cannot say an index over an expression. */
const orders: [table: Function, index: string, columns: string, more?: string, using?: string][] = [
  [Claim, 'occurred', occurred],
  [Claim, 'report_occurred', `report_id, ${occurred}`],
  [Claim, 'recorded', 'created_at, id'],
  [Claim, 'kind_occurred', `kind, ${occurred}`],
  // What is no single day: what a period may cut across.
  [Claim, 'spans', `${span}, ${occurred}`, `where ${span} <> 0`],
  ...(['location', 'faction', 'source'] as const).flatMap((thing): typeof orders => [
    [lists[thing], 'occurred', `${claimIndexTables[thing].key}, ${kept}`],
    [lists[thing], 'kind_occurred', `${claimIndexTables[thing].key}, kind, ${kept}`],
    [lists[thing], 'spans', `${claimIndexTables[thing].key}, span, ${kept}`, 'where span <> 0'],
  ]),
  // Counts alone are read without the figures beside them.
  [
    ClaimRollup,
    'totals',
    'location_id, modality, status, month, kind',
    `include (entries) where measure = ''`,
  ],
  [
    ClaimWithin,
    'shared',
    'location_id, event_id',
    'include (kind, modality, status, starts, occurred, span) where event_id is not null',
  ],
  [Report, 'published', published],
  [Report, 'publisher_published', `publisher_id, ${published}`],
  [Source, 'name', byName],
  [Faction, 'name', byName],
  [Location, 'name', byName],
  [Location, 'children', `parent_id, ${byName}`],
  // Whose point lies in a box.
  [Location, 'point', 'point_lat, point_lon', 'where point_lat is not null'],
  // Names by what they are found by: whole and from the start, then by what they sound like.
  [NameKey, 'exact', 'exact collate "C"'],
  [NameKey, 'solid', 'solid collate "C"'],
  [NameKey, 'skeleton', 'skeleton collate "C"'],
  [NameKey, 'stem', 'stem collate "C"'],
  [NameKey, 'spelled', 'spelled gin_trgm_ops', 'where not weak', 'using gin'],
  [NameKey, 'sound', 'skeleton gin_trgm_ops', 'where not weak', 'using gin'],
  // The words of texts.
  ...[...searchedTexts.REPORT, ...searchedTexts.CLAIM].map(
    ({ table, name, words }): (typeof orders)[number] => [
      table === 'claim' ? Claim : Report,
      `${name}_words`,
      `(${words})`,
      '',
      'using gin',
    ],
  ),
];

const tableOf = (entity: Function): string =>
  getMetadataArgsStorage().tables.find(({ target }) => target === entity)?.name ??
  snake(entity.name);

const nameOf = (entity: Function, index: string) => `${tableOf(entity)}_${index}_idx`;

/** Told to TypeORM too, so that it leaves them alone. */
for (const [table, index] of orders) Index(nameOf(table, index), { synchronize: false })(table);

/** `touched` is empty between writes: a crash loses nothing in it. */
export const indexes: string = [
  'alter table touched set unlogged;',
  ...orders.map(
    ([table, index, columns, more = '', using = '']) =>
      `create index if not exists ${nameOf(table, index)} on ${tableOf(table)} ${using} (${columns}) ${more};`,
  ),
].join('\n');
