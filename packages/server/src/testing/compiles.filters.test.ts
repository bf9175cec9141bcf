import { afterAll, beforeAll, describe, test } from '@jest/globals';
import { getNamedType, getNullableType, isEnumType, isInputObjectType, isListType } from 'graphql';
import { type Api, startApi } from './api.ts';
import {
  completeSample,
  fieldsOf,
  graphqlWriter,
  refusedKeys,
  schema,
} from './compiles.testing.ts';

let api: Api;
let write: ReturnType<typeof graphqlWriter>;

beforeAll(async () => {
  api = await startApi('sample');
  write = graphqlWriter(await completeSample(api));
});
afterAll(() => api?.stop());

const rootArguments = fieldsOf(schema.getQueryType()!).flatMap((field) =>
  field.args.map((arg) => ({ list: field.name, arg: arg.name, type: getNullableType(arg.type) })),
);

describe('every key of a filter compiles and runs', () => {
  const keys = rootArguments.flatMap(({ list, arg, type }) =>
    isInputObjectType(type) && arg === 'filter'
      ? Object.values(type.getFields())
          .filter(({ name }) => !refusedKeys[list]?.includes(name))
          .map((field) => ({ list, type, field }))
      : [],
  );

  test.each(keys.map((key) => [`${key.list}, ${key.field.name}`, key] as const))(
    '%s',
    async (_name, { list, type, field }) => {
      const nested = isListType(getNullableType(field.type)) ? '[{}]' : '{ id: [] }';
      const isNested = getNamedType(field.type) === type;
      const value = isNested ? nested : write.literal(field.type, field.name, type.name);
      const selection =
        { claimStats: 'total buckets { count }', claimMarks: 'total marks { count }' }[list] ??
        'totalCount nodes { id }';
      await api.data(`{ ${list}(filter: { ${field.name}: ${value} }) { ${selection} } }`);
    },
  );
});

describe('every order compiles and runs', () => {
  const orders = rootArguments.filter(({ arg }) => arg === 'orderBy');

  test.each(orders.map(({ list, type }) => [list, type] as const))('%s', async (list, type) => {
    const by = isInputObjectType(type) ? getNullableType(type.getFields().by!.type) : undefined;
    for (const { name } of isEnumType(by) ? by.getValues() : [])
      for (const direction of ['ASC', 'DESC'])
        await api.data(`{
          ${list}(first: 1, orderBy: { by: ${name}, direction: ${direction} }) {
            edges { cursor } pageInfo { endCursor }
          }
        }`);
  });
});
