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
  const declared = declaredRole(field);
  if (type === schema.getQueryType() || type === schema.getMutationType()) return declared;
  const ofType = Object.hasOwn(typeRules, ruleName(type)) ? typeRules[ruleName(type)] : undefined;
  if (!declared || !ofType) return ofType;
  return includesRole(declared, ofType) ? declared : ofType;
}

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
