import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Api, startApi } from '../testing/api.ts';
import { fixtures } from '../testing/fixtures.ts';

type Input = Record<string, unknown>;

let api: Api;
let make: ReturnType<typeof fixtures>;
beforeAll(async () => {
  api = await startApi('ledger');
  make = fixtures(api);
});
afterAll(() => api.stop());

const everything = `
  id version createdAt updatedAt kind name collective withdrawn { rationale }
  externalIds { system value } names { id text kind position }
`;
const read = async (id: string) =>
  (await api.data(`query ($id: ID!) { faction(id: $id) { ${everything} } }`, { id })).faction;
const relate = async (fromId: string, toId: string, kind: string, more: Input = {}) =>
  (
    await api.data(
      `mutation ($input: FactionRelationInput!) {
        relateFactions(input: $input) { warnings { code recordId } relation { id kind from { id
        version } to { id version } during { edtf } claims { id } restsOnWithdrawn } }
      }`,
      { input: { fromId, toId, kind, claimIds: [await make.aClaim()], ...more } },
    )
  ).relateFactions;

describe('a faction', () => {
  test('returns what was written, and keeps what an update leaves out', async () => {
    const externalIds = [
      { system: 'acled', value: '7' },
      { system: 'ucdp-actor', value: '7' },
    ];
    const names = [
      { text: 'FSA', kind: 'ACRONYM' },
      { text: 'Free Army', kind: 'PRIMARY' },
      { text: 'Second', kind: 'PRIMARY' },
    ];
    const id = await make.aFaction('unused', {
      kind: 'ALLIANCE',
      collective: true,
      names,
      externalIds,
    });
    const before = await read(id);
    expect(before).toMatchObject({
      id,
      version: 1,
      kind: 'ALLIANCE',
      name: 'Free Army',
      collective: true,
      withdrawn: null,
      externalIds,
    });
    expect(before.names.map(({ text, kind, position }: any) => ({ text, kind, position }))).toEqual(
      names.map((name, position) => ({ ...name, position })),
    );
    const update = async (v: number, input: Input) =>
      (
        await api.data(
          `mutation ($id: ID!, $v: Int!, $input: UpdateFactionInput!) {
            made: updateFaction(id: $id, expectedVersion: $v, input: $input) { faction {
            ${everything} } } }`,
          { id, v, input },
        )
      ).made.faction;
    expect(await update(1, {})).toEqual(before);
    expect(await update(1, { names, externalIds, kind: 'ALLIANCE' })).toEqual(before);
    expect(await update(1, { collective: false })).toEqual({
      ...before,
      collective: false,
      version: 2,
      updatedAt: expect.any(String),
    });
    expect(await update(2, { externalIds: null })).toMatchObject({
      externalIds: [],
      names: before.names,
      version: 3,
    });
    expect(await make.aFaction().then(read)).toMatchObject({ collective: false });
  });

  test('is written once when it is upserted twice', async () => {
    const upsert = async (input: Input) =>
      (
        await api.data(
          `mutation ($x: ExternalIdInput!, $input: CreateFactionInput!) {
            made: upsertFaction(externalId: $x, input: $input) { faction { ${everything} } } }`,
          {
            x: { system: 'ucdp-actor', value: '118' },
            input: {
              kind: 'STATE_FORCES',
              names: [{ text: 'Government of Syria', kind: 'PRIMARY' }],
              ...input,
            },
          },
        )
      ).made.faction;
    const first = await upsert({ collective: true });
    expect(first).toMatchObject({
      version: 1,
      externalIds: [{ system: 'ucdp-actor', value: '118' }],
    });
    expect(await upsert({})).toEqual(first);
    expect(await upsert({ kind: 'MILITIA' })).toMatchObject({
      id: first.id,
      version: 2,
      collective: true,
    });
  });

  test('gets a further name by addName, listed last', async () => {
    const id = await make.aFaction('Army of the South');
    const { addName } = await api.data(
      `mutation ($id: ID!) { addName(recordId: $id, name: { text: "Jaish al-Janub",
        kind: PRIMARY, language: "ar-Latn" }) { record { __typename id version ... on Faction {
        name names { text position language } } } warnings { code } } }`,
      { id },
    );
    expect(addName).toEqual({
      warnings: [],
      record: {
        __typename: 'Faction',
        id,
        version: 2,
        name: 'Army of the South',
        names: [
          { text: 'Army of the South', position: 0, language: null },
          { text: 'Jaish al-Janub', position: 1, language: 'ar-Latn' },
        ],
      },
    });
  });
});

