import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
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
import type { Api } from './api.ts';
import { changeLogged } from './change-database.ts';
import { fixtures } from './fixtures.ts';

export const schema: GraphQLSchema = await schemaOf();
const query = schema.getQueryType()!;

export const assessment = {
  status: 'DISPUTED',
  credibility: 'THREE',
  rationale: 'Others saw otherwise.',
};
export const rating = { reliability: 'C', rationale: 'Often right.' };

/** A protected source whose identity was read. */
async function readHiddenSource(api: Api): Promise<string> {
  const { aSource } = fixtures(api);
  const office = { text: 'Office of the unnamed', kind: 'PRIMARY' };
  const hidden = await aSource('unused', {
    names: [office],
    externalIds: [{ system: 'desk', value: 'h' }],
    protection: 'PROTECTED',
  });
  await api.data(
    `mutation ($id: ID!, $until: DateTime!) {
      grantIdentity(sourceId: $id, viewer: "local", until: $until, purpose: "A test.") {
        grant { id }
      }
    }`,
    { id: hidden, until: new Date(Date.now() + 3_600_000).toISOString() },
  );
  await api.data(`mutation { readIdentity(sourceId: "${hidden}") { source { id } } }`);
  return hidden;
}

/**
 * Adds to the sample until every type has an object. Returns an id for each argument or key that
 * takes one, by its name or by the name of its record's type. The claim `withdrawn` is withdrawn.
 */
export async function completeSample(api: Api): Promise<Record<string, string>> {
  const { aClaim, aSource, aReport } = fixtures(api);
  const lists = ['claims', 'sources', 'factions', 'reports', 'locations'];
  const data = await api.data(`{ ${lists.map((list) => `${list} { nodes { id } }`).join(' ')} }`);
  const [claim, source, faction, report, location] = lists.map(
    (list): string => data[list].nodes[0].id,
  ) as [string, string, string, string, string];
  const outlet = await aSource('An outlet', { basedInId: location });
  const quantity = {
    measure: 'PEOPLE_KILLED',
    min: 1,
    max: 3,
    category: 'CIVILIANS',
    factionId: faction,
  };
  const second = await aClaim({
    reportId: await aReport({
      authorIds: [outlet],
      publisherId: outlet,
      url: 'https://example.org/1',
    }),
    externalIds: [{ system: 'ucdp-event', value: '1' }],
    citations: [{ reportId: report }],
    quantities: [quantity],
    places: [{ locationId: location, lat: 32.7, lon: 36.1 }],
    parties: [{ factionId: faction, role: 'ACTOR' }],
  });
  const withdrawn = await aClaim();
  await api.data(
    `mutation ($input: AssessmentInput!) {
      assessClaim(claimId: "${claim}", input: $input) { warnings { code } }
    }`,
    { input: assessment },
  );
  await api.data(
    `mutation ($input: RatingInput!) {
      rateSource(sourceId: "${source}", input: $input) { warnings { code } }
    }`,
    { input: rating },
  );
  await api.data(
    'mutation ($input: AffiliationInput!) { affiliateSource(input: $input) { warnings { code } } }',
    { input: { sourceId: source, toId: faction, claimIds: [claim], during: { edtf: '2018' } } },
  );
  await api.data(`mutation {
    withdrawClaim(id: "${withdrawn}", expectedVersion: 1, rationale: "It was never said.") {
      warnings { code }
    }
  }`);
  // Only imports write these.
  await api.database.query(`
    begin;
    select open_write('test', 'import');
    insert into import_issue (claim_id, position, kind, "column", value, reason)
      values ('${claim.slice(4)}', 0, 'NO_DATE', 'date', '1753', 'There is none.');
    select close_write();
    commit`);
  await api.data(`mutation {
    updateClaim(id: "${claim}", expectedVersion: 3, input: { statement: "It is said." }) {
      warnings { code }
    }
  }`);
  const hidden = await readHiddenSource(api);
  const [importConflict, kept] = [randomUUID(), randomUUID()];
  await insertConflict(api, { id: importConflict, claim });
  await insertConflict(api, { id: kept, claim, state: 'KEPT' });
  return {
    claim,
    source,
    faction,
    report,
    location,
    second,
    outlet,
    hidden,
    withdrawn,
    importConflict: `cfl_${importConflict}`,
  };
}

/** Inserts a conflict of a claim, which otherwise only imports do. */
export const insertConflict = (
  api: Api,
  { id, claim, state = 'OPEN' }: { id: string; claim: string; state?: string },
) =>
  changeLogged(
    api.database,
    `insert into import_conflict (
       id, kind, state, record_type, record_id, claim_id, field, value, file_value, format,
       release, file, line, run_id, rows, at, resolution_rationale, resolution_by, resolution_at
     )
     select $1, 'IMPORT_CONFLICT', $3, 'CLAIM', $2, $2, 'aggregate', 'true', 'false', 'ucdp',
       '23.1', 'events.csv', 2, $1, '{"mode":"SET","tables":[]}', now(), r.text, r.text, r.at
     from (values ('OPEN', null, null), ('KEPT', 'It was checked.', now())) r(state, text, at)
     where r.state = $3`,
    [id, claim.slice(4), state],
  );

