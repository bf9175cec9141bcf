import { randomInt } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { withKey } from '../access/access.testing.ts';
import { type Role, roles } from '../access/roles.ts';
import type { Api } from '../testing/api.ts';
import type { Operation } from '../testing/differential/model.ts';
import { Pools } from '../testing/differential/pools.ts';
import { Reference } from '../testing/differential/reference.ts';
import { publishedSchema } from '../testing/differential/schema.ts';
import { Selections } from '../testing/differential/selections.ts';
import { Writer } from '../testing/differential/writer.ts';
import { getExport } from '../testing/exports.ts';
import { type TestIdentity, type TwoLedgers, twoLedgers } from './two-ledgers.testing.ts';

/** `npm run soak -- non-disclosure` sends more. A failure reports the seed and the path. */
const runs = Number(process.env.CLAIMGRAPH_DISCLOSURE_RUNS ?? 60);
const seed = Number(process.env.CLAIMGRAPH_DISCLOSURE_SEED ?? randomInt(2 ** 31));
const isLarge = runs > 1_000;

const identities: readonly [TestIdentity, TestIdentity] = [
  {
    names: [
      { text: 'Wilhelmina Thackeray', kind: 'PRIMARY', language: 'en' },
      { text: 'Mina of the Bridge', kind: 'ALIAS' },
    ],
    role: 'keeper of the lower bridge',
    phones: ['0991', '0992'],
    notes: 'A cousin of the ferryman.',
    isBased: true,
  },
  {
    names: [{ text: 'زينب الطحان', kind: 'PRIMARY', language: 'ar' }],
    role: null,
    phones: [],
    notes: null,
    isBased: false,
  },
];

let ledgers: TwoLedgers;
beforeAll(async () => {
  ledgers = await twoLedgers(identities, { isLarge });
}, 300_000);
afterAll(() => ledgers?.stop());

const send = async ({ url }: Api, role: Role, operation: object): Promise<string> => {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...withKey(ledgers.keys[role]) },
    body: JSON.stringify(operation),
  });
  return `${response.status} ${await response.text()}`;
};

/** Both ledgers answer an operation of the first with the same bytes. */
async function expectSame(operation: Partial<Operation>, role: Role): Promise<void> {
  const [first, second] = ledgers.apis;
  const [one, other] = await Promise.all([
    send(first, role, operation),
    send(second, role, JSON.parse(ledgers.toSecond(JSON.stringify(operation)))),
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
      const reference = await Reference.of(ledgers.apis[0].database);
      const pools = new Pools(reference.world.graph);
      const models = new Selections(publishedSchema, pools).operations();
      let next = 0;
      const property = fc.asyncProperty(models, async (model) => {
        const [operation] = new Writer(publishedSchema, pools, model).operations();
        next += 1;
        // Every role reads the same; the short form takes them in turn.
        for (const role of isLarge ? roles : [roles[next % roles.length] ?? 'READER'])
          if (operation) await expectSame(operation, role);
      });
      await fc.assert(property, { numRuns: runs, seed, endOnFailure: true });
    },
    runs * 400 + 60_000,
  );

  /** Guesses of each identity, in every place that takes a text or an external id. */
  const guesses = identities.flatMap(({ names, phones, role }) => [
    ...names.map(({ text }) => text),
    ...names.map(({ text }) => `${text} the elder`),
    ...phones,
    role ?? 'nobody',
  ]);

  test.each(guesses)('answer a guess with the same bytes: %s', async (text) => {
    const queries = [
      `query ($text: String!) { sources(filter: { text: $text }) { totalCount nodes { id } } }`,
      `query ($text: String!) {
        sources(filter: { not: { text: $text } }, orderBy: { by: NAME, direction: DESC }) {
          totalCount nodes { id name updatedAt version } pageInfo { endCursor }
        }
      }`,
      `query ($text: String!) {
        sources(filter: { externalId: { system: "phone", value: $text } }) { totalCount }
      }`,
      `query ($text: String!) {
        record(type: SOURCE, externalId: { system: "phone", value: $text }) { id }
      }`,
      `query ($text: String!) { search(text: $text, first: 20) {
        totalCount nodes { score rule record { id } }
      } }`,
      `query ($text: String!) { search(text: $text, match: EXACT) { nodes { record { id } } } }`,
      `query ($text: String!) { claims(filter: { text: $text }) { totalCount } }`,
      `query ($text: String!) { reports(filter: { text: $text }) { totalCount } }`,
      `mutation ($text: String!) {
        createReport(input: { kind: ARTICLE, title: "x", publisher: { name: $text } }) {
          report { id }
        }
      }`,
      `mutation ($text: String!) {
        createReport(input: {
          kind: ARTICLE, title: "x", publisher: { externalId: { system: "phone", value: $text } }
        }) { report { id } }
      }`,
    ];
    for (const query of queries)
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
