import type { GraphQLField } from 'graphql';
import { Extensions } from 'type-graphql';
import { type Role, roles } from './roles.ts';

/** Where the rule is among the extensions of a field of the schema. */
const ruleKey = 'needsRole';

/**
 * The role that a query, mutation or field needs. Each query and mutation must declare it: without
 * a rule it is refused to everyone, and `npm run check` fails. A field of a type may declare one,
 * where it needs more than its type, see `type-rules.ts`.
 */
export const Needs = (role: Role) => Extensions({ [ruleKey]: role });

/** The role that a field declares. */
export function declaredRole({ extensions }: GraphQLField<unknown, unknown>): Role | undefined {
  const declared = extensions[ruleKey];
  return roles.find((role) => role === declared);
}
