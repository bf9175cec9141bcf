import { createHash } from 'node:crypto';
import {
  type GraphQLNamedType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
} from 'graphql';

/** The header of every answer that has the schema's fingerprint. */
export const fingerprintHeader = 'claimgraph-schema';

/**
 * A short hash of all names in the schema: types, fields, arguments, input fields and enum values.
 * Clients compare it with that of the schema that they were generated from, which the SDK computes
 * in the same way (`codegen/fingerprint.mjs`).
 */
export function schemaFingerprint(schema: GraphQLSchema): string {
  const types = Object.values(schema.getTypeMap())
    .filter(({ name }) => !name.startsWith('__'))
    .map((type): [string, string] => [type.name, membersOf(type).sort().join(' ')])
    .sort(byName);
  const members = JSON.stringify(Object.fromEntries(types));
  return createHash('sha256').update(members).digest('hex').slice(0, 16);
}

function membersOf(type: GraphQLNamedType): string[] {
  if (isEnumType(type)) return namesOf(type.getValues());
  if (isInputObjectType(type)) return Object.keys(type.getFields());
  if (!isObjectType(type) && !isInterfaceType(type)) return [];
  return Object.values(type.getFields()).map(({ name, args }) =>
    args.length > 0 ? `${name}(${namesOf(args).sort().join(' ')})` : name,
  );
}

const namesOf = (list: readonly { name: string }[]) => list.map(({ name }) => name);
const byName = ([a]: [string, string], [b]: [string, string]) => (a < b ? -1 : 1);
