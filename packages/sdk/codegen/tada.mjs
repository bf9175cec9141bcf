import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/**
 * A plugin of GraphQL Code Generator: the types of gql.tada that read a GraphQL text, and nothing of it that runs. As a dependency it would bring
 * its compiler plugin and command line to everyone who installs the SDK.
 */
export const plugin = () => {
  const folder = dirname(createRequire(import.meta.url).resolve('gql.tada/package.json'));
  const licence = readFileSync(join(folder, 'LICENSE.md'), 'utf8').trim();
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const types = readFileSync(join(folder, 'dist/chunks/index-chunk.d.ts'), 'utf8');
  const declared = statements(types).filter(({ name }) => needed(types).has(name));
  return {
    prepend: [
      `// Written by \`npm run codegen\`: types of gql.tada ${version}, https://gql-tada.0no.co; never edited.`,
    ],
    content: [
      `/*\n${licence}\n*/`,
      ...kinds(types),
      ...declared.map(({ text }) => text),
      exported,
    ].join('\n\n'),
  };
};

const exported = `export type { $tada, addIntrospectionScalars, getDocumentNode, getFragmentsOfDocuments, FragmentShape, parseDocument };`;
const roots = [
  '$tada',
  'addIntrospectionScalars',
  'getDocumentNode',
  'getFragmentsOfDocuments',
  'FragmentShape',
  'parseDocument',
];

const heads = /^(?:type|interface|declare (?:const enum|namespace)) ([$\w]+)/;

/** The declarations of the file, those of values and the comments left out. */
const statements = (types) =>
  types
    .replaceAll(/^\/\*\*[\s\S]*?\*\/\n/gm, '')
    .split(/^(?=type |interface |declare |export )/m)
    .map((text) => ({ name: heads.exec(text)?.[1], text: text.trim() }))
    .filter(({ name }) => name);

let found;
/** The names that the roots lean on. */
const needed = (types) => {
  if (found) return found;
  const all = new Map(statements(types).map(({ name, text }) => [name, text]));
  found = new Set();
  const take = (name) => {
    if (found.has(name) || !all.has(name)) return;
    found.add(name);
    for (const [word] of all.get(name).matchAll(/[$\w]+/g)) take(word);
  };
  roots.forEach(take);
  return found;
};

/** graphql's own names of kinds, which gql.tada takes from elsewhere. */
const kinds = (types) => {
  const words = (space) =>
    [
      ...new Set(
        [...types.matchAll(new RegExp(`\\b${space}\\.(\\w+)`, 'g'))].map(([, word]) => word),
      ),
    ].sort();
  const camel = (word) =>
    word.toLowerCase().replace(/(^|_)(\w)/g, (_, __, letter) => letter.toUpperCase());
  const value = {
    INT: 'IntValue',
    FLOAT: 'FloatValue',
    STRING: 'StringValue',
    BOOLEAN: 'BooleanValue',
    NULL: 'NullValue',
    ENUM: 'EnumValue',
    LIST: 'ListValue',
    OBJECT: 'ObjectValue',
  };
  const space = (name, spell) =>
    `declare namespace ${name} {\n${words(name)
      .map((word) => `  type ${word} = '${spell(word)}';`)
      .join('\n')}\n}`;
  return [
    space('Kind', (word) => value[word] ?? camel(word)),
    space('OperationTypeNode', (word) => word.toLowerCase()),
    'interface DocumentNode {\n  readonly kind: Kind.DOCUMENT;\n  readonly definitions: readonly DefinitionNode[];\n}',
    'interface DefinitionNode {\n  readonly kind: string;\n}',
  ];
};
