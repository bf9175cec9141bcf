import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type GraphQLObjectType, getNamedType, isObjectType, isRequiredArgument } from 'graphql';
import { type Api, startApi } from './api.ts';
import {
  assessment,
  completeSample,
  fieldsOf,
  graphqlWriter,
  pathsFromRoot,
  rating,
  schema,
  typesIn,
} from './compiles.testing.ts';
import { fixtures } from './fixtures.ts';

const query = schema.getQueryType()!;
const mutation = schema.getMutationType()!;
const objectType = (name: string) => schema.getType(name) as GraphQLObjectType;

let api: Api;
let ids: Record<string, string>;
let write: ReturnType<typeof graphqlWriter>;

beforeAll(async () => {
  // One operation has all fields of a type.
  api = await startApi('sample', { maxima: { aliases: 1_000, fields: 5_000, tokens: 50_000 } });
  ids = await completeSample(api);
  write = graphqlWriter(ids);
});
afterAll(() => api?.stop());

const paths = pathsFromRoot();
const payloads = [
  ...new Set(fieldsOf(mutation).map((field) => getNamedType(field.type))),
] as GraphQLObjectType[];

/** Runs an operation that must give no error. Returns the types of all objects in the result. */
const run = async (operation: string): Promise<string[]> => typesIn(await api.data(operation));

describe('every field of every type compiles and runs', () => {
  test('every object type has a path from the root', () => {
    const all = Object.values(schema.getTypeMap()).filter(
      (type) => isObjectType(type) && !type.name.startsWith('__'),
    );
    const reached = [query, mutation, ...payloads, ...paths.keys()].map((type) => type.name);
    expect(all.map(({ name }) => name).filter((name) => !reached.includes(name))).toEqual([
      'Warning',
      // In payloads, which are tested below.
      ...['Identity', 'IdentityName', 'IdentityAffiliation', 'NamedTexts', 'NamedText'],
    ]);
  });

  test.each([...paths].map(([type, wrap]) => [type.name, type, wrap] as const))(
    '%s',
    async (name, type, wrap) => {
      const selection = write.select(type, 1);
      // Lists leave out withdrawn claims and resolved conflicts. Only keys that are asked for have
      // reasons to be null.
      const operations: Record<string, string> = {
        Withdrawal: `{ claim(id: "${ids.withdrawn}") { withdrawn { ${selection} } } }`,
        ClaimBucketNull: `{ claimStats(by: [LOCATION]) { buckets { nulls { ${selection} } } } }`,
        Correction: `{ claim(id: "${ids.claim}") { corrections { ${selection} } } }`,
        Resolution: `{
          importConflicts(filter: { state: [KEPT] }) { nodes { resolution { ${selection} } } }
        }`,
      };
      expect(await run(operations[name] ?? wrap(selection))).toContain(name);
    },
  );

  test.each(schema.getPossibleTypes(schema.getType('Node') as never).map(({ name }) => [name]))(
    '%s behind node(id)',
    async (name) => {
      const list = await api.data(paths.get(objectType(name))!('id'));
      const [, id] = JSON.stringify(list).match(/"id":"([^"]+)"/)!;
      const selection = write.select(schema.getType('Node')!, 1);
      expect(await run(`{ node(id: "${id}") { ${selection} } }`)).toContain(name);
    },
  );

  test.each(['claim', 'source', 'faction', 'report', 'location'])('%s(id)', async (field) => {
    const selection = write.select(getNamedType(query.getFields()[field]!.type), 1);
    expect(await run(`{ ${field}(id: "${ids[field]}") { ${selection} } }`)).not.toEqual([]);
  });

  test('search with each of its arguments', async () => {
    const { args, type } = query.getFields().search!;
    const selection = write.select(getNamedType(type), 1);
    for (const arg of args.filter((each) => !isRequiredArgument(each))) {
      const isCursor = arg.name === 'after' || arg.name === 'before';
      const value = isCursor ? 'null' : write.literal(arg.type, arg.name, 'Query');
      expect(await run(`{ search(text: "a", ${arg.name}: ${value}) { ${selection} } }`)).toContain(
        'SearchHitConnection',
      );
    }
  });

  test('record with an external id', async () => {
    const selection = write.select(schema.getType('Record')!, 1);
    expect(
      await run(`{
        record(type: LOCATION, externalId: { system: "ocha-pcode", value: "C6033" }) {
          ${selection}
        }
      }`),
    ).toContain('Location');
  });
});

