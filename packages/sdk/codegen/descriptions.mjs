import { Kind, TypeInfo, visit, visitWithTypeInfo } from 'graphql';

/**
 * Adds the schema's descriptions to the fields of operations' data, so that an editor shows what a
 * field and its null mean. `typescript-operations` writes descriptions for inputs only.
 */
export function addDescriptions(content, schema, documents) {
  const descriptionsByType = new Map(
    documents
      .flatMap(({ document }) => document.definitions)
      .map((each) => [typeNameOf(each), descriptionsOf(schema, each)]),
  );
  return content.replaceAll(/^export type (\w+) =\s[\s\S]*?;\n/gm, (text, name) =>
    descriptionsByType.has(name) ? insertDescriptions(text, descriptionsByType.get(name)) : text,
  );
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
      const { description, deprecationReason } = info.getFieldDef() ?? {};
      // The types of these fields say everything.
      if (!['id', '__typename'].includes(name.value))
        descriptions.set(
          path.join('.'),
          [description, deprecationReason && `@deprecated ${deprecationReason}`]
            .filter(Boolean)
            .join(' '),
        );
    },
    leave: () => {
      path.pop();
    },
  };
  visit(definition, visitWithTypeInfo(info, { Field }));
  return descriptions;
}

/**
 * Inserts descriptions into the text of a type. Its braces and keys give the path of each field.
 */
function insertDescriptions(text, descriptions) {
  const parents = [];
  let key;
  return text.replaceAll(
    /(?:readonly )?(?<=[{,] (?:readonly )?)(\w+)\??:\s|[{}]/g,
    (part, name) => {
      if (part === '{') parents.push(key);
      else if (part === '}') key = parents.pop();
      else {
        key = name;
        const description = descriptions.get([...parents.slice(1), name].join('.'));
        if (description)
          return (
            `/** ${description.replaceAll(/\s*\n\s*/g, ' ').replaceAll('*/', '*\\/')} */ ` +
            `${part}`
          );
      }
      return part;
    },
  );
}
