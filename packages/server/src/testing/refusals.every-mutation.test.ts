import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  type GraphQLInputType,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
} from 'graphql';
import { schemaOf } from '../schema.ts';
import { recordNames } from '../values/record-types.ts';
import { type Api, startApi } from './api.ts';
import { fixtures, refused } from './fixtures.ts';

let api: Api;
const id: Record<string, string> = {};
const nowhere = '01900000-0000-7000-8000-000000000000';

beforeAll(async () => {
  api = await startApi('ledger');
  const { aSource, aFaction, aLocation, aReport, aClaim } = fixtures(api);
  id.Source = await aSource();
  id.Faction = await aFaction();
  id.Location = await aLocation();
  id.Report = await aReport();
  id.Claim = await aClaim({ reportId: id.Report, sourceId: id.Source });
});
afterAll(() => api.stop());

/** A value of an input type in which every text is half of a character, and the paths of those. */
function unstorable(type: GraphQLInputType, path: string, paths: string[]): unknown {
  const nullable = getNullableType(type);
  if (isListType(nullable)) return [unstorable(nullable.ofType, `${path}.0`, paths)];
  if (isEnumType(nullable)) return nullable.getValues()[0]!.name;
  if (isInputObjectType(nullable)) {
    const all = nullable.getFields();
    // Of a reference, one field is given: first a new record, and inside it a name or external id.
    const oneOf = path.includes('.new') ? (all.name ?? all.externalId) : all.new;
    const fields = (nullable.isOneOf ? [oneOf!] : Object.values(all)).filter(
      ({ name, type: each }) => name !== 'parts' && getNamedType(each) !== nullable,
    );
    return Object.fromEntries(
      fields.map((field) => [field.name, unstorable(field.type, `${path}.${field.name}`, paths)]),
    );
  }
  switch (getNamedType(type).name) {
    case 'String':
      paths.push(path);
      return 'half \ud83d';
    case 'ID':
      return `clm_${nowhere}`;
    case 'EDTF':
      return '2018';
    case 'Language':
      return 'en';
    case 'Boolean':
      return false;
    case 'GeoJSON':
      return { type: 'Point', coordinates: [0, 0] };
    case 'DateTime':
      return '2018-07-10T12:00:00Z';
    default:
      return 1;
  }
}

test('every mutation checks every text of its input objects', async () => {
  const schema = await schemaOf();
  const mutations = Object.values(schema.getMutationType()!.getFields()).filter(({ args }) =>
    args.some(({ type }) => isInputObjectType(getNamedType(type))),
  );
  expect(mutations.length).toBeGreaterThanOrEqual(20);
  for (const { name, args } of mutations) {
    const paths: string[] = [];
    const variables = Object.fromEntries(
      args.map((arg) => {
        const isInput = isInputObjectType(getNamedType(arg.type));
        const isId = arg.type.toString() === 'ID!';
        const type = recordNames.find((each) => name.endsWith(each)) ?? 'Claim';
        const own = name === 'addName' ? id.Faction : name === 'assessClaim' ? id.Claim : id[type];
        if (isInput) return [arg.name, unstorable(arg.type, arg.name, paths)];
        // A wrong text that is an argument itself is refused before the inputs are read.
        if (getNamedType(arg.type).name === 'String') return [arg.name, 'So.'];
        return [arg.name, isId ? own : unstorable(arg.type, arg.name, [])];
      }),
    );
    const declared = args.map((arg) => `$${arg.name}: ${arg.type}`).join(', ');
    const passed = args.map((arg) => `${arg.name}: $${arg.name}`).join(', ');
    const query = `mutation (${declared}) { ${name}(${passed}) { warnings { code } } }`;
    const blame = { code: 'BAD_USER_INPUT', path: paths[0]! };
    const { errors } = await refused(api, blame, query, variables);
    const faults = errors![0]!.extensions.issues!.map(({ path }) => path.join('.'));
    expect([name, faults]).toEqual([name, expect.arrayContaining(paths)]);
  }
});
