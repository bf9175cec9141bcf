import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Api, startApi } from '../../server/src/testing/api.ts';
import {
  ClaimById,
  ClaimsAtPlace,
  CountClaims,
  CreateSource,
  Locations,
  RecordReport,
  Sources,
  UpdateSource,
} from './generated/operations.ts';
import { type Client, createClient } from './index.ts';
import { failure } from './scripted-server.testing.ts';

let api: Api;
let client: Client;

beforeAll(async () => {
  api = await startApi('sample');
  client = createClient({ url: api.url });
});
afterAll(() => api.stop());

const personNamed = (text: string) => ({
  kind: 'PERSON' as const,
  names: [{ text, kind: 'PRIMARY' as const }],
});

const daraa = async () => {
  const { locations } = await client.execute(Locations, {
    filter: { externalId: { system: 'ocha-pcode', value: 'SY12' } },
  });
  return locations.nodes[0]!.id;
};

describe('execute', () => {
  test('reads the claims about a place page by page', async () => {
    const id = await daraa();
    const first = await client.execute(ClaimsAtPlace, {
      id,
      first: 10,
      filter: { occurred: { from: '2018-07-01', to: '2018-07-31' } },
    });
    expect(first.location).toMatchObject({ label: 'Daraa', kind: 'GOVERNORATE' });
    expect(first.location!.claims.nodes).toHaveLength(10);
    const { hasNextPage, endCursor } = first.location!.claims.pageInfo;
    expect(hasNextPage).toBe(true);
    const more = await client.execute(ClaimsAtPlace, {
      id,
      after: endCursor,
      filter: { occurred: { from: '2018-07-01', to: '2018-07-31' } },
    });
    const claims = [...first.location!.claims.nodes, ...more.location!.claims.nodes];
    expect(new Set(claims.map((claim) => claim.id)).size).toBe(claims.length);
    const [estimate] = claims.filter(({ quantities }) => quantities.length > 0);
    expect(estimate).toMatchObject({
      modality: 'ESTIMATED',
      quantities: [{ comparator: 'AT_LEAST', min: 6000, max: null }],
    });
    expect(estimate!.attributions[0]!.chain.map(({ source }) => source.name)).toEqual([
      'Yasser al-Turkmani',
      'Diyaruna',
    ]);
  });

  test('needs no variables if the operation requires none', async () => {
    const { claims } = await client.execute(CountClaims);
    expect(claims.totalCount).toBe(26);
  });

  test('writes once per idempotency key', async () => {
    const write = (idempotencyKey: string) =>
      client.execute(CreateSource, { input: personNamed('Twice sent') }, { idempotencyKey });
    const [first, again, other] = [
      await write('key-1'),
      await write('key-1'),
      await write('key-2'),
    ];
    expect(again.createSource.source.id).toBe(first.createSource.source.id);
    expect(other.createSource.source.id).not.toBe(first.createSource.source.id);
    const { sources } = await client.execute(Sources, { filter: { text: 'Twice sent' } });
    expect(sources.nodes).toHaveLength(2);
  });
});

describe('an error', () => {
  test.each(['clé', '', 'two words', 'x'.repeat(201)])(
    'about the idempotency key "%s" is one about the input, and nothing is written',
    async (idempotencyKey) => {
      const write = client.execute(
        CreateSource,
        { input: personNamed('Wrong key') },
        { idempotencyKey },
      );
      await expect(write).rejects.toMatchObject({ kind: 'badInput', outcome: undefined });
      const { sources } = await client.execute(Sources, { filter: { text: 'Wrong key' } });
      expect(sources.nodes).toEqual([]);
    },
  );

  test('about wrong input names each field', async () => {
    const report = {
      kind: 'ARTICLE' as const,
      title: 'T',
      body: 'Some words.',
      bodyKind: 'VERBATIM' as const,
    };
    const claim = {
      statement: 'S',
      kind: 'OTHER' as const,
      passage: { quote: 'not there' },
      attributions: [],
    };
    const error = await failure(
      client.execute(RecordReport, { input: { report, claims: [claim] } }),
    );
    expect(error).toMatchObject({ kind: 'badInput', code: 'BAD_USER_INPUT' });
    expect(error.message).not.toBe('');
    expect(error.issues.map(({ path }) => path.join('.'))).toContain('input.claims.0.attributions');
  });

  test('about an id of another type names that type', async () => {
    const error = await failure(client.execute(ClaimById, { id: (await daraa()) as never }));
    expect(error).toMatchObject({ kind: 'badInput', issues: [{ path: ['id'] }] });
    expect(error.message).toContain('is the id of a location');
  });

  test('about a record that does not exist is notFound', async () => {
    const absent = await failure(
      client.execute(ClaimById, { id: 'clm_01900000-0000-7000-8000-000000000000' }),
    );
    expect(absent).toMatchObject({ kind: 'notFound', code: 'NOT_FOUND', data: { claim: null } });
    const id = 'src_01900000-0000-7000-8000-000000000000';
    const error = await failure(
      client.execute(UpdateSource, { id, expectedVersion: 1, input: { role: 'none' } }),
    );
    expect(error).toMatchObject({ kind: 'notFound', code: 'NOT_FOUND' });
  });

  test('about a stale version is a conflict, and nothing is changed', async () => {
    const { createSource } = await client.execute(CreateSource, { input: personNamed('Changed') });
    const { id, version } = createSource.source;
    await client.execute(UpdateSource, { id, expectedVersion: version, input: { role: 'first' } });
    const error = await failure(
      client.execute(UpdateSource, { id, expectedVersion: version, input: { role: 'second' } }),
    );
    expect(error).toMatchObject({ kind: 'conflict', code: 'CONFLICT' });
    const { sources } = await client.execute(Sources, { filter: { id: [id] } });
    expect(sources.nodes[0]!.role).toBe('first');
  });

  test('about one idempotency key for two requests is a conflict', async () => {
    await client.execute(CreateSource, { input: personNamed('One') }, { idempotencyKey: 'shared' });
    const error = await failure(
      client.execute(CreateSource, { input: personNamed('Two') }, { idempotencyKey: 'shared' }),
    );
    expect(error.kind).toBe('conflict');
  });
});
