import { doc, fragmentsOf, head, quoted } from './documents.mjs';

/**
 * A plugin for GraphQL Code Generator. It writes each fragment as a constant, so that a custom
 * query can spread it: `...ClaimCard`.
 */
export const plugin = (schema, documents) => {
  const fragments = fragmentsOf(schema, documents);
  const types = fragments.map(({ name }) => `${name}Fragment`).join(', ');
  const constants = fragments.map(({ name, on, text, spreads, comment }) => {
    const value = `{ text: ${quoted(text)}, spreads: [${spreads.join(', ')}] }`;
    return (
      `${doc(comment)}export const ${name}: Fragment<'${name}', '${on}', ${name}Fragment> = ` +
      `${value};`
    );
  });
  return {
    prepend: [
      head,
      `import type { Fragment } from '../fragment.ts';`,
      `import type { ${types} } from './operations.ts';`,
    ],
    content: sortBySpreads(fragments, constants).join('\n\n'),
  };
};

/** Sorts constants so that a fragment comes after the fragments that it spreads. */
export const sortBySpreads = (fragments, constants) =>
  constants
    .map((text, i) => ({ text, depth: fragments[i].spreads.length }))
    .sort((a, b) => a.depth - b.depth)
    .map(({ text }) => text);
