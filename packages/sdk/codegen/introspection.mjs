import { minifyIntrospection, preprocessIntrospection } from '@gql.tada/internal';
import { introspectionFromSchema } from 'graphql';
import { brandSchema } from './branded.mjs';
import { head } from './documents.mjs';

/**
 * A plugin for GraphQL Code Generator. It writes the schema as a type that gql.tada reads, with the
 * same id and enum types as the operations.
 */
export const plugin = (schema, _documents, config) => {
  const brandedSchema = brandSchema(schema);
  const introspection = minifyIntrospection({
    name: undefined,
    ...introspectionFromSchema(brandedSchema.schema, { descriptions: false }),
  });
  const configured = Object.entries(config.scalars).map(([name, type]) => [
    name,
    type.split('#').at(-1),
  ]);
  const scalars = { ...Object.fromEntries(configured), ID: 'NodeId', ...brandedSchema.scalars };
  const imported = Object.keys(brandedSchema.scalars).filter(
    (name) => brandedSchema.scalars[name] === name,
  );
  return {
    prepend: [
      head,
      `import type { GeoJSON } from '../geojson.ts';`,
      `import type { OpenEnum } from '../open-enum.ts';`,
      `import type { ${imported.sort().join(', ')} } from './operations.ts';`,
    ],
    content: [
      `/** The TypeScript types of the schema's scalars. */`,
      `export type Scalars = { ${Object.entries(scalars)
        .map(([name, type]) => `${name}: ${type}`)
        .join('; ')} };`,
      '',
      `/** The schema in the form that gql.tada reads. */`,
      `export type Introspection = ${preprocessIntrospection(introspection)};`,
    ].join('\n'),
  };
};
