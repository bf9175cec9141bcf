import type { QueryRunner } from 'typeorm';
import { maxConnections } from '../../database/connection.ts';
import { isCurrent } from '../../database/migrate.ts';
import { type Finding, judge } from './finding.ts';

/** What PostgreSQL says about itself. The names are those of its settings. */
interface ServerState {
  version: string;
  encoding: string;
  locale: string;
  fsync: string;
  full_page_writes: string;
  synchronous_commit: string;
  autovacuum: string;
  checksums: string;
  connections: number;
  reserved: number;
  buffers: string;
  bufferBytes: string;
  isStandby: boolean;
  mayMigrate: boolean;
  mayWrite: boolean;
  collation: string | null;
  systemCollation: string | null;
  transactions: number;
  longest: number | null;
}

const serverState = `
  select current_setting('server_version') as version,
    current_setting('server_encoding') as encoding,
    coalesce(to_jsonb(d) ->> 'datlocale', to_jsonb(d) ->> 'daticulocale', datctype) as locale,
    current_setting('fsync') as fsync,
    current_setting('full_page_writes') as full_page_writes,
    current_setting('synchronous_commit') as synchronous_commit,
    current_setting('autovacuum') as autovacuum,
    current_setting('data_checksums') as checksums,
    current_setting('max_connections')::int as connections,
    current_setting('superuser_reserved_connections')::int as reserved,
    current_setting('shared_buffers') as buffers,
    pg_size_bytes(current_setting('shared_buffers')) as "bufferBytes",
    pg_is_in_recovery() as "isStandby",
    pg_has_role(d.datdba, 'usage') as "mayMigrate",
    coalesce(
      has_function_privilege(to_regprocedure('open_write(text, text)'), 'execute')
        and has_table_privilege(to_regclass('source'), 'insert'), false
    ) as "mayWrite",
    datcollversion as collation,
    pg_database_collation_actual_version(d.oid) as "systemCollation",
    age(datfrozenxid) as transactions,
    (select extract(epoch from max(now() - a.xact_start))::int from pg_stat_activity a
     where a.datname = current_database() and a.pid <> pg_backend_pid()) as longest
  from pg_database d where datname = current_database()`;

/** Settings and state of PostgreSQL that put data, or the server's work, at risk. */
export async function databaseFindings(runner: QueryRunner): Promise<Finding[]> {
  const [s]: ServerState[] = await runner.query(serverState);
  if (!s) return [];
  return [
    { status: 'ok', subject: 'PostgreSQL', message: `${s.version}, ${s.encoding}, ${s.locale}` },
    await versionFinding(runner),
    ...durabilityFindings(s),
    ...capacityFindings(s),
    ...stateFindings(s),
  ];
}

async function versionFinding(runner: QueryRunner): Promise<Finding> {
  const [{ exists }] = await runner.query(`select to_regclass('write_log') is not null as exists`);
  if (!exists)
    return {
      status: 'fail',
      subject: 'ledger',
      message: 'there is none in this database yet',
      advice: 'Start the server once (npm start), or restore a backup.',
    };
  const current = await isCurrent(runner);
  return judge(
    current,
    'warn',
    'ledger',
    current ? 'it is at this version' : 'it is at another version',
    'Make a backup. Then start the server, which migrates it.',
  );
}

const durabilityFindings = (s: ServerState): Finding[] => [
  judge(
    s.fsync === 'on' && s.full_page_writes === 'on',
    'fail',
    'durability',
    `fsync is ${s.fsync}, full_page_writes is ${s.full_page_writes}`,
    'A crash of the machine may destroy the ledger. Turn both on.',
  ),
  judge(
    !['off', 'local'].includes(s.synchronous_commit),
    'warn',
    'commits',
    `synchronous_commit is ${s.synchronous_commit}`,
    'A crash may lose the last acknowledged writes. Turn it on.',
  ),
  judge(
    s.checksums === 'on',
    'warn',
    'checksums',
    `data_checksums is ${s.checksums}`,
    'PostgreSQL does not notice a damaged disk. Enable them with pg_checksums while it is stopped.',
  ),
];

const capacityFindings = (s: ServerState): Finding[] => [
  judge(
    s.connections - s.reserved >= maxConnections + 5,
    'warn',
    'connections',
    `max_connections is ${s.connections}`,
    `A server uses up to ${maxConnections}, and commands some more. Raise it.`,
  ),
  judge(
    Number(s.bufferBytes) >= 128 * 1024 ** 2,
    'warn',
    'cache',
    `shared_buffers is ${s.buffers}`,
    'Set it to a quarter of the memory of its machine.',
  ),
  judge(
    s.autovacuum === 'on' && s.transactions < 1_000_000_000,
    'fail',
    'vacuum',
    `autovacuum is ${s.autovacuum}, ${count(s.transactions)} transactions since the last freeze`,
    'Turn autovacuum on, and run vacuum. PostgreSQL stops writes at two thousand million.',
  ),
];

const count = (value: number): string => value.toLocaleString('en');

function rightsFinding({ isStandby, mayMigrate, mayWrite }: ServerState): Finding {
  const about = { subject: 'rights' } as const;
  if (isStandby)
    return {
      ...about,
      status: 'warn',
      message: 'it is a standby server, which is read-only',
      advice: 'Backups work. To run a server, give the address of the primary one.',
    };
  if (mayMigrate) return { ...about, status: 'ok', message: 'the user owns the database' };
  if (mayWrite)
    return {
      ...about,
      status: 'ok',
      message: 'the user may run a server; migrate, restore and verify need the owner',
    };
  return {
    ...about,
    status: 'warn',
    message: 'the user does not own the database, and may not write',
    advice:
      'Backups work. To run a server, give a user who owns the database, or run claimgraph ' +
      'migrate as the owner, which grants this user what a server needs.',
  };
}

const stateFindings = (s: ServerState): Finding[] => [
  rightsFinding(s),
  judge(
    s.collation === s.systemCollation,
    'warn',
    'collation',
    s.systemCollation ? `version ${s.systemCollation} of the system` : 'it has no version',
    `Indexes were built with version ${s.collation}. Run reindex database, and then alter ` +
      'database NAME refresh collation version.',
  ),
  judge(
    (s.longest ?? 0) < 600,
    'warn',
    'transactions',
    `the longest one runs for ${s.longest ?? 0} s`,
    'While it runs, nothing can be vacuumed. Find it in pg_stat_activity.',
  ),
];
