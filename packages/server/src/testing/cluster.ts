import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { clusterPaths } from '../database/cluster.ts';
import { startEmbedded } from '../database/embedded.ts';
import { findPostmaster } from '../database/postmaster.ts';

/** A PostgreSQL server for one test run. */
export interface TestCluster {
  /** The URL of its `postgres` database. The user may create others. */
  url: string;
  /** Ends the server and removes its files. */
  stop(): Promise<void>;
}

/**
 * Starts a temporary PostgreSQL server, which is removed when this process ends. With
 * CLAIMGRAPH_TEST_DATABASE_URL it uses that server instead, so that the suite can run against
 * another version.
 */
export const startTestCluster = async (): Promise<TestCluster> => {
  const existing = process.env.CLAIMGRAPH_TEST_DATABASE_URL;
  if (existing) return { url: administrative(existing), stop: async () => {} };
  const home = mkdtempSync(join(tmpdir(), 'claimgraph-test-'));
  // Under root, PostgreSQL runs as another user, who needs to enter this folder.
  chmodSync(home, 0o711);
  const remove = () => rmSync(home, { recursive: true, force: true, maxRetries: 10 });
  const abandon = () => {
    const running = findPostmaster(clusterPaths(home).data);
    // An immediate shutdown, because a checkpoint would race with the removal of the files.
    if (running) process.kill(running.pid, 'SIGQUIT');
    remove();
  };
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  const exit = () => process.exit(130);
  // Before others, which may remove the folder around this one.
  process.prependOnceListener('exit', abandon);
  for (const signal of signals) process.once(signal, exit);
  const server = await startEmbedded(home, { durable: false });
  const stop = async () => {
    await server.stop();
    remove();
    process.off('exit', abandon);
    for (const signal of signals) process.off(signal, exit);
  };
  return { url: administrative(server.url), stop };
};

/** The URL of the `postgres` database of the same server. */
const administrative = (url: string) => {
  const address = new URL(url);
  address.pathname = '/postgres';
  return address.href;
};
