import { occurrenceModalities, statusesInTotals } from '../../claims/claim.enums.ts';
import { rollupKey, rollupSums } from '../../claims/claim-rollup.columns.ts';
import { lookUp, newRowTriggers, triggerFunctions } from './statement-triggers.ts';

/*
 * `tally` has sums over the claims in claim_within whose event is shared with no other claim, and
 * over their figures in `quantity`. Each statement on either table adds to the sums what it changes
 * there, so the order in which both are written does not matter. Claims of events that are said to
 * have happened are summed a second time in rows whose modality and status are empty, because most
 * questions are about those, of any status that counts in totals.
 */

const key = rollupKey.join(', ');
const [entries, ...figureSums] = rollupSums;

const list = (each: (sum: string) => string): string => rollupSums.map(each).join(', ');
const quoted = (values: readonly string[]): string =>
  values.map((value) => `'${value}'`).join(', ');

/** What a figure `q` adds to each sum. */
const figure = `q.measure, 1 as ${entries}, coalesce(q.min, 0) as sum_min,
        coalesce(q.best, 0) as sum_best, coalesce(q.max, 0) as sum_max,
        (q.min is not null)::int as mins, (q.best is not null)::int as bests,
        (q.max is not null)::int as maxes`;

/**
 * Adds to the sums. `summands` has rows `w` of claim_within, each with a sign and with what it
 * adds.
 */
const addSummands = (summands: string): string => `
    insert into tally as t (${key}, ${rollupSums.join(', ')})
    select location_id, counted.modality, counted.status, measure, month, kind,
      ${list((sum) => `sum(sign * ${sum})`)}
    from ${summands}
    cross join lateral month_of(w.starts, w.occurred, w.span) month
    cross join lateral (
      select w.modality, w.status
      union all
      select '', '' where w.modality in (${quoted(occurrenceModalities)})
        and w.status in (${quoted(statusesInTotals)})
    ) counted
    where w.event_id is null group by 1, 2, 3, 4, 5, 6
    having ${rollupSums.map((sum) => `sum(sign * ${sum}) <> 0`).join(' or ')}
    order by 1, 2, 3, 4, 5, 6
    on conflict (${key}) do update set ${list((sum) => `${sum} = t.${sum} + excluded.${sum}`)}`;

/** Adds or subtracts rows of claim_within, each with its figures. */
const addClaims = (rows: string): string =>
  addSummands(`(${rows}) w
    cross join lateral (
      select '' as measure, 1 as ${entries}, ${figureSums.map((sum) => `0 as ${sum}`).join(', ')}
      union all
      select ${figure} from quantity q where q.claim_id = w.claim_id and q.part_of is null
    ) summand`);

/** The rows `w` of the claims of figures `f`. */
const claimPlaces = lookUp('select * from claim_within w where w.claim_id = f.claim_id', 'w');

/** Adds or subtracts figures, each under everything that its claim is in. */
const addFigures = (rows: string): string =>
  addSummands(`(select q.sign, q.claim_id, ${figure} from (${rows}) q where q.part_of is null) f
    ${claimPlaces}`);

const signed = {
  insert: 'select 1 as sign, n.* from new_rows n',
  delete: 'select -1 as sign, o.* from old_rows o',
  update: 'select -1 as sign, o.* from old_rows o union all select 1 as sign, n.* from new_rows n',
};

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
${triggerFunctions('maintain_tally', {
  insert: addClaims(signed.insert),
  update: addClaims(signed.update),
  delete: addClaims(signed.delete),
})}${triggerFunctions('maintain_figures', {
  insert: `
  -- The figures of a new claim are written before it is in any place.
  if exists (select from new_rows f ${claimPlaces}) then${addFigures(signed.insert)};
  end if`,
  update: addFigures(signed.update),
  delete: addFigures(signed.delete),
})}
-- Computes all sums again, from claim_within.
create or replace function rebuild_tally() returns void language plpgsql as $$
begin
  truncate tally;
  execute $sql$${addClaims('select 1 as sign, w.* from claim_within w')}
  $sql$;
end $$;
`;

export const claimRollupTriggers =
  newRowTriggers('claim_within', 'maintain_tally') + newRowTriggers('quantity', 'maintain_figures');
