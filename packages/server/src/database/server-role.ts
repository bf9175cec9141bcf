import { randomBytes } from 'node:crypto';
import pg from 'pg';
import type { DataSource } from 'typeorm';
import { connect } from './connect.ts';
import { historySpecs, migrate } from './migrate.ts';
import { StartError } from './start-error.ts';
import { logTables } from './table-kinds.ts';

/** The role as which a server connects to the embedded PostgreSQL. */
const embeddedRole = 'claimgraph_server';

/**
 * The functions with the rights of the owner that a server itself calls. What they write is in the
 * log, with the name that the server gives: who is asking is for the server to know.
 */
const calledAsOwner = [
  'begin_scrub',
  'close_write',
  'end_scrub',
  'move_source',
  'open_write',
  'rewrite_texts',
  'scrub_source_history',
  'seal_ledger_secret',
  'state_rationale',
  'touch_source',
];

/** What a server only reads: the log, histories, and what describes the database itself. */
const readOnlyTables = (database: DataSource): string[] => [
  ...logTables,
  ...historySpecs(database).map(({ table }) => `${table}_history`),
  ...['history_table', 'ledger_key', 'migrations', 'routines', 'scrubbed', 'touched'],
];

/** What a server may change in rows of tables that only grow. */
const changedColumns: Readonly<Record<string, readonly string[]>> = {
  api_key: ['revoked_at'],
  identity_grant: ['revoked_at', 'revoked_by', 'purpose'],
  identity_reading: [],
};

/**
 * Gives a role what a server needs, and takes from it what else it was given: it reads all tables,
 * changes rows of the present, and calls functions. It cannot create, alter, drop or truncate
 * anything that is not temporary, nor turn triggers off. Triggers and functions with the rights of
 * the owner write the log and the histories. PostgreSQL 17 or newer has a privilege to analyze
 * tables after an import.
 *
 * @throws {StartError} the role owns the tables, so that no privilege limits it.
 */
export async function grantServer(database: DataSource, role: string): Promise<void> {
  const [{ owner, schema, version }] = await database.query(
    `select current_user as owner, current_schema() as schema,
       current_setting('server_version_num')::int / 10000 as version`,
  );
  if (owner === role)
    throw new StartError(
      `The server would connect as ${role}, the owner of the tables. Give DATABASE_URL another ` +
        'user than CLAIMGRAPH_MIGRATE_URL: create role claimgraph_server login password ….',
    );
  const definers: { routine: string; called: boolean }[] = await database.query(
    `select p.oid::regprocedure::text as routine, p.proname = any ($1) as called
     from pg_proc p
     where p.prosecdef and p.pronamespace = current_schema()::regnamespace order by 1`,
    [calledAsOwner],
  );
  const name = pg.escapeIdentifier;
  const to = name(role);
  const all = `all tables in schema ${name(schema)}`;
  const tables = (list: readonly string[]) => list.map(name).join(', ');
  const statements = [
    `revoke create on schema ${name(schema)} from public`,
    `revoke all on schema ${name(schema)} from ${to}`,
    `grant usage on schema ${name(schema)} to ${to}`,
    `revoke all on ${all} from ${to}`,
    `grant select, insert, update, delete on ${all} to ${to}`,
    `revoke insert, update, delete on ${tables(readOnlyTables(database))} from ${to}`,
    `revoke update, delete on ${tables(Object.keys(changedColumns))} from ${to}`,
    ...Object.entries(changedColumns).flatMap(([table, columns]) =>
      columns.length > 0 ? [`grant update (${tables(columns)}) on ${name(table)} to ${to}`] : [],
    ),
    ...definers.flatMap(({ routine, called }) => [
      `revoke all on function ${routine} from public, ${to}`,
      ...(called ? [`grant execute on function ${routine} to ${to}`] : []),
    ]),
    `grant usage, select on all sequences in schema ${name(schema)} to ${to}`,
    ...(version >= 17 ? [`grant maintain on ${all} to ${to}`] : []),
  ];
  // Several statements at once are one transaction.
  await database.query(statements.join(';\n'));
}

/** The user of a database's URL. */
export const userOf = (url: string): string => decodeURIComponent(new URL(url).username);

/**
 * Migrates a database as its owner, and lets a role use it.
 *
 * @throws {StartError} it cannot be used, or a role is not suitable.
 */
export async function migrateFor(ownerUrl: string, role: string): Promise<void> {
  await asOwner(ownerUrl, (database) => grantServer(database, role));
}

/**
 * Migrates the embedded database, and returns the URL by which a server connects to it: as a role
 * that can do no more than a server needs. Its password is made for this start alone.
 */
export async function migrateEmbedded(ownerUrl: string): Promise<string> {
  const password = randomBytes(24).toString('base64url');
  await asOwner(ownerUrl, async (database) => {
    const [{ exists }] = await database.query(
      'select exists (select from pg_roles where rolname = $1) as exists',
      [embeddedRole],
    );
    await database.query(
      `${exists ? 'alter' : 'create'} role ${embeddedRole} login ` +
        `nosuperuser nocreatedb nocreaterole password ${pg.escapeLiteral(password)}`,
    );
    await grantServer(database, embeddedRole);
  });
  const url = new URL(ownerUrl);
  url.username = embeddedRole;
  url.password = password;
  return url.href;
}

async function asOwner(url: string, work: (database: DataSource) => Promise<void>): Promise<void> {
  const database = await connect(url);
  try {
    await migrate(database);
    await work(database);
  } finally {
    await database.destroy();
  }
}
