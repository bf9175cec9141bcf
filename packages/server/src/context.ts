import type { GraphQLResolveInfo } from 'graphql';
import { print } from 'graphql';
import type { DataSource } from 'typeorm';
import { JsonText } from './compiler/execute.ts';
import { RecordKey } from './compiler/payload.ts';
import { answerTooLong, maxAnswerBytes } from './compiler/raw-bytes.ts';
import type { Reader } from './compiler/reader.ts';
import type { CteQueries } from './compiler/root-query.ts';
import { type RunStatement, runOn } from './compiler/snapshot.ts';
import { type Sql, sql } from './compiler/sql.ts';
import { readKey, writeOnce } from './history/idempotency.ts';
import { inWrite, type Tx } from './history/write.ts';
import { notFound } from './values/errors.ts';
import type { IdType } from './values/ids.ts';

/** Who asks. Until access control exists everybody is `local`. */
export interface Viewer {
  name: string;
}

/** Reads a root field: the answer is JSON text that PostgreSQL wrote. */
export interface Read {
  connection(info: GraphQLResolveInfo): Promise<JsonText>;
  /** @throws Refusal NOT_FOUND when there is none, BAD_USER_INPUT when the id is another type's. */
  recordById(info: GraphQLResolveInfo, id: string, types?: readonly IdType[]): Promise<JsonText>;
  /** The record that a condition finds, or null. */
  recordWhere(
    info: GraphQLResolveInfo,
    type: IdType,
    condition: (row: Sql) => Sql,
  ): Promise<JsonText | null>;
  /** A page of what queries of its own find, as `search` does. */
  searchPage<Args extends object>(
    info: GraphQLResolveInfo,
    queries: CteQueries<Args>,
  ): Promise<JsonText>;
  /** An object made of queries of its own, as statistics are. */
  aggregate<Args extends object>(
    info: GraphQLResolveInfo,
    queries: CteQueries<Args>,
  ): Promise<JsonText>;
}

/** Does a service's work in one logged transaction; the payload is read before it is committed. */
export type Write = (
  info: GraphQLResolveInfo,
  work: (tx: Tx) => Promise<Record<string, unknown>>,
) => Promise<JsonText>;

export interface Context {
  viewer: Viewer;
  read: Read;
  write: Write;
}

const optionalText = (found: string | null): JsonText | null =>
  found === null ? null : new JsonText(found);

/** The answer of a statement that always has one. */
function requireText(found: string | null): JsonText {
  if (found === null) throw new Error('PostgreSQL answered no row where there always is one.');
  return new JsonText(found);
}

export const createRead =
  (reader: Reader) =>
  (run: RunStatement): Read => ({
    connection: async (info) => requireText(await run(reader.compileRoot(info, { kind: 'page' }))),
    recordById: async (info, id, types) => {
      const ref = RecordKey.of(id, ['id'], types);
      const { type } = ref;
      const where = (row: Sql) => sql`${row}.id = ${ref.key}::uuid`;
      const root = { kind: 'record', type, where } as const;
      const found = optionalText(await run(reader.compileRoot(info, root)));
      if (!found) throw notFound(['id'], `There is no ${type.toLowerCase()} ${id}.`);
      return found;
    },
    recordWhere: async (info, type, where) =>
      optionalText(await run(reader.compileRoot(info, { kind: 'record', type, where }))),
    searchPage: async (info, queries) =>
      requireText(await run(reader.compileRoot(info, { kind: 'page', with: queries }))),
    aggregate: async (info, queries) =>
      requireText(await run(reader.compileRoot(info, { kind: 'summary', with: queries }))),
  });

/** The writes of one request: each in a transaction of its own, and what they answer together is bounded as any answer is. */
export function createWrite(
  database: DataSource,
  reader: Reader,
  viewer: Viewer,
  header: string | undefined,
): Write {
  let length = 0;
  return async (info, work) => {
    const key = readKey(header);
    let answer: JsonText | undefined;
    await inWrite(database, {
      by: viewer.name,
      action: info.fieldName,
      work: async (tx) => {
        const done = async () => ({ ...(await work(tx)), warnings: tx.warnings });
        return key
          ? writeOnce(tx, { key: keyOfField(key, info.path), request: requestOf(info) }, done)
          : done();
      },
      after: async (written, client) => {
        answer = requireText(
          await runOn(client)(reader.compileRoot(info, { kind: 'payload', answer: written })),
        );
        if (length + answer.bytes.length > maxAnswerBytes) throw answerTooLong();
        length += answer.bytes.length;
      },
    });
    return answer!;
  };
}

/** One request may hold several mutations; each is a write of its own. */
const keyOfField = (key: string, { key: field }: GraphQLResolveInfo['path']): string =>
  `${key} ${field}`;

const requestOf = ({ operation, fragments, variableValues }: GraphQLResolveInfo): string =>
  JSON.stringify([print(operation), Object.values(fragments).map(print), variableValues]);
