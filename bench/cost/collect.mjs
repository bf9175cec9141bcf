import { readFileSync } from 'node:fs';
import pg from 'pg';
import { Connections } from '../../packages/server/dist/compiler/connections.js';
import { apolloExecutor } from '../../packages/server/dist/compiler/execute.js';
import { Mapping } from '../../packages/server/dist/compiler/mapping.js';
import { Plans } from '../../packages/server/dist/compiler/plan.js';
import { Reader } from '../../packages/server/dist/compiler/reader.js';
import { createRead } from '../../packages/server/dist/context.js';
import { readOnlySettings } from '../../packages/server/dist/database/connection.js';
import { poolOf } from '../../packages/server/dist/database/data-source.js';
import { graphql } from './graphql.mjs';

const { getOperationAST, parse, validate } = graphql;

/** Compiles the statements of an operation as the server does, and runs none of them. */
export function statementCompiler(database, schema, options) {
  const reader = new Reader(new Mapping(database), schema, new Plans(), options);
  let recorded = [];
  const execute = apolloExecutor(schema, new Connections(poolOf(database)), () => ({
    viewer: { name: 'bench', role: 'ADMIN' },
    read: createRead(reader)(async (statement) => {
      recorded.push(statement);
      return 'null';
    }),
  }));
  /** Undefined: the server refuses the operation. */
  return async ({ query, variables = {}, operationName }) => {
    recorded = [];
    const document = parse(query);
    if (validate(schema, document).length > 0) return undefined;
    const operation = getOperationAST(document, operationName);
    const { errors } = await execute({
      document,
      operation,
      request: { variables, operationName },
      context: {},
    });
    return errors ? undefined : recorded;
  };
}

/** How much CPU time a process has used, in milliseconds. The kernel counts nanoseconds. */
const cpuOf = (pid) => Number(readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ')[0]) / 1e6;

/** Runs statements on one connection, and measures the CPU time of its PostgreSQL process. */
export async function openMeter(url) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  for (const [name, value] of Object.entries(readOnlySettings))
    await client.query(`set ${name} = '${value}'`);
  const { rows } = await client.query('select pg_backend_pid() as pid');
  const [{ pid }] = rows;
  let number = 0;
  return {
    /** The least CPU time of some runs of a prepared statement, in milliseconds. */
    async measure({ text, values }) {
      number += 1;
      const query = { name: `m${number}`, text, values };
      try {
        await client.query(query);
        const times = [];
        // What disturbs a long statement is small beside it, so it needs fewer runs.
        for (let i = 0; i < (times[0] > 400 ? 1 : times[0] > 3 ? 3 : 9); i += 1) {
          const before = cpuOf(pid);
          await client.query(query);
          times.push(cpuOf(pid) - before);
        }
        return Math.min(...times);
      } finally {
        await client.query('deallocate all').catch(() => undefined);
        for (const name of Object.keys(client.connection.parsedStatements))
          delete client.connection.parsedStatements[name];
      }
    },
    end: () => client.end(),
  };
}
