import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { readConfig } from '../config.ts';
import { scratchDatabase } from '../testing/scratch.ts';
import { runExplain } from './explain.action.ts';
import type { ExplainOptions } from './explain.command.ts';

const folder = mkdtempSync(join(tmpdir(), 'claimgraph-explanation-'));
const file = join(folder, 'query.graphql');
let ledger: string;
beforeAll(async () => {
  ledger = await scratchDatabase('ledger');
});
afterAll(() => rmSync(folder, { recursive: true }));

/** The message of the refusal. */
const refusal = async (
  query: string,
  options: ExplainOptions = {},
  url = ledger,
): Promise<string> => {
  writeFileSync(file, query);
  const refused: Error = await runExplain(readConfig({ DATABASE_URL: url }), [file], options).then(
    (text) => new Error(`explained: ${text}`),
    (error) => error,
  );
  expect(['UserError', 'StartError']).toContain(refused.name);
  return refused.message.replaceAll(file, 'FILE');
};

const byId = 'query ($id: ID!) { location(id: $id) { label } }';
const claims = '{ claims { totalCount } }';

describe('explain refuses', () => {
  test.each([
    ['a syntax error', '{ claims {', {}, /^Syntax Error: .*\n\nFILE:1:11\n/],
    [
      'a missing variable',
      byId,
      {},
      /^Variable "\$id" of required type "ID!" was not provided\.\n\nFILE:1:8\n/,
    ],
    [
      'a malformed id',
      byId,
      { variables: { id: 'loc_1' } },
      /^id: "loc_1" is not an id\..*\n\nFILE:1:20\n/,
    ],
    [
      'a page that is too long',
      '{ claims(first: 500) { totalCount } }',
      {},
      /^first: first must be from 1 to 100.*\n\nFILE:1:3\n/,
    ],
    [
      'a mutation',
      'mutation M { withdrawClaim(id: "", expectedVersion: 1, rationale: "") { claim { id } } }',
      { operation: 'M' },
      /^Only queries can be explained\. M is a mutation\.$/,
    ],
    [
      'several operations without a choice',
      `query A ${claims} query B ${claims}`,
      {},
      /^Choose an operation with --operation\. Choose one of A, B\.$/,
    ],
    [
      'an operation that does not exist',
      `query A ${claims}`,
      { operation: 'B' },
      /^There is no operation B\. Choose one of A\.$/,
    ],
    [
      'a name although the query has none',
      claims,
      { operation: 'B' },
      /^There is no operation B\. The only query has no name\.$/,
    ],
    [
      'a variables file that is not JSON',
      claims,
      { variablesFile: file },
      /^FILE must contain a JSON object/,
    ],
    ['a folder', claims, { variablesFile: folder }, /cannot be read: it is a folder/],
  ] satisfies [string, string, ExplainOptions, RegExp][])(
    '%s',
    async (_what, query, options, message) => {
      expect(await refusal(query, options)).toMatch(message);
    },
  );

  test('an empty database, and one of another version', async () => {
    const older = await scratchDatabase('ledger');
    const client = new pg.Client(older);
    await client.connect();
    await client.query('delete from migrations where id = (select max(id) from migrations)');
    await client.end();
    for (const url of [await scratchDatabase(), older]) {
      const message = await refusal(claims, {}, url);
      expect(message).toMatch(/^The database at \S+ does not match this version\. .*npm start/);
      expect(message).not.toContain(new URL(url).password || '\0');
    }
  });
});
