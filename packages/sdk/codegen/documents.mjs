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

/** All operations of the documents, with everything that is written of them. */
export function operationsOf(schema, documents) {
  const { definitions } = concatAST(documents.map(({ document }) => document));
  const fragments = new Map(fragmentsIn(definitions).map((each) => [each.name.value, each]));
  return definitions
    .filter(({ kind }) => kind === Kind.OPERATION_DEFINITION)
    .map((node) => operation(schema, node, fragments));
}

function operation(schema, node, fragments) {
  const name = node.name.value;
  const parts = [node, ...spreadIn(node, fragments)];
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
    list: pagedList(schema, node),
  };
}

/** All fragments of the documents: each with its own text and the names of those that it spreads. */
export function fragmentsOf(schema, documents) {
  const { definitions } = concatAST(documents.map(({ document }) => document));
  const fragments = new Map(fragmentsIn(definitions).map((each) => [each.name.value, each]));
  return [...fragments.values()].map((node) => ({
    name: node.name.value,
    on: node.typeCondition.name.value,
    text: stripIgnoredCharacters(print(node)),
    spreads: [...spreadIn(node, fragments)].map(({ name }) => name.value),
    comment: commentAbove(node) ?? schema.getType(node.typeCondition.name.value).description,
  }));
}

const fragmentsIn = (definitions) =>
  definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION);

/** The fragments that a definition spreads, those within them too, each once. */
function spreadIn(definition, fragments, found = new Set()) {
  visit(definition, {
    FragmentSpread: ({ name }) => {
      const fragment = fragments.get(name.value);
      if (found.has(fragment)) return;
      found.add(fragment);
      spreadIn(fragment, fragments, found);
    },
  });
  return found;
}

/** What the lines of comment right above a definition say. */
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

/** The deprecated fields and arguments that it uses, with what to do instead. */
function deprecatedIn(schema, parts) {
  const info = new TypeInfo(schema);
  const found = new Set();
  const note = (what, at) =>
    what?.deprecationReason && found.add(`${at}: ${what.deprecationReason}`);
  const visitor = visitWithTypeInfo(info, {
    Field: () =>
      void note(info.getFieldDef(), `${info.getParentType()?.name}.${info.getFieldDef()?.name}`),
    Argument: () =>
      void note(
        info.getArgument(),
        `${info.getParentType()?.name}.${info.getFieldDef()?.name}(${info.getArgument()?.name})`,
      ),
  });
  for (const part of parts) visit(part, visitor);
  return [...found];
}

/** Where the list is that `$after` pages through, as the keys that lead to it; undefined: there is none, or it lies within another list or on some types alone. */
function pagedList(schema, node) {
  const info = new TypeInfo(schema);
  let found;
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
          const pages = getNamedType(info.getType())?.name.endsWith('Connection');
          if (pages && lists === 0 && after?.kind === Kind.VARIABLE && after.name.value === 'after')
            found ??= [...path];
        },
        leave: () => {
          lists -= isListType(getNullableType(info.getType())) ? 1 : 0;
          path.pop();
        },
      },
    }),
  );
  return found;
}

/** A text as documentation, or nothing. */
export const doc = (text) =>
  text ? `/** ${text.replaceAll(/\s*\n\s*/g, ' ').replaceAll('*/', '*\\/')} */\n` : '';

/** What stands on top of each file. */
export const head =
  '// Written by `npm run codegen` from the schema and src/operations; never edited.';

/** A string as TypeScript writes it, with single quotes where that needs no escapes. */
export const quoted = (text) => (/['\\\n]/.test(text) ? JSON.stringify(text) : `'${text}'`);