export const fieldsOf = (type: GraphQLNamedType): GraphQLField<unknown, unknown>[] =>
  Object.values((type as GraphQLObjectType).getFields());

/** The names of the types of all objects in a result. */
export const typesIn = (value: unknown): string[] => {
  if (Array.isArray(value)) return value.flatMap(typesIn);
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, each]) =>
    key === '__typename' ? [String(each)] : typesIn(each),
  );
};

/** The record type of an id, where its name does not say it. */
const idKinds: Record<string, string> = {
  'LinkFilter.to': 'claim',
  'LocationFilter.within': 'location',
  'FactionFilter.relatedTo': 'faction',
  'SourceFilter.affiliatedWith': 'faction',
  'PlaceFilter.id': 'location',
  'ReportFilter.publisher': 'source',
  'ImportConflictFilter.record': 'claim',
  'ImportConflictFilter.id': 'importConflict',
  'Query.node': 'claim',
  'Query.within': 'location',
};

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
  GeoJSON: '{ type: "Polygon", coordinates: [[[36, 32], [37, 32], [37, 33], [36, 32]]] }',
};

/** Keys of filters that a field refuses. Statistics never count withdrawn claims. */
export const refusedKeys: Record<string, string[]> = {
  claimStats: ['withdrawn'],
  claimMarks: ['withdrawn'],
};

/** Writes arguments and selection sets in GraphQL, with ids from `completeSample`. */
export function graphqlWriter(ids: Record<string, string>) {
  function idFor(name: string, owner: string): string {
    const kind =
      idKinds[`${owner}.${name}`] ??
      Object.keys(ids).find((each) => name === each || owner.toLowerCase() === `${each}filter`);
    if (!kind) throw new Error(`${owner}.${name} takes an id: add its record type to idKinds`);
    return ids[kind]!;
  }

  /**
   * A valid value of an input type: all keys, except those that lead back to the type itself, and
   * those that the field refuses.
   */
  function literal(type: GraphQLInputType, name: string, owner: string, field = ''): string {
    const nullable = getNullableType(type);
    if (isListType(nullable)) return `[${literal(nullable.ofType, name, owner)}]`;
    if (isEnumType(nullable)) return nullable.getValues()[0]!.name;
    if (isInputObjectType(nullable)) {
      const keys = Object.values(nullable.getFields())
        .filter((each) => getNamedType(each.type) !== nullable)
        .filter((each) => !refusedKeys[field]?.includes(each.name))
        .map((each) => `${each.name}: ${literal(each.type, each.name, nullable.name)}`);
      return `{ ${keys.join(', ')} }`;
    }
    const scalar = getNamedType(nullable).name;
    if (scalar === 'ID') return JSON.stringify(idFor(name, owner));
    return scalars[scalar] ?? JSON.stringify(texts[name] ?? 'a');
  }

  /**
   * All leaves of a type. Its other fields are selected `depth` levels down, once without arguments
   * and once with every argument.
   */
  function select(type: GraphQLNamedType, depth: number, prefix = ''): string {
    if (isAbstractType(type)) {
      // Fields of one name may be of several types; aliases keep them apart.
      const fragments = schema
        .getPossibleTypes(type)
        .map((each) => `... on ${each.name} { ${select(each, depth, `${each.name}_`)} }`);
      return `__typename ${fragments.join(' ')}`;
    }
    const selections = fieldsOf(type).flatMap((field) => {
      const key = `${prefix}${field.name}`;
      if (!isCompositeType(getNamedType(field.type))) return [`${key}: ${field.name}`];
      if (depth === 0) return [];
      const inner = `{ ${select(getNamedType(field.type), depth - 1)} }`;
      const args = field.args
        .filter(({ name }) => !['after', 'last', 'before'].includes(name))
        .map((arg) => `${arg.name}: ${literal(arg.type, arg.name, type.name, field.name)}`);
      if (args.length === 0) return [`${key}: ${field.name} ${inner}`];
      const backwards = field.args.some(({ name }) => name === 'last')
        ? [`${key}_last: ${field.name}(last: 1) ${inner}`]
        : [];
      return [
        `${key}: ${field.name} ${inner}`,
        `${key}_arguments: ${field.name}(${args.join(', ')}) ${inner}`,
        ...backwards,
      ];
    });
    return ['__typename', ...selections].join(' ');
  }

  return { literal, select };
}

/** Wraps a selection set of a type into an operation that reaches the type. */
type Wrap = (selection: string) => string;

/** The shortest path from a root field without an id to each object type. */
export function pathsFromRoot(): Map<GraphQLObjectType, Wrap> {
  const paths = new Map<GraphQLObjectType, Wrap>();
  const queue: [GraphQLObjectType, Wrap][] = [[query, (selection) => `{ ${selection} }`]];
  for (const [type, wrap] of queue) {
    for (const field of fieldsOf(type)) {
      const next = getNamedType(field.type);
      const required = field.args.filter(isRequiredArgument);
      if (!isObjectType(next) || paths.has(next) || required.some(({ name }) => name !== 'text'))
        continue;
      const args = required.length > 0 ? '(text: "a")' : '';
      const here: Wrap = (selection) => wrap(`${field.name}${args} { ${selection} }`);
      paths.set(next, here);
      queue.push([next, here]);
    }
  }
  return paths;
}
