import assert from 'node:assert/strict';
import { paginate } from '@claimgraph/sdk';
import { operationOf } from '@claimgraph/sdk/documents';
import { client } from '../documents.js';
import { graphql } from './gql/index.js';

const Newest = graphql(`
  query Newest($first: Int!, $after: String, $filter: ClaimFilter) {
    claims(first: $first, after: $after, filter: $filter) {
      nodes {
        id
        ...Statement
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);
graphql(`
  fragment Statement on Claim {
    statement
    occurred {
      edtf
    }
  }
`);
const Save = graphql(`
  mutation Save($input: CreateSourceInput!) {
    createSource(input: $input) {
      source {
        id
        version
      }
    }
  }
`);

const { claims } = await client.execute(Newest, {
  first: 3,
  filter: { kind: ['TERRITORIAL_CONTROL'] },
});
const id: string = claims.nodes[0]!.id;
assert.match(id, /^clm_/);
let count = 0;
for await (const { id: each } of paginate(client, operationOf(Newest), (data) => data.claims, {
  first: 10,
}))
  if (each) count += 1;
assert.equal(count, 26);

const input = { kind: 'PERSON', names: [{ text: 'A reader', kind: 'PRIMARY' }] } as const;
const idempotencyKey = crypto.randomUUID();
const first = await client.execute(Save, { input }, { idempotencyKey });
const again = await client.execute(Save, { input }, { idempotencyKey });
assert.equal(first.createSource.source.id, again.createSource.source.id);

// Of a reference, exactly one field is given (`@oneOf`).
const Refer = graphql(`
  mutation Refer($publisher: SourceRefInput) {
    createReport(input: { kind: ARTICLE, title: "Seen", publisher: $publisher }) {
      report {
        publisher {
          name
        }
      }
    }
  }
`);
const referred = await client.execute(Refer, { publisher: { name: 'Diyaruna' } });
assert.equal(referred.createReport.report.publisher?.name, 'Diyaruna');
// @ts-expect-error Two fields of a reference are given.
const twice = await client.result(Refer, { publisher: { name: 'Diyaruna', id } });
assert.equal(twice.errors?.[0].kind, 'badInput');

const { errors } = await client.result(Newest, { first: 1000 });
assert.equal(errors?.[0].kind, 'badInput');
assert.equal(errors[0].operation, 'Newest');

// @ts-expect-error A required variable is missing.
const { errors: missing } = await client.result(Newest, {});
assert.ok(missing);
console.log('ok');
