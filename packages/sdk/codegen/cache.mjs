import { isAbstractType, isObjectType } from 'graphql';
import { head } from './documents.mjs';

/**
 * A plugin for GraphQL Code Generator. It writes what the normalized caches of other clients must
 * know about the schema: which types an interface has, which have no id, and which fields are
 * lists with pages.
 */
export const plugin = (schema) => {
  const types = Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith('__'));
  const objects = types.filter(isObjectType);
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  const possibleTypes = types
    .filter(isAbstractType)
    .map((type) => [type.name, schema.getPossibleTypes(type).map(namesOf).sort()]);
  const typesWithoutId = objects
    .filter((type) => !roots.includes(type) && !type.getFields().id)
    .map(namesOf);
  const pagedFields = objects
    .map((type) => [type.name, Object.values(type.getFields()).filter(isPaged).map(namesOf)])
    .filter(([, fields]) => fields.length > 0);
  return {
    prepend: [head],
    content: [
      '/** The types of each interface and union. */',
      constant('possibleTypes', Object.fromEntries(possibleTypes)),
      '',
      '/** The types whose objects have no id, and are parts of others. */',
      constant('typesWithoutId', typesWithoutId),
      '',
      '/** The fields that are lists with pages (GraphQL Cursor Connections), by their types. */',
      constant('pagedFields', Object.fromEntries(pagedFields)),
    ].join('\n'),
  };
};

const namesOf = ({ name }) => name;
const isPaged = ({ args }) => args.some(({ name }) => name === 'after');
const constant = (name, value) =>
  `export const ${name} = ${JSON.stringify(value, null, 2)} as const;`;
