import { totalmem } from 'node:os';
import { databaseName } from './cluster.ts';

const megabyte = 1024 ** 2;

/**
 * How much of the data PostgreSQL keeps at hand: a quarter of the memory there is, as its manual advises (19.4.1, shared_buffers), and no
 * more than 4 GB. It takes them as it reads, so a small ledger takes little.
 */
function sharedBuffers(): string {
  const memory = Math.min(totalmem(), process.constrainedMemory() || Number.POSITIVE_INFINITY);
  return `${Math.round(Math.min(4_096, Math.max(128, memory / 4 / megabyte)))}MB`;
}

/** For a desk: one server with one pool, a database that mostly fits in memory, statements too short for a just-in-time compiler. */
const serverSettings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '100',
  shared_buffers: sharedBuffers(),
  work_mem: '16MB',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  // Our reading of the log needs it here and in English.
  log_destination: 'stderr',
  logging_collector: 'off',
  lc_messages: 'C',
};

/** Fast and forgetful: a crash of the machine may lose or break the data; and many test files, each with a pool. */
const throwAway = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
  shared_buffers: '256MB',
  max_connections: '200',
};

/** PostgreSQL's arguments; its cluster name says which process started it. */
export const settings = (data: string, port: number, durable: boolean): string[] => [
  '-D',
  data,
  ...Object.entries({
    ...serverSettings,
    ...(durable ? {} : throwAway),
    port,
    cluster_name: `${databaseName}:${process.pid}`,
  }).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
];

/** The process that started a PostgreSQL of such a cluster name. */
export const starterPid = (clusterName: string): number => Number(clusterName.split(':')[1]);