describe('a relation', () => {
  test('is listed at both factions, with the claims that assert it', async () => {
    const [from, to] = [await make.aFaction('From'), await make.aFaction('To')];
    const claims = [await make.aClaim(), await make.aClaim()];
    const { relation, warnings } = await relate(from, to, 'PART_OF', {
      claimIds: [...claims, claims[0]],
      during: { edtf: '2018-06-19/..' },
    });
    expect(warnings).toEqual([]);
    expect(relation).toMatchObject({
      kind: 'PART_OF',
      from: { id: from, version: 2 },
      to: { id: to, version: 2 },
      during: { edtf: '2018-06-19/..' },
      restsOnWithdrawn: false,
    });
    expect(relation.claims.map(({ id }: any) => id)).toEqual([...claims].sort());
    for (const id of [from, to]) {
      const { faction } = await api.data(
        'query ($id: ID!) { faction(id: $id) { relations { id } } }',
        { id },
      );
      expect(faction.relations).toEqual([{ id: relation.id }]);
    }
  });

  test('asserted by a second claim stays one relation, with both claims', async () => {
    const [fromId, toId] = [await make.aFaction('One'), await make.aFaction('Other')];
    const claims = [await make.aClaim(), await make.aClaim()];
    const relate = async (claimId: string, kind = 'ALLIED_WITH') =>
      (
        await api.data(
          `mutation ($input: FactionRelationInput!) { relateFactions(input: $input) { relation {
            id claims { id } } } }`,
          {
            input: { fromId, toId, kind, claimIds: [claimId] },
          },
        )
      ).relateFactions.relation;
    const first = await relate(claims[0]!);
    await relate(claims[1]!);
    const again = await relate(claims[1]!);
    expect(again).toEqual({ id: first.id, claims: claims.map((id) => ({ id })) });
    expect((await relate(claims[0]!, 'OPPOSED_TO')).id).not.toBe(first.id);
  });

  test('leaves lists when withdrawn, stays readable by id, and may be written again', async () => {
    const [fromId, toId] = [await make.aFaction('Left'), await make.aFaction('Right')];
    const input = { fromId, toId, kind: 'OPPOSED_TO', claimIds: [await make.aClaim()] };
    const relate = async () =>
      (
        await api.data(
          `mutation ($input: FactionRelationInput!) { relateFactions(input: $input) { relation {
            id } } }`,
          { input },
        )
      ).relateFactions.relation.id;
    const away = (id: string, rationale: string) =>
      api.ask(
        `mutation ($id: ID!, $rationale: String!) { unrelateFactions(id: $id,
          rationale: $rationale) { relation { withdrawn { rationale by } } } }`,
        {
          id,
          rationale,
        },
      );
    const id = await relate();
    expect((await away(id, '  ')).errors?.[0]?.extensions.issues?.[0]?.path).toEqual(['rationale']);
    expect((await away(id, 'Misread.')).data.unrelateFactions.relation.withdrawn).toEqual({
      rationale: 'Misread.',
      by: 'local',
    });
    expect((await away(id, 'Misread.')).errors?.[0]?.extensions.code).toBe('CONFLICT');
    const { faction, factions, node } = await api.data(
      `query ($faction: ID!, $other: ID!, $id: ID!) {
        faction(id: $faction) { relations { id } } factions(filter: { relatedTo: $other }) {
        totalCount } node(id: $id) { id }
      }`,
      { faction: fromId, other: toId, id },
    );
    expect([faction.relations, factions.totalCount, node.id]).toEqual([[], 0, id]);
    expect(await relate()).not.toBe(id);
  });

  test('is marked when every claim that asserts it is withdrawn', async () => {
    const claims = [await make.aClaim(), await make.aClaim()];
    const { relation } = await relate(await make.aFaction(), await make.aFaction(), 'BACKED_BY', {
      claimIds: claims,
    });
    const withdraw = (id: string) =>
      api.data(
        `mutation ($id: ID!) { withdrawClaim(id: $id, expectedVersion: 1,
          rationale: "Misread.") { warnings { code recordId } } }`,
        {
          id,
        },
      );
    const marked = async () =>
      (
        await api.data(
          'query ($id: ID!) { node(id: $id) { ... on FactionRelation { restsOnWithdrawn } } }',
          { id: relation.id },
        )
      ).node.restsOnWithdrawn;
    await withdraw(claims[0]!);
    expect(await marked()).toBe(false);
    await withdraw(claims[1]!);
    expect(await marked()).toBe(true);
  });

  test('is named in a warning when its only claim is withdrawn', async () => {
    const claim = await make.aClaim();
    await relate(await make.aFaction(), await make.aFaction(), 'ALLIED_WITH', {
      claimIds: [claim],
    });
    const { withdrawClaim } = await api.data(
      `mutation ($id: ID!) { withdrawClaim(id: $id, expectedVersion: 1, rationale: "Misread.") {
        warnings { code recordId } } }`,
      { id: claim },
    );
    expect(withdrawClaim.warnings).toEqual([{ code: 'RESTS_ON_WITHDRAWN', recordId: claim }]);
  });

  test('is filtered by kind and by a day; an undated relation fits any day', async () => {
    const one = await make.aFaction();
    const other = await make.aFaction();
    const add = async (kind: string, edtf?: string, bounds: Input = {}) =>
      (await relate(one, other, kind, edtf ? { during: { edtf, ...bounds } } : {})).relation.id;
    const ids = [
      await add('ALLIED_WITH', '2018-07-01/2018-07-10'),
      await add('OPPOSED_TO', '2018-07-11/..'),
      await add('PART_OF'),
      await add('SPLINTER_OF', '2018-07~'),
    ];
    const on = async (args: string) =>
      (
        await api.data(`query ($id: ID!) { faction(id: $id) { relations${args} { id } } }`, {
          id: one,
        })
      ).faction.relations
        .map(({ id }: any) => ids.indexOf(id))
        .sort();
    expect(await on('')).toEqual([0, 1, 2, 3]);
    expect(await on('(at: "2018-07-10")')).toEqual([0, 2, 3]);
    expect(await on('(at: "2018-07-11")')).toEqual([1, 2, 3]);
    expect(await on('(at: "2018-06-30")')).toEqual([2, 3]);
    expect(await on('(kinds: [PART_OF, ALLIED_WITH])')).toEqual([0, 2]);
    expect(await on('(kinds: [ALLIED_WITH], at: "2018-07-11")')).toEqual([]);
    expect(await on('(kinds: [])')).toEqual([]);
    expect(await on('(first: 1)')).toHaveLength(1);
  });
});
