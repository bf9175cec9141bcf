import { createHash } from 'node:crypto';
import {
  concatAST,
  getNamedType,
  getNullableType,
  isListType,
  Kind,
  print,
  stripIgnoredCharacters,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';

/** Documents by the names of their files: the schema is not sorted, and so they are not either. */
export const sortDocuments = (documents) =>
  [...documents].sort(({ location: a = '' }, { location: b = '' }) => (a < b ? -1 : 1));

const definitionsOf = (documents) =>
  concatAST(sortDocuments(documents).map(({ document }) => document)).definitions;

/** All operations of the documents, with everything that the plugins write about them. */
export function operationsOf(schema, documents) {
  const definitions = definitionsOf(documents);
  const fragments = new Map(fragmentsIn(definitions).map((each) => [each.name.value, each]));
  return definitions
    .filter(({ kind }) => kind === Kind.OPERATION_DEFINITION)
    .map((node) => describeOperation(schema, node, fragments));
}

function describeOperation(schema, node, fragments) {
  const name = node.name.value;
  const parts = [node, ...fragmentsSpreadIn(node, fragments)];
  const text = stripIgnoredCharacters(parts.map(print).join('\n'));
  return {
    kind: node.operation,
    name,
    text,
    hash: createHash('sha256').update(text).digest('hex'),
    types: name + node.operation[0].toUpperCase() + node.operation.slice(1),
    comment: commentAbove(node) ?? rootDescription(schema, node),
    deprecated: deprecatedIn(schema, parts),
    needsVariables: node.variableDefinitions.some(
      ({ type, defaultValue }) => type.kind === Kind.NON_NULL_TYPE && !defaultValue,
    ),
    list: pathOfPagedList(schema, node),
  };
}

/** All fragments of the documents, each with its text and the names of the fragments it spreads. */
export function fragmentsOf(schema, documents) {
  const definitions = definitionsOf(documents);
  const fragments = new Map(fragmentsIn(definitions).map((each) => [each.name.value, each]));
  return [...fragments.values()].map((node) => ({
    name: node.name.value,
    on: node.typeCondition.name.value,
    text: stripIgnoredCharacters(print(node)),
    spreads: [...fragmentsSpreadIn(node, fragments)].map(({ name }) => name.value),
    comment: commentAbove(node) ?? schema.getType(node.typeCondition.name.value).description,
  }));
}

const fragmentsIn = (definitions) =>
  definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION);

/** The fragments that a definition spreads, directly or through others, each once. */
function fragmentsSpreadIn(definition, fragments, spreads = new Set()) {
  visit(definition, {
    FragmentSpread: ({ name }) => {
      const fragment = fragments.get(name.value);
      if (spreads.has(fragment)) return;
      spreads.add(fragment);
      fragmentsSpreadIn(fragment, fragments, spreads);
    },
  });
  return spreads;
}

/** The comment directly above a definition. */
function commentAbove({ loc }) {
  const lines = [];
  for (let token = loc?.startToken.prev; token?.kind === 'Comment'; token = token.prev)
    lines.unshift(token.value.trim());
  return lines.length > 0 ? lines.join(' ') : undefined;
}

const rootDescription = (schema, { operation, selectionSet }) =>
  schema.getRootType(operation).getFields()[
    selectionSet.selections.find(({ kind }) => kind === Kind.FIELD)?.name.value
  ]?.description;

/** The deprecated fields and arguments that the definitions use, each with its replacement. */
function deprecatedIn(schema, parts) {
  const info = new TypeInfo(schema);
  const uses = new Set();
  const addIfDeprecated = (element, name) =>
    element?.deprecationReason && uses.add(`${name}: ${element.deprecationReason}`);
  const visitor = visitWithTypeInfo(info, {
    Field: () =>
      void addIfDeprecated(
        info.getFieldDef(),
        `${info.getParentType()?.name}.${info.getFieldDef()?.name}`,
      ),
    Argument: () =>
      void addIfDeprecated(
        info.getArgument(),
        `${info.getParentType()?.name}.${info.getFieldDef()?.name}(${info.getArgument()?.name})`,
      ),
  });
  for (const part of parts) visit(part, visitor);
  return [...uses];
}

/**
 * The path of keys to the list that `$after` pages through. Undefined if there is none, or if it is
 * inside another list or on some types only.
 */
function pathOfPagedList(schema, node) {
  const info = new TypeInfo(schema);
  let result;
  const path = [];
  let lists = 0;
  visit(
    node,
    visitWithTypeInfo(info, {
      InlineFragment: () => false,
      Field: {
        enter: (field) => {
          path.push((field.alias ?? field.name).value);
          lists += isListType(getNullableType(info.getType())) ? 1 : 0;
          const after = field.arguments.find(({ name }) => name.value === 'after')?.value;
          const isConnection = getNamedType(info.getType())?.name.endsWith('Connection');
          if (
            isConnection &&
            lists === 0 &&
            after?.kind === Kind.VARIABLE &&
            after.name.value === 'after'
          )
            result ??= [...path];
        },
        leave: () => {
          lists -= isListType(getNullableType(info.getType())) ? 1 : 0;
          path.pop();
        },
      },
    }),
  );
  return result;
}

/** A text as a documentation comment, or nothing without a text. */
export const doc = (text) =>
  text ? `/** ${text.replaceAll(/\s*\n\s*/g, ' ').replaceAll('*/', '*\\/')} */\n` : '';

/** The first line of each generated file. */
export const head =
  '// Generated by `npm run codegen` from the schema and src/operations. Do not edit.';

/** A string literal, with single quotes unless it needs escapes. */
export const quoted = (text) => (/['\\\n]/.test(text) ? JSON.stringify(text) : `'${text}'`);
