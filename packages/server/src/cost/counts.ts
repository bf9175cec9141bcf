import type pg from 'pg';
import { Fan, type FanSize } from './fan.ts';

/** How many rows have each value of a column. */
export class ValueCounts {
  readonly total: number;
  private readonly sizes: ReadonlyMap<string | null, number>;
  private readonly sorted: readonly string[];
  /** How many rows have one of the first values. */
  private readonly sums: readonly number[];

  constructor(rows: readonly { value: string | null; size: number }[]) {
    this.sizes = new Map(rows.map(({ value, size }) => [value, size]));
    this.sorted = rows.flatMap(({ value }) => value ?? []).sort();
    const sums = [0];
    for (const [i, value] of this.sorted.entries()) sums.push((sums[i] ?? 0) + this.of(value));
    this.sums = sums;
    this.total = rows.reduce((all, { size }) => all + size, 0);
  }

  get size(): number {
    return this.sizes.size;
  }

  of(value: string): number {
    return this.sizes.get(value) ?? 0;
  }

  /** How many rows have a value from one to another, both included. */
  between(first: string, last: string): number {
    const before = this.sorted.findIndex((value) => value >= first);
    const after = this.sorted.findLastIndex((value) => value <= last);
    return before < 0 || after < before
      ? 0
      : (this.sums[after + 1] ?? 0) - (this.sums[before] ?? 0);
  }
}

/** The columns whose values are counted, by the name under which the model asks for them. */
export interface CountedFan {
  table: string;
  column: string;
  /** The table of the owners. */
  owner: string;
  /** Whether the counts of single owners are kept, too. */
  byKey?: boolean;
  /** The table whose rows refer to owners, if that is another one. Its column has the same name. */
  referring?: string;
}

/** Columns with few values, of which each is counted: `kind` of claims. */
export interface CountedValue {
  table: string;
  column: string;
}

/** Texts of which a sample is kept, to see how many rows contain a word. */
export interface SampledText {
  table: string;
  /** SQL of the text of a row. */
  text: string;
}

/** Points of which a sample is kept, to see how many rows are in an area. */
export interface SampledPoint {
  table: string;
  /** SQL of the latitude and of the longitude of a row. */
  lat: string;
  lon: string;
}

export interface Point {
  lat: number;
  lon: number;
}

/** What the model counts in a ledger. */
export interface Counted {
  fans: Readonly<Record<string, CountedFan>>;
  values: Readonly<Record<string, CountedValue>>;
  texts: Readonly<Record<string, SampledText>>;
  points: Readonly<Record<string, SampledPoint>>;
}

/** What the model knows about the contents of a ledger. It is replaced as a whole. */
export interface LedgerCounts {
  /** Differs from that of all other counts. */
  version: number;
  rows: ReadonlyMap<string, number>;
  fans: ReadonlyMap<string, Fan>;
  values: ReadonlyMap<string, ValueCounts>;
  /** Texts of some rows, in lower case, by name. */
  texts: ReadonlyMap<string, readonly string[]>;
  /** Points of some rows that have one, by name. */
  points: ReadonlyMap<string, readonly Point[]>;
  /** The share of rows in which a column is null, by `table.column`. Absent: unknown. */
  nulls: ReadonlyMap<string, number>;
}

export const noCounts: LedgerCounts = {
  version: 0,
  rows: new Map(),
  fans: new Map(),
  values: new Map(),
  texts: new Map(),
  points: new Map(),
  nulls: new Map(),
};

/** How many texts or points are kept of a table, and how many characters of each. */
const sampleSize = 400;
const maxTextLength = 2_000;

/** The most owners whose own counts are kept. */
const maxKeys = 20_000;

const name = (part: string): string => `"${part}"`;

/** Tables of up to this size, in bytes, are counted if PostgreSQL has not analyzed them yet. */
const maxCounted = 16_000_000;
const usualRowBytes = 120;

