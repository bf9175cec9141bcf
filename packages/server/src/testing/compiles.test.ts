import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';
import { schemaOf } from '../schema.ts';
import { type Api, startApi } from './api.ts';
import { fixtures } from './fixtures.ts';

type Field = GraphQLField<unknown, unknown>;

const schema: GraphQLSchema = await schemaOf();
const query = schema.getQueryType()!;
const mutation = schema.getMutationType()!;

let api: Api;
/**
 * An id for each argument or key that takes one, by type and name; by the name alone where that
 * says what it is of.
 */
let ids: Record<string, string>;
let withdrawn: string;

beforeAll(async () => {
  api = await startApi('sample');
  const { aClaim, aSource, aReport } = fixtures(api);
  const data = await api.data(`{
    claims { nodes { id } } sources { nodes { id } } factions { nodes { id } } reports { nodes { id } } locations { nodes { id } }
  }`);
  const [claim, source, faction, report, location] = [
    'claims',
    'sources',
    'factions',
    'reports',
    'locations',
  ].map((list) => data[list].nodes[0].id);
  const outlet = await aSource('An outlet', { basedInId: location });
  const figure = {
    measure: 'PEOPLE_KILLED',
    min: 1,
    max: 3,
    category: 'CIVILIANS',
    factionId: faction,
  };
  const point = { locationId: location, lat: 32.7, lon: 36.1 };
  const more = {
    externalIds: [{ system: 'ucdp-event', value: '1' }],
    citations: [{ reportId: report }],
    quantities: [figure],
    places: [point],
    parties: [{ factionId: faction, role: 'ACTOR' }],
  };
  const second = await aClaim({
    reportId: await aReport({
      authorIds: [outlet],
      publisherId: outlet,
      url: 'https://example.org/1',
    }),
    ...more,
  });
  withdrawn = await aClaim();
  const write = (text: string, input: unknown) => api.data(text, { input });
  await write(
    `mutation ($input: AssessmentInput!) { assessClaim(claimId: "${claim}", input: $input) { warnings { code } } }`,
    assessment,
  );
  await write(
    `mutation ($input: RatingInput!) { rateSource(sourceId: "${source}", input: $input) { warnings { code } } }`,
    rating,
  );
  const belongs = { sourceId: source, toId: faction, claimIds: [claim], during: { edtf: '2018' } };
  await write(
    'mutation ($input: AffiliationInput!) { affiliateSource(input: $input) { warnings { code } } }',
    belongs,
  );
  await api.data(
    `mutation { withdrawClaim(id: "${withdrawn}", expectedVersion: 1, rationale: "It was never said.") { warnings { code } } }`,
  );
  // Imports alone write these.
  await api.database.query(`begin; select open_write('test', 'import'); insert into import_issue (claim_id, position, kind, "column", value, reason)
    values ('${claim.slice(4)}', 0, 'NO_DATE', 'date', '1753', 'There is none.'); select close_write(); commit`);
  ids = { claim, source, faction, report, location, second, outlet };
});
afterAll(() => api?.stop());

const assessment = { status: 'DISPUTED', credibility: 'THREE', rationale: 'Others saw otherwise.' };
const rating = { reliability: 'C', rationale: 'Often right.' };

const fieldsOf = (type: GraphQLNamedType): Field[] =>
  Object.values((type as GraphQLObjectType).getFields());
const isLeaf = (field: Field) => !isCompositeType(getNamedType(field.type));

/**
 * All leaves of a type; and what hangs on it, `depth` steps down, once as it is and once with every
 * argument that it takes.
 */
function select(type: GraphQLNamedType, depth: number, prefix = ''): string {
  if (isAbstractType(type)) {
    // Fields of one name may be of several types; aliases keep them apart.
    const arms = schema
      .getPossibleTypes(type)
      .map((each) => `... on ${each.name} { ${select(each, depth, `${each.name}_`)} }`);
    return `__typename ${arms.join(' ')}`;
  }
  const written = fieldsOf(type).flatMap((field) => {
    const key = `${prefix}${field.name}`;
    if (isLeaf(field)) return [`${key}: ${field.name}`];
    if (depth === 0) return [];
    const inner = `{ ${select(getNamedType(field.type), depth - 1)} }`;
    const given = field.args.filter(({ name }) => !['after', 'last', 'before'].includes(name));
    if (given.length === 0) return [`${key}: ${field.name} ${inner}`];
    const args = given.map((arg) => `${arg.name}: ${literal(arg.type, arg.name, type.name)}`);
    const backwards = field.args.some(({ name }) => name === 'last')
      ? [`${key}_last: ${field.name}(last: 1) ${inner}`]
      : [];
    return [
      `${key}: ${field.name} ${inner}`,
      `${key}_given: ${field.name}(${args.join(', ')}) ${inner}`,
      ...backwards,
    ];
  });
  return ['__typename', ...written].join(' ');
}

