import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  buildSchema,
  type GraphQLObjectType,
  type GraphQLSchema,
  getOperationAST,
  parse,
} from 'graphql';
import { schemaOf } from '../schema.ts';
import { type GuardedApi, startGuardedApi, withKey } from './access.testing.ts';
import { fieldsWithoutRule } from './field-rules.ts';
import { accessMatrix } from './matrix.ts';
import { declaredRole } from './needs.ts';
import { operationRules } from './operation-rules.ts';
import { includesRole, type Role, roles } from './roles.ts';

let schema: GraphQLSchema;
let api: GuardedApi;
beforeAll(async () => {
  schema = await schemaOf();
  api = await startGuardedApi();
});
afterAll(() => api.stop());

const writes = async () =>
  (await api.database.query('select count(*)::int as count from write_log'))[0].count;

describe('rules', () => {
  test('exist for every field of every type, in the schema as it is', () => {
    expect(fieldsWithoutRule(schema)).toEqual([]);
  });

  test('are missing for a new type and a new root field: the matrix cannot be written', () => {
    const other = buildSchema('type Query { secrets: [Secret!] } type Secret { text: String }');
    expect(() => accessMatrix(other)).toThrow(
      'No rule says who may use Query.secrets, Secret.text',
    );
  });

  test('let only those do what needs more who judge, edit or administer', () => {
    const rule = (name: string) => declaredRole(schema.getMutationType()!.getFields()[name]!);
    expect(['createClaim', 'assessClaim', 'linkClaims', 'recordReport'].map(rule)).toEqual(
      Array(4).fill('ANALYST'),
    );
    expect(
      ['withdrawClaim', 'restoreClaim', 'unlinkClaims', 'resolveImportConflicts'].map(rule),
    ).toEqual(Array(4).fill('EDITOR'));
  });

  test('of a field apply to its interface, too', () => {
    const other = buildSchema(`
      type Query { node: Node }
      interface Node { id: ID name: String }
      type Source implements Node { id: ID name: String }`);
    const extensions = { needsRole: 'ADMIN' };
    Object.assign(other.getQueryType()!.getFields().node!, { extensions: { needsRole: 'READER' } });
    const source = other.getType('Source') as GraphQLObjectType;
    Object.assign(source.getFields().name!, { extensions });
    const check = operationRules(other);
    const messageOf = (text: string, role: Role) => {
      const document = parse(text);
      return check(document, getOperationAST(document)!, { name: 'maria', role })?.message;
    };
    for (const text of [
      '{ node { ... on Source { name } } }',
      '{ node { name } }',
      '{ node { ...F } } fragment F on Node { ... { id other: name } }',
    ]) {
      expect(messageOf(text, 'EDITOR')).toMatch(/\.name needs the role ADMIN/);
      expect(messageOf(text, 'ADMIN')).toBeUndefined();
    }
    expect(messageOf('{ node { id __typename } }', 'READER')).toBeUndefined();
  });

  test('refuse what no rule is about to everyone', () => {
    const other = buildSchema(`
      type Query { open: Secret }
      type Mutation { change: Int }
      type Secret { text: String }`);
    const check = operationRules(other);
    for (const text of ['{ open { text } }', 'mutation { change }', '{ nothing }']) {
      const document = parse(text);
      const operation = getOperationAST(document)!;
      expect(check(document, operation, { name: 'maria', role: 'ADMIN' })?.message).toMatch(
        /is not open to anyone/,
      );
    }
  });
});

