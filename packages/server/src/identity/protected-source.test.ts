import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type GuardedApi, startGuardedApi } from '../access/access.testing.ts';
import { type GuardedDesk, guardedDesk } from './desk.testing.ts';
import { dumpOf, linesWith } from './identity.testing.ts';

let api: GuardedApi;
let desk: GuardedDesk;
beforeAll(async () => {
  api = await startGuardedApi('ledger');
  desk = guardedDesk(api);
});
afterAll(() => api.stop());

const pseudonym = /^Source [0-9A-HJKMNP-TV-Z]{4}$/;

describe('a source that is created as protected', () => {
  test.each(['PSEUDONYMOUS', 'PROTECTED'])('has only a pseudonym: %s', async (protection) => {
    const word = `Quillon${protection.toLowerCase()}`;
    const id = await desk.aPerson(word, { protection, identityNotes: `She met ${word}.` });
    expect(await desk.sourceOf(id)).toMatchObject({
      name: expect.stringMatching(pseudonym),
      names: [{ text: expect.stringMatching(pseudonym), kind: 'PRIMARY' }],
      role: null,
      basedIn: null,
      externalIds: [],
      affiliations: [],
      kind: 'PERSON',
      protection,
      version: 1,
    });
    expect(linesWith(await dumpOf(api), new RegExp(word, 'i'))).toEqual([]);
  });

  test('is found neither by its name nor by its external id', async () => {
    const id = await desk.aPerson('Zerilda', { protection: 'PROTECTED' });
    const found = await desk.asRole('ADMIN').data(`{
      byText: sources(filter: { text: "Zerilda" }) { totalCount }
      byId: sources(filter: { externalId: { system: "phone", value: "+Zerilda" } }) { totalCount }
      record(type: SOURCE, externalId: { system: "phone", value: "+Zerilda" }) { id }
      search(text: "Ana Zerilda", types: [SOURCE]) { nodes { score } }
    }`);
    expect(found).toMatchObject({ byText: { totalCount: 0 }, byId: { totalCount: 0 } });
    expect(found.record).toBeNull();
    expect(found.search.nodes).toEqual([]);
    const { errors } = await desk
      .asRole('ANALYST')
      .ask(
        `mutation ($input: CreateReportInput!) { createReport(input: $input) { report { id } } }`,
        { input: { kind: 'ARTICLE', title: 'x', publisher: { name: 'Ana Zerilda' } } },
      );
    expect(errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    // The external id is free for others, so that nobody learns of it.
    expect(
      await desk.make.aSource('Other', { externalIds: [{ system: 'phone', value: '+Zerilda' }] }),
    ).not.toBe(id);
  });

  test('can be created inside another input, and several at once', async () => {
    const names = (text: string) => [{ text, kind: 'PRIMARY' }];
    const source = (text: string) => ({
      new: { kind: 'PERSON', names: names(text), protection: 'PROTECTED' },
    });
    const { createClaim } = await desk.asRole('ANALYST').data(
      `mutation ($input: CreateClaimInput!) {
        createClaim(input: $input) {
          claim { attributions { chain { source { name protection } } } }
        }
      }`,
      {
        input: {
          reportId: await desk.make.aReport(),
          statement: 'Something is said.',
          kind: 'OTHER',
          attributions: [
            { chain: [{ source: source('Nested Ferrow') }, { source: source('Other Ferrow') }] },
          ],
        },
      },
    );
    const [first, second] = createClaim.claim.attributions[0].chain.map(
      ({ source }: { source: { name: string } }) => source.name,
    );
    expect([first, second]).toEqual([
      expect.stringMatching(pseudonym),
      expect.stringMatching(pseudonym),
    ]);
    expect(first).not.toBe(second);
    expect(linesWith(await dumpOf(api), /Ferrow/)).toEqual([]);
  });
});

test('the database refuses to close a write that says who a protected source is', async () => {
  const id = await desk.aPerson('Tarquin', { protection: 'PROTECTED' });
  const runner = api.database.createQueryRunner();
  try {
    for (const change of [
      `update source set role = 'clerk' where id = $1`,
      `insert into name (id, source_id, text, kind, position)
       values (gen_random_uuid(), $1, 'Tarquin', 'ALIAS', 1)`,
      `insert into external_id (id, source_id, system, value)
       values (gen_random_uuid(), $1, 'phone', '7')`,
    ]) {
      await runner.query('begin');
      await runner.query(`select open_write('test', 'test')`);
      await runner.query(change, [id.slice(4)]);
      await expect(runner.query('select close_write()')).rejects.toThrow('is not sealed');
      await runner.query('rollback');
    }
  } finally {
    await runner.release();
  }
});
