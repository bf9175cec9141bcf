import { concatAST, Kind, print, stripIgnoredCharacters, visit } from 'graphql';

/**
 * A plugin of GraphQL Code Generator: writes each operation as a plain constant that bundlers can leave out, with its minified text and
 * the types that `typescript-operations` writes beside it. `typed-document-node` would write instances of a class, untouched comments
 * and an import of a package that the SDK's users would then need.
 */
export const plugin = (_schema, documents) => {
  const { definitions } = concatAST(documents.map(({ document }) => document));
  const fragments = new Map(definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION).map((each) => [each.name.value, each]));
  const operations = definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  return {
    prepend: [
      '// Written by `npm run codegen` from the schema and src/operations; never edited.',
      `import type { Operation } from '../operation.ts';`,
    ],
    content: operations.map((operation) => constant(operation, fragments)).join('\n'),
  };
};

const constant = (operation, fragments) => {
  const name = operation.name.value;
  const types = name + operation.operation[0].toUpperCase() + operation.operation.slice(1);
  const text = stripIgnoredCharacters([operation, ...spreadIn(operation, fragments)].map(print).join('\n'));
  const value = `{ kind: '${operation.operation}', name: '${name}', text: ${JSON.stringify(text)} }`;
  return `${comment(operation)}export const ${name}: Operation<${types}, ${types}Variables> = ${value};`;
};

/** The fragments that a definition spreads, those within them too, each once. */
const spreadIn = (definition, fragments, found = new Set()) => {
  visit(definition, {
    FragmentSpread: ({ name }) => {
      const fragment = fragments.get(name.value);
      if (found.has(fragment)) return;
      found.add(fragment);
      spreadIn(fragment, fragments, found);
    },
  });
  return found;
};

/** What the lines of comment right above an operation say, as its documentation. */
const comment = ({ loc }) => {
  const lines = [];
  for (let token = loc?.startToken.prev; token?.kind === 'Comment'; token = token.prev) lines.unshift(token.value.trim());
  return lines.length > 0 ? `\n/** ${lines.join(' ')} */\n` : '\n';
};
