import { occurrenceModalities } from '../../claims/claim.enums.ts';
import { rollupSums } from '../../claims/claim-rollup.entity.ts';
import { ofClaims, settle } from './claim-index.ts';

/**
 * tally: sums over the claims of claim_within that share their event with no other, kept by adding and taking away what each statement changes
 * there. What is said to have happened is summed once more, of whatever status, where modality and status are empty: most questions are of that.
 */
const key = 'location_id, month, kind, modality, status, measure';

/** Adds rows of claim_within, each with its sign. */
const add = (rows: string): string => `
    insert into tally as t (${key}, ${rollupSums.join(', ')})
    select location_id, month, kind, told.modality, told.status, measure, ${rollupSums.map((sum) => `sum(sign * ${sum})`).join(', ')}
    from (${rows}) w cross join lateral (
      select '' as measure, 1::bigint as ${rollupSums[0]}, ${rollupSums
        .slice(1)
        .map((sum) => `0::bigint as ${sum}`)
        .join(', ')}
      union all select f.key, ${rollupSums.map((sum, i) => `(f.value -> ${i})::bigint as ${sum}`).join(', ')} from jsonb_each(w.figures) f
    ) summed cross join lateral month_of(w.starts, w.occurred, w.span) month cross join lateral (
      select w.modality, w.status union all select '', '' where w.modality in (${occurrenceModalities.map((each) => `'${each}'`).join(', ')})
    ) told
    where w.event_id is null group by 1, 2, 3, 4, 5, 6 order by 1, 2, 3, 4, 5, 6
    on conflict (${key}) do update set ${rollupSums.map((sum) => `${sum} = t.${sum} + excluded.${sum}`).join(', ')}`;

const out = 'select -1 as sign, o.* from old_rows o';
const into = 'select 1 as sign, n.* from new_rows n';

export const tallyFunctions = `
-- The month that a claim surely lies in, YYYY-MM; empty when it spans several or is not known.
create or replace function month_of(starts date, occurred date, span smallint) returns text stable parallel safe language sql as $$
  -- Of span 0 is what lies on one day: most claims.
  select case when span = 0 or span between 1 and 5 and date_trunc('month', starts) = date_trunc('month', occurred) then to_char(occurred, 'YYYY-MM') else '' end
$$;

create or replace function keep_tally() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    if exists (select from new_rows) then execute $sql$${add(into)}
    $sql$; end if;
  elsif not exists (select from old_rows) then
    return null;
  elsif tg_op = 'DELETE' then
    execute $sql$${add(out)}
    $sql$;
  else
    execute $sql$${add(`${out} union all ${into}`)}
    $sql$;
  end if;
  return null;
end $$;

create or replace function keep_figures() returns trigger language plpgsql as $$
declare
  changed uuid[] := '{}';
begin
  if tg_op <> 'INSERT' then changed := array(select claim_id from old_rows); end if;
  if tg_op <> 'DELETE' then changed := changed || array(select claim_id from new_rows); end if;
  if exists (select from claim_within w where w.claim_id = any (changed)) then
    execute $sql$${settle('claim_within', ofClaims('claim_within'))}
    $sql$ using array(select distinct unnest(changed));
  end if;
  return null;
end $$;

-- All of it anew, from claim_within.
create or replace function recount() returns void language plpgsql as $$
begin
  truncate tally;
  execute $sql$${add('select 1 as sign, k.* from claim_within k')}
  $sql$;
end $$;
`;

const on = (table: string, routine: string): string =>
  [
    ['insert', 'new table as new_rows'],
    ['update', 'old table as old_rows new table as new_rows'],
    ['delete', 'old table as old_rows'],
  ]
    .map(
      ([event, rows]) => `
create or replace trigger ${routine}_${event} after ${event} on ${table} referencing ${rows} for each statement execute function ${routine}();`,
    )
    .join('');

export const tallyTriggers = `${on('claim_within', 'keep_tally')}${on('quantity', 'keep_figures')}\n`;
