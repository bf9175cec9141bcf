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

/** What is said instead of an explanation. */
const refusal = async (
  query: string,
  options: ExplainOptions = {},
  url = ledger,
): Promise<string> => {
  writeFileSync(file, query);
  const refused: Error = await runExplain(readConfig({ DATABASE_URL: url }), [file], options).then(
    (text) => new Error(`it was explained: ${text}`),
    (error) => error,
  );
  expect(['Complaint', 'StartError']).toContain(refused.name);
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
      'an id that is none',
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
      'a write, by name',
      'mutation M { withdrawClaim(id: "", expectedVersion: 1, rationale: "") { claim { id } } }',
      { operation: 'M' },
      /^Only queries can be explained, for they only read\. M is a mutation\.$/,
    ],
    [
      'to choose among several',
      `query A ${claims} query B ${claims}`,
      {},
      /^Say which operation by --operation\. There are A, B\.$/,
    ],
    [
      'an operation that is not there',
      `query A ${claims}`,
      { operation: 'B' },
      /^There is no operation B\. There are A\.$/,
    ],
    [
      'a name where the query has none',
      claims,
      { operation: 'B' },
      /^There is no operation B\. The only one there has no name\.$/,
    ],
    [
      'variables in a file that is no JSON',
      claims,
      { variablesFile: file },
      /^FILE must hold a JSON object/,
    ],
    ['a folder', claims, { variablesFile: folder }, /cannot be read: EISDIR/],
  ] satisfies [string, string, ExplainOptions, RegExp][])(
    '%s',
    async (_what, query, options, message) => {
      expect(await refusal(query, options)).toMatch(message);
    },
  );

  test('a database that holds nothing, or is of another version', async () => {
    const older = await scratchDatabase('ledger');
    const client = new pg.Client(older);
    await client.connect();
    await client.query('delete from migrations where id = (select max(id) from migrations)');
    await client.end();
    for (const url of [await scratchDatabase(), older]) {
      const message = await refusal(claims, {}, url);
      expect(message).toMatch(/^The database at \S+ is not of this version's form\. .*npm start/);
      expect(message).not.toContain(new URL(url).password || '\0');
    }
  });
});
