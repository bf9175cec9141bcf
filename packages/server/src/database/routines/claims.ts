/** A kept list: each live claim under each thing of one kind that it concerns, with the date that lists are ordered by. */
const lists = {
  claim_within: {
    key: 'location_id',
    rows: 'claim_place',
    /** `p` is a row of `rows`; the list's key comes from here. */
    from: (p: string) => ({ key: 'w.ancestor_id', join: `join location_within w on w.location_id = ${p}.location_id` }),
  },
  claim_of_faction: { key: 'faction_id', rows: 'claim_party', from: (p: string) => ({ key: `${p}.faction_id`, join: '' }) },
  claim_of_source: { key: 'source_id', rows: 'speaker', from: (p: string) => ({ key: `${p}.source_id`, join: '' }) },
} as const;

type Kept = keyof typeof lists;

const occurred = 'coalesce(c.occurred_latest, c.occurred_earliest)';

/** Sets right the pairs of key and claim that `suspect` selects, and no others: out with what no longer holds, in with what does. */
export const settle = (kept: Kept, suspect: string): string => {
  const { key, rows, from } = lists[kept];
  const held = from('p');
  return `
    with suspect as materialized (${suspect}
    ), held as materialized (
      select distinct ${held.key} as ${key}, c.id as claim_id, ${occurred} as occurred
      from (select distinct claim_id from suspect) s join claim c on c.id = s.claim_id and c.withdrawn_at is null
      join ${rows} p on p.claim_id = c.id ${held.join}
    ), gone as (
      delete from ${kept} k using suspect s
      where k.${key} = s.${key} and k.claim_id = s.claim_id
        and not exists (select from held h where h.${key} = s.${key} and h.claim_id = s.claim_id)
    )
    insert into ${kept} as k (${key}, claim_id, occurred)
    select h.${key}, h.claim_id, h.occurred from held h join suspect s on s.${key} = h.${key} and s.claim_id = h.claim_id
    order by 1, 2
    on conflict (${key}, claim_id) do update set occurred = excluded.occurred where k.occurred is distinct from excluded.occurred`;
};

/** After a change of the rows that tie claims to things. New rows can only add; the usual case, and the one of imports, stays cheap. */
const rowFunction = (kept: Kept): string => {
  const { key, from } = lists[kept];
  const held = from('p');
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
    insert into ${kept} (${key}, claim_id, occurred)
    select distinct ${held.key}, c.id, ${occurred} from new_rows p join claim c on c.id = p.claim_id and c.withdrawn_at is null ${held.join}
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

/** A claim that is withdrawn, comes back or moves in time; its rows cannot be there before it, nor outlive it (foreign keys). */
export const claimFunctions = `${names.map(rowFunction).join('')}
create or replace function keep_claim_lists() returns trigger language plpgsql as $$
declare
  -- except, not a join: a join of a hundred thousand rows must not run by a plan that was made, and kept, for one
  changed uuid[] := array(select c.id from (
    select id, withdrawn_at is null, coalesce(occurred_latest, occurred_earliest) from new_rows
    except select id, withdrawn_at is null, coalesce(occurred_latest, occurred_earliest) from old_rows) c);
begin
  if cardinality(changed) > 0 then
${names
  .map((kept) => {
    const { key, rows, from } = lists[kept];
    const held = from('p');
    return `    execute $sql$${settle(
      kept,
      `
      select distinct ${held.key} as ${key}, p.claim_id from ${rows} p ${held.join} where p.claim_id = any ($1)`,
    )}
    $sql$ using changed;
`;
  })
  .join('')}  end if;
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
