import { minifyIntrospection, preprocessIntrospection } from '@gql.tada/internal';
import { introspectionFromSchema } from 'graphql';
import { branded } from './branded.mjs';
import { head } from './documents.mjs';

/** A plugin of GraphQL Code Generator: the schema as a type that gql.tada reads, ids and closed lists told apart as in the operations. */
export const plugin = (schema, _documents, config) => {
  const twin = branded(schema);
  const introspection = minifyIntrospection({
    name: undefined,
    ...introspectionFromSchema(twin.schema, { descriptions: false }),
  });
  const own = Object.entries(config.scalars).map(([name, type]) => [name, type.split('#').at(-1)]);
  const scalars = { ...Object.fromEntries(own), ID: 'NodeId', ...twin.scalars };
  const used = Object.keys(twin.scalars).filter((name) => twin.scalars[name] === name);
  return {
    prepend: [
      head,
      `import type { GeoJSON } from '../geojson.ts';`,
      `import type { OpenEnum } from '../open-enum.ts';`,
      `import type { ${used.sort().join(', ')} } from './operations.ts';`,
    ],
    content: [
      `/** What TypeScript has for the schema's scalars. */`,
      `export type Scalars = { ${Object.entries(scalars)
        .map(([name, type]) => `${name}: ${type}`)
        .join('; ')} };`,
      '',
      `/** The schema, as gql.tada reads it. */`,
      `export type Introspection = ${preprocessIntrospection(introspection)};`,
    ].join('\n'),
  };
};
