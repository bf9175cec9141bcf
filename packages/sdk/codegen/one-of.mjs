import { isInputObjectType } from 'graphql';

/**
 * Writes the types of `@oneOf` inputs again, with the description of each field in all its
 * alternatives. The generator writes it once, on the line of the field before it, where TypeScript
 * ignores it. A field that another one excludes has a type whose name says so in messages, where
 * `never` would say nothing.
 */
export const describeOneOf = (content, schema) =>
  Object.values(schema.getTypeMap())
    .filter((type) => isInputObjectType(type) && type.isOneOf)
    .reduce((text, { name }) => text.replace(declarationOf(name), describeAlternatives), content)
    .concat(`\n\n${onlyOneField}`);

/** A unit type, so that editors know by the given field which alternative is meant. */
const onlyOneField =
  '/** The type of a field that is not given, because the input has exactly one field. */\n' +
  "declare enum OnlyOneField { none = 'none' }";

const declarationOf = (name) => new RegExp(`export type ${name} =\\n.*?; \\};`, 's');

const field = / *(\/\*\* [^\n]* \*\/)?\s*readonly (\w+)(\??: [^;]+;)/g;

function describeAlternatives(declaration) {
  const comments = new Map(
    [...declaration.matchAll(field)].flatMap(([, comment, name]) =>
      comment ? [[name, comment]] : [],
    ),
  );
  return declaration.replaceAll(
    field,
    (_, _comment, name, type) =>
      `\n  ${comments.get(name)}\n  readonly ${name}${type.replace('?: never', '?: OnlyOneField')}`,
  );
}
