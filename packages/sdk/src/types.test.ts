import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  type Compiler,
  compilers,
  emptyProject,
  type Project,
  resolutions,
} from './consumer.testing.ts';
import { customTextPrograms } from './custom-text-programs.testing.ts';
import { customRulePrograms } from './custom-text-rules.testing.ts';
import { customVariablePrograms } from './custom-text-variables.testing.ts';
import { tanstackPrograms } from './tanstack-programs.testing.ts';
import { programs as operationPrograms } from './type-programs.testing.ts';
import { writePrograms } from './write-programs.testing.ts';

const head = [
  'import { createClient, type DataOf, isId, paginate, pages, type SdkError, type SdkErrorKind, ' +
    "type VariablesOf } from '@claimgraph/sdk';",
  'import { AffiliateSource, ClaimById, type ClaimCardFragment, type ClaimFilter, type ClaimId, ' +
    'Claims, ClaimsAtPlace, CreateSource, LinkClaims, RecordReport, Search, Sources } from ' +
    "'@claimgraph/sdk/operations';",
  "import { ClaimCard, graphql } from '@claimgraph/sdk/graphql';",
  'import { claimByIdOptions, claimsInfiniteOptions, createSourceMutation, infiniteOptions, ' +
    "mutationOptions, queryOptions } from '@claimgraph/sdk/react-query';",
  "import { claimKinds, isKnown, labelOf, valuesOf } from '@claimgraph/sdk/lists';",
  "import { mockClient } from '@claimgraph/sdk/testing';",
  'import { QueryClient, skipToken, useInfiniteQuery, useMutation, useQuery } from ' +
    "'@tanstack/react-query';",
  "declare module '@tanstack/react-query' { interface Register { defaultError: SdkError } }",
  "const client = createClient({ url: 'http://localhost:4000/graphql', fetch, headers: async () " +
    "=> ({ authorization: 'x' }), timeoutMs: 15_000, retry: { attempts: 3, maxMs: 20_000 }, " +
    "persisted: 'apq' });",
  'const claim = (await client.execute(Claims)).claims.nodes[0]!;',
  'const source = (await client.execute(Sources)).sources.nodes[0]!;',
  'const text: string = claim.statement;',
];
const programs = [
  ...operationPrograms,
  ...customTextPrograms,
  ...customRulePrograms,
  ...customVariablePrograms,
  ...writePrograms,
  ...tanstackPrograms,
];
const good = programs.filter(([, , error]) => !error);

let project: Project;
const messages = new Map<number, string>();

beforeAll(async () => {
  project = emptyProject('types');
  project.link(
    ...['@claimgraph/sdk', '@tanstack/react-query', '@tanstack/query-core'],
    ...['@types/react', 'react'],
  );
  project.write({ 'programs.ts': [...head, ...programs.map(([, line]) => `${line};`)].join('\n') });
  project.write({
    'good.ts': [...head, ...good.map(([, line]) => `${line};`), 'export {};'].join('\n'),
  });
  const all = await project.compile('7.0', resolutions.nodenext, 'programs.ts');
  for (const [, line, message] of all.matchAll(/^\S+?\((\d+),\d+\): (.*(?:\n .*)*)/gm))
    messages.set(Number(line), message!);
}, 60_000);
afterAll(() => project.remove());

test('the package is found', () => {
  expect([...messages].filter(([line]) => line <= head.length)).toEqual([]);
});

describe('a program with', () => {
  test.each(
    programs.map(
      (program, i) =>
        [program[0], program[2] ? 'refused' : 'compiled', program[2], head.length + 1 + i] as const,
    ),
  )('%s is %s', (_name, _outcome, error, line) => {
    const message = messages.get(line);
    if (error) expect(message).toMatch(error);
    else expect(message).toBeUndefined();
  });
});

test('messages about mistakes have at most 300 characters', () => {
  // TS2379 compares two types of operations, so it shows both.
  const firstLines = [...messages.values()]
    .filter((message) => !message.startsWith('error TS2379'))
    .map((message) => message.split('\n')[0]!);
  expect(firstLines.filter(({ length }) => length > 300)).toEqual([]);
});

describe('all valid programs and the types of the package compile with', () => {
  // The slow compilers take turns.
  const matrix = [
    ['5.9', 'nodenext'],
    ['6.0', 'bundler'],
    ['7.0', 'nodenext'],
    ['7.0', 'bundler'],
  ] as const;

  test.each(matrix)(
    'TypeScript %s and module resolution %s',
    async (compiler, resolution) => {
      // The fast compiler checks every declaration. The slow ones do so below, for fewer of them.
      const options = {
        ...resolutions[resolution],
        skipLibCheck: compiler !== '7.0',
      };
      expect(await project.compile(compiler, options, 'good.ts')).toBe('');
    },
    60_000,
  );

  test.each(Object.keys(compilers))(
    'TypeScript %s as CommonJS',
    async (compiler) => {
      project.write({
        'required.cts':
          "import sdk = require('@claimgraph/sdk');\nimport operations = " +
          "require('@claimgraph/sdk/operations');\nsdk.createClient({ url: '' " +
          '}).execute(operations.Claims);',
      });
      const options = { ...resolutions.nodenext, erasableSyntaxOnly: false };
      expect(await project.compile(compiler as Compiler, options, 'required.cts')).toBe('');
    },
    60_000,
  );
});
