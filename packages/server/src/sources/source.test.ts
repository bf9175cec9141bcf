import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Api, startApi } from '../testing/api.ts';
import { fixtures, refused } from '../testing/fixtures.ts';

type Input = Record<string, unknown>;

let api: Api;
let make: ReturnType<typeof fixtures>;
beforeAll(async () => {
  api = await startApi('ledger');
  make = fixtures(api);
});
afterAll(() => api.stop());

const everything = `
  id version createdAt updatedAt kind name role reliability protection basedIn { id } withdrawn {
  rationale } externalIds { system value }
  names { id text language script scheme kind position source { id } during { edtf earliest latest
  precision extent basis asWritten approximate uncertain } }
`;
const read = async (id: string) =>
  (await api.data(`query ($id: ID!) { source(id: $id) { ${everything} } }`, { id })).source;
const update = async (id: string, v: number, input: Input) =>
  (
    await api.data(
      `mutation ($id: ID!, $v: Int!, $input: UpdateSourceInput!) { made: updateSource(id: $id,
        expectedVersion: $v, input: $input) { source { ${everything} } } }`,
      { id, v, input },
    )
  ).made.source;

const aFullSource = async () => {
  const [place, other] = await Promise.all([make.aLocation(), make.aSource('Who calls it so')]);
  const during = {
    edtf: '2011/2018',
    extent: 'THROUGHOUT',
    basis: 'INFERRED',
    asWritten: 'since the war',
  };
  const input = {
    kind: 'OFFICIAL_BODY',
    role: 'A ministry',
    basedInId: place,
    protection: 'PUBLIC',
    names: [
      { text: 'MoX', kind: 'ACRONYM' },
      {
        text: 'Ministry of X',
        kind: 'PRIMARY',
        language: 'en',
        script: 'Latn',
        scheme: 'own',
        sourceId: other,
        during,
      },
      { text: 'وزارة', kind: 'ALIAS', language: 'ar', script: 'Arab' },
    ],
    externalIds: [{ system: 'wikidata', value: `Q${Math.random()}` }],
  };
  return { id: await make.aSource('unused', input), input, ids: { place, other } };
};

