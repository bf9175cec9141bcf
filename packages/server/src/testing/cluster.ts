import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { clusterPaths } from '../database/cluster.ts';
import { startEmbedded } from '../database/embedded.ts';
import { findPostmaster } from '../database/postmaster.ts';

/** A PostgreSQL for a test run. */
export interface TestCluster {
  /** Its `postgres` database, with the right to make others. */
  url: string;
  /** Leaves neither process nor file behind. */
  stop(): Promise<void>;
}

/**
 * A throw-away PostgreSQL, gone with this process however that ends; or, with
 * CLAIMGRAPH_TEST_DATABASE_URL set, that server, so that the suite can run against another version.
 */
export const startTestCluster = async (): Promise<TestCluster> => {
  const given = process.env.CLAIMGRAPH_TEST_DATABASE_URL;
  if (given) return { url: administrative(given), stop: async () => {} };
  const home = mkdtempSync(join(tmpdir(), 'claimgraph-test-'));
  // Under root, PostgreSQL may run as a user who must pass through here.
  chmodSync(home, 0o711);
  const remove = () => rmSync(home, { recursive: true, force: true, maxRetries: 10 });
  const abandon = () => {
    const running = findPostmaster(clusterPaths(home).data);
    // At once, without the last writes that would race with the removal.
    if (running) process.kill(running.pid, 'SIGQUIT');
    remove();
  };
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  const leave = () => process.exit(130);
  process.once('exit', abandon);
  for (const signal of signals) process.once(signal, leave);
  const server = await startEmbedded(home, { durable: false });
  const stop = async () => {
    await server.stop();
    remove();
    process.off('exit', abandon);
    for (const signal of signals) process.off(signal, leave);
  };
  return { url: administrative(server.url), stop };
};

const administrative = (url: string) => {
  const address = new URL(url);
  address.pathname = '/postgres';
  return address.href;
};
