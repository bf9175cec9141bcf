import type { GraphQLResolveInfo } from 'graphql';
import { print } from 'graphql';
import { createParameterDecorator } from 'type-graphql';
import type { DataSource } from 'typeorm';
import type { CountedCost } from './access/counted-cost.ts';
import type { Viewer } from './access/viewer.ts';
import { checkCost } from './compiler/cost.ts';
import { JsonText } from './compiler/execute.ts';
import { RecordKey } from './compiler/payload.ts';
import { answerTooLong, maxAnswerBytes } from './compiler/raw-bytes.ts';
import type { RootCompiler } from './compiler/reader.ts';
import type { CteQueries, Root } from './compiler/root-query.ts';
import type { RunStatement } from './compiler/snapshot.ts';
import { type Sql, sql } from './compiler/sql.ts';
import { notRepeatable, readKey, writeOnce } from './history/idempotency.ts';
import { inWrite, type Tx } from './history/write.ts';
import type { Caller } from './values/caller.ts';
import { notFound } from './values/errors.ts';
import type { IdType } from './values/ids.ts';
import type { Line } from './values/line.ts';
import type { MasterKeySource } from './values/master-key.ts';
import { prices } from './values/prices.ts';

/** What a request brings along: who sent it, and how its mutations write. */
export interface RequestContext {
  viewer: Viewer;
  caller: Caller;
  /** Whether the viewer's credential has ended since the request came. */
  hasEnded: () => boolean;
  /** What the operation costs, as far as it is compiled. Left out: nobody asks. */
  cost?: CountedCost | undefined;
  /** Binds a write to the root field that asks for it. */
  write: (info: GraphQLResolveInfo) => Write;
}

/** What resolvers are given: the request's context, and how its operation reads. */
export interface ResolverContext extends Omit<RequestContext, 'hasEnded'> {
  /** Binds a read to the root field that asks for it. */
  read: (info: GraphQLResolveInfo) => Read;
}

/** Reads the root field of a resolver. The answer is JSON text that PostgreSQL wrote. */
export interface Read {
  /** A page of the records of the field's type, with its filter, order and cursor. */
  connection(): Promise<JsonText>;
  /**
   * The record with this id.
   *
   * @throws Refusal NOT_FOUND when there is none, BAD_USER_INPUT when the id is of another type.
   */
  recordById(id: string, types?: readonly IdType[]): Promise<JsonText>;
  /** The record that fulfils a condition, or null. */
  recordWhere(type: IdType, condition: (row: Sql) => Sql): Promise<JsonText | null>;
  /** A page of the rows of common table expressions, as `search` returns. */
  searchPage<Args extends object>(queries: CteQueries<Args>): Promise<JsonText>;
  /** One object computed by common table expressions, as statistics are. */
  aggregate<Args extends object>(queries: CteQueries<Args>): Promise<JsonText>;
  /** An object of plain values. */
  values(fields: Record<string, unknown>): Promise<JsonText>;
}

/**
 * Does a service's work in one logged transaction and reads the payload in it, before it commits.
 * `work` returns the fields of the payload: record keys, or plain values.
 */
export type Write = (
  work: (tx: Tx) => Promise<Record<string, unknown>>,
  options?: WriteOfField,
) => Promise<JsonText>;

/** How the write of a root field differs from others. */
interface WriteOfField {
  /** The work reads all that it depends on before it writes: see {@link inWrite}. */
  readsFirst?: boolean;
  /** Its answer is stored nowhere, so that a request with an `Idempotency-Key` is refused. */
  isSecret?: boolean;
}

/** Makes what resolvers are given from what a request brings along. */
export const resolverContextOf =
  (reader: RootCompiler) =>
  ({ viewer, caller, write }: RequestContext, run: RunStatement): ResolverContext => ({
    viewer,
    caller,
    write,
    read: createRead(reader)(run),
  });

/** Gives a resolver method the {@link Read} of its root field. */
export const Read = () =>
  createParameterDecorator<ResolverContext>(({ context, info }) => context.read(info));

/** Gives a resolver method the {@link Write} of its root field. */
export const Write = () =>
  createParameterDecorator<ResolverContext>(({ context, info }) => context.write(info));

/** Makes the {@link ResolverContext.read} of an operation whose statements `run` executes. */
export const createRead =
  (reader: RootCompiler) =>
  (run: RunStatement): ResolverContext['read'] =>
  (info) =>
    new RootFieldRead(reader, run, info);

class RootFieldRead implements Read {
  constructor(
    private readonly reader: RootCompiler,
    private readonly run: RunStatement,
    private readonly info: GraphQLResolveInfo,
  ) {}