describe('an operation', () => {
  const mutations = () => Object.values(schema.getMutationType()!.getFields());

  test.each(roles)('is refused to %s if it has a mutation that needs more', async (role) => {
    const before = await writes();
    for (const field of mutations()) {
      const args = field.args.map(({ name, type }) => `$${name}: ${type}`).join(', ');
      const values = field.args.map(({ name }) => `${name}: $${name}`).join(', ');
      const text = `mutation (${args}) { ${field.name}(${values}) { __typename } }`;
      const { errors } = await api.ask(text, {}, withKey(api.keys[role]));
      // Its variables are missing, which only those learn who may run it.
      const isAllowed = includesRole(role, declaredRole(field)!);
      const code = isAllowed ? 'BAD_USER_INPUT' : 'FORBIDDEN';
      expect([field.name, errors![0]!.extensions.code]).toEqual([field.name, code]);
      if (!isAllowed)
        expect(errors![0]!.message).toContain(`needs the role ${declaredRole(field)}`);
    }
    expect(await writes()).toBe(before);
  });

  test.each([
    ['beside others', 'mutation { ok: CREATE withdraw: WITHDRAW }'],
    ['first', 'mutation { withdraw: WITHDRAW ok: CREATE }'],
    ['in a fragment', 'mutation { ok: CREATE ...F } fragment F on Mutation { w: WITHDRAW }'],
    ['in an inline fragment', 'mutation { ok: CREATE ... on Mutation { ... { w: WITHDRAW } } }'],
    ['under an alias', 'mutation { ok: CREATE createReport: WITHDRAW }'],
    ['that is skipped', 'mutation { ok: CREATE ... @skip(if: true) { w: WITHDRAW } }'],
    ['among several operations', 'mutation A { w: WITHDRAW } mutation B { ok: CREATE }'],
  ])('with a forbidden mutation %s executes none', async (_where, text) => {
    const query = text
      .replaceAll('CREATE', 'createReport(input: { kind: ARTICLE, title: "x" }) { report { id } }')
      .replaceAll(
        'WITHDRAW',
        'withdrawClaim(id: "clm_01900000-0000-7000-8000-000000000000", expectedVersion: 1, ' +
          'rationale: "x") { claim { id } }',
      );
    const before = await writes();
    const answer = await api.get('/graphql', api.keys.ANALYST, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, ...(query.includes('mutation A') && { operationName: 'A' }) }),
    });
    const { data, errors } = (await answer.json()) as any;
    expect([answer.status, data, errors[0].extensions.code]).toEqual([403, undefined, 'FORBIDDEN']);
    expect(await writes()).toBe(before);
  });

  test('is answered if it is allowed, although another one of the document is not', async () => {
    const query = `
      query Read { claims { totalCount } }
      mutation Write { createReport(input: { kind: ARTICLE, title: "x" }) { report { id } } }`;
    const ask = async (operationName: string) => {
      const answer = await api.get('/graphql', api.keys.READER, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query, operationName }),
      });
      return answer.status;
    };
    // Twice, so that the fast path knows the document.
    for (const name of ['Read', 'Write', 'Read', 'Write'])
      expect([name, await ask(name)]).toEqual([name, name === 'Read' ? 200 : 403]);
  });

  test('is refused before the database is asked', async () => {
    const statements = await api.statements(() =>
      api.ask(
        'mutation { addName(recordId: "x", name: { text: "x" }) { __typename } }',
        {},
        {
          ...withKey(api.keys.READER),
        },
      ),
    );
    expect(statements.filter((text) => !/from api_key/.test(text))).toEqual([]);
  });
});

describe('the protection of a source', () => {
  const names = [{ text: 'A witness', kind: 'PRIMARY' }];
  const create = async (protection: string, role = api.keys.ANALYST) => {
    const { createSource } = await api.data(
      `mutation ($input: CreateSourceInput!) { createSource(input: $input) { source { id } } }`,
      { input: { kind: 'PERSON', names, protection } },
      withKey(role),
    );
    return createSource.source.id as string;
  };
  const update = (id: string, protection: string, key: string) =>
    api.ask(
      `mutation ($id: ID!, $input: UpdateSourceInput!) {
        updateSource(id: $id, expectedVersion: 1, input: $input, rationale: "Agreed.") {
          source { protection }
        }
      }`,
      { id, input: { role: 'teacher', protection } },
      withKey(key),
    );

  test.each([
    ['PUBLIC', 'PROTECTED', 'EDITOR'],
    ['PUBLIC', 'PSEUDONYMOUS', 'EDITOR'],
    ['PSEUDONYMOUS', 'PROTECTED', 'EDITOR'],
    ['PROTECTED', 'PSEUDONYMOUS', 'ADMIN'],
    ['PROTECTED', 'PUBLIC', 'ADMIN'],
    ['PSEUDONYMOUS', 'PUBLIC', 'ADMIN'],
    ['PROTECTED', 'PROTECTED', 'ANALYST'],
  ] as const)('changes from %s to %s only by %s', async (from, to, needed) => {
    for (const role of roles.slice(1)) {
      const id = await create(from);
      const { data, errors } = await update(id, to, api.keys[role]);
      if (includesRole(role, needed)) {
        expect([role, data.updateSource.source.protection]).toEqual([role, to]);
        continue;
      }
      expect([role, errors![0]!.extensions.code]).toEqual([role, 'FORBIDDEN']);
      expect(errors![0]!.message).toContain(`needs the role ${needed}`);
      const { source } = await api.data(
        `{ source(id: "${id}") { protection role version } }`,
        {},
        withKey(api.keys.READER),
      );
      expect(source).toEqual({ protection: from, role: null, version: 1 });
    }
  });
});
