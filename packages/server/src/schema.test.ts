import 'reflect-metadata';
import { expect, test } from '@jest/globals';
import { buildSchema, type GraphQLEnumType } from 'graphql';
import { schemaOf, schemaText } from './schema.ts';
import { DatePrecision } from './values/enums.ts';

test('the schema is sorted, except for enums: their values have their natural order', async () => {
  const types = buildSchema(schemaText(await schemaOf())).getTypeMap();
  const names = Object.keys(types).filter((name) => /^[A-Z]/.test(name));
  const own = names.filter((name) => !['Boolean', 'Float', 'ID', 'Int', 'String'].includes(name));
  expect(own).toEqual([...own].sort());
  const valuesOf = (name: string) =>
    (types[name] as GraphQLEnumType).getValues().map((value) => value.name);
  expect(valuesOf('Credibility')).toEqual(['ONE', 'TWO', 'THREE', 'FOUR', 'FIVE', 'SIX']);
  expect(valuesOf('DatePrecision')).toEqual(Object.keys(DatePrecision));
});
