import { randomBytes } from 'node:crypto';
import pg from 'pg';

/** The cluster that the tests share, as `global-setup` started it. */
const cluster = (): string => {
  const url = process.env.CLAIMGRAPH_TEST_CLUSTER;
  if (!url) throw new Error('no test cluster: run the tests with npm test');
  return url;
};

/** The URL of a fresh database of the test cluster: empty, or a copy of `template`. */
export async function scratchDatabase(template = 'template0'): Promise<string> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  const client = new pg.Client(cluster());
  await client.connect();
  try {
    await client.query(`create database ${name} template ${template}`);
  } finally {
    await client.end();
  }
  const url = new URL(cluster());
  url.pathname = `/${name}`;
  return url.href;
}
