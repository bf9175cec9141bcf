import { graphql } from './graphql.mjs';

const { getNamedType, isInterfaceType, isObjectType, Kind, valueFromASTUntyped } = graphql;

/** Static weights, as they are usual: each field costs one, times the sizes of the lists above. */
export function staticCost(schema, document, operation, variables) {
  const fragments = new Map(
    document.definitions
      .filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION)
      .map((each) => [each.name.value, each]),
  );
  const defaults = Object.fromEntries(
    (operation.variableDefinitions ?? []).map(({ variable, defaultValue }) => [
      variable.name.value,
      defaultValue && valueFromASTUntyped(defaultValue),
    ]),
  );
  const values = { ...defaults, ...variables };
  const costOf = ({ selections }, type, depth) =>
    selections.reduce((sum, each) => {
      if (depth > 30) return sum;
      if (each.kind === Kind.INLINE_FRAGMENT)
        return sum + costOf(each.selectionSet, typeOf(each.typeCondition, type), depth + 1);
      if (each.kind === Kind.FRAGMENT_SPREAD) {
        const fragment = fragments.get(each.name.value);
        return sum + costOf(fragment.selectionSet, typeOf(fragment.typeCondition, type), depth + 1);
      }
      const field = type.getFields?.()[each.name.value];
      if (!field || !each.selectionSet) return sum + 1;
      const size = (each.arguments ?? []).find(({ name }) => /^(first|last)$/.test(name.value));
      const given = size && Number(valueFromASTUntyped(size.value, values));
      const isList =
        /Connection$/.test(String(getNamedType(field.type))) ||
        field.args.some(({ name }) => name === 'first');
      const times = isList ? given || 20 : /\[/.test(String(field.type)) ? 5 : 1;
      return sum + 1 + times * costOf(each.selectionSet, getNamedType(field.type), depth + 1);
    }, 0);
  const typeOf = (condition, otherwise) => {
    const type = condition ? schema.getType(condition.name.value) : otherwise;
    return isObjectType(type) || isInterfaceType(type) ? type : otherwise;
  };
  return costOf(operation.selectionSet, schema.getQueryType(), 0);
}
