import { createHash } from 'node:crypto';
import { type GraphQLSchema, introspectionFromSchema } from 'graphql';

/** The header of every answer that has the schema's fingerprint. */
export const fingerprintHeader = 'claimgraph-schema';

interface WithName {
  name: string;
  args?: readonly WithName[];
}
interface TypeMembers extends WithName {
  fields?: readonly WithName[];
  inputFields?: readonly WithName[];
  enumValues?: readonly WithName[];
}

/**
 * A short hash of all names in the schema: types, fields, arguments, input fields and enum values.
 * Clients compare it with that of the schema that they were generated from, which the SDK computes
 * in the same way (`codegen/fingerprint.mjs`).
 */
export function schemaFingerprint(schema: GraphQLSchema): string {
  const { __schema } = introspectionFromSchema(schema, { descriptions: false });
  const types = (__schema.types as readonly TypeMembers[])
    .filter(({ name }) => !name.startsWith('__'))
    .map((type): [string, string] => [type.name, memberText(type)])
    .sort(byName);
  const members = JSON.stringify(Object.fromEntries(types));
  return createHash('sha256').update(members).digest('hex').slice(0, 16);
}

const memberText = ({ fields, inputFields, enumValues }: TypeMembers): string =>
  [fields, inputFields, enumValues]
    .flatMap((list) => list ?? [])
    .map(({ name, args }) => (args?.length ? `${name}(${namesOf(args).join(' ')})` : name))
    .sort()
    .join(' ');

const namesOf = (list: readonly WithName[]) => list.map(({ name }) => name).sort();
const byName = ([a]: [string, string], [b]: [string, string]) => (a < b ? -1 : 1);
