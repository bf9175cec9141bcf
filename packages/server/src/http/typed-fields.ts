import {
  type DocumentNode,
  type FieldNode,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isObjectType,
  type OperationDefinitionNode,
  visit,
} from 'graphql';
import { collectFields, collectSubfields } from 'graphql/execution/collectFields.js';
import { fragmentsOf } from '../compiler/fragments.ts';

/**
 * Whether a root field has more than `max` fields, where a field of an interface counts for each
 * type that it may have. Fields count whether or not directives leave them out.
 */
export function exceedsTypedFields(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  max: number,
): boolean {
  const root = schema.getRootType(operation.operation);
  if (!root) return false;
  const bare = visit(document, { Directive: () => null });
  const { selectionSet } = visit(operation, { Directive: () => null });
  const fragments = fragmentsOf(bare);
  let count = 0;
  const add = (fieldNodes: readonly FieldNode[], parent: GraphQLObjectType): void => {
    count += 1;
    const [first] = fieldNodes;
    const field = first && parent.getFields()[first.name.value];
    if (!field) return;
    for (const type of possibleTypes(schema, getNamedType(field.type)))
      for (const nodes of collectSubfields(schema, fragments, {}, type, fieldNodes).values()) {
        if (count > max) return;
        add(nodes, type);
      }
  };
  for (const nodes of collectFields(schema, fragments, {}, root, selectionSet).values()) {
    count = 0;
    add(nodes, root);
    if (count > max) return true;
  }
  return false;
}

/** The concrete types of a value: none of a scalar. */
export function possibleTypes(
  schema: GraphQLSchema,
  type: GraphQLNamedType,
): readonly GraphQLObjectType[] {
  if (isAbstractType(type)) return schema.getPossibleTypes(type);
  return isObjectType(type) ? [type] : [];
}
