import 'reflect-metadata';
import pg from 'pg';
import { pino } from 'pino';
import type { DataSource } from 'typeorm';
import { dataSource } from '../database/data-source.ts';
import { schemaOf } from '../schema.ts';
import { serve } from '../server.ts';
import { scratchDatabase, type Template } from './scratch.ts';

/** An answer as a client gets it. */
export interface Answer {
  status: number;
  /** Asserted by the test that asks: tests read the JSON as it is. */
  data: any;
  errors?: {
    message: string;
    path?: (string | number)[];
    extensions: { code: string; issues?: { path: (string | number)[]; message: string }[] };
  }[];
}

/** A server over a database of its own, asked over HTTP. */
export interface Api {
  url: string;
  database: DataSource;
  ask(
    query: string,
    variables?: Record<string, unknown>,
    headers?: Record<string, string>,
  ): Promise<Answer>;
  /** The data; fails the test when there are errors. */
  data(
    query: string,
    variables?: Record<string, unknown>,
    headers?: Record<string, string>,
  ): Promise<any>;
  /** Runs something and gives the SQL that was sent meanwhile. */
  statements(work: () => Promise<unknown>): Promise<string[]>;
  /** What was logged as a fault of ours, line by line. */
  faults: string[];
  stop(): Promise<void>;
}

/** Starts the server over a copy of a template: `sample` unless told. Call `stop` in `afterAll`. */
export async function startApi(template: Template = 'sample'): Promise<Api> {
  const database = await dataSource(await scratchDatabase(template)).initialize();
  const faults: string[] = [];
  const log = pino({ level: 'error' }, { write: (line) => faults.push(line) });
  const app = await serve({ database, schema: await schemaOf(), log });
  const url = `${await app.listen({ host: '127.0.0.1', port: 0 })}/graphql`;
  const ask: Api['ask'] = async (query, variables = {}, headers = {}) => {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query, variables }),
    });
    return { status: response.status, ...((await response.json()) as Omit<Answer, 'status'>) };
  };
  return {
    url,
    database,
    ask,
    data: async (...asked) => {
      const { data, errors } = await ask(...asked);
      if (errors) throw new Error(JSON.stringify(errors, null, 2));
      return data;
    },
    statements: listen,
    faults,
    stop: async () => {
      await app.close();
      await database.destroy();
    },
  };
}

/** What went over the wire to PostgreSQL, whoever sent it. */
async function listen(work: () => Promise<unknown>): Promise<string[]> {
  const sent: string[] = [];
  const query = pg.Client.prototype.query;
  pg.Client.prototype.query = function listening(this: pg.Client, ...args: any[]) {
    const [asked] = args;
    sent.push(typeof asked === 'string' ? asked : asked.text);
    return (query as (...args: any[]) => any).apply(this, args);
  } as typeof query;
  try {
    await work();
  } finally {
    pg.Client.prototype.query = query;
  }
  return sent;
}
