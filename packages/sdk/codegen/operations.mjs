import { plugin as typescriptOperations } from '@graphql-codegen/typescript-operations';
import { brandDocument, brandSchema } from './branded.mjs';
import { addDescriptions } from './descriptions.mjs';
import { doc, head, operationsOf, quoted, sortDocuments } from './documents.mjs';
import { describeOneOf } from './one-of.mjs';

/**
 * A plugin for GraphQL Code Generator. It writes the types of `typescript-operations` over the
 * branded schema (`branded.mjs`), followed by each operation as a plain constant: minified text,
 * and the SHA-256 of exactly that text, which identifies a persisted operation. Bundlers omit
 * constants that are not imported. `typed-document-node` would write instances of a class, and make
 * the SDK's users install another package.
 */
export const plugin = async (schema, documents, config, info) => {
  const brandedSchema = brandSchema(schema);
  const scalars = { ...config.scalars, ...brandedSchema.scalars };
  const brandedDocuments = sortDocuments(documents).map((each) => ({
    ...each,
    document: brandDocument(brandedSchema.schema, each.document),
  }));
  const types = await typescriptOperations(
    brandedSchema.schema,
    brandedDocuments,
    { ...config, scalars },
    info,
  );
  const constants = operationsOf(schema, documents).map(constant);
  return {
    prepend: [
      head,
      `import type { OpenEnum } from '../open-enum.ts';`,
      `import type { Operation } from '../operation.ts';`,
      ...types.prepend.filter((text) => !text.includes('type Exact<')),
    ],
    content: [
      ...brandedSchema.ids.declarations(),
      addDescriptions(describeOneOf(withoutExact(types.content), schema), schema, documents),
      ...brandedSchema.enums,
      ...constants,
    ].join('\n\n'),
  };
};

/**
 * Compilers show the name of the type of variables in messages, but not through the helper `Exact`.
 */
const withoutExact = (content) => content.replaceAll(/= Exact<(\{.*?\})>;/gs, '= $1;');

function constant({ kind, name, text, hash, types, comment, deprecated }) {
  const deprecations =
    deprecated.length > 0 ? `, deprecated: [${deprecated.map(quoted).join(', ')}]` : '';
  const value =
    `{ kind: '${kind}', name: '${name}', text: ${quoted(text)}, hash: ` +
    `'${hash}'${deprecations} }`;
  return (
    `${doc(comment)}export const ${name}: Operation<${types}, ${types}Variables, '${kind}'> ` +
    `= ${value};`
  );
}
