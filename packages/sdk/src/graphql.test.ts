import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Api, startApi } from '../../server/src/testing/api.ts';
import { ClaimCard, ClaimDetail, graphql } from './graphql.ts';
import { createClient } from './index.ts';

let api: Api;

beforeAll(async () => {
  api = await startApi('sample');
});
afterAll(() => api.stop());

describe('a custom query', () => {
  test('runs with fragments of the SDK and of the user', async () => {
    const Headline = graphql('fragment Headline on Report { title published { edtf } }');
    const OwnQuery = graphql(
      `query OwnQuery($text: String!) {
        claims(first: 1, filter: { text: $text }) {
          nodes { ...ClaimCard report { ...Headline } }
        }
      }`,
      [ClaimCard, Headline],
    );
    const { claims } = await createClient({ url: api.url }).execute(OwnQuery, {
      text: 'six thousand',
    });
    const [claim] = claims.nodes;
    expect(claim?.attributions[0]?.chain[0]?.source.name).toBe('Yasser al-Turkmani');
    expect(claim?.report.published?.edtf).toBe('2018-07-10~');
  });

  test('has the name and kind of its text, after comments and strings', async () => {
    const text = '# query No { no }\n """mutation""" \n query Yes { claims { totalCount } }';
    expect(graphql(text as '{ claims { totalCount } }')).toMatchObject({
      kind: 'query',
      name: 'Yes',
      text,
    });
    expect(graphql('{ claims { totalCount } }')).toMatchObject({ kind: 'query', name: '' });
    const Take = graphql(
      'mutation Take($id: ID!) { unlinkClaims(id: $id, rationale: "query") { link { id } } }',
    );
    expect(Take).toMatchObject({ kind: 'mutation', name: 'Take' });
    const { claims } = await createClient({ url: api.url }).execute(
      graphql('{ claims { totalCount } }'),
    );
    expect(claims.totalCount).toBe(26);
  });

  test('contains each fragment once, however often it is spread', () => {
    const { text } = graphql('{ claims { nodes { ...ClaimDetail ...ClaimCard } } }', [
      ClaimDetail,
      ClaimCard,
    ]);
    expect(text.match(/fragment ClaimCard /g)).toHaveLength(1);
  });

  test('has the hash of its text', async () => {
    const { text, hash } = graphql('{ claims { totalCount } }');
    expect(await (hash as () => Promise<string>)()).toBe(
      createHash('sha256').update(text).digest('hex'),
    );
  });
});
