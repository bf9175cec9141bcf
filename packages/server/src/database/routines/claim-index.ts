import { claimIndexColumns, claimIndexTables } from '../../claims/claim-index.columns.ts';
import { compile, raw } from '../../compiler/sql.ts';
import { snake } from '../../values/snake.ts';

/** The figures of a claim by measure, parts of others left out: how many, the sums of their min, best and max, how many have a min, a best, a max. */
const figures = `(
        select jsonb_object_agg(f.measure, f.sums) from (
          select q.measure, jsonb_build_array(count(*), coalesce(sum(q.min), 0), coalesce(sum(q.best), 0), coalesce(sum(q.max), 0),
            count(q.min), count(q.best), count(q.max)) as sums
          from quantity q where q.claim_id = c.id and q.part_of is null group by q.measure
        ) f)`;

/** A kept list: each live claim under each thing of one kind that it concerns, with what lists are ordered and most often filtered by. */
const lists = {
  claim_within: {
    key: claimIndexTables.location.key,
    rows: 'claim_place',
    /** `p` is a row of `rows`; the list's key comes from here. */
    from: (p: string) => ({
      key: 'w.ancestor_id',
      join: `join location_within w on w.location_id = ${p}.location_id`,
    }),
    also: { figures },
  },
  claim_of_faction: {
    key: claimIndexTables.faction.key,
    rows: 'claim_party',
    from: (p: string) => ({ key: `${p}.faction_id`, join: '' }),
    also: {},
  },
  claim_of_source: {
    key: claimIndexTables.source.key,
    rows: 'speaker',
    from: (p: string) => ({ key: `${p}.source_id`, join: '' }),
    also: {},
  },
} as const;

export type Kept = keyof typeof lists;

/** The columns of every index table, with their values for a claim `c` and its event `e`. */
const ofEach = Object.fromEntries(
  Object.entries(claimIndexColumns).map(([column, { ofClaim }]) => [
    snake(column),
    compile(ofClaim(raw('c'), raw('e'))).text,
  ]),
);

const knownTo = (kept: Kept): [column: string, value: string][] =>
  Object.entries({ ...ofEach, ...lists[kept].also });
const event = 'left join claim_event e on e.claim_id = c.id';

/** Sets right the pairs of key and claim that `suspect` selects, and no others: out with what no longer holds, in with what does. */
export const settle = (kept: Kept, suspect: string): string => {
  const { key, rows, from } = lists[kept];
  const held = from('p');
  const known = knownTo(kept);
  const columns = known.map(([column]) => column);
  const of = (row: string) => columns.map((column) => `${row}.${column}`).join(', ');
  return `
    with suspect as materialized (${suspect}
    ), held as materialized (
      select distinct ${held.key} as ${key}, c.id as claim_id, ${known.map(([column, value]) => `${value} as ${column}`).join(', ')}
      from (select distinct claim_id from suspect) s join claim c on c.id = s.claim_id and c.withdrawn_at is null
      join ${rows} p on p.claim_id = c.id ${held.join} ${event}
    ), gone as (
      delete from ${kept} k using suspect s
      where k.${key} = s.${key} and k.claim_id = s.claim_id
        and not exists (select from held h where h.${key} = s.${key} and h.claim_id = s.claim_id)
    )
    insert into ${kept} as k (${key}, claim_id, ${columns.join(', ')})
    select h.${key}, h.claim_id, ${of('h')} from held h join suspect s on s.${key} = h.${key} and s.claim_id = h.claim_id
    order by 1, 2
    on conflict (${key}, claim_id) do update set (${columns.join(', ')}) = row(${of('excluded')}) where (${of('k')}) is distinct from (${of('excluded')})`;
};

/** After a change of the rows that tie claims to things. New rows can only add; the usual case, and the one of imports, stays cheap. */
const rowFunction = (kept: Kept): string => {
  const { key, from } = lists[kept];
  const held = from('p');
  const known = knownTo(kept);
  const changed = (rows: string) =>
    settle(
      kept,
      `
      select distinct ${held.key} as ${key}, p.claim_id from (${rows}) p ${held.join}`,
    );
  return `
create or replace function keep_${kept}() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    if not exists (select from new_rows) then return null; end if;
    execute $sql$
    insert into ${kept} (${key}, claim_id, ${known.map(([column]) => column).join(', ')})
    select distinct ${held.key}, c.id, ${known.map(([, value]) => value).join(', ')}
    from new_rows p join claim c on c.id = p.claim_id and c.withdrawn_at is null ${held.join} ${event}
    order by 1, 2 -- neighbours in the index come together
    on conflict do nothing
    $sql$;
  elsif not exists (select from old_rows) then
    return null;
  elsif tg_op = 'DELETE' then
    execute $sql$${changed('select * from old_rows')}
    $sql$;
  else
    execute $sql$${changed('select * from old_rows union all select * from new_rows')}
    $sql$;
  end if;
  return null;
end $$;
`;
};

const names = Object.keys(lists) as Kept[];

/** All pairs of the claims in $1. */
export const ofClaims = (kept: Kept): string => {
  const { key, rows, from } = lists[kept];
  const held = from('p');
  return `
      select distinct ${held.key} as ${key}, p.claim_id from ${rows} p ${held.join} where p.claim_id = any ($1)`;
};

/** What of a claim decides where and how the lists have it. */
const decisive =
  'id, withdrawn_at is null, kind, modality, status, occurred_earliest, occurred_latest';

/** A claim that is withdrawn, comes back, moves in time or is judged; its rows cannot be there before it, nor outlive it (foreign keys). */
export const claimFunctions = `
-- The class of a stretch of time: 0 a day; k up to 11, from its first day to its last 2^(k-1) to 2^k - 1 days; 12 longer, or open below; -1 open above.
create or replace function span_of(earliest date, latest date) returns smallint immutable parallel safe language sql as $$
  select (case when latest is null then case when earliest is not null then -1 end when earliest is null then 12
    when earliest = latest then 0 else least(12, length(ltrim((latest - earliest)::bit(32)::text, '0'))) end)::smallint
$$;
${names.map(rowFunction).join('')}
create or replace function settle_claims(changed uuid[]) returns void language plpgsql as $$
begin
${names.map((kept) => `  execute $sql$${settle(kept, ofClaims(kept))}\n  $sql$ using changed;\n`).join('')}end $$;

create or replace function keep_claim_lists() returns trigger language plpgsql as $$
declare
  -- except, not a join: a join of a hundred thousand rows must not run by a plan that was made, and kept, for one
  changed uuid[] := array(select c.id from (select ${decisive} from new_rows except select ${decisive} from old_rows) c);
  moved uuid[] := array(select c.id from (select id, withdrawn_at is null from new_rows except select id, withdrawn_at is null from old_rows) c);
begin
  if cardinality(moved) > 0 then perform settle_events(moved); end if;
  if cardinality(changed) > 0 then perform settle_claims(changed); end if;
  return null;
end $$;
`;

export const claimTriggers = `
create or replace trigger keep_claim_lists after update on claim
  referencing old table as old_rows new table as new_rows for each statement execute function keep_claim_lists();
${names
  .map(
    (kept) => `
create or replace trigger keep_list_insert after insert on ${lists[kept].rows}
  referencing new table as new_rows for each statement execute function keep_${kept}();
create or replace trigger keep_list_update after update on ${lists[kept].rows}
  referencing old table as old_rows new table as new_rows for each statement execute function keep_${kept}();
create or replace trigger keep_list_delete after delete on ${lists[kept].rows}
  referencing old table as old_rows for each statement execute function keep_${kept}();
`,
  )
  .join('')}`;
