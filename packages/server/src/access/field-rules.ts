import {
  type GraphQLField,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  type GraphQLSchema,
  isInterfaceType,
  isObjectType,
} from 'graphql';
import { declaredRole } from './needs.ts';
import { includesRole, type Role } from './roles.ts';
import { typeRules } from './type-rules.ts';

export type ComposedType = GraphQLObjectType | GraphQLInterfaceType;

/** Whether a type has fields of its own, and is not of introspection. */
export const isComposedType = (type: unknown): type is ComposedType =>
  (isObjectType(type) || isInterfaceType(type)) && !type.name.startsWith('__');

/** The role that a field needs. Undefined: no rule says, so nobody may use it. */
export function roleOfField(
  schema: GraphQLSchema,
  type: ComposedType,
  field: GraphQLField<unknown, unknown>,
): Role | undefined {
  if (type === schema.getQueryType() || type === schema.getMutationType())
    return declaredRole(field);
  if (!isInterfaceType(type)) return roleIn(type, field);
  // What a type keeps from some must not be read through its interface.
  const implementations = schema
    .getPossibleTypes(type)
    .map((each) => roleIn(each, each.getFields()[field.name] ?? field));
  return highest([roleIn(type, field), ...implementations]);
}

/** The role that a field of a type needs: its own, but never less than its type's. */
function roleIn(type: ComposedType, field: GraphQLField<unknown, unknown>): Role | undefined {
  const ofType = Object.hasOwn(typeRules, ruleName(type)) ? typeRules[ruleName(type)] : undefined;
  return ofType && highest([ofType, declaredRole(field) ?? ofType]);
}

/** The highest of some roles; undefined if one is missing. */
const highest = (needed: readonly (Role | undefined)[]): Role | undefined =>
  needed.reduce((a, b) => (a && b && includesRole(b, a) ? b : b && a), needed[0]);

/** Pages and their edges have the rule of the type that they list. */
const ruleName = ({ name }: ComposedType): string => name.replace(/(?:Connection|Edge)$/, '');

/** The fields without a rule, such as `Query.claims`. */
export function fieldsWithoutRule(schema: GraphQLSchema): string[] {
  return Object.values(schema.getTypeMap())
    .filter(isComposedType)
    .flatMap((type) =>
      Object.values(type.getFields())
        .filter((field) => !roleOfField(schema, type, field))
        .map((field) => `${type.name}.${field.name}`),
    );
}
