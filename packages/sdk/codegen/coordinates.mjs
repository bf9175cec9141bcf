import { introspectionFromSchema } from 'graphql';
import { doc, head } from './documents.mjs';

/** A plugin for GraphQL Code Generator. It writes the names of everything in the schema. */
export const plugin = (schema) => ({
  prepend: [head],
  content:
    doc('The names in the schema: fields with their arguments, input fields, enum values.') +
    'export const members: Readonly<Record<string, string>> = ' +
    `${JSON.stringify(membersOf(schema), null, 2)};`,
});

/** The members of each type as text: `{ Query: 'claim(id) claims(after first)', Kind: 'A B' }`. */
export function membersOf(schema) {
  const { __schema } = introspectionFromSchema(schema, { descriptions: false });
  const types = __schema.types.filter(({ name }) => !name.startsWith('__'));
  return Object.fromEntries(types.map((type) => [type.name, memberText(type)]).sort(byText));
}

const memberText = ({ fields, inputFields, enumValues }) =>
  [fields, inputFields, enumValues]
    .flatMap((list) => list ?? [])
    .map(({ name, args }) => (args?.length ? `${name}(${names(args).join(' ')})` : name))
    .sort()
    .join(' ');

const names = (list) => list.map(({ name }) => name).sort();
const byText = ([a], [b]) => (a < b ? -1 : 1);
