import { randomBytes } from 'node:crypto';
import pg from 'pg';

/** The cluster that the tests share, as `global-setup` started it. */
const cluster = (): string => {
  const url = process.env.CLAIMGRAPH_TEST_CLUSTER;
  if (!url) throw new Error('no test cluster: run the tests with npm test');
  return url;
};

/** `ledger`: migrated, nothing written. `sample`: with the sample report. */
export type Template = 'ledger' | 'sample';

export const templateName = (template: Template): string => `claimgraph_test_${template}`;

/** The URL of a fresh database of the test cluster: empty, or a copy of a template. */
export async function scratchDatabase(template?: Template): Promise<string> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  const source = template ? templateName(template) : 'template0';
  await administer(`create database ${name} template ${source} strategy file_copy`);
  const url = new URL(cluster());
  url.pathname = `/${name}`;
  return url.href;
}

/** Drops it, also when something is still connected to it. */
export async function dropScratchDatabase(url: string): Promise<void> {
  await administer(`drop database if exists ${new URL(url).pathname.slice(1)} with (force)`);
}

async function administer(statement: string): Promise<void> {
  const client = new pg.Client(cluster());
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
