import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type GraphQLResolveInfo, getOperationAST, parse, validate } from 'graphql';
import type { DataSource } from 'typeorm';
import { createRead } from '../context.ts';
import { dataSource } from '../database/data-source.ts';
import { schemaOf } from '../schema.ts';
import { formatSql } from '../testing/format-sql.ts';
import { scratchDatabase } from '../testing/scratch.ts';
import { JsonText, operationExecutor } from './execute.ts';
import { Mapping } from './mapping.ts';
import { RecordKey } from './payload.ts';
import { Plans } from './plan.ts';
import { Reader, type Statement } from './reader.ts';

/**
 * The SQL of some operations, stored beside them in `__sql__`, so that a change of the compiler
 * shows what it changes. `npm run snapshots` records it.
 */
const folder = fileURLToPath(new URL('__sql__', import.meta.url));
const recording = Boolean(process.env.CLAIMGRAPH_RECORD);

const namesOf = (extension: string): string[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith(extension))
    .map((file) => file.slice(0, -extension.length))
    .sort();
const operations = namesOf('.graphql');

/** What the service of a mutation returns; the compiler reads the records behind the ids. */
const returned: Record<string, Record<string, unknown>> = {
  createClaim: {
    claim: new RecordKey('Claim', '01900000-0000-7000-8000-00000000000a'),
    warnings: [],
  },
};

const schema = await schemaOf();
let database: DataSource;
beforeAll(async () => {
  database = await dataSource(await scratchDatabase('sample')).initialize();
});
afterAll(() => database?.destroy());

interface RootField {
  key: string;
  statement: Statement;
}

/** The statements of an operation, by root field. Variables have their default values. */
async function compiled(source: string): Promise<RootField[]> {
  const document = parse(source);
  expect(validate(schema, document)).toEqual([]);
  const statements: Statement[] = [];
  const record = async (statement: Statement) => String(statements.push(statement) - 1);
  const reader = new Reader(new Mapping(database), schema, new Plans());
  const write = (info: GraphQLResolveInfo) => async () =>
    new JsonText(
      await record(
        reader.compileRoot(info, { kind: 'payload', answer: returned[info.fieldName] ?? {} }),
      ),
    );
  const execute = operationExecutor(schema, () => ({ read: createRead(reader)(record), write }));
  const operation = getOperationAST(document) ?? undefined;
  const { data, errors } = await execute({ document, operation, request: {}, context: {} }, record);
  expect(errors).toBeUndefined();
  return Object.entries(data!).map(([key, answer]) => ({
    key,
    statement: statements[Number((answer as JsonText).bytes)]!,
  }));
}

/** A statement as it is stored: its parameters, then its text. */
const formatted = ({ key, statement: { text, values } }: RootField): string => {
  const parameters = values.map((value, i) => `-- $${i + 1} = ${JSON.stringify(value)}\n`).join('');
  return `-- ${key}\n${parameters}\n${formatSql(text)};\n`;
};

describe('the compiler writes the stored SQL, and PostgreSQL runs it', () => {
  test.each(operations)('%s', async (name) => {
    const fields = await compiled(readFileSync(join(folder, `${name}.graphql`), 'utf8'));
    for (const { statement } of fields) await database.query(statement.text, statement.values);
    const file = join(folder, `${name}.sql`);
    const written = fields.map(formatted).join('\n');
    if (recording) writeFileSync(file, written);
    expect(written).toBe(readFileSync(file, 'utf8'));
  });
});

test('every stored statement has its operation, and every operation its statement', () => {
  const stored = namesOf('.sql');
  const orphans = stored.filter((name) => !operations.includes(name));
  if (recording) for (const name of orphans) rmSync(join(folder, `${name}.sql`));
  expect({ orphans: recording ? [] : orphans, stored: namesOf('.sql') }).toEqual({
    orphans: [],
    stored: operations,
  });
});
