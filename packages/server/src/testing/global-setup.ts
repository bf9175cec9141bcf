import 'reflect-metadata';
import pg from 'pg';
import { dataSource } from '../database/data-source.ts';
import { migrate } from '../database/migrate.ts';
import { loadSample } from '../ingest/sample.ts';
import { startTestCluster } from './cluster.ts';
import { type Template, templateName } from './scratch.ts';

/** Starts one PostgreSQL server for all test files, and creates the databases that they copy. */
export default async function setUp(): Promise<void> {
  const cluster = await startTestCluster();
  process.env.CLAIMGRAPH_TEST_CLUSTER = cluster.url;
  (globalThis as { stopTestCluster?: () => Promise<void> }).stopTestCluster = () => cluster.stop();
  await createTemplate('ledger', cluster.url);
  await createTemplate('sample', cluster.url);
}

async function createTemplate(template: Template, cluster: string): Promise<void> {
  const client = new pg.Client(cluster);
  await client.connect();
  await client.query(`drop database if exists ${templateName(template)}`);
  await client.query(`create database ${templateName(template)} template template0`);
  await client.end();
  const url = new URL(cluster);
  url.pathname = `/${templateName(template)}`;
  const database = await dataSource(url.href).initialize();
  await migrate(database);
  if (template === 'sample') await loadSample(database);
  await database.destroy();
}