/** What kind of record an id is of, where the name does not say it. */
const idKinds: Record<string, string> = {
  'LinkFilter.to': 'claim',
  'LocationFilter.within': 'location',
  'FactionFilter.relatedTo': 'faction',
  'SourceFilter.affiliatedWith': 'faction',
  'PlaceFilter.id': 'location',
  'ReportFilter.publisher': 'source',
  'Query.node': 'claim',
  'Query.within': 'location',
};

function idFor(name: string, owner: string): string {
  const kind =
    idKinds[`${owner}.${name}`] ??
    Object.keys(ids).find((each) => name === each || owner.toLowerCase() === `${each}filter`);
  if (!kind) throw new Error(`${owner}.${name} takes an id: say in idKinds whose`);
  return ids[kind]!;
}

const texts: Record<string, string> = {
  from: '2018-07-01',
  to: '2018-07-31',
  at: '2018-07-10',
  system: 'ocha-pcode',
  value: 'C6033',
};
const scalars: Record<string, string> = {
  Int: '2',
  Float: '1',
  Boolean: 'true',
  Language: '"en"',
  DateTime: '"2018-07-10T12:00:00Z"',
};

/**
 * A valid value of an input type, as GraphQL writes it: all keys, those that lead back to the type
 * itself left out.
 */
function literal(type: GraphQLInputType, name: string, owner: string): string {
  const bare = getNullableType(type);
  if (isListType(bare)) return `[${literal(bare.ofType, name, owner)}]`;
  if (isEnumType(bare)) return bare.getValues()[0]!.name;
  if (isInputObjectType(bare)) {
    const keys = Object.values(bare.getFields()).filter(
      (field) => getNamedType(field.type) !== bare,
    );
    return `{ ${keys.map((field) => `${field.name}: ${literal(field.type, field.name, bare.name)}`).join(', ')} }`;
  }
  const scalar = getNamedType(bare).name;
  if (scalar === 'ID') return JSON.stringify(idFor(name, owner));
  return scalars[scalar] ?? JSON.stringify(texts[name] ?? 'a');
}

/**
 * The shortest way from a list of the root to each type of object, and its selection set on the way
 * back.
 */
function waysFromRoot(): Map<GraphQLObjectType, (selection: string) => string> {
  const ways = new Map<GraphQLObjectType, (selection: string) => string>();
  const queue: [GraphQLObjectType, (selection: string) => string][] = [
    [query, (selection) => `{ ${selection} }`],
  ];
  for (const [type, way] of queue) {
    for (const field of fieldsOf(type)) {
      const next = getNamedType(field.type);
      const wanted = field.args.filter(isRequiredArgument);
      if (!isObjectType(next) || ways.has(next) || wanted.some(({ name }) => name !== 'text'))
        continue;
      const given = wanted
        .map((arg) => `(${arg.name}: ${literal(arg.type, arg.name, type.name)})`)
        .join('');
      const here = (selection: string) => way(`${field.name}${given} { ${selection} }`);
      ways.set(next, here);
      queue.push([next, here]);
    }
  }
  return ways;
}

const ways = waysFromRoot();

/** Lists leave out what is withdrawn. */
const elsewhere: Record<string, (selection: string) => string> = {
  Withdrawal: (selection) => `{ claim(id: "${withdrawn}") { withdrawn { ${selection} } } }`,
};

const typesIn = (value: unknown): string[] => {
  if (Array.isArray(value)) return value.flatMap(typesIn);
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, each]) =>
    key === '__typename' ? [String(each)] : typesIn(each),
  );
};

/** Runs an operation that must give no error, and answers with the types of all objects in it. */
const run = async (operation: string): Promise<string[]> => typesIn(await api.data(operation));

const payloads = [
  ...new Set(fieldsOf(mutation).map((field) => getNamedType(field.type))),
] as GraphQLObjectType[];

