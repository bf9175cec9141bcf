import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { type Api, startApi } from '../testing/api.ts';
import { fixtures } from '../testing/fixtures.ts';
import { dumpOf, faultsOfLog, linesWith, protectSource } from './identity.testing.ts';

jest.setTimeout(60_000);

let api: Api;
let make: ReturnType<typeof fixtures>;
beforeAll(async () => {
  api = await startApi('ledger');
  make = fixtures(api);
});
afterAll(() => api.stop());

const erase = `mutation ($id: ID!, $rationale: String!) {
  eraseSource(id: $id, rationale: $rationale) {
    source { id name role protection erasedAt version claims { nodes { id } }
      history { nodes { version action rationale } } }
    namedTexts { count first { recordId field } }
    warnings { code }
  }
}`;
const eraseSource = async (id: string) =>
  (await api.data(erase, { id, rationale: 'Order 7 of the court.' })).eraseSource;

/** A person with a past, whose claim names it. Nothing else has the word. */
async function aKnownPerson() {
  const word = `Q${randomUUID().slice(0, 8)}`;
  const id = await make.aSource(`Former ${word}`, {
    role: `${word} baker`,
    externalIds: [{ system: 'phone', value: word }],
  });
  await api.data(
    `mutation ($id: ID!, $input: UpdateSourceInput!) {
      updateSource(id: $id, expectedVersion: 1, input: $input) { source { id } } }`,
    { id, input: { names: [{ text: `Ilse ${word}`, kind: 'PRIMARY' }] } },
  );
  const statement = `Ilse ${word} saw it.`;
  const claim = await make.aClaim({ sourceId: id, statement });
  return { id, word, claim };
}

describe('eraseSource', () => {
  test('destroys who a public source is, in every table, and breaks no proof', async () => {
    const { id, word, claim } = await aKnownPerson();
    const { source, namedTexts } = await eraseSource(id);
    expect(source).toMatchObject({
      role: null,
      protection: 'PROTECTED',
      erasedAt: expect.any(String),
      version: 3,
      claims: { nodes: [{ id: claim }] },
    });
    expect(source.id).not.toBe(id);
    expect(source.name).toMatch(/^Source \w+$/);
    expect(source.history.nodes[0]).toEqual({
      version: 3,
      action: 'eraseSource',
      rationale: 'Order 7 of the court.',
    });
    expect(namedTexts).toEqual({ count: 1, first: [{ recordId: claim, field: 'statement' }] });
    const dump = await dumpOf(api);
    // The claim itself says the name. The editor decides about it.
    const lines = linesWith(dump, new RegExp(word, 'i'));
    expect(lines.map((line) => line.split(' ')[0])).toEqual(['public.claim']);
    expect(linesWith(dump, new RegExp(id.slice(4)))).toEqual([]);
    expect(await api.database.query('select * from source_identity')).toEqual([]);
    expect(await faultsOfLog(api)).toEqual([]);
  });

  test('destroys the sealed identity of a protected source', async () => {
    const { id, claim } = await aKnownPerson();
    const { source: sealed } = await protectSource(api, id);
    await api.data(
      `mutation ($id: ID!, $until: DateTime!) {
        grantIdentity(sourceId: $id, viewer: "local", until: $until, purpose: "Call her.") {
          grant { id } } }`,
      { id: sealed.id, until: new Date(Date.now() + 60_000).toISOString() },
    );
    const { source, namedTexts } = await eraseSource(sealed.id);
    expect(source).toMatchObject({ id: sealed.id, name: sealed.name });
    expect(namedTexts.first).toEqual([{ recordId: claim, field: 'statement' }]);
    expect(
      await api.database.query('select from source_identity where source_id = $1', [
        sealed.id.slice(4),
      ]),
    ).toEqual([]);
    const { errors } = await api.ask(
      'mutation ($id: ID!) { readIdentity(sourceId: $id) { identity { role } } }',
      { id: sealed.id },
    );
    expect(errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    expect(await faultsOfLog(api)).toEqual([]);
  });

  test('forgets the repeatable requests that wrote it', async () => {
    const { createSource } = await api.data(
      'mutation ($input: CreateSourceInput!) { createSource(input: $input) { source { id } } }',
      {
        input: {
          kind: 'PERSON',
          protection: 'PROTECTED',
          names: [{ text: 'Una Repeated', kind: 'PRIMARY' }],
        },
      },
      { 'idempotency-key': 'a-new-source' },
    );
    const keys = () => api.database.query('select key from idempotency_key');
    expect(await keys()).toHaveLength(1);
    await eraseSource(createSource.source.id);
    expect(await keys()).toEqual([]);
  });

  test('cannot be undone, repeated or filled again', async () => {
    const { id } = await aKnownPerson();
    const { source } = await eraseSource(id);
    const again = await api.ask(erase, { id: source.id, rationale: 'Again.' });
    expect(again.errors?.[0]?.extensions.code).toBe('CONFLICT');
    const update = `mutation ($id: ID!, $version: Int!, $input: UpdateSourceInput!) {
      updateSource(id: $id, expectedVersion: $version, rationale: "x", input: $input) {
        source { id } } }`;
    for (const input of [{ protection: 'PUBLIC' }, { role: 'x' }]) {
      const { errors } = await api.ask(update, {
        id: source.id,
        version: source.version,
        input,
      });
      expect(errors?.[0]).toMatchObject({
        message: expect.stringMatching(/was erased for a legal reason/),
        extensions: { code: 'CONFLICT' },
      });
    }
  });

  test('needs a reason', async () => {
    const { id } = await aKnownPerson();
    const { errors } = await api.ask(erase, { id, rationale: ' ' });
    expect(errors?.[0]?.extensions).toMatchObject({
      code: 'BAD_USER_INPUT',
      issues: [{ path: ['rationale'] }],
    });
  });
});
