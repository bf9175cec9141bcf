import { totalmem } from 'node:os';
import { databaseName } from './cluster.ts';

const megabyte = 1024 ** 2;

/**
 * The size of PostgreSQL's cache: a quarter of the memory, as its manual advises (19.4.1,
 * shared_buffers), and at most 4 GB. It is allocated on use, so a small ledger takes little.
 */
function sharedBuffers(): string {
  const memory = Math.min(totalmem(), process.constrainedMemory() || Number.POSITIVE_INFINITY);
  return `${Math.round(Math.min(4_096, Math.max(128, memory / 4 / megabyte)))}MB`;
}

/** For one server with one pool, data that mostly fits in memory, and short statements. */
const serverSettings = () => ({
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '100',
  shared_buffers: sharedBuffers(),
  work_mem: '16MB',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  // embedded.ts reads the log, which must be in English.
  log_destination: 'stderr',
  logging_collector: 'off',
  lc_messages: 'C',
  // The log is read by more people than the ledger: no statements, and no errors that quote values.
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
});

/** For tests: fast, but a crash of the machine may destroy the data; many pools at once. */
const testSettings = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
  shared_buffers: '256MB',
  max_connections: '200',
  // A test looks for names in the statements that it collects.
  shared_preload_libraries: 'pg_stat_statements',
};

/** PostgreSQL's command-line arguments. The cluster name contains the process that started it. */
export const serverArguments = (data: string, port: number, durable: boolean): string[] => [
  '-D',
  data,
  ...Object.entries({
    ...serverSettings(),
    ...(durable ? {} : testSettings),
    port,
    cluster_name: `${databaseName}:${process.pid}`,
  }).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
];

/** The id of the process that started a PostgreSQL, from its cluster name. */
export const starterPid = (clusterName: string): number => Number(clusterName.split(':')[1]);
