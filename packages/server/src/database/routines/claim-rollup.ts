import { occurrenceModalities, statusesInTotals } from '../../claims/claim.enums.ts';
import { rollupSums } from '../../claims/claim-rollup.entity.ts';
import { pairsOfClaims, refreshPairs } from './claim-index.ts';
import { statementTriggers } from './statement-triggers.ts';

/*
 * `tally` has sums over the rows of claim_within whose claim shares its event with no other claim.
 * Each statement adds to the sums what it changes there. Claims of events that are said to have
 * happened are summed a second time in rows whose modality and status are empty, because most
 * questions are about those, of any status that counts in totals.
 */

const key = 'location_id, month, kind, modality, status, measure';
const [entries, ...figureSums] = rollupSums;

const list = (each: (sum: string, index: number) => string): string =>
  rollupSums.map(each).join(', ');
const quoted = (values: readonly string[]): string =>
  values.map((value) => `'${value}'`).join(', ');

/** Adds rows of claim_within to the sums, or subtracts them: each row has a `sign`. */
const addRows = (rows: string): string => `
    insert into tally as t (${key}, ${rollupSums.join(', ')})
    select location_id, month, kind, counted.modality, counted.status, measure,
      ${list((sum) => `sum(sign * ${sum})`)}
    from (${rows}) w
    cross join lateral (
      select '' as measure, 1::bigint as ${entries},
        ${figureSums.map((sum) => `0::bigint as ${sum}`).join(', ')}
      union all
      select f.key, ${list((sum, index) => `(f.value -> ${index})::bigint as ${sum}`)}
      from jsonb_each(w.figures) f
    ) summand
    cross join lateral month_of(w.starts, w.occurred, w.span) month
    cross join lateral (
      select w.modality, w.status
      union all
      select '', '' where w.modality in (${quoted(occurrenceModalities)})
        and w.status in (${quoted(statusesInTotals)})
    ) counted
    where w.event_id is null group by 1, 2, 3, 4, 5, 6 order by 1, 2, 3, 4, 5, 6
    on conflict (${key}) do update set ${list((sum) => `${sum} = t.${sum} + excluded.${sum}`)}`;

const removed = 'select -1 as sign, o.* from old_rows o';
const added = 'select 1 as sign, n.* from new_rows n';

export const claimRollupFunctions = `
-- The month that a claim certainly lies in, as YYYY-MM. Empty if it may lie in several, or is
-- undated.
create or replace function month_of(starts date, occurred date, span smallint) returns text
stable parallel safe language sql as $$
  -- Most claims are of one day, span 0, and need no comparison.
  select case
    when span = 0
      or span between 1 and 5 and date_trunc('month', starts) = date_trunc('month', occurred)
    then to_char(occurred, 'YYYY-MM') else '' end
$$;

create or replace function maintain_tally() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    if exists (select from new_rows) then execute $sql$${addRows(added)}
    $sql$; end if;
  elsif not exists (select from old_rows) then
    return null;
  elsif tg_op = 'DELETE' then
    execute $sql$${addRows(removed)}
    $sql$;
  else
    execute $sql$${addRows(`${removed} union all ${added}`)}
    $sql$;
  end if;
  return null;
end $$;

-- Runs after a change of quantities: claim_within has the figures of each claim.
create or replace function maintain_figures() returns trigger language plpgsql as $$
declare
  changed uuid[] := '{}';
begin
  if tg_op <> 'INSERT' then changed := array(select claim_id from old_rows); end if;
  if tg_op <> 'DELETE' then changed := changed || array(select claim_id from new_rows); end if;
  if exists (select from claim_within w where w.claim_id = any (changed)) then
    execute $sql$${refreshPairs('claim_within', pairsOfClaims('claim_within'))}
    $sql$ using array(select distinct unnest(changed));
  end if;
  return null;
end $$;

-- Computes all sums again, from claim_within.
create or replace function rebuild_tally() returns void language plpgsql as $$
begin
  truncate tally;
  execute $sql$${addRows('select 1 as sign, w.* from claim_within w')}
  $sql$;
end $$;
`;

export const claimRollupTriggers =
  statementTriggers('claim_within', 'maintain_tally') +
  statementTriggers('quantity', 'maintain_figures');