describe('a source', () => {
  test('returns every field that was written, with reliability F', async () => {
    const { id, input, ids } = await aFullSource();
    const plain = {
      language: null,
      script: null,
      scheme: null,
      source: null,
      during: null,
      id: expect.stringMatching(/^nam_/),
    };
    expect(await read(id)).toEqual({
      id,
      version: 1,
      createdAt: expect.any(String),
      updatedAt: expect.any(String),
      withdrawn: null,
      reliability: 'F',
      kind: 'OFFICIAL_BODY',
      name: 'Ministry of X',
      role: 'A ministry',
      protection: 'PUBLIC',
      basedIn: { id: ids.place },
      externalIds: input.externalIds,
      names: [
        { ...plain, text: 'MoX', kind: 'ACRONYM', position: 0 },
        {
          ...plain,
          text: 'Ministry of X',
          kind: 'PRIMARY',
          language: 'en',
          script: 'Latn',
          scheme: 'own',
          position: 1,
          source: { id: ids.other },
          during: {
            ...input.names[1]!.during,
            earliest: '2011-01-01',
            latest: '2018-12-31',
            precision: 'DECADE',
            approximate: false,
            uncertain: false,
          },
        },
        { ...plain, text: 'وزارة', kind: 'ALIAS', language: 'ar', script: 'Arab', position: 2 },
      ],
    });
  });

  test('keeps what an update leaves out, clears nulls, keeps the ids of names', async () => {
    const { id, input } = await aFullSource();
    const before = await read(id);
    const cleared = await update(id, 1, { role: null, basedInId: null, externalIds: null });
    expect(cleared).toEqual({
      ...before,
      role: null,
      basedIn: null,
      externalIds: [],
      version: 2,
      updatedAt: expect.any(String),
    });
    const renamed = await update(id, 2, {
      names: [{ text: 'Bureau X', kind: 'PRIMARY' }, input.names[2]!],
    });
    expect(renamed.name).toBe('Bureau X');
    expect(renamed.names.map(({ text, position }: any) => [text, position])).toEqual([
      ['Bureau X', 0],
      ['وزارة', 1],
    ]);
    expect(renamed.names[1].id).toBe(before.names[2].id);
    expect(renamed.version).toBe(3);
  });

  test('is written once when it is upserted twice', async () => {
    const { id, input } = await aFullSource();
    const before = await read(id);
    const upsert = async (more: Input) =>
      (
        await api.data(
          `mutation ($x: ExternalIdInput!, $input: CreateSourceInput!) {
            made: upsertSource(externalId: $x, input: $input) { source { ${everything} } } }`,
          { x: input.externalIds[0], input: more },
        )
      ).made.source;
    expect(await upsert(input)).toEqual(before);
    const { kind, names } = input;
    expect(await upsert({ kind, names })).toEqual(before);
    expect(await upsert({ kind: 'ORGANISATION', names })).toMatchObject({
      id,
      version: 2,
      kind: 'ORGANISATION',
      role: 'A ministry',
    });
    expect((await upsert({ kind: 'ORGANISATION', names, externalIds: [] })).externalIds).toEqual(
      input.externalIds,
    );
  });

  test('lists every rating of its reliability, newest first', async () => {
    const id = await make.aSource();
    for (const [reliability, rationale] of [
      ['B', 'Often right.'],
      ['D', 'Less often.'],
      ['D', 'Still.'],
    ])
      await api.data(
        `mutation ($id: ID!, $input: RatingInput!) { rateSource(sourceId: $id, input: $input) {
          source { id } } }`,
        {
          id,
          input: { reliability, rationale },
        },
      );
    const { source } = await api.data(
      `query ($id: ID!) { source(id: $id) { version reliability ratings { reliability rationale
        by } last: ratings(first: 1) { rationale } } }`,
      { id },
    );
    expect(source).toEqual({
      version: 4,
      reliability: 'D',
      last: [{ rationale: 'Still.' }],
      ratings: [
        ['D', 'Still.'],
        ['D', 'Less often.'],
        ['B', 'Often right.'],
      ].map(([reliability, rationale]) => ({ reliability, rationale, by: 'local' })),
    });
  });

  test('leaves lists when withdrawn; its claims stay', async () => {
    const id = await make.aSource('Withdrawn one');
    const claim = await make.aClaim({ sourceId: id });
    await api.data(
      `mutation ($id: ID!) { withdrawSource(id: $id, expectedVersion: 1,
        rationale: "Twice here.") { source { id } } }`,
      {
        id,
      },
    );
    const found = await api.data(
      `query ($id: ID!, $claim: ID!) {
        sources(filter: { text: "Withdrawn one" }) { totalCount nodes { id } }
        source(id: $id) { name withdrawn { rationale by } claims { nodes { id restsOnWithdrawn } }
        history { nodes { change } } }
        claim(id: $claim) { restsOnWithdrawn attributions { chain { source { id } } } }
      }`,
      { id, claim },
    );
    expect(found.sources).toEqual({ totalCount: 0, nodes: [] });
    expect(found.source).toEqual({
      name: 'Withdrawn one',
      withdrawn: { rationale: 'Twice here.', by: 'local' },
      claims: { nodes: [{ id: claim, restsOnWithdrawn: true }] },
      history: { nodes: [{ change: 'WITHDRAWN' }, { change: 'CREATED' }] },
    });
    expect(found.claim).toEqual({
      restsOnWithdrawn: true,
      attributions: [{ chain: [{ source: { id } }] }],
    });
    await refused(
      api,
      { code: 'CONFLICT', path: 'sourceId' },
      `mutation ($id: ID!, $input: RatingInput!) { rateSource(sourceId: $id, input: $input) {
        source { id } } }`,
      {
        id,
        input: { reliability: 'A', rationale: 'x' },
      },
    );
  });
});
