import 'reflect-metadata';
import pg from 'pg';
import { pino } from 'pino';
import type { DataSource } from 'typeorm';
import type { Viewer } from '../access/viewer.ts';
import { createReadPool, dataSource } from '../database/data-source.ts';
import { schemaOf } from '../schema.ts';
import { type ServerOptions, serve } from '../server.ts';
import type { Candidate } from '../values/errors.ts';
import { MasterKey } from '../values/master-key.ts';
import { dropScratchDatabase, scratchDatabase, type Template } from './scratch.ts';

/** An answer as a client receives it. */
export interface Answer {
  status: number;
  /** The JSON as it is: each test asserts its shape. */
  data: any;
  errors?: {
    message: string;
    path?: (string | number)[];
    extensions: {
      code: string;
      issues?: { path: (string | number)[]; message: string; candidates?: Candidate[] }[];
      outcome?: string;
    };
  }[];
}

/** A server with a database of its own, used over HTTP. */
export interface Api {
  url: string;
  databaseUrl: string;
  database: DataSource;
  /** The connections on which the server reads. */
  readPool: pg.Pool;
  ask(
    query: string,
    variables?: Record<string, unknown>,
    headers?: Record<string, string>,
  ): Promise<Answer>;
  /** Sends an operation and returns its data. Fails the test when there are errors. */
  data(
    query: string,
    variables?: Record<string, unknown>,
    headers?: Record<string, string>,
  ): Promise<any>;
  /** Returns the SQL statements that are sent while `work` runs. */
  statements(work: () => Promise<unknown>): Promise<string[]>;
  /** The lines that the server logged as errors. */
  faults: string[];
  /** The lines that the server logged as warnings. */
  warnings: string[];
  stop(): Promise<void>;
}

/** Whether tests run with the fast path by default: CLAIMGRAPH_FAST_PATH=0 turns it off. */
const fastPathByDefault = process.env.CLAIMGRAPH_FAST_PATH !== '0';

/** The master key of tests. */
const testMasterKey = new MasterKey(Buffer.alloc(32, 'test'));
export const testMasterKeys = () => [testMasterKey];

/** The viewer of requests without a credential, unless a test is about access. */
const localAdmin: Viewer = { name: 'local', role: 'ADMIN', credentialId: 'a test' };

type ApiOptions = Pick<
  ServerOptions,
  | ('fastPath' | 'sandbox' | 'origins' | 'queues' | 'maxima' | 'shedsLoad' | 'stallMs' | 'slow')
  | ('answerBytes' | 'tracing' | 'anonymous' | 'isAnonymousLocal' | 'jwt' | 'signInLinks' | 'hosts')
  | ('rates' | 'persisted' | 'manifests' | 'introspection' | 'proxies' | 'readTimeoutMs')
  | 'masterKeys'
  | 'maxCostMs'
> & {
  /** The URL of the database to use, instead of a copy of the template. */
  databaseUrl?: string;
  /** How long PostgreSQL may be silent, in milliseconds. */
  answerTimeoutMs?: number;
  /** The least severe lines of the log. Lines below `error` are among the warnings. */
  logLevel?: 'warn' | 'info';
};

/**
 * Starts a server with a copy of a template database, by default `sample`. Call `stop` in
 * `afterAll`. Without the fast path, Fastify and Apollo answer repeated operations, too.
 */
export async function startApi(
  template: Template = 'sample',
  {
    fastPath = fastPathByDefault,
    sandbox = true,
    databaseUrl,
    answerTimeoutMs,
    logLevel = 'warn',
    ...options
  }: ApiOptions = {},
): Promise<Api> {
  const url = databaseUrl ?? (await scratchDatabase(template));
  const database = await dataSource(url, answerTimeoutMs ? { answerTimeoutMs } : {}).initialize();
  const readPool = createReadPool(database, options.readTimeoutMs);
  const faults: string[] = [];
  const warnings: string[] = [];
  const write = (line: string) =>
    (JSON.parse(line).level >= pino.levels.values.error! ? faults : warnings).push(line);
  const log = pino({ level: logLevel, base: undefined }, { write });
  const schema = await schemaOf();
  const app = await serve({
    database,
    readPool,
    schema,
    log,
    fastPath,
    sandbox,
    stopSeconds: 1,
    anonymous: localAdmin,
    isAnonymousLocal: false,
    // Tests of the lines count their places, and the machine may be busy.
    shedsLoad: false,
    masterKeys: testMasterKeys,
    ...options,
  });
  const address = `${await app.listen({ host: '127.0.0.1', port: 0 })}/graphql`;
  const ask: Api['ask'] = async (query, variables = {}, headers = {}) => {
    const response = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query, variables }),
    });
    return { status: response.status, ...((await response.json()) as Omit<Answer, 'status'>) };
  };
  return {
    url: address,
    databaseUrl: url,
    database,
    readPool,
    ask,
    data: async (...operation) => {
      const { data, errors } = await ask(...operation);
      if (errors) throw new Error(JSON.stringify(errors, null, 2));
      return data;
    },
    statements: listen,
    faults,
    warnings,
    stop: async () => {
      await app.close();
      await database.destroy();
      if (!databaseUrl) await dropScratchDatabase(url);
    },
  };
}

/** The statements that any connection sends to PostgreSQL while `work` runs. */
async function listen(work: () => Promise<unknown>): Promise<string[]> {
  const sent: string[] = [];
  const original = pg.Client.prototype.query;
  pg.Client.prototype.query = function listening(this: pg.Client, ...args: any[]) {
    const [query] = args;
    sent.push(typeof query === 'string' ? query : query.text);
    return (original as (...args: any[]) => any).apply(this, args);
  } as typeof original;
  try {
    await work();
  } finally {
    pg.Client.prototype.query = original;
  }
  return sent;
}
