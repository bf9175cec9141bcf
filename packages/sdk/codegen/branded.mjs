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

/**
 * The scalar for an enum in answers. Its type is open, because a newer server may return values
 * that this SDK does not know.
 */
const openEnum = (name) => `Open${name}`;

const renameType = (type, name) =>
  type.kind === Kind.NAMED_TYPE
    ? { ...type, name: { ...type.name, value: name } }
    : { ...type, type: renameType(type.type, name) };
const nameOf = (type) => (type.kind === Kind.NAMED_TYPE ? type.name.value : nameOf(type.type));

/**
 * Makes a branded schema. It has a scalar per id type in place of `ID`, and two scalars per enum:
 * one for inputs, one for answers. Generators can map each scalar to a TypeScript type.
 */
export function brandSchema(schema) {
  const ids = new Ids(schema);
  const document = parse(printSchema(schema));
  const enums = document.definitions.filter(({ kind }) => kind === Kind.ENUM_TYPE_DEFINITION);
  const enumNames = new Set(enums.map(({ name }) => name.value));
  const withType = (node, name) =>
    name === nameOf(node.type) ? node : { ...node, type: renameType(node.type, name) };
  const argument = (answerType) => (node) =>
    nameOf(node.type) === 'ID' ? withType(node, ids.ofArgument(node.name.value, answerType)) : node;
  const output = (owner) => (node) => {
    const type = nameOf(node.type);
    const name =
      type === 'ID'
        ? ids.ofField(owner, node.name.value)
        : enumNames.has(type)
          ? openEnum(type)
          : type;
    return { ...withType(node, name), arguments: node.arguments.map(argument(type)) };
  };
  const input = (owner) => (node) =>
    nameOf(node.type) === 'ID' ? withType(node, ids.ofInput(owner, node.name.value)) : node;
  const brandFields = (brand) => (node) => ({
    ...node,
    fields: node.fields.map(brand(node.name.value)),
  });
  const brandedDefinitions = visit(document, {
    ObjectTypeDefinition: brandFields(output),
    InterfaceTypeDefinition: brandFields(output),
    InputObjectTypeDefinition: brandFields(input),
    EnumTypeDefinition: ({ name }) => scalar(name.value),
  });
  const scalars = [...ids.names(), ...[...enumNames].map(openEnum)].map(scalar);
  return {
    schema: buildASTSchema(
      {
        ...brandedDefinitions,
        definitions: [...brandedDefinitions.definitions, ...scalars],
      },
      { assumeValid: true, assumeValidSDL: true },
    ),
    ids,
    enums: enums.map(enumDeclaration),
    /** The TypeScript type of each scalar. */
    scalars: {
      ...Object.fromEntries(ids.names().map((name) => [name, name])),
      ...Object.fromEntries(
        [...enumNames].flatMap((name) => [
          [name, name],
          [openEnum(name), `OpenEnum<${name}>`],
        ]),
      ),
    },
  };
}

const scalar = (value) => ({ kind: Kind.SCALAR_TYPE_DEFINITION, name: { kind: Kind.NAME, value } });

/** An enum as a union of its values, with the meaning of each in the documentation. */
function enumDeclaration({ name, description, values }) {
  const meanings = values.map(
    (value) => ` * - \`${value.name.value}\`: ${onOneLine(value.description)}`,
  );
  const union = values.map((value) => `'${value.name.value}'`).join(' | ');
  return (
    `/**\n * ${onOneLine(description)}\n${meanings.join('\n')}\n */\nexport type ` +
    `${name.value} = ${union};`
  );
}

const onOneLine = (description) =>
  (description?.value ?? '').replaceAll(/\s*\n\s*/g, ' ').replaceAll('*/', '*\\/');

/** Gives the variables of a document the branded types of the arguments that they are passed to. */
export function brandDocument(schema, document) {
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
          ? { ...each, type: renameType(each.type, name) }
          : each;
      }),
    }),
  });
}
