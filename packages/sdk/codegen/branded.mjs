import {
  buildASTSchema,
  getNamedType,
  Kind,
  parse,
  printSchema,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { Ids } from './ids.mjs';

/** The name under which an answered value of a closed list goes: a later server may know values that this SDK does not. */
const later = (name) => `${name}OrLater`;

const named = (type, name) =>
  type.kind === Kind.NAMED_TYPE
    ? { ...type, name: { ...type.name, value: name } }
    : { ...type, type: named(type.type, name) };
const nameOf = (type) => (type.kind === Kind.NAMED_TYPE ? type.name.value : nameOf(type.type));

/**
 * A twin of the schema that tells apart what the schema has in one: ids by what they are of, and closed lists by whether they are given or
 * answered. All of these are scalars there, so that any generator can be told their TypeScript types.
 */
export function branded(schema) {
  const ids = new Ids(schema);
  const document = parse(printSchema(schema));
  const enums = document.definitions.filter(({ kind }) => kind === Kind.ENUM_TYPE_DEFINITION);
  const closed = new Set(enums.map(({ name }) => name.value));
  const swap = (node, name) =>
    name === nameOf(node.type) ? node : { ...node, type: named(node.type, name) };
  const argument = (answered) => (node) =>
    nameOf(node.type) === 'ID' ? swap(node, ids.ofArgument(node.name.value, answered)) : node;
  const output = (owner) => (node) => {
    const type = nameOf(node.type);
    const name =
      type === 'ID' ? ids.ofField(owner, node.name.value) : closed.has(type) ? later(type) : type;
    return { ...swap(node, name), arguments: node.arguments.map(argument(type)) };
  };
  const input = (owner) => (node) =>
    nameOf(node.type) === 'ID' ? swap(node, ids.ofInput(owner, node.name.value)) : node;
  const owner = (of) => (node) => ({ ...node, fields: node.fields.map(of(node.name.value)) });
  const twin = visit(document, {
    ObjectTypeDefinition: owner(output),
    InterfaceTypeDefinition: owner(output),
    InputObjectTypeDefinition: owner(input),
    EnumTypeDefinition: ({ name }) => scalar(name.value),
  });
  const scalars = [...ids.names(), ...[...closed].map(later)].map(scalar);
  return {
    schema: buildASTSchema(
      { ...twin, definitions: [...twin.definitions, ...scalars] },
      { assumeValid: true, assumeValidSDL: true },
    ),
    ids,
    enums: enums.map(declaration),
    /** What TypeScript has for each of those scalars. */
    scalars: {
      ...Object.fromEntries(ids.names().map((name) => [name, name])),
      ...Object.fromEntries(
        [...closed].flatMap((name) => [
          [name, name],
          [later(name), `OpenEnum<${name}>`],
        ]),
      ),
    },
  };
}

const scalar = (value) => ({ kind: Kind.SCALAR_TYPE_DEFINITION, name: { kind: Kind.NAME, value } });

/** A closed list as a union of its values, with what each of them means. */
function declaration({ name, description, values }) {
  const meanings = values.map(
    (value) => ` * - \`${value.name.value}\`: ${line(value.description)}`,
  );
  const union = values.map((value) => `'${value.name.value}'`).join(' | ');
  return `/**\n * ${line(description)}\n${meanings.join('\n')}\n */\nexport type ${name.value} = ${union};`;
}

const line = (description) =>
  (description?.value ?? '').replaceAll(/\s*\n\s*/g, ' ').replaceAll('*/', '*\\/');

/** A document whose variables have the types of the places that they go to, in the twin. */
export function brandedDocument(schema, document) {
  const types = new Map();
  let operation;
  const info = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(info, {
      OperationDefinition: (node) => {
        operation = node.name.value;
      },
      VariableDefinition: () => false,
      Variable: ({ name }) => {
        types.set(`${operation}.${name.value}`, getNamedType(info.getInputType())?.name);
      },
    }),
  );
  return visit(document, {
    OperationDefinition: (node) => ({
      ...node,
      variableDefinitions: node.variableDefinitions.map((each) => {
        const name = types.get(`${node.name.value}.${each.variable.name.value}`);
        return nameOf(each.type) === 'ID' && name
          ? { ...each, type: named(each.type, name) }
          : each;
      }),
    }),
  });
}
