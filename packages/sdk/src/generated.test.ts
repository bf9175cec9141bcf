import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import {
  buildSchema,
  type DocumentNode,
  type GraphQLSchema,
  parse,
  stripIgnoredCharacters,
  validate,
} from 'graphql';
import { prefixes } from '../../server/src/values/ids.ts';
import * as fragments from './generated/fragments.ts';
import * as exports from './generated/operations.ts';
import type { Operation } from './operation.ts';

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');
const schema = buildSchema(read('../../server/schema.graphql'));
const operations = Object.values(exports) as Operation<unknown, never>[];

/** The output of a codegen plugin for a schema and operations. */
const generate = async (
  plugin: string,
  sdl: string,
  text: string,
  config: object = { scalars: { ID: 'string' } },
): Promise<string> => {
  const path = pathToFileURL(
    fileURLToPath(new URL(`../codegen/${plugin}.mjs`, import.meta.url)),
  ).href;
  const { plugin: write } = (await import(path)) as {
    plugin: (
      schema: GraphQLSchema,
      documents: { document: DocumentNode }[],
      config: object,
      info: object,
    ) => Promise<{ content: string }>;
  };
  return (
    await write(buildSchema(sdl), [{ document: parse(text) }], config, { outputFile: 'x.ts' })
  ).content;
};

describe('every operation', () => {
  test('is valid and minified, and has the hash of exactly its text', () => {
    expect(operations.length).toBeGreaterThan(40);
    for (const { name, kind, text, hash } of operations) {
      expect([name, validate(schema, parse(text))]).toEqual([name, []]);
      expect(text).toBe(stripIgnoredCharacters(text));
      expect(text).toMatch(new RegExp(`^${kind} ${name}\\b`));
      expect(hash).toBe(createHash('sha256').update(text).digest('hex'));
    }
  });

  test('is in the manifest, which has no others', () => {
    const {
      format,
      version,
      operations: manifestOperations,
    } = JSON.parse(read('generated/manifest.json'));
    expect([format, version]).toEqual(['apollo-persisted-query-manifest', 1]);
    const byName = (a: { name: string }, b: { name: string }) => (a.name < b.name ? -1 : 1);
    const expected = operations.map(({ hash, name, kind, text }) => ({
      id: hash,
      name,
      type: kind,
      body: text,
    }));
    expect(manifestOperations.sort(byName)).toEqual(expected.sort(byName));
  });

  test('uses nothing deprecated', () => {
    for (const { name, deprecated } of operations)
      expect([name, deprecated]).toEqual([name, undefined]);
  });

  test('has a documentation comment', () => {
    const lines = read('generated/operations.ts').split('\n');
    const undocumented = lines.filter(
      (line, i) => /^export const /.test(line) && !/\*\/$/.test(lines[i - 1]!),
    );
    expect(undocumented).toEqual([]);
  });
});

test('fragments include those that they spread', () => {
  const { ClaimDetail } = fragments;
  expect(ClaimDetail.spreads).toContain(fragments.ClaimCard);
  const text = [ClaimDetail, ...ClaimDetail.spreads].map(({ text }) => text).join(' ');
  expect(validate(schema, parse(`{ claims { nodes { ...ClaimDetail } } } ${text}`))).toEqual([]);
});

test('ids have the prefixes that the server writes', () => {
  const declared = [
    ...read('generated/operations.ts').matchAll(/^export type (\w+)Id = `(\w+_)\$\{string\}`;$/gm),
  ];
  expect(Object.fromEntries(declared.map(([, type, prefix]) => [type, prefix]))).toEqual({
    ...prefixes,
  });
});

describe('the generator', () => {
  const sdl = `
    type Query {
      claim(id: ID!): Claim!
      "Null: no."
      old: Int @deprecated(reason: "Use new.")
      list(after: String): ThingConnection!
    }
    type Mutation { changeClaim(id: ID!, input: ClaimInput!): Payload! }
    type Payload { claim: Claim! warnings: [String!]! }
    type Claim {
      id: ID! kind: Kind! near(place: ID @deprecated(reason: "Say where.")): Int
      sourceOf: ID source: Source }
    type Source { id: ID! }
    type ThingConnection { nodes: [Claim!]! }
    input ClaimInput { sourceId: ID kind: Kind }
    enum Kind { "One." A "Two." B }`;

  test('brands ids by parent type and argument, and variables by their use', async () => {
    const types = await generate(
      'operations',
      sdl,
      'query Q($i: ID!) { claim(id: $i) { id kind sourceOf source { id } } } ' +
        'mutation M($i: ID!, ' +
        '$x: ClaimInput!) { changeClaim(id: $i, input: $x) { claim { id } } }',
    );
    expect(types.match(/\bi: \w+/g)).toEqual(['i: ClaimId', 'i: ClaimId']);
    expect(types).toMatch(/sourceId\?: SourceId/);
    expect(types).toContain(
      'claim: { id: ClaimId, kind: OpenEnum<Kind>, sourceOf: string | null, ' +
        'source: { id: SourceId } | null }',
    );
  });

  test('adds descriptions above the fields of the data, where TypeScript reads them', async () => {
    const text =
      'query Q { claim(id: 1) { near(place: 2) kind } } fragment F on Claim { source { id } kind }';
    const describedSdl = sdl
      .replace('kind: Kind! near', '"What it is." kind: Kind! "Who says so." source: Source near')
      .replace(' source: Source }', ' }');
    const types = await generate('operations', describedSdl, text);
    expect(types).toContain('\n/** What it is. */\nkind: OpenEnum<Kind>');
    expect(types).toContain('\n/** Who says so. */\nsource: { id: SourceId }');
  });

  test('makes enums closed in inputs', async () => {
    const types = await generate(
      'operations',
      sdl,
      'mutation M($i: ID!, $x: ClaimInput!) { changeClaim(id: $i, input: $x) { warnings } }',
    );
    expect(types).toMatch(/kind\?: Kind/);
    expect(types).toContain("export type Kind = 'A' | 'B';");
    expect(types).toContain('- `A`: One.');
  });

  test('lists deprecated fields and arguments with their replacements', async () => {
    const types = await generate(
      'operations',
      sdl,
      'query Q { old claim(id: 1) { near(place: 2) } }',
    );
    expect(types).toContain("deprecated: ['Query.old: Use new.', 'Claim.near(place): Say where.']");
  });

  test('generates subscriptions, which execute does not accept', async () => {
    const types = await generate(
      'operations',
      `${sdl} type Subscription { heard: Int }`,
      'subscription S { heard }',
    );
    expect(types).toMatch(
      /export const S: Operation<SSubscription, SSubscriptionVariables, 'subscription'>/,
    );
  });

  test('finds the list that is paged', async () => {
    const text =
      'query L($after: String) { all: list(after: $after) { nodes { id } } } query N { claim(id: ' +
      '1) { id } }';
    const helpers = await generate('react-query', sdl, text);
    expect(helpers).toContain('lInfiniteOptions');
    expect(helpers).toContain('/*#__PURE__*/ infiniteOptionsOf(L, (data) => data.all)');
    expect(helpers).not.toContain('nInfiniteOptions');
  });

  test('reports an id type without a prefix', async () => {
    const unknownIdSdl = 'type Query { thing: Thing } type Thing { id: ID! }';
    await expect(generate('operations', unknownIdSdl, 'query Q { thing { id } }')).rejects.toThrow(
      /ids of Thing .*codegen\/ids\.mjs/,
    );
  });
});
