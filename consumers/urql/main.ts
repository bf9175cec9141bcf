import assert from 'node:assert/strict';
import type { DataOf, VariablesOf } from '@claimgraph/sdk';
import { Claims, CreateSource, UpdateSource } from '@claimgraph/sdk/operations';
import { gql, type TypedDocumentNode } from '@urql/core';
import { client } from './urql.js';

const warnings: unknown[] = [];
console.warn = console.error = (...args: unknown[]) => warnings.push(args);

type Document<Op> = TypedDocumentNode<DataOf<Op>, VariablesOf<Op> & Record<string, unknown>>;
const documentOf = <Op extends { text: string }>({ text }: Op): Document<Op> =>
  gql(text) as Document<Op>;
const ClaimsDocument = documentOf(Claims);

// Pages of a list become one list, in the order of the server.
let after: string | null = null;
for (let page = 1; page <= 3; page++) {
  const variables: VariablesOf<typeof Claims> = { first: 10, after };
  const answer: { data?: DataOf<typeof Claims> | undefined } = await client.query(
    ClaimsDocument,
    variables,
  );
  after = answer.data!.claims.pageInfo.endCursor;
}
const joined = await client.query(ClaimsDocument, { first: 10, after: null });
assert.equal(joined.data!.claims.nodes.length, 26);
assert.equal(joined.data!.claims.pageInfo.hasNextPage, false);

// Fragments match interfaces.
const search = await client.query(
  gql`
    query Find {
      search(text: "Diyaruna") {
        nodes {
          record {
            id
            ... on Record {
              version
            }
            ... on Source {
              name
            }
          }
        }
      }
    }
  `,
  {},
);
assert.equal(search.data.search.nodes[0].record.name, 'Diyaruna');
assert.equal(search.data.search.nodes[0].record.version, 1);

// A mutation updates the record where it is cached.
const input = { kind: 'PERSON', names: [{ text: 'A reader', kind: 'PRIMARY' }] } as const;
const created = await client.mutation(documentOf(CreateSource), { input });
const { id, version } = created.data!.createSource.source;
const Role = gql('query Role($id: ID!) { source(id: $id) { id role } }');
assert.equal((await client.query(Role, { id })).data.source.role, null);
const change = { id, expectedVersion: version, input: { role: 'neighbour' } };
await client.mutation(documentOf(UpdateSource), change);
const cached = await client.query(Role, { id }, { requestPolicy: 'cache-only' });
assert.equal(cached.data.source.role, 'neighbour');

assert.deepEqual(warnings, []);
console.log('ok');
