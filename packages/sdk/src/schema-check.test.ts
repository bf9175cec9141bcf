import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Api, startApi } from '../../server/src/testing/api.ts';
import { CountClaims } from './generated/operations.ts';
import { createClient } from './index.ts';
import { type SchemaMismatch, withSchemaCheck } from './schema-check.ts';

let api: Api;
beforeAll(async () => {
  api = await startApi('sample');
});
afterAll(() => api.stop());

/** The real server's answers, changed as those of another version. */
const clientOf = (
  change: (names: any) => void,
  fingerprintOf: (served: string | null) => string | null = () => 'another',
) => {
  const warnings: SchemaMismatch[] = [];
  const sent: string[] = [];
  const client = createClient({
    url: api.url,
    fetch: async (url, init) => {
      const { operationName } = JSON.parse(init.body);
      sent.push(operationName);
      const response = await fetch(url, init);
      const body = (await response.json()) as any;
      if (operationName === 'SchemaNames') change(body.data.__schema);
      return {
        status: response.status,
        headers: {
          get: (name) =>
            name === 'claimgraph-schema'
              ? fingerprintOf(response.headers.get(name))
              : response.headers.get(name),
        },
        text: async () => JSON.stringify(body),
      };
    },
  });
  return { client: withSchemaCheck(client, (mismatch) => warnings.push(mismatch)), warnings, sent };
};

const typeNamed = (schema: any, name: string) =>
  schema.types.find((type: any) => type.name === name);
const remove = (list: any[], name: string) =>
  list.splice(
    list.findIndex((each) => each.name === name),
    1,
  );
const settle = () => new Promise((resolve) => setTimeout(resolve, 200));

describe('a client with a schema check', () => {
  test('asks and warns of nothing if the server has the schema of the SDK', async () => {
    const { client, warnings, sent } = clientOf(
      () => undefined,
      (served) => served,
    );
    expect((await client.execute(CountClaims)).claims.totalCount).toBe(26);
    await settle();
    expect([sent, warnings]).toEqual([['CountClaims'], []]);
  });

  test('warns once of what the server lacks, and asks once', async () => {
    const { client, warnings, sent } = clientOf((schema) => {
      remove(typeNamed(schema, 'Claim').fields, 'statement');
      remove(typeNamed(schema, 'Query').fields, 'claims');
      remove(typeNamed(schema, 'Query').fields.find((f: any) => f.name === 'search').args, 'near');
      remove(typeNamed(schema, 'ClaimFilter').inputFields, 'kind');
      remove(typeNamed(schema, 'Modality').enumValues, 'FEARED');
      remove(schema.types, 'Revision');
    });
    for (const _again of [1, 2, 3]) await client.execute(CountClaims);
    await settle();
    await client.result(CountClaims);
    await settle();
    const missing = [
      'Claim.statement',
      'ClaimFilter.kind',
      'Modality.FEARED',
      'Query.claims',
      'Query.search(near:)',
      'Revision',
    ];
    expect(warnings.map((each) => each.missing)).toEqual([missing]);
    expect(warnings[0]!.message).toBe(
      `The server at ${api.url} is older than this SDK. It lacks Claim.statement, ` +
        'ClaimFilter.kind, Modality.FEARED, Query.claims, Query.search(near:) and 1 more. Update ' +
        'the server, or use the SDK that belongs to it.',
    );
    expect(sent.filter((name) => name === 'SchemaNames')).toHaveLength(1);
  });

  test('does not warn if the server has more than the SDK knows', async () => {
    const { client, warnings, sent } = clientOf((schema) => {
      schema.types.push({ name: 'Later', fields: [], inputFields: null, enumValues: null });
      typeNamed(schema, 'Claim').fields.push({ name: 'later', args: [] });
    });
    await client.execute(CountClaims);
    await settle();
    expect([sent, warnings]).toEqual([['CountClaims', 'SchemaNames'], []]);
  });

  test('still throws the errors of the server', async () => {
    const { client } = clientOf(() => undefined);
    await expect(client.execute({ ...CountClaims, text: '{ nothing }' })).rejects.toMatchObject({
      name: 'SdkError',
    });
  });
});