  async connection() {
    return this.required({ kind: 'page' });
  }

  async recordById(id: string, types?: readonly IdType[]) {
    const ref = RecordKey.of(id, ['id'], types);
    const { type, key } = ref;
    const record = await this.recordWhere(type, (row) => sql`${row}.id = ${key}::uuid`);
    if (!record) throw notFound(['id'], `There is no ${type.toLowerCase()} ${id}.`);
    return record;
  }

  async recordWhere(type: IdType, where: (row: Sql) => Sql) {
    const bytes = await this.bytesOf({ kind: 'record', type, where });
    return bytes === null ? null : new JsonText(bytes);
  }

  async searchPage<Args extends object>(queries: CteQueries<Args>) {
    return this.required({ kind: 'page', with: queries });
  }

  async aggregate<Args extends object>(queries: CteQueries<Args>) {
    return this.required({ kind: 'summary', with: queries });
  }

  async values(fields: Record<string, unknown>) {
    return this.required({ kind: 'payload', answer: fields });
  }

  private async required<Args extends object>(root: Root<Args>): Promise<JsonText> {
    return requireText(await this.bytesOf(root));
  }

  private bytesOf<Args extends object>(root: Root<Args>): Promise<string | null> {
    return this.run(this.reader.compileRoot(this.info, root));
  }
}

/** The answer of a statement that always returns a row. */
function requireText(bytes: string | null): JsonText {
  if (bytes === null) throw new Error('PostgreSQL returned no row for a statement that needs one.');
  return new JsonText(bytes);
}

export interface WriteOptions {
  database: DataSource;
  reader: RootCompiler;
  viewer: Viewer;
  line: Line;
  /** Notes how long a write took, in seconds. */
  durations: { observe(seconds: number): void };
  caller: Caller;
  /** The request's `Idempotency-Key` header, if it has one. */
  idempotencyKey: string | undefined;
  masterKeys?: MasterKeySource | undefined;
  /** The most that the answers to a request may cost, and how long each may take to read. */
  limits: { maxCostMs: number; timeoutMs: number };
  /** Where the answers are counted. */
  cost?: CountedCost | undefined;
}

/**
 * Makes the {@link RequestContext.write} of one request. Each mutation of the request has a
 * transaction of its own. The limits of size and cost of answers apply to all of them together.
 */
export function createWrite({
  database,
  reader,
  viewer,
  line,
  durations,
  caller,
  idempotencyKey,
  masterKeys,
  limits,
  cost,
}: WriteOptions): RequestContext['write'] {
  let length = 0;
  let spentMs = 0;
  return (info) =>
    async (work, { readsFirst = false, isSecret = false } = {}) => {
      const key = readKey(idempotencyKey);
      if (key && isSecret) throw notRepeatable(info.fieldName);
      const start = performance.now();
      const spentBefore = spentMs;
      let answer: JsonText | undefined;
      let payment: Promise<void> | undefined;
      await inWrite(database, {
        by: viewer.name,
        credentialId: viewer.credentialId,
        role: viewer.role,
        action: info.fieldName,
        line,
        signal: caller.signal,
        masterKeys,
        // A key is looked up while no other write runs.
        readsFirst: readsFirst && !key,
        work: async (tx) => {
          // Here no other write runs, so that of many at once, each is paid before the next begins.
          payment ??= cost?.account?.pay(prices.mutation.points);
          await payment;
          const perform = async () => ({ ...(await work(tx)), warnings: tx.warnings });
          return key
            ? writeOnce(tx, { key: keyOfField(key, info.path), request: requestOf(info) }, perform)
            : perform();
        },
        answer: (payload) => {
          const statement = reader.compileRoot(info, { kind: 'payload', answer: payload });
          spentMs = spentBefore + (statement.cost ?? 0);
          checkCost(spentMs, limits.maxCostMs, 'Nothing of this was written.');
          cost?.spend(statement.cost ?? 0);
          return {
            statement,
            caller,
            longest: maxAnswerBytes - length,
            timeoutMs: limits.timeoutMs,
            receive: (bytes) => {
              answer = requireText(bytes);
              if (length + answer.bytes.length > maxAnswerBytes) throw answerTooLong();
              length += answer.bytes.length;
            },
          };
        },
      });
      durations.observe((performance.now() - start) / 1_000);
      return answer!;
    };
}

/** The key of one mutation: a request may hold several, and each is a write of its own. */
const keyOfField = (key: string, { key: field }: GraphQLResolveInfo['path']): string =>
  `${key} ${field}`;

const requestOf = ({ operation, fragments, variableValues }: GraphQLResolveInfo): string =>
  JSON.stringify([print(operation), Object.values(fragments).map(print), variableValues]);
