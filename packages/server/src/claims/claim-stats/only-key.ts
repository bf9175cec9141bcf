import { raw, type Sql } from '../../compiler/sql.ts';

/** How a key of a claim `c` is read. */
export interface ValueKey {
  /** Tables that are joined to `c`, at most one row each. Keys may share a join. */
  joins?: readonly Sql[];
  /** The same in one pass over a table, for requests that read many claims. By default `joins`. */
  joinsOfMany?: readonly Sql[];
  /** The same for requests that read all claims. By default `joinsOfMany`. */
  joinsOfAll?: readonly Sql[];
  ofClaim: Sql;
  /** Why `ofClaim` is null, where it is: a `NullReason`. Absent: every claim has a key. */
  whyNull?: Sql;
}

/** The rows that a claim has in another table. */
interface ClaimRows {
  table: string;
  /** The column that counts the rows of a claim from 0. */
  position: string;
  /** Which rows count. */
  also?: (row: string) => string;
}

/** What is read from such a row: a column, or the `key` that queries have for its value. */
interface KeyOfRow {
  column: string;
  from?: KeySource;
}

interface KeySource {
  alias: string;
  /** The keys of all values, by the same column: to be joined to all rows at once. */
  every: string;
  /** The key of one row. */
  ofRow: (row: string) => string;
}

const places: ClaimRows = { table: 'claim_place', position: 'position' };
const parties: ClaimRows = { table: 'claim_party', position: 'position' };
const firstSpeakers: ClaimRows = {
  table: 'speaker',
  position: 'attribution',
  also: (row) => ` and ${row}.position = 0`,
};

/** The area of a kind that contains a place, or is the place, if there is exactly one. */
function areasOfPlaces(kind: string): KeySource {
  const key = 'case when min(a.id::text) = max(a.id::text) then min(a.id::text)::uuid end as key';
  const areas = `location_within w join location a on a.id = w.ancestor_id and a.kind = '${kind}'`;
  return {
    alias: kind.toLowerCase(),
    every: `select w.location_id, ${key} from ${areas} group by w.location_id`,
    ofRow: (place) => `select ${key} from ${areas} where w.location_id = ${place}.location_id`,
  };
}

export const onlyLocation = (): ValueKey => onlyKey(places, { column: 'location_id' });
export const onlyFaction = (): ValueKey => onlyKey(parties, { column: 'faction_id' });
export const onlyFirstSpeaker = (): ValueKey => onlyKey(firstSpeakers, { column: 'source_id' });
export const onlyArea = (kind: string): ValueKey =>
  onlyKey(places, { column: 'location_id', from: areasOfPlaces(kind) });

/**
 * The only key that a claim has in its rows; null if it has none or several. Nearly every claim has
 * one row or two. These are joined, which PostgreSQL can do for all claims at once. Other claims
 * are looked up one by one.
 */
function onlyKey(
  { table, position, also = () => '' }: ClaimRows,
  { column, from }: KeyOfRow,
): ValueKey {
  const [row0, row1] = [`${table}0`, `${table}1`];
  const joinedRows = [row0, row1].map(
    (row, number) => `left join ${table} ${row} on ${row}.claim_id = c.id
        and ${row}.${position} = ${number}${also(row)}`,
  );
  const joinKeys = (joinKey: (from: KeySource, row: string, alias: string) => string) =>
    [
      ...joinedRows,
      ...(from ? [row0, row1].map((row, i) => joinKey(from, row, `${from.alias}${i}`)) : []),
    ].map(raw);
  const [key0, key1] = from
    ? [`${from.alias}0.key`, `${from.alias}1.key`]
    : [`${row0}.${column}`, `${row1}.${column}`];
  const ofX = from
    ? `select k.key from ${table} x left join lateral (${from.ofRow('x')}) k on true`
    : `select x.${column} as key from ${table} x`;
  const every = `from (${ofX} where x.claim_id = c.id${also('x')}) every`;
  const hasMore = `exists (select from ${table} x
    where x.claim_id = c.id and x.${position} > 1${also('x')})`;
  /** Reads the first two rows, or `all` of them if there are more. */
  const choose = (one: string, different: string, all: string) => `case
    when ${row0}.claim_id is null then ${all}
    when ${row1}.claim_id is null then ${one}
    when ${key0} is distinct from ${key1} then ${different}
    when ${hasMore} then ${all} else ${one} end`;
  return {
    joins: joinKeys(
      ({ ofRow }, row, alias) => `left join lateral (${ofRow(row)}) ${alias} on true`,
    ),
    joinsOfMany: joinKeys(
      ({ every }, row, alias) =>
        `left join (${every}) ${alias} on ${alias}.${column} = ${row}.${column}`,
    ),
    ofClaim: raw(
      choose(
        key0,
        'null',
        `(select case when count(key) = count(*) and min(key::text) = max(key::text)
          then min(key::text)::uuid end ${every})`,
      ),
    ),
    whyNull: raw(
      choose(
        `'OUTSIDE'`,
        `'SEVERAL'`,
        `(select case when count(*) = 0 then 'UNKNOWN' when count(key) = 0 then 'OUTSIDE'
          else 'SEVERAL' end ${every})`,
      ),
    ),
  };
}

/**
 * Whom a claim counts as killed: the only value of a column of its figures. If the figure is split,
 * only its parts count. Figures of zero do not count.
 */
export function onlyVictim(column: string): ValueKey {
  const every = `case when bool_or(part_of is not null)
        then array_agg(${column}) filter (where part_of is not null) else array_agg(${column}) end
        as every`;
  const killed = `measure = 'PEOPLE_KILLED' and coalesce(max, best) is distinct from 0`;
  return {
    joins: [
      raw(`left join lateral (select ${every}
      from quantity where claim_id = c.id and ${killed}) ${column} on true`),
    ],
    joinsOfAll: [
      raw(`left join (select claim_id, ${every}
      from quantity where ${killed} group by claim_id) ${column} on ${column}.claim_id = c.id`),
    ],
    ofClaim: raw(
      `case when ${column}.every[1] = all (${column}.every) then ${column}.every[1] end`,
    ),
    whyNull: raw(`case when num_nonnulls(variadic ${column}.every) > 0 then 'SEVERAL'
    else 'UNKNOWN' end`),
  };
}
