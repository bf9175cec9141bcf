import { expect } from '@jest/globals';

/** CTE `up`: locations with all areas around them, computed from parents and `alsoIn`. */
const up = `edge as (
    select id as location_id, parent_id as area_id from location where parent_id is not null
    union select location_id, area_id from location_also_in
  ), up(location_id, ancestor_id, depth) as (
    select id, id, 0 from location
    union
    select u.location_id, e.area_id, u.depth + 1
    from up u join edge e on e.location_id = u.ancestor_id
  )`;

/**
 * CTE `live`: claims that are not withdrawn, with the columns of the claim index tables. Span
 * classes are counted, and events are found by following links from each claim.
 */
const live = `linked(id, other) as (
    select c.id, c.id from claim c where withdrawn_at is null
    union
    select r.id, c.id from linked r
    join claim_link l on r.other in (l.from_id, l.to_id) and l.kind in ('SAME_EVENT', 'REPEATS')
      and l.withdrawn_at is null
    join claim c on c.id in (l.from_id, l.to_id) and c.withdrawn_at is null
  ), live as (
    select c.id, c.kind, c.modality, c.status,
      coalesce(c.occurred_latest, c.occurred_earliest) as occurred, c.occurred_earliest as starts,
      case
        when c.occurred_latest is null then case when c.occurred_earliest is not null then -1 end
        when c.occurred_earliest is null then 12
        else (
          select count(*) from generate_series(0, 10) k
          where c.occurred_latest - c.occurred_earliest >= 2 ^ k
        ) + (c.occurred_latest - c.occurred_earliest >= 2048)::int
      end as span,
      (
        select (array_agg(other order by other))[1] from linked r where r.id = c.id
        having count(*) > 1
      ) as event_id,
      case
        when c.occurred_earliest is null or c.occurred_latest is null
          or to_char(c.occurred_earliest, 'YYYYMM') <> to_char(c.occurred_latest, 'YYYYMM')
        then ''
        else to_char(c.occurred_latest, 'YYYY-MM')
      end as month
    from claim c where c.withdrawn_at is null
  )`;
const claimColumns = 'kind, modality, status, occurred, starts, span, event_id';
const liveColumns = 'l.kind, l.modality, l.status, l.occurred, l.starts, l.span, l.event_id';

const sums = `coalesce(sum(min), 0), coalesce(sum(best), 0), coalesce(sum(max), 0),
    count(min), count(best), count(max)`;

interface DerivedTable {
  columns: string;
  /** Selects the rows that the table must have. */
  definition: string;
  /** The rows of the table that count. */
  where?: string;
}

/** The tables that triggers maintain. */
export const derivedTables: Record<string, DerivedTable> = {
  location_within: {
    columns: 'location_id, ancestor_id, depth',
    definition: `with recursive ${up}
      select location_id, ancestor_id, min(depth) from up group by 1, 2`,
  },
  claim_within: {
    columns: `location_id, claim_id, ${claimColumns}`,
    definition: `with recursive ${up}, ${live}
      select distinct u.ancestor_id, l.id, ${liveColumns}
      from live l join claim_place p on p.claim_id = l.id join up u using (location_id)`,
  },
  claim_of_faction: {
    columns: `faction_id, claim_id, ${claimColumns}`,
    definition: `with recursive ${live}
      select distinct p.faction_id, l.id, ${liveColumns}
      from live l join claim_party p on p.claim_id = l.id`,
  },
  claim_of_source: {
    columns: `source_id, claim_id, ${claimColumns}`,
    definition: `with recursive ${live}
      select distinct s.source_id, l.id, ${liveColumns}
      from live l join speaker s on s.claim_id = l.id`,
  },
  claim_event: {
    columns: 'claim_id, event_id',
    definition: `with recursive ${live}
      select id, event_id from live where event_id is not null`,
  },
  tally: {
    columns: `location_id, month, kind, modality, status, measure,
      entries, sum_min, sum_best, sum_max, mins, bests, maxes`,
    where: 'entries <> 0',
    definition: `with recursive ${up}, ${live}, placed as (
        select distinct u.ancestor_id, l.*
        from live l join claim_place p on p.claim_id = l.id join up u using (location_id)
        where l.event_id is null
      ), counted as (
        select ancestor_id, id, month, kind, modality, status from placed
        union all
        select ancestor_id, id, month, kind, '', '' from placed
        where modality in ('ASSERTED', 'ESTIMATED', 'ALLEGED')
      )
      select ancestor_id, month, kind, modality, status, '', count(*), 0, 0, 0, 0, 0, 0
      from counted group by 1, 2, 3, 4, 5
      union all
      select ancestor_id, month, kind, modality, status, measure, count(*), ${sums}
      from counted join quantity q on q.claim_id = counted.id and q.part_of is null
      group by 1, 2, 3, 4, 5, 6`,
  },
};

type Rows = (sql: string) => Promise<unknown[]>;

/** Fails unless every derived table has exactly the rows of its definition. */
export const expectDerivedTables = async (rows: Rows) => {
  for (const [table, { columns, definition, where = 'true' }] of Object.entries(derivedTables)) {
    const actual = `select ${columns} from ${table} where ${where}`;
    const wrong = await rows(
      `(${actual} except (${definition})) union all ((${definition}) except ${actual})`,
    );
    expect({ table, wrong }).toEqual({ table, wrong: [] });
  }
};
