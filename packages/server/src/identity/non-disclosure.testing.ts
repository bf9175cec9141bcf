import { randomInt } from 'node:crypto';
import fc from 'fast-check';
import { withKey } from '../access/access.testing.ts';
import type { Api } from '../testing/api.ts';
import type { Operation } from '../testing/differential/model.ts';
import { Pools } from '../testing/differential/pools.ts';
import { Reference } from '../testing/differential/reference.ts';
import { publishedSchema } from '../testing/differential/schema.ts';
import { Selections } from '../testing/differential/selections.ts';
import { Writer } from '../testing/differential/writer.ts';
import type { TestIdentity } from './two-ledgers.testing.ts';

/** `npm run soak -- non-disclosure` sends more. A failure reports the seed and the path. */
export const runs = Number(process.env.CLAIMGRAPH_DISCLOSURE_RUNS ?? 20);
export const seed = Number(process.env.CLAIMGRAPH_DISCLOSURE_SEED ?? randomInt(2 ** 31));
export const isLarge = runs > 1_000;

export const identities: readonly [TestIdentity, TestIdentity] = [
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

/** Random operations that a ledger can be asked, generated from the schema. */
export async function randomOperations({ database }: Api): Promise<fc.Arbitrary<Operation[]>> {
  const reference = await Reference.of(database);
  const pools = new Pools(reference.world.graph);
  return new Selections(publishedSchema, pools)
    .operations()
    .map((model) => new Writer(publishedSchema, pools, model).operations());
}

/** Guesses of each identity, in every place that takes a text or an external id. */
export const guesses = identities.flatMap(({ names, phones, role }) => [
  ...names.map(({ text }) => text),
  ...names.map(({ text }) => `${text} the elder`),
  ...phones,
  role ?? 'nobody',
]);

/** Operations that look for a text. */
export const searches: readonly string[] = [
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

/** What a server answers, with its status. */
export async function send(
  { url }: Api,
  key: string,
  operation: object,
  headers: Record<string, string> = {},
): Promise<string> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...withKey(key), ...headers },
    body: JSON.stringify(operation),
  });
  return `${response.status} ${await response.text()}`;
}
