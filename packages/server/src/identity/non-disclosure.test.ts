import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { withKey } from '../access/access.testing.ts';
import { type Role, roles } from '../access/roles.ts';
import type { Api } from '../testing/api.ts';
import type { Operation } from '../testing/differential/model.ts';
import { getExport } from '../testing/exports.ts';
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
import { type TwoLedgers, twoLedgers } from './two-ledgers.testing.ts';

let ledgers: TwoLedgers;
beforeAll(async () => {
  ledgers = await twoLedgers(identities, { isLarge });
}, 300_000);
afterAll(() => ledgers?.stop());

/** Both ledgers answer an operation of the first with the same bytes. */
async function expectSame(operation: Partial<Operation>, role: Role): Promise<void> {
  const [first, second] = ledgers.apis;
  const [one, other] = await Promise.all([
    send(first, ledgers.keys[role], operation),
    send(second, ledgers.keys[role], JSON.parse(ledgers.toSecond(JSON.stringify(operation)))),
  ]);
  expectSameText(ledgers.toFirst(other), one, JSON.stringify(operation));
}

/** Fingerprints of rows have a secret key. They are replaced by the order in which they appear. */
function numbered(text: string): string {
  const seen: string[] = [];
  return text.replace(/"fingerprint":"([^"]+)"/g, (_, fingerprint: string) => {
    if (!seen.includes(fingerprint)) seen.push(fingerprint);
    return `"fingerprint":${seen.indexOf(fingerprint)}`;
  });
}

/** Shows the first difference, because the texts are long. */
function expectSameText(actual: string, expected: string, what: string): void {
  if (actual === expected) return;
  let at = 0;
  while (actual[at] === expected[at]) at += 1;
  const around = (text: string) => text.slice(Math.max(0, at - 300), at + 300);
  expect({ what, text: around(actual) }).toEqual({ what, text: around(expected) });
}

describe('two ledgers that differ only in who a protected source is', () => {
  test(
    'answer random operations with the same bytes, for every role',
    async () => {
      const operations = await randomOperations(ledgers.apis[0]);
      let next = 0;
      const property = fc.asyncProperty(operations, async ([operation]) => {
        next += 1;
        // Every role reads the same; the short form takes them in turn.
        for (const role of isLarge ? roles : [roles[next % roles.length] ?? 'READER'])
          if (operation) await expectSame(operation, role);
      });
      await fc.assert(property, { numRuns: runs, seed, endOnFailure: true });
    },
    runs * 400 + 60_000,
  );

  test.each(guesses)('answer a guess with the same bytes: %s', async (text) => {
    for (const query of searches)
      for (const role of ['READER', 'ADMIN'] as const)
        await expectSame({ query, variables: { text } }, role);
  });

  test('tell nothing in histories, conflicts, grants, refusals and exports', async () => {
    const history = `history { nodes {
      version at by action change rationale diff { path before after }
    } }`;
    const everything = `{
      sources(first: 100) { totalCount nodes {
        id name names { id text position } role kind protection redacted reliability version
        createdAt updatedAt externalIds { value } affiliations { id } basedIn { id }
        corrections { field } claims { totalCount } reports { totalCount }
        ratings { by } ${history}
      } }
      claims(first: 100) { nodes { id importIssues { value } ${history} } }
      importConflicts { nodes { id field value fileValue } }
    }`;
    for (const role of roles) await expectSame({ query: everything, variables: {} }, role);
    const admin = `{
      identityGrants { totalCount nodes { id } } identityReadings { totalCount nodes { id } }
    }`;
    await expectSame({ query: admin, variables: {} }, 'ADMIN');
    for (const format of ['csv', 'geojson', 'claimreview', 'jsonl']) {
      const [one, other] = await Promise.all(
        ledgers.apis.map((api) =>
          getExport(api, format, undefined, withKey(ledgers.keys.READER)).then(({ text }) => text),
        ),
      );
      expectSameText(numbered(ledgers.toFirst(other ?? '')), numbered(one ?? ''), format);
    }
  }, 120_000);

  test('refuse to read the identity alike', async () => {
    const [first] = ledgers.apis;
    const { sources } = await first.data(
      '{ sources(filter: { protection: [PROTECTED, PSEUDONYMOUS] }) { nodes { id } } }',
    );
    expect(sources.nodes.length).toBeGreaterThanOrEqual(2);
    for (const { id } of sources.nodes)
      for (const role of roles)
        await expectSame(
          {
            query: 'mutation ($id: ID!) { readIdentity(sourceId: $id) { identity { role } } }',
            variables: { id },
          },
          role,
        );
  });

  test('have the same metrics, apart from numbers', async () => {
    const namesOf = async (api: Api) =>
      (
        await (
          await fetch(new URL('/metrics', api.url), { headers: withKey(ledgers.keys.ADMIN) })
        ).text()
      ).replace(/ \S+$/gm, '');
    const [one, other] = await Promise.all(ledgers.apis.map(namesOf));
    expect(other).toBe(one);
  });
});
