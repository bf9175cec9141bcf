import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  buildSchema,
  type DocumentNode,
  getIntrospectionQuery,
  Kind,
  Lexer,
  parse,
  Source,
  TokenKind,
} from 'graphql';
import { tours } from '../explore/tour.ts';
import { type Api, startApi } from '../testing/api.ts';
import { filesIn, isForTests, read } from '../testing/repository.ts';
import { limits, limitsTable } from '../values/limits.ts';
import { pricesTable } from '../values/prices.ts';
import { type OperationSize, sizeLimits, sizeOf } from './operation-limits.ts';

const schema = buildSchema(read('packages/server/schema.graphql'));

let api: Api;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

const repeat = (count: number, part: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => part(i)).join(' ');

/** A chain of reprints: so many levels of fields. */
const chain = (depth: number) =>
  `{ reports { nodes { ${'reprintOf { '.repeat(depth - 3)}id${' }'.repeat(depth - 3)} } } }`;
/** The type of a field of the schema, so many levels deep. */
const types = (depth: number) => {
  const inner = `${'ofType { '.repeat(depth - 4)}name${' }'.repeat(depth - 4)}`;
  return `{ __type(name: "Claim") { fields { type { ${inner} } } } }`;
};

describe('an operation at its limit is answered, and one beyond it is not executed', () => {
  test.each<[name: keyof OperationSize, query: (value: number) => string]>([
    ['depth', chain],
    ['aliases', (n) => `{ ${repeat(n, (i) => `a${i}: __typename`)} }`],
    ['fields', (n) => `{ ${repeat(n, () => '...A')} } fragment A on Query { __typename }`],
    ['directives', (n) => `{ ${repeat(n, () => '__typename @include(if: true)')} }`],
    ['introspectionDepth', types],
    [
      'introspectionFields',
      (n) =>
        `{ __schema { ${repeat((n - 2) / 2, () => '...A')} description } }
        fragment A on __Schema { queryType { name } }`,
    ],
  ])('%s', async (name, query) => {
    const { max } = limits[name];
    const beyond = query(max + 2);
    expect((await api.ask(query(max))).errors).toBeUndefined();
    const sent = await api.statements(async () => {
      // The second answer comes by the fast path, as far as it is one.
      for (const _again of [1, 2]) {
        const { status, data, errors } = await api.ask(beyond);
        expect([status, data]).toEqual([400, undefined]);
        expect(errors).toMatchObject([
          {
            message: expect.stringContaining(limits[name].advice),
            extensions: { code: 'QUERY_TOO_COMPLEX', limit: { name, max, value: max + 2 } },
          },
        ]);
      }
    });
    expect(sent).toEqual([]);
  });

  test('and the other operations of its document do not count', async () => {
    const small = 'query Small { claims { totalCount } }';
    const document = `${small} query Large { ${repeat(31, (i) => `a${i}: __typename`)} }`;
    const ask = async (operationName: string) => {
      const response = await fetch(api.url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query: document, operationName }),
      });
      return response.status;
    };
    expect([await ask('Small'), await ask('Large'), await ask('Small')]).toEqual([200, 400, 200]);
  });
});

test('a fragment that is used twice at each of many levels is counted quickly', () => {
  const levels = repeat(60, (i) => `fragment F${i} on Query { ...F${i + 1} ...F${i + 1} }`);
  const document = parse(`{ ...F0 } ${levels} fragment F60 on Query { __typename }`);
  const operation = document.definitions[0];
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error('There is no operation.');
  expect(sizeOf(document, operation).fields).toBe(2 ** 60);
  expect(sizeLimits(schema)(document, operation)?.message).toMatch(/fields/);
});

describe('within the limits is', () => {
  const manifest = JSON.parse(read('packages/sdk/src/generated/manifest.json'));
  const sdk: DocumentNode[] = manifest.operations.map(({ body }: { body: string }) => parse(body));
  const fragments = sdk
    .flatMap(({ definitions }) => definitions)
    .filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION);

  /** The first operation that exceeds a limit, with the reason. */
  const excessOf = (document: DocumentNode): string | undefined => {
    // Custom queries use fragments of the SDK by their names.
    const whole = { ...document, definitions: [...document.definitions, ...fragments] };
    for (const each of document.definitions) {
      const error = each.kind === Kind.OPERATION_DEFINITION && sizeLimits(schema)(whole, each);
      if (error) return `${each.name?.value}: ${error.message}`;
    }
    return undefined;
  };
  const tokensOf = (text: string): number => {
    const lexer = new Lexer(new Source(text));
    let count = 0;
    while (lexer.advance().kind !== TokenKind.EOF) count += 1;
    return count;
  };

  test('every operation of the SDK', () => {
    expect(sdk.length).toBeGreaterThan(40);
    expect(sdk.map(excessOf).filter(Boolean)).toEqual([]);
  });

  test('every tour', () => {
    for (const { document } of tours) {
      expect(excessOf(parse(document))).toBeUndefined();
      expect(tokensOf(document)).toBeLessThanOrEqual(limits.tokens.max);
    }
  });

  test('the introspection query of GraphQL libraries', () => {
    expect(excessOf(parse(getIntrospectionQuery({ oneOf: true })))).toBeUndefined();
  });

  test('every query of the page, of the examples and of the benchmark', () => {
    const queries = ['packages/explorer/src', 'examples', 'bench', 'docs']
      .flatMap(filesIn)
      .filter((path) => /\.(tsx?|mjs|graphql|md)$/.test(path) && !isForTests(path))
      .flatMap((path) => {
        const text = read(path);
        if (path.endsWith('.graphql')) return [text];
        const found = text.matchAll(/graphql\(\s*`([^`]+)`|```graphql\n(.*?)```/gs);
        return [...found].map(([, template, block]) => template ?? block ?? '');
      });
    expect(queries.length).toBeGreaterThan(20);
    const parsed = queries.flatMap((text) => {
      try {
        return [parse(text)];
      } catch {
        // Parts of a query in the documentation.
        return [];
      }
    });
    expect(parsed.length).toBeGreaterThan(20);
    expect(parsed.map(excessOf).filter(Boolean)).toEqual([]);
  });
});

test('docs/limits.md has the table of the limits', () => {
  expect(read('docs/limits.md')).toContain(limitsTable());
  expect(read('docs/limits.md')).toContain(pricesTable());
});
