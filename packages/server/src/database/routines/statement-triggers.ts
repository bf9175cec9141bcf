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
