const transitionTables = {
  insert: 'new table as new_rows',
  update: 'old table as old_rows new table as new_rows',
  delete: 'old table as old_rows',
};

/**
 * Runs a trigger function after each statement that changes the table, with `old_rows`, `new_rows`.
 */
export const statementTriggers = (table: string, routine: string): string =>
  Object.entries(transitionTables)
    .map(
      ([event, rows]) => `
create or replace trigger ${routine}_${event} after ${event} on ${table} referencing ${rows}
  for each statement execute function ${routine}();
`,
    )
    .join('');

/** Settings of a function whose cached plans must not read whole tables or indexes. */
export const onlyLookUps = 'set enable_seqscan = off set enable_indexonlyscan = off';

/**
 * Joins what a query finds for each row before it. The planner cannot turn the join round, even if
 * it takes the tables to be small.
 */
export const lookUp = (query: string, alias: string): string =>
  `cross join lateral (${query} offset 0) ${alias}`;

/**
 * A trigger function that runs a statement for each event.
 *
 * New rows are the usual case. Their statement has one plan per connection, because planning takes
 * longer than running it. That plan may have been made while the tables were small, and must not
 * read whole tables later: see {@link lookUp}. The other statements are planned each time, because
 * one row and a hundred thousand need different plans.
 */
export const triggerFunctions = (
  name: string,
  statements: Record<keyof typeof transitionTables, string>,
): string => `
create or replace function ${name}_of_new() returns trigger language plpgsql
${onlyLookUps} as $$
begin${statements.insert};
  return null;
end $$;

create or replace function ${name}() returns trigger language plpgsql as $$
begin
  if not exists (select from old_rows) then
    return null;
  elsif tg_op = 'DELETE' then
    execute $sql$${statements.delete}
    $sql$;
  else
    execute $sql$${statements.update}
    $sql$;
  end if;
  return null;
end $$;
`;

/** The triggers of such functions. */
export const newRowTriggers = (table: string, routine: string): string => `
create or replace trigger ${routine}_insert after insert on ${table}
  referencing ${transitionTables.insert} for each statement execute function ${routine}_of_new();
create or replace trigger ${routine}_update after update on ${table}
  referencing ${transitionTables.update} for each statement execute function ${routine}();
create or replace trigger ${routine}_delete after delete on ${table}
  referencing ${transitionTables.delete} for each statement execute function ${routine}();
`;
