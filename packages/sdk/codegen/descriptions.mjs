import { getNamedType, Kind, TypeInfo, visit, visitWithTypeInfo } from 'graphql';

/**
 * Adds the schema's descriptions to the variables of operations and to the fields of their data, so
 * that an editor shows what a field and its null mean. `typescript-operations` writes descriptions
 * for inputs only.
 */
export function addDescriptions(content, schema, documents) {
  const definitions = documents.flatMap(({ document }) => document.definitions);
  const descriptionsByType = new Map(
    definitions.flatMap((each) => [
      [typeNameOf(each), descriptionsOf(schema, each)],
      [`${typeNameOf(each)}Variables`, variableDescriptions(schema, each, definitions)],
    ]),
  );
  const types = /^(?:export )?type (\w+) =\s[\s\S]*?;\n(?=\n|(?![\s\S]))/gm;
  return content.replaceAll(types, (text, name) => {
    // A fragment on an interface has a type for each type that implements it.
    const descriptions = descriptionsByType.get(name.replace(/_\w+_Fragment$/, 'Fragment'));
    return descriptions ? insertDescriptions(text, descriptions) : text;
  });
}

/** The name of the generated type of an operation's or a fragment's data. */
const typeNameOf = ({ kind, name, operation }) =>
  kind === Kind.FRAGMENT_DEFINITION
    ? `${name.value}Fragment`
    : name.value + operation[0].toUpperCase() + operation.slice(1);

/** The description of each field, by its path of keys in the data. */
function descriptionsOf(schema, definition) {
  const info = new TypeInfo(schema);
  const path = [];
  const descriptions = new Map();
  const Field = {
    enter: ({ alias, name }) => {
      path.push((alias ?? name).value);
      if (name.value !== '__typename')
        descriptions.set(path.join('.'), commentOf(info.getFieldDef()));
    },
    leave: () => {
      path.pop();
    },
  };
  visit(definition, visitWithTypeInfo(info, { Field }));
  return descriptions;
}

/**
 * The description of each variable: that of the argument or input field that it is used for. A
 * variable that is used for several has the description of the first.
 */
function variableDescriptions(schema, definition, definitions) {
  const info = new TypeInfo(schema);
  const descriptions = new Map();
  const stack = [];
  const fragments = new Set();
  const Variable = ({ name }) => {
    const comment = stack.at(-1);
    if (comment && !descriptions.has(name.value)) descriptions.set(name.value, comment);
  };
  const input = (current) => ({
    enter: () => void stack.push(commentOf(current() ?? {})),
    leave: () => void stack.pop(),
  });
  const visitor = visitWithTypeInfo(info, {
    VariableDefinition: () => false,
    FragmentSpread: ({ name }) => void fragments.add(name.value),
    Argument: input(() => (info.getDirective() ? conditionOf(info) : info.getArgument())),
    ObjectField: {
      enter: ({ name }) => {
        const parent = getNamedType(info.getParentInputType());
        stack.push(commentOf(parent?.getFields?.()[name.value] ?? {}));
      },
      leave: () => void stack.pop(),
    },
    Variable,
  });
  visit(definition, visitor);
  // Fragments use the variables of their operation.
  for (const name of fragments)
    visit(
      definitions.find((each) => each.name.value === name && each.kind.startsWith('Fragment')),
      visitor,
    );
  return descriptions;
}

/** The argument `if` of `@include` or `@skip`, described by the field that it is about. */
function conditionOf(info) {
  const { name, description } = info.getFieldDef() ?? {};
  const verb = info.getDirective().name === 'skip' ? 'leave out' : 'include';
  return { description: `Whether to ${verb} \`${name}\`. ${description ?? ''}` };
}

/** A description as the text of a comment, with the reason of a deprecation. */
const commentOf = ({ description, deprecationReason }) =>
  [description, deprecationReason && `@deprecated ${deprecationReason}`]
    .filter(Boolean)
    .map((text) => text.replaceAll(/\s*\n\s*/g, ' ').replaceAll('*/', '*\\/'))
    .join('\n * ');

/**
 * Inserts descriptions into the text of a type. Its braces and keys give the path of each field.
 */
function insertDescriptions(text, descriptions) {
  const parents = [];
  let key;
  return text.replaceAll(
    /(?:readonly )?(?<=(?:[{,] |^ {2})(?:readonly )?)(\w+)\??:\s|[{}]/gm,
    (part, name) => {
      if (part === '{') parents.push(key);
      else if (part === '}') key = parents.pop();
      else {
        key = name;
        const comment = descriptions.get([...parents.slice(1), name].join('.'));
        // TypeScript ignores a comment on the line of the field before it.
        if (comment) return `\n/** ${comment} */\n${part}`;
      }
      return part;
    },
  );
}
