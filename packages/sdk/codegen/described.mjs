import { Kind, TypeInfo, visit, visitWithTypeInfo } from 'graphql';

/**
 * Puts the schema's description before each answered field of the types that `typescript-operations` writes, which has them for inputs alone: so an
 * editor tells what a field means, and what its null.
 */
export function described(content, schema, documents) {
  const meanings = new Map(
    documents
      .flatMap(({ document }) => document.definitions)
      .map((each) => [typeOf(each), meaningsOf(schema, each)]),
  );
  return content.replaceAll(/^export type (\w+) =\s[\s\S]*?;\n/gm, (text, name) =>
    meanings.has(name) ? withMeanings(text, meanings.get(name)) : text,
  );
}

const typeOf = ({ kind, name, operation }) =>
  kind === Kind.FRAGMENT_DEFINITION
    ? `${name.value}Fragment`
    : name.value + operation[0].toUpperCase() + operation.slice(1);

/** What each field means, by the keys that lead to it in the answer. */
function meaningsOf(schema, definition) {
  const info = new TypeInfo(schema);
  const path = [];
  const found = new Map();
  const Field = {
    enter: ({ alias, name }) => {
      path.push((alias ?? name).value);
      const { description, deprecationReason } = info.getFieldDef() ?? {};
      // Of these, the type says all.
      if (!['id', '__typename'].includes(name.value))
        found.set(
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
  return found;
}

/** Reads the type's text for its braces and keys. */
function withMeanings(text, meanings) {
  const above = [];
  let key;
  return text.replaceAll(
    /(?:readonly )?(?<=[{,] (?:readonly )?)(\w+)\??:\s|[{}]/g,
    (part, name) => {
      if (part === '{') above.push(key);
      else if (part === '}') key = above.pop();
      else {
        key = name;
        const meaning = meanings.get([...above.slice(1), name].join('.'));
        if (meaning)
          return `/** ${meaning.replaceAll(/\s*\n\s*/g, ' ').replaceAll('*/', '*\\/')} */ ${part}`;
      }
      return part;
    },
  );
}
