import {
  type DocumentNode,
  type FieldNode,
  GraphQLError,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { Refusal } from '../values/errors.ts';
import type { IntrospectionRule } from '../values/guard-settings.ts';
import { isComposedType, roleOfField } from './field-rules.ts';
import { includesRole, type Role } from './roles.ts';
import { anonymousViewer, type Viewer } from './viewer.ts';

/** The field of an operation that needs the highest role. */
interface Requirement {
  node: FieldNode;
  /** The field's name, with its type's unless it is a root field. */
  name: string;
  /** Undefined: nobody may use the field. */
  role: Role | undefined;
}

/** The error for an operation that a viewer may not run; undefined when they may. */
export type CheckOperation = (
  document: DocumentNode,
  operation: OperationDefinitionNode,
  viewer: Viewer,
) => GraphQLError | undefined;

/**
 * Checks operations before anything of them is executed, so a document with one forbidden mutation
 * executes none of its mutations. Fields that directives may skip count, too. What an operation
 * needs is found once, and looked up later.
 */
export function operationRules(
  schema: GraphQLSchema,
  introspection: IntrospectionRule = 'ANYONE',
): CheckOperation {
  const found = new WeakMap<OperationDefinitionNode, Requirements>();
  return (document, operation, viewer) => {
    let requirements = found.get(operation);
    if (requirements === undefined) {
      requirements = highestRequirements(schema, document, operation);
      found.set(operation, requirements);
    }
    const { highest: requirement, schemaField } = requirements;
    if (schemaField && !mayIntrospect(viewer, introspection))
      return noIntrospection(schemaField, viewer, introspection);
    if (requirement === null) return undefined;
    const { role } = requirement;
    return role && includesRole(viewer.role, role) ? undefined : forbidden(requirement, viewer);
  };
}

/** Whether a viewer may ask for the schema. The role of anonymous viewers does not count. */
const mayIntrospect = (viewer: Viewer, rule: IntrospectionRule): boolean =>
  rule === 'ANYONE' ||
  (rule !== 'NOBODY' && viewer !== anonymousViewer && includesRole(viewer.role, rule));

/** What an operation needs. */
interface Requirements {
  /** Null: the operation has no fields but those of introspection. */
  highest: Requirement | null;
  /** A field that asks for the schema. */
  schemaField: FieldNode | undefined;
}

function highestRequirements(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): Requirements {
  let highest: Requirement | null = null;
  let schemaField: FieldNode | undefined;
  // Execution refuses subscriptions, for which there is no type.
  if (!schema.getRootType(operation.operation)) return { highest, schemaField };
  for (const requirement of requirementsOf(schema, document, operation)) {
    if (requirement.name === 'schema') schemaField ??= requirement.node;
    else if (!highest) highest = requirement;
    else if (highest.role && !(requirement.role && includesRole(highest.role, requirement.role)))
      highest = requirement;
  }
  return { highest, schemaField };
}

/** Each field of an operation, in any order. With a list instead of recursion: the stack ends. */
function* requirementsOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): Generator<Requirement> {
  const root = schema.getRootType(operation.operation);
  const visited = new Set<string>();
  const open: [SelectionSetNode, GraphQLNamedType | null | undefined][] = [
    [operation.selectionSet, root],
  ];
  for (let next = open.pop(); next; next = open.pop()) {
    const [{ selections }, type] = next;
    for (const node of selections) {
      if (node.kind === Kind.INLINE_FRAGMENT) {
        const { typeCondition } = node;
        open.push([
          node.selectionSet,
          typeCondition ? schema.getType(typeCondition.name.value) : type,
        ]);
      } else if (node.kind === Kind.FRAGMENT_SPREAD) {
        const name = node.name.value;
        if (visited.has(name)) continue;
        visited.add(name);
        const fragment = document.definitions.find(
          (each) => each.kind === Kind.FRAGMENT_DEFINITION && each.name.value === name,
        );
        if (fragment?.kind === Kind.FRAGMENT_DEFINITION)
          open.push([fragment.selectionSet, schema.getType(fragment.typeCondition.name.value)]);
      } else if (node.name.value === '__schema' || node.name.value === '__type') {
        yield { node, name: 'schema', role: undefined };
      } else if (!node.name.value.startsWith('__')) {
        const field = isComposedType(type) ? type.getFields()[node.name.value] : undefined;
        yield {
          node,
          name: type === root ? node.name.value : `${type?.name}.${node.name.value}`,
          role: field && isComposedType(type) ? roleOfField(schema, type, field) : undefined,
        };
        if (node.selectionSet) open.push([node.selectionSet, field && getNamedType(field.type)]);
      }
    }
  }
}

const noIntrospection = (node: FieldNode, viewer: Viewer, rule: IntrospectionRule): GraphQLError =>
  refuse(
    node,
    rule === 'NOBODY'
      ? 'The schema is not shown here. The SDK and packages/server/schema.graphql have it.'
      : `The schema needs a key with the role ${rule}, and ${describe(viewer)}.`,
  );

const forbidden = ({ node, name, role }: Requirement, viewer: Viewer): GraphQLError => {
  const message = role
    ? `${name} needs the role ${role}, and ${describe(viewer)}. Nothing was executed.`
    : `${name} is not open to anyone. Nothing was executed.`;
  return refuse(node, message);
};

const refuse = (node: FieldNode, message: string): GraphQLError =>
  new GraphQLError(message, {
    nodes: node,
    originalError: new Refusal('FORBIDDEN', message),
    extensions: { http: { status: 403 } },
  });

/** Who a viewer is, for the message of a refusal. */
export const describe = (viewer: Viewer): string =>
  viewer === anonymousViewer
    ? `you are not signed in, which allows ${viewer.role}`
    : `you have the role ${viewer.role}`;
