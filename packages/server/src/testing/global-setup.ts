import { execFile } from 'node:child_process';
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { startTestCluster } from './cluster.ts';
import { createTestFolder } from './folder.ts';

/**
 * Starts one PostgreSQL server for all test files, and creates the databases that they copy. A
 * program of its own creates them: what type-graphql keeps in global variables would reach the
 * tests that run in this process (`jest -i`).
 */
export default async function setUp(): Promise<void> {
  const folder = createTestFolder();
  // Also that of the workers, which inherit it.
  process.env.TMPDIR = folder;
  const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
  process.once('exit', remove);
  const cluster = await startTestCluster();
  process.env.CLAIMGRAPH_TEST_CLUSTER = cluster.url;
  (globalThis as { stopTestCluster?: () => Promise<void> }).stopTestCluster = () => cluster.stop();
  const program = fileURLToPath(new URL('./create-templates.js', import.meta.url));
  await promisify(execFile)(process.execPath, [program, cluster.url]);
}
