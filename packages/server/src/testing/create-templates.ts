import 'reflect-metadata';
import pg from 'pg';
import { dataSource } from '../database/data-source.ts';
import { migrate } from '../database/migrate.ts';
import { loadSample } from '../ingest/sample.ts';
import { type Template, templateName } from './scratch.ts';

/** Creates the databases that test files copy. Argument: the URL of the cluster's `postgres`. */
const cluster = process.argv[2]!;

async function create(template: Template, source: string): Promise<void> {
  const client = new pg.Client(cluster);
  await client.connect();
  await client.query(`drop database if exists ${templateName(template)}`);
  await client.query(`create database ${templateName(template)} template ${source}`);
  await client.end();
  const url = new URL(cluster);
  url.pathname = `/${templateName(template)}`;
  const database = await dataSource(url.href).initialize();
  await migrate(database);
  if (template === 'sample') await loadSample(database);
  await database.destroy();
}

await create('ledger', 'template0');
await create('sample', templateName('ledger'));
