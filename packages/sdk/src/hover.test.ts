import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  buildSchema,
  type DocumentNode,
  type GraphQLEnumType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  Kind,
  parse,
  type SelectionSetNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import type ts from 'typescript-5.9';
import { emptyProject } from './consumer.testing.ts';
import * as operations from './generated/operations.ts';
import { startLanguageServer } from './language-server.testing.ts';
import type { Operation } from './operation.ts';

// What an editor shows on hover: the documentation that TypeScript attaches to the emitted types.
const typescript: typeof ts = createRequire(import.meta.url)('typescript-5.9');
const fileOf = (name: string) =>
  fileURLToPath(new URL(`../dist/esm/generated/${name}.d.ts`, import.meta.url));
const file = fileOf('operations');

let schema: GraphQLSchema;
let program: ts.Program;
let checker: ts.TypeChecker;
let types: ReadonlyMap<string, ts.Type>;
/** The types of the lists of enum values, in the order of the schema. */
let lists: readonly ts.Type[];
let languageServer: Awaited<ReturnType<typeof startLanguageServer>>;

beforeAll(async () => {
  const path = new URL('../../server/schema.graphql', import.meta.url);
  schema = buildSchema(readFileSync(path, 'utf8'));
  const files = [file, fileOf('lists')];
  program = typescript.createProgram(files, { strict: true, skipLibCheck: true, types: [] });
  checker = program.getTypeChecker();
  const exportsOf = (name: string) =>
    checker.getExportsOfModule(checker.getSymbolAtLocation(program.getSourceFile(name)!)!);
  types = new Map(
    exportsOf(file).map((symbol) => [symbol.name, checker.getDeclaredTypeOfSymbol(symbol)]),
  );
  lists = exportsOf(fileOf('lists')).map((symbol) => checker.getTypeOfSymbol(symbol));
  languageServer = await startLanguageServer(fileURLToPath(new URL('..', import.meta.url)));
  for (const each of files) languageServer.open(each);
}, 120_000);
afterAll(() => void languageServer.stop());

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
const clean = (description: string): string => description.replaceAll(/\s+/g, ' ').trim();

/** Something that has a description in the schema, and its property in the emitted types. */
interface Described {
  name: string;
  property: ts.Symbol | undefined;
  /** Undefined: any text, because the description depends on the use. */
  description: string | undefined;
}

const answeredFields = (): Described[] =>
  all.flatMap((operation) =>
    [...descriptionsOf(parse(operation.text))].map(([path, description]) => ({
      name: `${operation.name}.${path}`,
      property: propertyAt(types.get(typeName(operation))!, path.split('.')),
      description,
    })),
  );

const argumentsOfOperations = (): Described[] =>
  all.flatMap((operation) =>
    checker.getPropertiesOfType(types.get(`${typeName(operation)}Variables`)!).map((property) => ({
      name: `${operation.name}.$${property.name}`,
      property,
      description: undefined,
    })),
  );

const inputFields = (): Described[] =>
  Object.values(schema.getTypeMap())
    .filter(isInputObjectType)
    .filter(({ name }) => types.has(name))
    .flatMap((input) =>
      Object.values(input.getFields()).map(({ name, description }) => ({
        name: `${input.name}.${name}`,
        // Of a union, as `@oneOf` inputs are, it is the property of all alternatives.
        property: checker.getPropertyOfType(types.get(input.name)!, name),
        description: description ?? '',
      })),
    );

/** Of the lists at run time: an editor has nothing to show for a text such as `'CLASH'`. */
const enumValues = (): Described[] =>
  Object.values(schema.getTypeMap())
    .filter((type) => isEnumType(type) && !type.name.startsWith('__'))
    .flatMap((type, i) =>
      (type as GraphQLEnumType).getValues().map(({ name, description }) => ({
        name: `${type.name}.${name}`,
        property: propertyAt(lists[i]!, [name]),
        description: description ?? '',
      })),
    );

