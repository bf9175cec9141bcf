import { plugin as typescriptOperations } from '@graphql-codegen/typescript-operations';
import { branded, brandedDocument } from './branded.mjs';
import { described } from './described.mjs';
import { doc, head, operationsOf, quoted } from './documents.mjs';

/**
 * A plugin of GraphQL Code Generator: `typescript-operations` over a schema whose ids and closed lists are told apart (`branded.mjs`), and behind
 * its types each operation as a plain constant, which bundlers leave out where it is not imported: minified text, and the SHA-256 of exactly that
 * text, as persisted operations are known by. `typed-document-node` would write instances of a class, and an import of a package that the SDK's
 * users would then need.
 */
export const plugin = async (schema, documents, config, info) => {
  const twin = branded(schema);
  const scalars = { ...config.scalars, ...twin.scalars };
  const asked = documents.map((each) => ({
    ...each,
    document: brandedDocument(twin.schema, each.document),
  }));
  const types = await typescriptOperations(twin.schema, asked, { ...config, scalars }, info);
  const constants = operationsOf(schema, documents).map(constant);
  return {
    prepend: [
      head,
      `import type { OpenEnum } from '../open-enum.ts';`,
      `import type { Operation } from '../operation.ts';`,
      ...types.prepend,
    ],
    content: [
      ...twin.ids.declarations(),
      described(types.content, schema, documents),
      ...twin.enums,
      ...constants,
    ].join('\n\n'),
  };
};

function constant({ kind, name, text, hash, types, comment, deprecated }) {
  const notes = deprecated.length > 0 ? `, deprecated: [${deprecated.map(quoted).join(', ')}]` : '';
  const value = `{ kind: '${kind}', name: '${name}', text: ${quoted(text)}, hash: '${hash}'${notes} }`;
  return `${doc(comment)}export const ${name}: Operation<${types}, ${types}Variables, '${kind}'> = ${value};`;
}
