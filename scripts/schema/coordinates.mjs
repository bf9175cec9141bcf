import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
  isRequiredInputField,
  isUnionType,
  parse,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';

/**
 * Everything in a schema, by its schema coordinate: `Claim`, `Claim.kind`, `Query.claims(first:)`,
 * `Modality.FEARED`. Each entry has what clients depend on.
 */
export function coordinatesOf(schema) {
  const entries = new Map();
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith('__')) continue;
    entries.set(type.name, { kind: type.constructor.name });
    for (const [coordinate, entry] of membersOf(type)) entries.set(coordinate, entry);
  }
  return entries;
}

function membersOf(type) {
  if (isEnumType(type))
    return type.getValues().map((value) => [`${type.name}.${value.name}`, entryOf(value)]);
  if (isUnionType(type)) return type.getTypes().map(({ name }) => [`${type.name} | ${name}`, {}]);
  if (isInputObjectType(type))
    return Object.values(type.getFields()).map((field) => [
      `${type.name}.${field.name}`,
      { ...entryOf(field), input: field.type, required: isRequiredInputField(field) },
    ]);
  if (!isObjectType(type) && !isInterfaceType(type)) return [];
  const interfaces = type.getInterfaces().map(({ name }) => [`${type.name} & ${name}`, {}]);
  const fields = Object.values(type.getFields()).flatMap((field) => [
    [`${type.name}.${field.name}`, { ...entryOf(field), output: field.type }],
    ...field.args.map((arg) => [
      `${type.name}.${field.name}(${arg.name}:)`,
      { ...entryOf(arg), input: arg.type, required: isRequiredArgument(arg) },
    ]),
  ]);
  return [...interfaces, ...fields];
}

const entryOf = ({ deprecationReason }) => ({ deprecated: deprecationReason });

/** The coordinate that a coordinate belongs to: `Query.claims` of `Query.claims(first:)`. */
export const ownerOf = (coordinate) =>
  coordinate.includes('(') ? coordinate.replace(/\(.*/, '') : coordinate.replace(/[. ].*/, '');

/** Whether each value of a type is one of another: `A!` of `A`, `[A!]` of `[A]`. */
export function isNarrower(type, other) {
  if (isNonNullType(other)) return isNonNullType(type) && isNarrower(type.ofType, other.ofType);
  if (isNonNullType(type)) return isNarrower(type.ofType, other);
  if (isListType(other)) return isListType(type) && isNarrower(type.ofType, other.ofType);
  return !isListType(type) && type.name === other.name;
}

/** The coordinates that an operation uses. Its variables may have every value of their types. */
export function coordinatesUsedBy(schema, text) {
  const coordinates = new Set();
  const addInput = (type) => {
    if (!type || coordinates.has(type.name)) return;
    coordinates.add(type.name);
    for (const [coordinate, { input }] of membersOf(type)) {
      coordinates.add(coordinate);
      if (input) addInput(getNamedType(input));
    }
  };
  const info = new TypeInfo(schema);
  const field = () => `${info.getParentType()?.name}.${info.getFieldDef()?.name}`;
  visit(
    parse(text),
    visitWithTypeInfo(info, {
      VariableDefinition: () => addInput(getNamedType(info.getInputType())),
      Field: () => void coordinates.add(field()),
      Argument: ({ name }) => void coordinates.add(`${field()}(${name.value}:)`),
      NamedType: ({ name }) => void coordinates.add(name.value),
    }),
  );
  return coordinates;
}