describe.each([
  ['field of every answer', answeredFields, 1_000],
  ['argument of an operation', argumentsOfOperations, 200],
  ['field of every input', inputFields, 100],
  ['enum value', enumValues, 200],
])('an editor shows the description of every %s', (_, described, atLeast) => {
  test('with TypeScript 5.9', () => {
    const each = described();
    expect(each.length).toBeGreaterThan(atLeast);
    const missing = each.filter(({ property, description }) => {
      const shown = property ? documentationOf(property) : '';
      return shown === '' || (description !== undefined && shown !== clean(description));
    });
    expect(missing.map(({ name }) => name)).toEqual([]);
  });

  test('with TypeScript 7.0', async () => {
    const missing: string[] = [];
    for (const { name, property, description } of described()) {
      const shown = clean(await hoverOf(property!));
      const documentation = shown.slice(shown.lastIndexOf('```') + 3);
      if (!/\w/.test(documentation) || !documentation.includes(clean(description ?? '')))
        missing.push(name);
    }
    expect(missing).toEqual([]);
  }, 120_000);
});

const hovers = new Map<ts.Node, Promise<string>>();

/** What TypeScript 7.0 shows where a property is declared. */
function hoverOf({ declarations }: ts.Symbol): Promise<string> {
  const name = typescript.getNameOfDeclaration(declarations![0]!)!;
  const source = name.getSourceFile();
  const position = source.getLineAndCharacterOfPosition(name.getStart());
  const shown = hovers.get(name) ?? languageServer.hover(source.fileName, position);
  hovers.set(name, shown);
  return shown;
}

test('an editor shows what is deprecated as deprecated', async () => {
  const inputs = Object.values(schema.getTypeMap())
    .filter(isInputObjectType)
    .filter(({ name }) => types.has(name));
  const marked = inputs.flatMap(({ name: input }) =>
    checker
      .getPropertiesOfType(types.get(input)!)
      .filter((each) => each.getJsDocTags(checker)[0]?.name === 'deprecated')
      .map((property) => ({ name: `${input}.${property.name}`, property })),
  );
  const deprecated = inputs.flatMap((input) =>
    Object.values(input.getFields())
      .filter(({ deprecationReason }) => deprecationReason)
      .map(({ name }) => `${input.name}.${name}`),
  );
  expect(deprecated).toContain('ClaimPlaceInput.lat');
  expect(marked.map(({ name }) => name).sort()).toEqual(deprecated.sort());
  expect(await hoverOf(marked[0]!.property)).toContain('@deprecated');
});

test('an editor shows the values of an enum, each with its description', () => {
  const alias = program
    .getSourceFile(file)!
    .statements.filter(typescript.isTypeAliasDeclaration)
    .find(({ name }) => name.text === 'Credibility')!;
  const symbol = checker.getSymbolAtLocation(alias.name)!;
  expect(documentationOf(symbol)).toContain('- `SIX`: Grade 6: truth cannot be judged');
});

test('an editor shows the description of the field of a reference, where it is given', async () => {
  const project = emptyProject('hover');
  project.link('@claimgraph/sdk');
  const text =
    "import type { SourceRefInput } from '@claimgraph/sdk/operations';\n" +
    "export const reference: SourceRefInput = {\n  name: '' };\n";
  project.write({ 'reference.ts': text });
  const path = join(project.folder, 'reference.ts');
  const service = typescript.createLanguageService({
    ...typescript.createCompilerHost({}),
    getCompilationSettings: () => ({ module: typescript.ModuleKind.NodeNext, types: [] }),
    getScriptFileNames: () => [path],
    getScriptVersion: () => '1',
    getScriptSnapshot: (name) => {
      const content = typescript.sys.readFile(name);
      return content === undefined ? undefined : typescript.ScriptSnapshot.fromString(content);
    },
  });
  const { documentation } = service.getQuickInfoAtPosition(path, text.indexOf('name:'))!;
  expect(typescript.displayPartsToString(documentation)).toMatch(/^A name of the source, /);
  languageServer.open(path);
  expect(await languageServer.hover(path, { line: 2, character: 2 })).toContain(
    'A name of the source, ',
  );
  project.remove();
}, 60_000);
