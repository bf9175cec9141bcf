import 'reflect-metadata';
import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from '@jest/globals';
import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLNamedType,
  getNamedType,
  getNullableType,
  isInterfaceType,
  isIntrospectionType,
  isListType,
  isObjectType,
  isSpecifiedScalarType,
} from 'graphql';
import { schemaOf } from '../schema.ts';

const packages = fileURLToPath(new URL('../../../', import.meta.url));

interface File {
  path: string;
  text: string;
  /** What it imports or re-exports: files by path, packages by name. Types are included. */
  imports: string[];
  /** Those of the imports that are there when it runs. */
  loads: string[];
}

const imported = /(\bimport type [^;']*?)?\b(?:from|import)\s*\(?\s*'([^']+)'/g;

const read = (folder: string): File[] =>
  readdirSync(join(packages, folder), { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.ts') && !path.startsWith('generated/'))
    .map((path) => {
      const text = readFileSync(join(packages, folder, path), 'utf8');
      const found = [...text.matchAll(imported)].map(([, types, name]) => ({
        types: types !== undefined,
        name: name!.startsWith('.') ? posix.join(posix.dirname(path), name!) : name!,
      }));
      const loaded = found.filter(({ types }) => !types);
      return {
        path,
        text,
        imports: found.map(({ name }) => name),
        loads: loaded.map(({ name }) => name),
      };
    });

const forTests = (path: string) => /(^|\/)testing\/|\.test(ing)?\.ts$/.test(path);

const server = read('server/src');
const house = server.filter(({ path }) => !forTests(path) && !path.startsWith('tools/'));
const byPath = new Map(house.map((file) => [file.path, file]));
const sdk = read('sdk/src').filter(({ path }) => !forTests(path));

/** The folder that a file lies in; a file of the top is a room of its own. */
const room = (path: string) => (path.includes('/') ? path.split('/')[0]! : path.replace('.ts', ''));

const inside = (path: string, by: 'imports' | 'loads' = 'imports') =>
  (byPath.get(path)?.[by] ?? []).filter((each) => byPath.has(each));

/** Every import of one file of the house by another, as "from -> to". */
const edges = house.flatMap(({ path }) =>
  inside(path).map((to) => ({ from: path, to, text: `${path} -> ${to}` })),
);

const domains = ['reports', 'sources', 'factions', 'locations', 'claims'];
const below = ['values', 'compiler', 'history', 'records', 'access'];

/** Which rooms a room may look into, beside itself. Nothing is below `values` and `config`. */
const mayImport: Record<string, readonly string[]> = {
  values: [],
  config: ['values'],
  compiler: ['values'],
  history: ['values', 'compiler', 'access'],
  access: ['values', 'config', 'context', 'history'],
  context: ['values', 'compiler', 'history', 'access'],
  records: ['values', 'compiler', 'history', 'context', 'access'],
  ...Object.fromEntries(
    domains.map((domain) => [domain, [...domains, ...below, 'names', 'context', 'identity']]),
  ),
  names: [...domains, ...below, 'context', 'identity'],
  review: [...domains, ...below, 'context', 'identity'],
  cost: ['compiler', 'claims', 'values'],
  identity: [...domains, ...below, 'config', 'context'],
  domains: [...domains, 'access', 'names', 'records', 'review', 'history', 'identity'],
  http: ['access', 'compiler', 'config', 'values'],
  schema: ['domains', 'records', 'values'],
  explore: [],
  database: ['compiler', 'config', 'domains', ...domains, 'names', 'history', 'values'],
  'stop-signal': [],
  ingest: [...domains, ...below, 'export', 'http', 'identity'],
  export: [...domains, ...below, 'database', 'http'],
  operations: ['access', 'compiler', 'context', 'cost', 'http', 'values'],
  server: [
    ...['access', 'config', 'context', 'compiler', 'cost', 'database', 'explore', 'export'],
    ...['history', 'http', 'ingest', 'operations', 'values'],
  ],
  start: [
    ...['access', 'config', 'database', 'http', 'identity', 'ingest'],
    ...['schema', 'server', 'values'],
  ],
  welcome: ['access', 'config', 'start'],
  main: ['config', 'database', 'start', 'stop-signal', 'welcome'],
  cli: [
    ...['access', 'config', 'context', 'compiler', 'cost', 'database', 'export', 'history'],
    'identity',
    ...['ingest', 'main', 'review', 'schema', 'stop-signal', 'values'],
  ],
};

/** Allowed exceptions: entities that need the class of a field or page type of another folder. */
const upwards = ['records/name.entity.ts -> sources/source.entity.ts'];

/** What a kind of file may never reach, not even through others. */
const neverReaches: [from: RegExp, to: RegExp][] = [
  [/\.(entity|enums|filter)\.ts$/, /\.(service|resolver|inputs)\.ts$/],
  [/\.(service|inputs)\.ts$/, /\.resolver\.ts$/],
  [/\.enums\.ts$/, /\.(entity|filter)\.ts$/],
];

const reachable = (
  from: string,
  by: 'imports' | 'loads' = 'imports',
  seen = new Set<string>(),
): Set<string> => {
  for (const to of inside(from, by)) if (!seen.has(to)) reachable(to, by, seen.add(to));
  return seen;
};

describe('imports', () => {
  test('are read from the sources', () => {
    expect(edges.length).toBeGreaterThan(300);
    expect(edges.map(({ text }) => text)).toContain('main.ts -> start.ts');
  });

  test('go from a room only to the rooms that it may look into', () => {
    expect(
      [...new Set(house.map(({ path }) => room(path)))].filter((each) => !(each in mayImport)),
    ).toEqual([]);
    const wrong = edges.filter(
      ({ from, to }) => room(from) !== room(to) && !mayImport[room(from)]!.includes(room(to)),
    );
    expect(wrong.map(({ text }) => text).sort()).toEqual([...upwards].sort());
  });

  test('go down the layers: resolver, service, entity, values', () => {
    const wrong = neverReaches.flatMap(([from, to]) =>
      house
        .filter(({ path }) => from.test(path))
        .flatMap(({ path }) =>
          [...reachable(path)].filter((each) => to.test(each)).map((each) => `${path} -> ${each}`),
        ),
    );
    expect(wrong).toEqual([]);
  });

  test('reach resolvers and their context only where they are assembled', () => {
    const assembles = new Set([
      'operations.ts',
      'server.ts',
      'cli/root-statements.ts',
      'cli/open-snapshot.ts',
    ]);
    const wrong = edges.filter(
      ({ from, to }) => to.endsWith('.resolver.ts') && from !== 'domains.ts',
    );
    const served = edges.filter(
      ({ from, to }) =>
        to === 'context.ts' && !from.endsWith('.resolver.ts') && !assembles.has(from),
    );
    expect([...wrong, ...served].map(({ text }) => text)).toEqual([]);
  });

  test('go in a circle only among entities', () => {
    const circles = house.filter(
      ({ path }) => !path.endsWith('.entity.ts') && reachable(path, 'loads').has(path),
    );
    expect(circles.map(({ path }) => path)).toEqual([]);
  });

  test('bring nothing that is there for tests alone into the program', () => {
    const wrong = house.flatMap(({ path, imports }) =>
      imports.filter(forTests).map((to) => `${path} -> ${to}`),
    );
    expect(wrong).toEqual([]);
  });

  test('keep the SDK free of the server', () => {
    const wrong = sdk.flatMap(({ imports }) =>
      imports.filter((to) => to.startsWith('..') || to.startsWith('@claimgraph/server')),
    );
    expect(sdk.length).toBeGreaterThan(0);
    expect(wrong).toEqual([]);
  });
});

test('only config.ts reads the environment', () => {
  const readers = house
    .filter(({ text }) => /process\s*\.\s*env\b|process\[/.test(text))
    .map(({ path }) => path);
  expect(readers).toEqual(['config.ts']);
});

let types: GraphQLNamedType[];

beforeAll(async () => {
  const schema = await schemaOf();
  types = Object.values(schema.getTypeMap()).filter(
    (type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type),
  );
});

const fieldsOf = (type: GraphQLNamedType): GraphQLField<unknown, unknown>[] =>
  isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : [];

/** Lists without `first`: each is read whole, and a write brings at most 500 of anything. */
const bounded = [
  // They come with their record, and a list in an update replaces the list.
  ...['Report', 'Source', 'Faction', 'Location', 'Claim', 'Record'].map(
    (type) => `${type}.externalIds`,
  ),
  ...['Source', 'Faction', 'Location'].map((type) => `${type}.names`),
  ...['attributions', 'citations', 'parties', 'places', 'quantities', 'importIssues'].map(
    (field) => `Claim.${field}`,
  ),
  'Attribution.chain',
  'Report.authors',
  // A place lies in a few areas and touches a few.
  ...['alsoIn', 'ancestors', 'overlaps'].map((field) => `Location.${field}`),
  // The values of one record that one write changed, and the steps to a value.
  'Revision.diff',
  'FieldChange.path',
  // At most one for each field of the record.
  ...['Report', 'Source', 'Faction', 'Location', 'Claim', 'Record'].map(
    (type) => `${type}.corrections`,
  ),
  // As many as `claimStats(first:)` and `claimMarks(first:)` say, each with one total a measure.
  'ClaimStats.buckets',
  'ClaimMarks.marks',
  'ClaimBucket.nulls',
  'ClaimBucket.quantities',
  // What is sealed of one source came with its writes. At most 1,000 texts are listed.
  ...['names', 'formerNames', 'externalIds', 'affiliations', 'formerIds'].map(
    (field) => `Identity.${field}`,
  ),
  'IdentityAffiliation.claimIds',
  'NamedTexts.first',
  // What one write wrote.
  'RecordReportPayload.claims',
];

const isPage = (type: GraphQLNamedType) => type.name.endsWith('Connection');
const names = (args: readonly GraphQLArgument[]) => args.map(({ name }) => name);

describe('lists', () => {
  test('are pages, or have a length that is asked for or bounded by a write', () => {
    const free = types
      .filter((type) => !isPage(type))
      .flatMap((type) =>
        fieldsOf(type).map((field) => ({ at: `${type.name}.${field.name}`, field })),
      )
      .filter(
        ({ field }) =>
          isListType(getNullableType(field.type)) && !names(field.args).includes('first'),
      )
      .map(({ at }) => at);
    expect(free.filter((at) => !at.endsWith('Payload.warnings')).sort()).toEqual(
      [...bounded].sort(),
    );
  });

  test('that are pages can be read in both directions', () => {
    const pages = types.flatMap((type) =>
      fieldsOf(type).filter((field) => isPage(getNamedType(field.type))),
    );
    expect(pages.length).toBeGreaterThan(10);
    for (const { name, args } of pages)
      expect([name, names(args)]).toEqual([
        name,
        expect.arrayContaining(['first', 'after', 'last', 'before']),
      ]);
  });

  test('whose length is asked for have one when nobody asks', () => {
    for (const { args } of types
      .flatMap(fieldsOf)
      .filter((field) => isListType(getNullableType(field.type))))
      for (const arg of args.filter(({ name }) => name === 'first'))
        expect(arg.defaultValue).toBeGreaterThan(0);
  });
});