/** How many rows each table has, by PostgreSQL's own statistics if it has any. */
async function countRows(client: pg.Pool | pg.ClientBase): Promise<Map<string, number>> {
  const { rows: tables } = await client.query<{ table: string; rows: number; bytes: number }>(
    `select c.relname as table, greatest(c.reltuples, s.n_live_tup, 0)::float8 as rows,
       pg_relation_size(c.oid)::float8 as bytes
     from pg_class c left join pg_stat_user_tables s on s.relid = c.oid
     where c.relkind = 'r' and c.relnamespace = current_schema()::regnamespace`,
  );
  const counts = new Map<string, number>();
  for (const { table, rows, bytes } of tables) {
    const isUnknown = rows === 0 && bytes > 0;
    if (isUnknown && bytes <= maxCounted) {
      const { rows: found } = await client.query<{ count: number }>(
        `select count(*)::float8 as count from ${name(table)}`,
      );
      counts.set(table, found[0]?.count ?? 0);
    } else counts.set(table, isUnknown ? bytes / usualRowBytes : rows);
  }
  return counts;
}

/** Counts a ledger. It reads index tables, so it is done from time to time, not for a request. */
export async function readCounts(
  client: pg.Pool | pg.ClientBase,
  { fans, values, texts, points }: Counted,
  version: number,
): Promise<LedgerCounts> {
  const rows = await countRows(client);
  const counted = new Map<string, Fan>();
  for (const [key, { table, column, owner, byKey, referring }] of Object.entries(fans)) {
    const of = `select ${name(column)} as key, count(*)::int as size from ${name(table)}
      where ${name(column)} is not null group by 1`;
    const references = `select ${name(column)} as key, count(*)::int as size
      from ${name(referring ?? table)} group by 1`;
    const { rows: sizes } = await client.query<Record<'size' | 'owners' | 'referring', number>>(
      `select counted.size, count(*)::int as owners,
         coalesce(sum(referring.size), 0)::float8 as referring
       from (${of}) counted left join (${references}) referring using (key) group by 1 order by 1`,
    );
    const { rows: largest } = byKey
      ? await client.query<{ key: string; size: number }>(
          `${of} order by size desc limit ${maxKeys}`,
        )
      : { rows: [] };
    const histogram = sizes.map((each): FanSize => [each.size, each.owners, each.referring]);
    const ofKeys = new Map(largest.map((each) => [each.key, each.size]));
    counted.set(key, new Fan(histogram, rows.get(owner) ?? 0, ofKeys));
  }
  const shares = new Map<string, ValueCounts>();
  for (const [key, { table, column }] of Object.entries(values)) {
    const { rows: found } = await client.query<{ value: string; size: number }>(
      `select ${column} as value, count(*)::int as size from ${name(table)} group by 1`,
    );
    shares.set(key, new ValueCounts(found));
  }
  const { rows: columns } = await client.query<{ name: string; nulls: number }>(
    `select tablename || '.' || attname as name, null_frac as nulls from pg_stats
     where schemaname = current_schema()`,
  );
  const nulls = new Map(columns.map((each) => [each.name, each.nulls]));
  const sampleOf = (table: string) => {
    const percent = Math.min(100, (100 * sampleSize) / Math.max(1, rows.get(table) ?? 1));
    return `${name(table)} tablesample bernoulli (${percent}) repeatable (1)`;
  };
  const sampledTexts = new Map<string, readonly string[]>();
  for (const [key, { table, text }] of Object.entries(texts)) {
    const { rows: found } = await client.query<{ text: string }>(
      `select left(lower(${text}), ${maxTextLength}) as text from ${sampleOf(table)}`,
    );
    sampledTexts.set(
      key,
      found.map((each) => each.text),
    );
  }
  const sampledPoints = new Map<string, readonly Point[]>();
  for (const [key, { table, lat, lon }] of Object.entries(points)) {
    const { rows: found } = await client.query<Point>(
      `select * from (select ${lat} as lat, ${lon} as lon from ${sampleOf(table)}) sampled
       where lat is not null`,
    );
    sampledPoints.set(key, found);
  }
  return {
    version,
    rows,
    nulls,
    fans: counted,
    values: shares,
    texts: sampledTexts,
    points: sampledPoints,
  };
}
