import { parse, print } from 'graphql';
import { fragmentsOf, head } from './documents.mjs';
import { sortBySpreads } from './fragments.mjs';

/**
 * A plugin for GraphQL Code Generator. It writes each fragment as a call of `graphql`, the only
 * form in which `gql.tada check` finds it. See `checked-graphql.ts`.
 */
export const plugin = (schema, documents) => {
  const fragments = fragmentsOf(schema, documents);
  const constants = fragments.map(({ name, text, spreads }) => {
    const list = spreads.length > 0 ? `, [${spreads.join(', ')}]` : '';
    return `export const ${name} = graphql(\`${print(parse(text))}\`${list});`;
  });
  return {
    prepend: [head, `import { graphql } from '../graphql.ts';`],
    content: sortBySpreads(fragments, constants).join('\n\n'),
  };
};
