import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from '@jest/globals';
import {
  buildSchema,
  type DocumentNode,
  type GraphQLSchema,
  isInputObjectType,
  Kind,
  parse,
  type SelectionSetNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import type ts from 'typescript-5.9';
import * as operations from './generated/operations.ts';
import type { Operation } from './operation.ts';

// What an editor shows on hover: the documentation that TypeScript attaches to the emitted types.
const typescript: typeof ts = createRequire(import.meta.url)('typescript-5.9');
const file = fileURLToPath(new URL('../dist/esm/generated/operations.d.ts', import.meta.url));

let schema: GraphQLSchema;
let program: ts.Program;
let checker: ts.TypeChecker;
let types: ReadonlyMap<string, ts.Type>;

beforeAll(() => {
  const path = new URL('../../server/schema.graphql', import.meta.url);
  schema = buildSchema(readFileSync(path, 'utf8'));
  program = typescript.createProgram([file], { strict: true, skipLibCheck: true, types: [] });
  checker = program.getTypeChecker();
  const module = checker.getSymbolAtLocation(program.getSourceFile(file)!)!;
  types = new Map(
    checker
      .getExportsOfModule(module)
      .map((symbol) => [symbol.name, checker.getDeclaredTypeOfSymbol(symbol)]),
  );
}, 120_000);

/** The documentation that an editor shows for a property. */
const documentationOf = (symbol: ts.Symbol): string =>
  typescript.displayPartsToString(symbol.getDocumentationComment(checker)).replaceAll(/\s+/g, ' ');

/** The property at a path of keys, through lists, nulls and unions. */
function propertyAt(type: ts.Type, path: readonly string[]): ts.Symbol | undefined {
  const [key, ...rest] = path;
  for (const each of alternativesOf(type)) {
    const property = each.getProperty(key!);
    if (!property) continue;
    if (rest.length === 0) return property;
    const found = propertyAt(checker.getTypeOfSymbol(property), rest);
    if (found) return found;
  }
  return undefined;
}

function alternativesOf(type: ts.Type): ts.Type[] {
  const present = checker.getNonNullableType(type);
  const item = checker.isArrayLikeType(present) && checker.getIndexTypeOfType(present, 1);
  if (item) return alternativesOf(item);
  return present.isUnion() ? present.types.flatMap(alternativesOf) : [present];
}

/** The description of each field that an operation selects, by its path of keys. */
function descriptionsOf(document: DocumentNode): Map<string, string> {
  const inlined = inline(document);
  const info = new TypeInfo(schema);
  const path: string[] = [];
  const result = new Map<string, string>();
  visit(
    inlined,
    visitWithTypeInfo(info, {
      Field: {
        enter: ({ alias, name }) => {
          path.push((alias ?? name).value);
          const { description } = info.getFieldDef() ?? {};
          if (name.value !== '__typename') result.set(path.join('.'), description ?? '');
        },
        leave: () => void path.pop(),
      },
    }),
  );
  return result;
}

/** The operation, with its fragments in place of their spreads. */
function inline(document: DocumentNode): DocumentNode {
  const fragments = new Map<string, { selectionSet: SelectionSetNode; typeCondition: never }>();
  for (const each of document.definitions)
    if (each.kind === Kind.FRAGMENT_DEFINITION) fragments.set(each.name.value, each as never);
  const replace = <T extends object>(node: T): T =>
    visit(node as never, {
      FragmentSpread: ({ name }) => {
        const { selectionSet, typeCondition } = fragments.get(name.value)!;
        return { kind: Kind.INLINE_FRAGMENT, typeCondition, selectionSet: replace(selectionSet) };
      },
    });
  const [operation] = document.definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  return { ...document, definitions: [replace(operation!)] };
}

const all = (Object.values(operations) as readonly unknown[]).filter(
  (each): each is Operation<unknown, never> =>
    typeof each === 'object' && each !== null && 'text' in each,
);
const typeName = ({ name, kind }: Operation<unknown, never>) =>
  name + kind[0]!.toUpperCase() + kind.slice(1);

describe('an editor shows the description', () => {
  test('of every field of every answer', () => {
    const missing: string[] = [];
    let count = 0;
    for (const operation of all)
      for (const [path, description] of descriptionsOf(parse(operation.text))) {
        const property = propertyAt(types.get(typeName(operation))!, path.split('.'));
        count += 1;
        if (!description || !property || documentationOf(property) !== clean(description))
          missing.push(`${operation.name}.${path}`);
      }
    expect(count).toBeGreaterThan(1_000);
    expect(missing).toEqual([]);
  });

  test('of every variable', () => {
    const missing = all.flatMap((operation) =>
      checker
        .getPropertiesOfType(types.get(`${typeName(operation)}Variables`)!)
        .filter((property) => documentationOf(property) === '')
        .map(({ name }) => `${operation.name}.$${name}`),
    );
    expect(missing).toEqual([]);
  });

  test('of every field of every input', () => {
    const missing: string[] = [];
    let count = 0;
    for (const input of Object.values(schema.getTypeMap()).filter(isInputObjectType))
      for (const { name, description } of Object.values(input.getFields())) {
        const type = types.get(input.name);
        if (!type) continue;
        // Of a union, as `@oneOf` inputs are, it is the property of all alternatives.
        const property = checker.getPropertyOfType(type, name);
        count += 1;
        if (!property || documentationOf(property) !== clean(description ?? ''))
          missing.push(`${input.name}.${name}`);
      }
    expect(count).toBeGreaterThan(100);
    expect(missing).toEqual([]);
  });

  test('of what is deprecated, as deprecated', () => {
    const inputs = Object.values(schema.getTypeMap())
      .filter(isInputObjectType)
      .filter(({ name }) => types.has(name));
    const shown = inputs.flatMap(({ name: input }) =>
      checker
        .getPropertiesOfType(types.get(input)!)
        .filter((each) => each.getJsDocTags(checker)[0]?.name === 'deprecated')
        .map(({ name }) => `${input}.${name}`),
    );
    const deprecated = inputs.flatMap((input) =>
      Object.values(input.getFields())
        .filter(({ deprecationReason }) => deprecationReason)
        .map(({ name }) => `${input.name}.${name}`),
    );
    expect(deprecated).toContain('ClaimPlaceInput.lat');
    expect(shown.sort()).toEqual(deprecated.sort());
  });
});

const clean = (description: string): string => description.replaceAll(/\s+/g, ' ').trim();