describe('every field of every type compiles and runs', () => {
  test('all types of objects are on some way from the root', () => {
    const all = Object.values(schema.getTypeMap()).filter(
      (type) => isObjectType(type) && !type.name.startsWith('__'),
    );
    const met = [query, mutation, ...payloads, ...ways.keys()].map((type) => type.name);
    expect(all.map(({ name }) => name).filter((name) => !met.includes(name))).toEqual(['Warning']);
  });

  test.each([...ways].map(([type, way]) => [type.name, type, way] as const))(
    '%s',
    async (name, type, way) => {
      expect(await run((elsewhere[name] ?? way)(select(type, 1)))).toContain(name);
    },
  );

  test.each(schema.getPossibleTypes(schema.getType('Node') as never).map(({ name }) => [name]))(
    '%s behind node(id)',
    async (name) => {
      const type = schema.getType(name) as GraphQLObjectType;
      const [, id] = JSON.stringify(await api.data(ways.get(type)!('id'))).match(/"id":"([^"]+)"/)!;
      expect(
        await run(`{ node(id: "${id}") { ${select(schema.getType('Node')!, 1)} } }`),
      ).toContain(name);
    },
  );

  test('the roots that want an argument', async () => {
    for (const type of ['claim', 'source', 'faction', 'report', 'location'])
      expect(
        await run(
          `{ ${type}(id: "${ids[type]}") { ${select(query.getFields()[type]!.type as GraphQLObjectType, 1)} } }`,
        ),
      ).not.toEqual([]);
    const { args, type } = query.getFields().search!;
    for (const { name, type: of } of args.filter((each) => !isRequiredArgument(each))) {
      const given = name === 'after' || name === 'before' ? 'null' : literal(of, name, 'Query');
      expect(
        await run(`{ search(text: "a", ${name}: ${given}) { ${select(getNamedType(type), 1)} } }`),
      ).toContain('SearchHitConnection');
    }
    const found = `record(type: LOCATION, externalId: { system: "ocha-pcode", value: "C6033" }) { ${select(schema.getType('Record')!, 1)} }`;
    expect(await run(`{ ${found} }`)).toContain('Location');
  });
});

describe('every key of a filter and every order compiles and runs', () => {
  const lists = fieldsOf(query).flatMap((field) =>
    field.args.map((arg) => ({ list: field.name, arg: arg.name, type: getNullableType(arg.type) })),
  );
  const keys = lists.flatMap(({ list, arg, type }) =>
    isInputObjectType(type) && arg === 'filter'
      ? Object.values(type.getFields()).map((field) => ({ list, type, field }))
      : [],
  );

  test.each(keys.map((key) => [`${key.list}, ${key.field.name}`, key] as const))(
    '%s',
    async (_name, { list, type, field }) => {
      const own =
        getNamedType(field.type) === type
          ? isListType(getNullableType(field.type))
            ? '[{}]'
            : '{ id: [] }'
          : undefined;
      const asked = list === 'claimStats' ? 'total buckets { count }' : 'totalCount nodes { id }';
      await run(
        `{ ${list}(filter: { ${field.name}: ${own ?? literal(field.type, field.name, type.name)} }) { ${asked} } }`,
      );
    },
  );

  test.each(
    lists.filter(({ arg }) => arg === 'orderBy').map(({ list, type }) => [list, type] as const),
  )('orders of %s', async (list, type) => {
    const by = isInputObjectType(type) ? getNullableType(type.getFields().by!.type) : undefined;
    for (const { name } of isEnumType(by) ? by.getValues() : [])
      for (const direction of ['ASC', 'DESC'])
        await run(
          `{ ${list}(first: 1, orderBy: { by: ${name}, direction: ${direction} }) { edges { cursor } pageInfo { endCursor } } }`,
        );
  });
});

describe('every field of what a write answers compiles and runs', () => {
  const name = { text: 'Another', kind: 'ALIAS' };
  const named = { names: [{ text: 'A new one', kind: 'PRIMARY' }] };
  const claim = { statement: 'It is said.', kind: 'OTHER' };
  /** A cheap write for each payload: a mutation and its arguments. */
  const writes: Record<
    string,
    (id: Record<string, string>) => [field: string, args: Record<string, unknown>]
  > = {
    RecordPayload: (id) => ['addName', { recordId: id.faction, name }],
    AffiliationPayload: (id) => [
      'affiliateSource',
      { input: { sourceId: id.outlet, toId: id.faction, claimIds: [id.claim] } },
    ],
    ClaimPayload: (id) => ['assessClaim', { claimId: id.claim, input: assessment }],
    FactionPayload: () => ['createFaction', { input: { kind: 'MILITIA', ...named } }],
    LocationPayload: () => ['createLocation', { input: { kind: 'ROAD', ...named } }],
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
    RecordReportPayload: (id) => [
      'recordReport',
      {
        input: {
          report: { kind: 'ARTICLE', title: 'One' },
          claims: [{ ...claim, attributions: [{ chain: [{ sourceId: id.source }] }] }],
        },
      },
    ],
  };

  test.each(payloads.map((type) => [type.name, type] as const))('%s', async (payload, type) => {
    const other = await fixtures(api).aFaction();
    const [field, args] = writes[payload]!({ ...ids, other });
    const asked = mutation.getFields()[field]!;
    const variables = asked.args.map((arg) => `$${arg.name}: ${arg.type}`).join(', ');
    const passed = asked.args.map((arg) => `${arg.name}: $${arg.name}`).join(', ');
    const data = await api.data(
      `mutation (${variables}) { done: ${field}(${passed}) { ${select(type, 2)} } }`,
      args,
    );
    expect(typesIn(data)).toContain(payload);
    if (payload === 'ReportPayload')
      expect(data.done.warnings).toEqual([
        expect.objectContaining({ __typename: 'Warning', code: 'SAME_URL' }),
      ]);
  });
});
