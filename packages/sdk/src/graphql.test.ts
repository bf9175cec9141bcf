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

describe('a query of one’s own', () => {
  test('is answered, with fragments of the SDK and one’s own in it', async () => {
    const Told = graphql('fragment Told on Report { title published { edtf } }');
    const Mine = graphql(
      'query Mine($text: String!) { claims(first: 1, filter: { text: $text }) { nodes { ...ClaimCard report { ...Told } } } }',
      [ClaimCard, Told],
    );
    const { claims } = await createClient({ url: api.url }).execute(Mine, { text: 'six thousand' });
    const [claim] = claims.nodes;
    expect(claim?.attributions[0]?.chain[0]?.source.name).toBe('Yasser al-Turkmani');
    expect(claim?.report.published?.edtf).toBe('2018-07-10~');
  });

  test('has the name and kind that its text says, whatever stands before', async () => {
    const whole = '# query No { no }\n """mutation""" \n query Yes { claims { totalCount } }';
    expect(graphql(whole as '{ claims { totalCount } }')).toMatchObject({
      kind: 'query',
      name: 'Yes',
      text: whole,
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

  test('holds each fragment once, however often it is spread', () => {
    const { text } = graphql('{ claims { nodes { ...ClaimDetail ...ClaimCard } } }', [
      ClaimDetail,
      ClaimCard,
    ]);
    expect(text.match(/fragment ClaimCard /g)).toHaveLength(1);
  });

  test('is known by the hash of its text', async () => {
    const { text, hash } = graphql('{ claims { totalCount } }');
    expect(await (hash as () => Promise<string>)()).toBe(
      createHash('sha256').update(text).digest('hex'),
    );
  });
});