describe('every field of the payload of a mutation compiles and runs', () => {
  type Mutation = [field: string, args: Record<string, unknown>];
  const names = [{ text: 'A new one', kind: 'PRIMARY' }];

  const soon = new Date(Date.now() + 3_600_000).toISOString();

  /** A cheap mutation for each payload. `id.other` is a faction without relations. */
  const mutations: Record<string, (id: Record<string, string>) => Mutation> = {
    RecordPayload: (id) => [
      'addName',
      { recordId: id.faction, name: { text: 'Another', kind: 'ALIAS' } },
    ],
    AffiliationPayload: (id) => [
      'affiliateSource',
      { input: { sourceId: id.outlet, toId: id.faction, claimIds: [id.claim] } },
    ],
    ImportConflictPayload: (id) => [
      'resolveImportConflict',
      { id: id.importConflict, choice: 'KEEP', rationale: 'It was checked.' },
    ],
    ImportConflictsPayload: () => [
      'resolveImportConflicts',
      {
        input: { filter: { format: ['acled'] }, choice: 'KEEP', rationale: 'They were checked.' },
      },
    ],
    ClaimPayload: (id) => ['assessClaim', { claimId: id.claim, input: assessment }],
    FactionPayload: () => ['createFaction', { input: { kind: 'MILITIA', names } }],
    LocationPayload: () => ['createLocation', { input: { kind: 'ROAD', names } }],
    ReportPayload: () => [
      'createReport',
      { input: { kind: 'ARTICLE', title: 'Again', url: 'https://example.org/1' } },
    ],
    SourcePayload: (id) => ['rateSource', { sourceId: id.source, input: rating }],
    ClaimLinkPayload: (id) => [
      'linkClaims',
      {
        input: { fromId: id.claim, toId: id.second, kind: 'FOLLOWS', rationale: 'Order in time.' },
      },
    ],
    FactionRelationPayload: (id) => [
      'relateFactions',
      { input: { fromId: id.faction, toId: id.other, kind: 'OPPOSED_TO', claimIds: [id.claim] } },
    ],
    IdentityGrantPayload: (id) => [
      'grantIdentity',
      { sourceId: id.hidden, viewer: 'local', until: soon, purpose: 'A test.' },
    ],
    IdentityPayload: (id) => ['readIdentity', { sourceId: id.hidden }],
    RecordReportPayload: (id) => [
      'recordReport',
      {
        input: {
          report: { kind: 'ARTICLE', title: 'One' },
          claims: [
            {
              statement: 'It is said.',
              kind: 'OTHER',
              attributions: [{ chain: [{ sourceId: id.source }] }],
            },
          ],
        },
      },
    ],
  };

  test.each(payloads.map((type) => [type.name, type] as const))('%s', async (payload, type) => {
    const other = await fixtures(api).aFaction();
    const [name, variables] = mutations[payload]!({ ...ids, other });
    const { args } = mutation.getFields()[name]!;
    const declarations = args.map((arg) => `$${arg.name}: ${arg.type}`).join(', ');
    const values = args.map((arg) => `${arg.name}: $${arg.name}`).join(', ');
    const data = await api.data(
      `mutation (${declarations}) { done: ${name}(${values}) { ${write.select(type, 2)} } }`,
      variables,
    );
    expect(typesIn(data)).toContain(payload);
    if (payload === 'ReportPayload')
      expect(data.done.warnings).toEqual([
        expect.objectContaining({ __typename: 'Warning', code: 'SAME_URL' }),
      ]);
  });
});
