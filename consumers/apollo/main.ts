import assert from 'node:assert/strict';
import { gql, type TypedDocumentNode } from '@apollo/client';
import type { DataOf, VariablesOf } from '@claimgraph/sdk';
import { RecordReport } from '@claimgraph/sdk/operations';
import { ClaimsDocument, client } from './apollo.js';
import * as save from './apollo-save.js';

const warnings: unknown[] = [];
console.warn = console.error = (...args: unknown[]) => warnings.push(args);

// Pages of a list become one list, in the order of the server.
const list = client.watchQuery({ query: ClaimsDocument, variables: { first: 10 } });
const subscription = list.subscribe(() => undefined);
const first = await client.query({ query: ClaimsDocument, variables: { first: 10 } });
let after = first.data!.claims.pageInfo.endCursor;
for (let page = 2; page <= 3; page++) {
  const more = await list.fetchMore({ variables: { after } });
  after = more.data!.claims.pageInfo.endCursor;
}
const query = { query: ClaimsDocument, variables: { first: 50 } };
const all = (await client.query({ ...query, fetchPolicy: 'no-cache' })).data!.claims;
const cached = (list.getCurrentResult().data as { claims: typeof all }).claims;
assert.equal(cached.nodes.length, 26);
assert.deepEqual(
  cached.nodes.map(({ id }) => id),
  all.nodes.map(({ id }) => id),
);
assert.equal(cached.pageInfo.hasNextPage, false);

// A list of another size is another list.
const three = await client.query({ query: ClaimsDocument, variables: { first: 3 } });
assert.equal(three.data?.claims.nodes.length, 3);
subscription.unsubscribe();

// Fragments match interfaces.
const search = await client.query<any>({
  query: gql`
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
});
const [hit] = search.data.search.nodes;
assert.equal(hit.record.name, 'Diyaruna');
assert.equal(hit.record.version, 1);

// A date is replaced as a whole: the fields of an older answer do not fit a newer one.
const { id } = cached.nodes[0]!;
const occurred = (field: string) =>
  client.query<any>({
    query: gql(`query Occurred($id: ID!) { claim(id: $id) { id occurred { ${field} } } }`),
    variables: { id },
  });
await occurred('edtf');
await occurred('earliest');
const stored: any = client.cache.extract();
const [{ occurred: interval }] = Object.values<any>(stored).filter(
  (each) => each.id === id && each.occurred,
);
assert.ok('earliest' in interval && !('edtf' in interval));

assert.equal(save.error, undefined);
assert.equal((save.data as any).createSource.source.name, 'A reader');

// A reference has exactly one field (`@oneOf`).
const names = [{ text: 'The Apollo Courier', kind: 'PRIMARY' }] as const;
const publisher = { new: { kind: 'OUTLET', names } } as const;
const report = { kind: 'ARTICLE', title: 'Seen', publisher } as const;
const RecordDocument: TypedDocumentNode<
  DataOf<typeof RecordReport>,
  VariablesOf<typeof RecordReport>
> = gql(RecordReport.text);
const authors = [{ name: 'the apollo courier' }];
const variables = { input: { report: { ...report, authors }, claims: [] } };
const recorded = await client.mutate({ mutation: RecordDocument, variables });
assert.equal(recorded.data?.recordReport.report.publisher?.name, 'The Apollo Courier');
const both = { ...publisher, name: 'The Apollo Courier' };
const twice = { input: { report: { ...report, publisher: both }, claims: [] } };
const refused = await client
  // @ts-expect-error Two fields of a reference are given.
  .mutate({ mutation: RecordDocument, variables: twice })
  .catch((error: Error) => ({ error }));
assert.match(String(refused.error?.message), /exactly one/i);

assert.deepEqual(warnings, []);
console.log('ok');
