import type { DataSource } from 'typeorm';

/** Changes a table in a write of the log, for what no operation of the API does. */
export const changeLogged = (
  database: DataSource,
  statement: string,
  values: unknown[] = [],
): Promise<void> =>
  database.transaction(async (manager) => {
    await manager.query(`select open_write('test', 'test')`);
    await manager.query(statement, values);
    await manager.query('select close_write()');
  });

/** Changes a table past its triggers, as someone with all rights may. `verify` names the rows. */
export const changeUnlogged = (
  database: DataSource,
  statement: string,
  values: unknown[] = [],
): Promise<void> =>
  database.transaction(async (manager) => {
    await manager.query('set local session_replication_role = replica');
    await manager.query(statement, values);
  });
