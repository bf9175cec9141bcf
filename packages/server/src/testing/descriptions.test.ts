import 'reflect-metadata';
import { beforeAll, describe, expect, test } from '@jest/globals';
import {
  type GraphQLField,
  type GraphQLNamedType,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isListType,
  isNonNullType,
  isObjectType,
  isSpecifiedScalarType,
} from 'graphql';
import { schemaOf } from '../schema.ts';

/** A part of the schema that has a name and needs a description. */
interface SchemaPart {
  coordinate: string;
  name: string;
  description: string | null | undefined;
}

let types: GraphQLNamedType[];
let parts: SchemaPart[];

beforeAll(async () => {
  const schema = await schemaOf();
  types = Object.values(schema.getTypeMap()).filter(
    (type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type),
  );
  parts = types.flatMap((type) => [
    { coordinate: type.name, name: type.name, description: type.description },
    ...membersOf(type),
  ]);
});

const fieldsOf = (type: GraphQLNamedType): GraphQLField<unknown, unknown>[] =>
  isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : [];

/** The values of an enum, or the fields of a type with their arguments. */
function membersOf(type: GraphQLNamedType): SchemaPart[] {
  const part = (
    owner: string,
    { name, description }: Omit<SchemaPart, 'coordinate'>,
  ): SchemaPart => ({ coordinate: `${owner}.${name}`, name, description });
  if (isEnumType(type)) return type.getValues().map((value) => part(type.name, value));
  if (isInputObjectType(type))
    return Object.values(type.getFields()).map((field) => part(type.name, field));
  return fieldsOf(type).flatMap((field) => [
    part(type.name, field),
    ...field.args.map((argument) => part(`${type.name}.${field.name}`, argument)),
  ]);
}

const lettersAndDigits = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, '');
const wordCount = (text: string) => text.split(/\s+/).filter((word) => /\w/.test(word)).length;

describe('every type, field, argument and enum value of the schema', () => {
  test('has a description that is a sentence', () => {
    const wrong = parts.filter(({ description }) => !/^\S.*[.:…`)”"]$/s.test(description ?? ''));
    expect(parts.length).toBeGreaterThan(500);
    expect(wrong.map(({ coordinate, description }) => [coordinate, description])).toEqual([]);
  });

  test('has a description of at least four words', () => {
    const short = parts.filter(({ description }) => wordCount(description ?? '') < 4);
    expect(short.map(({ coordinate, description }) => [coordinate, description])).toEqual([]);
  });

  test('is described by more than its own name', () => {
    const wrong = parts.filter(
      ({ name, description }) => lettersAndDigits(name) === lettersAndDigits(description ?? ''),
    );
    expect(wrong.map(({ coordinate }) => coordinate)).toEqual([]);
  });

  test('says in which order it lists objects, if it is a list of them', () => {
    const silent = types.flatMap((type) =>
      fieldsOf(type)
        .filter(({ type: of }) => {
          const named = getNamedType(of);
          const isList = isListType(getNullableType(of)) || named.name.endsWith('Connection');
          return isList && (isObjectType(named) || isInterfaceType(named));
        })
        .filter(
          ({ name, description }) =>
            !['edges', 'nodes', 'warnings'].includes(name) &&
            !/\b(first|last|order|by (id|name|system))\b/i.test(description ?? ''),
        )
        .map((field) => `${type.name}.${field.name}`),
    );
    expect(silent).toEqual([]);
  });

  test('says what null means, if it is a field that can return null', () => {
    const silent = types.flatMap((type) =>
      fieldsOf(type)
        .filter((field) => !isNonNullType(field.type) && !/\bnull\b/i.test(field.description ?? ''))
        .map((field) => `${type.name}.${field.name}`),
    );
    expect(silent).toEqual([]);
  });
});
