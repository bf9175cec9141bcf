import { hash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { getOperationAST, parse } from 'graphql';
import pg from 'pg';
import { withKey } from '../access/access.testing.ts';
import { type Role, roles } from '../access/roles.ts';
import { explainStatement } from '../cli/explain-statement.ts';
import { compileRootStatements } from '../cli/root-statements.ts';
import { poolOf } from '../database/data-source.ts';
import { csv } from '../ingest/csv/csv.ts';
import { schemaOf } from '../schema.ts';
import { type Api, startApi, testMasterKeys } from '../testing/api.ts';
import type { Operation } from '../testing/differential/model.ts';
import { getExport } from '../testing/exports.ts';
import { importText } from '../testing/imports.ts';
import { dumpOf } from './identity.testing.ts';
import type { IdentityContent } from './identity-content.ts';
import {
  guesses,
  identities,
  isLarge,
  randomOperations,
  runs,
  searches,
  seed,
  send,
} from './non-disclosure.testing.ts';
import { oneLedger, type TestIdentity } from './two-ledgers.testing.ts';
import { openVault, type RunQuery } from './vault.ts';

let ledger: Awaited<ReturnType<typeof oneLedger>>;
let api: Api;
let asSuperuser: pg.Client;
beforeAll(async () => {
  ledger = await oneLedger(identities[0], { isLarge });
  asSuperuser = new pg.Client(ledger.url);
  await asSuperuser.connect();
  // Statistics that are gathered again at some moment would change plans for another reason.
  const { rows } = await asSuperuser.query(
    `select format('alter table %s set (autovacuum_enabled = off)', c.oid::regclass) as statement
     from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'`,
  );
  for (const { statement } of rows) await asSuperuser.query(statement);
  await asSuperuser.query('vacuum analyze');
  api = await startApi('sample', { databaseUrl: ledger.url });
}, 300_000);
afterAll(async () => {
  await asSuperuser?.end();
  await api?.stop();
});

/** Replaces who every protected source is, in the database itself and without a write. */
async function swapIdentities({ names, role, phones, notes }: TestIdentity): Promise<void> {
  const query: RunQuery = async (text, values = []) =>
    (await asSuperuser.query(text, [...values])).rows;
  await query('begin');
  await query('set local session_replication_role = replica');
  const vault = await openVault(query, testMasterKeys);
  for (const [i, identity] of (await vault.all()).entries()) {
    const other: Partial<IdentityContent> = {
      names: names.map(({ text, ...rest }) => ({ ...rest, text: `${text} ${'I'.repeat(i)}` })),
      formerNames: [],
      role,
      basedInId: null,
      externalIds: phones.map((value) => ({ system: 'phone', value: `${value}${i}` })),
      affiliations: [],
      notes,
      matches: [],
      hiddenKeys: [],
    };
    await vault.replace(identity, { ...identity.content, ...other });
  }
  await query('commit');
  await query('analyze source_identity, identity_lookup');
}

const sealedTables = /^public\.(source_identity|identity_lookup) /;

/** Everything that somebody without a grant, or with a copy of the database, can compare. */
async function* observations(operations: readonly Operation[]): AsyncGenerator<[string, string]> {
  const everyRole = async function* (operation: Partial<Operation>, only: readonly Role[] = roles) {
    for (const role of only)
      yield [
        `${role} ${JSON.stringify(operation)}`,
        await send(api, ledger.keys[role], operation, { 'claimgraph-cost': 'estimate' }),
      ] satisfies [string, string];
  };
  for (const operation of operations) yield* everyRole(operation);
  for (const text of guesses)
    for (const query of searches) yield* everyRole({ query, variables: { text } }, ['READER']);
  for (const operation of operations.slice(0, Math.max(20, runs / 20)))
    yield [`explain ${operation.query}`, await explain(operation)];
  for (const format of ['csv', 'geojson', 'claimreview', 'jsonl'])
    yield [format, (await getExport(api, format, undefined, withKey(ledger.keys.READER))).text];
  const metrics = await fetch(new URL('/metrics', api.url), {
    headers: withKey(ledger.keys.ADMIN),
  });
  yield ['metrics', (await metrics.text()).replace(/ \S+$/gm, '')];
  const dump = (await dumpOf(api)).split('\n').filter((line) => !sealedTables.test(line));
  yield ['a dump', dump.sort().join('\n')];
  const { rows: statistics } = await asSuperuser.query(
    `select * from pg_stats where schemaname = 'public'
       and tablename not in ('source_identity', 'identity_lookup') order by tablename, attname`,
  );
  yield ['statistics of the planner', JSON.stringify(statistics)];
}

/** What dry runs with the names report. They grow tables, by which PostgreSQL chooses its plans. */
async function dryRuns(): Promise<string[]> {
  const reports: string[] = [];
  for (const { names } of identities) {
    const name = names[0]?.text;
    const rows = `ref,account,heard\n1,A ferry is late,"${name}"\n9,,"${name} the elder"\n`;
    const settings = {
      dataset: { name: 'A table', kind: 'DATASET' },
      id: { column: 'ref' },
      statement: { column: 'account' },
      sources: [{ column: 'heard', kind: 'PERSON' }],
    };
    const report = await importText(api, csv, rows, { settings, dryRun: true });
    reports.push(JSON.stringify(report));
  }
  return reports;
}

/** The statements of a query and their plans, without costs. */
async function explain({ query, variables }: Operation): Promise<string> {
  const document = parse(query);
  const operation = getOperationAST(document);
  if (operation?.operation !== 'query') return '';
  const runner = api.database.createQueryRunner();
  try {
    const free = { estimate: () => 0 };
    const statements = await compileRootStatements(
      api.database,
      await schemaOf(),
      { document, operation },
      variables ?? {},
      free,
    );
    const texts: string[] = [];
    for (const { statement } of statements)
      texts.push(statement.text, JSON.stringify(await explainStatement(runner, statement, {})));
    return texts.join('\n').replace(/\(cost=[^)]*\)/g, '');
  } catch (error) {
    return `refused: ${(error as Error).message}`;
  } finally {
    await runner.release();
  }
}

describe('one ledger in which a superuser replaces who the protected sources are', () => {
  test(
    'answers, explains, exports and stores the same bytes as before',
    async () => {
      const operations = fc
        .sample(await randomOperations(api), { numRuns: runs, seed })
        .flatMap(([operation]) => operation ?? []);
      const digest = (text: string) => hash('sha256', text, 'base64');
      const reports = await dryRuns();
      await asSuperuser.query('vacuum analyze');
      // The first reading warms caches, such as the counts by which costs are estimated.
      for await (const _ of observations(operations.slice(0, 20)));
      const before: string[] = [];
      for await (const [, text] of observations(operations)) before.push(digest(text));
      await swapIdentities(identities[1]);
      let compared = 0;
      for await (const [what, text] of observations(operations)) {
        if (before[compared] !== digest(text))
          throw new Error(`seed ${seed}: ${what.slice(0, 2_000)} → ${text.slice(0, 2_000)}`);
        compared += 1;
      }
      expect(compared).toBe(before.length);
      expect(await dryRuns()).toEqual(reports);
      expect(compared).toBeGreaterThan(operations.length * roles.length);
      const client = await poolOf(api.database).connect();
      try {
        const vault = await openVault(
          async (text, values = []) => (await client.query(text, [...values])).rows,
          testMasterKeys,
        );
        // They were replaced indeed.
        expect(JSON.stringify(await vault.all())).toContain(identities[1].names[0]?.text);
      } finally {
        client.release();
      }
    },
    runs * 800 + 120_000,
  );
});
