import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';

/**
 * Programs of somebody who has installed the built package, compiled strictly outside this repository. Each line is one program;
 * the compiler's answer to it stands behind: what must compile, and what must not, with the reason.
 */
const programs: [name: string, line: string, refusal?: RegExp][] = [
  ['an operation that requires no variables', 'client.execute(Claims)'],
  ['the options of such an operation', "client.execute(Claims, {}, { idempotencyKey: 'k', signal: AbortSignal.timeout(1) })"],
  ['a closed list by its constant or its text', "client.execute(Claims, { filter: { kind: [ClaimKind.CLASH, 'AIRSTRIKE'] } })"],
  ['a variable that is left out', 'client.execute(ClaimById)', /Expected 2-3 arguments, but got 1/],
  ['a required variable among the given ones', 'client.execute(ClaimsAtPlace, { first: 1 })', /Property 'id' is missing/],
  ['a variable of the wrong type', 'client.execute(ClaimById, { id: 1 })', /Type 'number' is not assignable to type 'string'/],
  ['a variable that there is not', "client.execute(ClaimById, { id: 'x', name: 'y' })", /'name' does not exist/],
  ['a key of a filter that there is not', "client.execute(Claims, { filter: { kinds: ['CLASH'] } })", /'kinds' does not exist/],
  ['a value outside a closed list', "client.execute(Claims, { filter: { kind: ['BATTLE'] } })", /"BATTLE"' is not assignable/],
  ['an input that lacks a field', "client.execute(CreateSource, { input: { kind: 'PERSON' } })", /Property 'names' is missing/],
  ['an option that there is not', "client.execute(ClaimById, { id: 'x' }, { retries: 3 })", /'retries' does not exist/],
  ['an address left out', 'createClient({})', /Property 'url' is missing/],
  ['a field that is answered', "const a: string | undefined = (await client.execute(ClaimById, { id: 'x' })).claim?.statement"],
  ['a field that was not asked for', "(await client.execute(ClaimById, { id: 'x' })).claim?.history", /'history' does not exist/],
  ['a record that may be null', "(await client.execute(ClaimById, { id: 'x' })).claim.id", /is possibly 'null'/],
  [
    'an unknown bound taken for a number',
    'const b = (await client.execute(Claims)).claims.nodes[0]!.quantities[0]!.max + 1',
    /possibly 'null'/,
  ],
  [
    'the types by name',
    'const c = (d: DataOf<typeof ClaimById>, v: VariablesOf<typeof ClaimById>, f: ClaimCardFragment) => [d.claim?.id, v.id, f.kind]',
  ],
  ['a field that the named type lacks', 'const e = (d: DataOf<typeof ClaimById>) => d.report', /'report' does not exist/],
  ['every kind of failure', "const g = (k: SdkErrorKind) => k === 'timeout'"],
  ['a kind that there is not', "const h = (k: SdkErrorKind) => k === 'slow'", /have no overlap/],
];

const head = [
  "import { createClient, type DataOf, type SdkErrorKind, type VariablesOf } from '@claimgraph/sdk';",
  "import { ClaimById, type ClaimCardFragment, ClaimKind, Claims, ClaimsAtPlace, CreateSource } from '@claimgraph/sdk/operations';",
  "export const client = createClient({ url: 'http://localhost:4000/graphql', fetch });",
];

const packageFolder = fileURLToPath(new URL('..', import.meta.url));
const tsc = fileURLToPath(new URL('../../../node_modules/typescript/bin/tsc', import.meta.url));
let folder: string;
let complaints: Map<number, string>;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'claimgraph-types-'));
  mkdirSync(join(folder, 'node_modules/@claimgraph'), { recursive: true });
  symlinkSync(packageFolder, join(folder, 'node_modules/@claimgraph/sdk'), 'junction');
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  const compilerOptions = {
    module: 'nodenext',
    target: 'es2023',
    lib: ['es2023', 'dom'],
    types: [],
    strict: true,
    noUncheckedIndexedAccess: true,
    exactOptionalPropertyTypes: true,
    erasableSyntaxOnly: true,
    skipLibCheck: false,
    noEmit: true,
  };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['programs.ts'] }));
  writeFileSync(join(folder, 'programs.ts'), [...head, ...programs.map(([, line]) => `${line};`)].join('\n'));
  complaints = new Map([...compile().matchAll(/^\S+?\((\d+),\d+\): (.*(?:\n .*)*)/gm)].map(([, line, text]) => [Number(line), text!]));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function compile(): string {
  try {
    return execFileSync(process.execPath, [tsc, '--pretty', 'false'], { cwd: folder, encoding: 'utf8' });
  } catch (error) {
    return (error as { stdout: string }).stdout;
  }
}

test('the package is found and has sound types', () => {
  expect([...complaints].filter(([line]) => line <= head.length)).toEqual([]);
});

test.each(programs.map((program, i) => [program[0], program[2] ? 'refused' : 'compiled', program[2], head.length + 1 + i] as const))(
  '%s is %s',
  (_name, _fate, refusal, line) => {
    const complaint = complaints.get(line);
    if (refusal) expect(complaint).toMatch(refusal);
    else expect(complaint).toBeUndefined();
  },
);
