import { randomBytes } from 'node:crypto';
import pg from 'pg';

/** Copies a database of the test cluster that nothing is connected to. @returns the URL. */
export async function copyDatabase(url: string): Promise<string> {
  const cluster = new URL(url);
  const source = cluster.pathname.slice(1);
  cluster.pathname = '/postgres';
  const name = `test_${randomBytes(6).toString('hex')}`;
  const client = new pg.Client(cluster.href);
  await client.connect();
  try {
    await client.query(`create database ${name} template ${source} strategy file_copy`);
  } finally {
    await client.end();
  }
  cluster.pathname = `/${name}`;
  return cluster.href;
}
