import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { parse, stripIgnoredCharacters } from 'graphql';
import { operationOf, type TypedDocument, withDocuments } from './documents.ts';
import * as exports from './generated/operations.ts';
import type { DataOf, Operation } from './index.ts';
import { mockClient } from './testing.ts';

const operations = Object.values(exports) as Operation<unknown, never>[];

/** A document as GraphQL Code Generator writes it in its mode `string`. */
class DocumentString extends String {
  declare __apiType?: (variables: { first: number }) => { claims: { totalCount: number } };
}

/** Parsed without the source, as code that codegen wrote has it. */
const nodeOf = (text: string) =>
  JSON.parse(JSON.stringify(parse(text, { noLocation: true }))) as TypedDocument<unknown, object>;

describe('an operation from a parsed document', () => {
  test.each(operations.map((operation) => [operation.name, operation] as const))(
    'is the same as %s of the SDK',
    (_name, { kind, name, text }) => {
      const made = operationOf(nodeOf(text));
      expect(made).toMatchObject({ kind, name });
      expect(stripIgnoredCharacters(made.text)).toBe(text);
    },
  );

  test.each([
    '{ a }',
    'query @live { a }',
    'query Q($a: [ID!]! = ["x"] @d, $b: In = { c: [1, 2.5e3], d: { e: null } }) { a }',
    'query Q { b: a(f: true, g: ENUM, h: $v) @skip(if: $x) @d { ... on T @d { c } ... { d } } }',
    'query Q { a(text: "quote \\" line \\n back \\\\ é \\u0007") }',
    'query Q { a(text: """\n  a block\n    of "lines"\n""") }',
    'fragment F on T @d { a ...G } mutation M { m { ...F } } fragment G on T { b }',
    'subscription S { a }',
  ])('prints %s', (text) => {
    const plain = (source: string) =>
      JSON.stringify(parse(source, { noLocation: true }), (key, value) =>
        key === 'block' ? undefined : value,
      );
    expect(plain(operationOf(nodeOf(text)).text)).toBe(plain(text));
  });

  test('knows its kind and name where a fragment comes first', () => {
    const document = nodeOf('fragment F on T { a } mutation M { m { ...F } }');
    expect(operationOf(document)).toMatchObject({ kind: 'mutation', name: 'M' });
  });

  test('is refused if it defines types', () => {
    expect(() => operationOf(nodeOf('type T { a: Int }'))).toThrow(
      'A document for execution has no ObjectTypeDefinition.',
    );
  });
});

test.each([
  ['query Q($a: Int) { a }', 'query', 'Q'],
  ['\n    mutation M { a }\n    fragment F on T { b }', 'mutation', 'M'],
  ['# query\n{ mutation { a } }', 'query', ''],
  ['query { a }', 'query', ''],
  ['fragment F on T { a } query Q { ...F }', 'mutation', ''],
  ['queryable', 'mutation', ''],
])('an operation from the text %j is a %s named %j', (text, kind, name) => {
  expect(operationOf(new DocumentString(text))).toMatchObject({ kind, name, text });
});

test('the hash of an operation is the SHA-256 of its text', async () => {
  const [{ text, hash }] = operations as [Operation<unknown, never>];
  expect(await (operationOf(new DocumentString(text)).hash as () => Promise<string>)()).toBe(hash);
});

test('a client with documents runs parsed documents, texts and operations of the SDK', async () => {
  const { CountClaims } = exports;
  const mock = mockClient();
  const answer = { claims: { totalCount: 3 } };
  const text = new DocumentString('query Q($first: Int) { claims(first: $first) { totalCount } }');
  const node = nodeOf(CountClaims.text) as TypedDocument<DataOf<typeof CountClaims>, object>;
  for (const each of [CountClaims, operationOf(text), operationOf(node)])
    mock.on(each as Operation<typeof answer, object>).answer(answer);
  const client = withDocuments(mock);
  const counts: number[] = [
    (await client.execute(CountClaims)).claims.totalCount,
    (await client.execute(text, { first: 1 })).claims.totalCount,
    (await client.execute(node)).claims.totalCount,
    (await client.result(text, { first: 1 })).data!.claims.totalCount,
  ];
  expect(counts).toEqual([3, 3, 3, 3]);
  expect(mock.calls.map(({ name, variables }) => [name, variables])).toEqual([
    ['CountClaims', {}],
    ['Q', { first: 1 }],
    ['CountClaims', {}],
    ['Q', { first: 1 }],
  ]);
});

test('a plain text is an operation without types', async () => {
  const mock = mockClient();
  const { errors } = await withDocuments(mock).result('query Q { claims { totalCount } }');
  expect(errors?.[0].message).toContain('no answer to Q');
});

test('a document that cannot run is an error in the result', async () => {
  const nothing = await withDocuments(mockClient()).result(undefined as never);
  expect(nothing.errors).toMatchObject([{ kind: 'badInput' }]);
  const { errors } = await withDocuments(mockClient()).result(nodeOf('type T { a: Int }'));
  expect(errors).toMatchObject([
    { kind: 'badInput', message: expect.stringContaining('ObjectTypeDefinition') },
  ]);
});

test('the package graphql is not loaded', () => {
  for (const file of ['documents.ts', 'print-document.ts'])
    expect(readFileSync(new URL(file, import.meta.url), 'utf8')).not.toMatch(/from 'graphql'/);
});
