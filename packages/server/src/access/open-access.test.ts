import { exec } from 'node:child_process';
import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, describe, expect, test } from '@jest/globals';
import { runCommand } from '../cli/command.testing.ts';
import { endPrograms, keyedOnly, launch, newFolder, processesOf } from '../testing/program.ts';
import { scratchDatabase } from '../testing/scratch.ts';

const repository = fileURLToPath(new URL('../../../../', import.meta.url));

afterAll(endPrograms);

const ask = async (url: string, query: string, key?: string) => {
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(key && { authorization: `Bearer ${key}` }),
    },
    body: JSON.stringify({ query }),
  });
  return (await response.json()) as { data: any; errors?: unknown };
};

const adminKeyPath = (folder: string) => join(folder, '.claimgraph/admin-key');
const adminKeyIn = (folder: string) => readFileSync(adminKeyPath(folder), 'utf8').trim();

describe('the admin key on loopback', () => {
  const folder = newFolder();
  const viewer = '{ viewer { name role } }';
  let databaseUrl: string;
  const start = async () => {
    databaseUrl ??= await scratchDatabase('sample');
    const program = launch(folder, { PORT: '0', DATABASE_URL: databaseUrl });
    return { ...program, url: await program.ready };
  };

  test('is in a file that only its owner reads, and the welcome names the file only', async () => {
    const { url, output, end } = await start();
    const key = adminKeyIn(folder);
    expect(statSync(adminKeyPath(folder)).mode & 0o777).toBe(0o600);
    expect(output.out).toContain(adminKeyPath(folder));
    expect(output.out).not.toContain(key);
    expect((await ask(url, viewer, key)).data.viewer).toEqual({ name: 'local', role: 'ADMIN' });
    expect((await ask(url, viewer)).data.viewer).toEqual({ name: 'anonymous', role: 'READER' });
    await end('SIGTERM');
  });

  test('is the same after a restart, and a new one when the file is removed', async () => {
    const first = adminKeyIn(folder);
    const again = await start();
    expect(adminKeyIn(folder)).toBe(first);
    await again.end('SIGTERM');
    rmSync(adminKeyPath(folder));
    const { url, end } = await start();
    const second = adminKeyIn(folder);
    expect(second).not.toBe(first);
    expect((await ask(url, viewer, second)).data.viewer.role).toBe('ADMIN');
    expect((await ask(url, viewer, first)).errors).toBeDefined();
    await end('SIGTERM');
  });

  test('is not made from a file with something else in it, which is left as it is', async () => {
    writeFileSync(adminKeyPath(folder), 'my notes');
    const program = launch(folder, { PORT: '0', DATABASE_URL: databaseUrl });
    const { code, err } = await program.ended;
    program.ready.catch(() => undefined);
    expect([code, err]).toEqual([
      1,
      expect.stringMatching(/admin-key has no key .*Remove the file/),
    ]);
    expect(adminKeyIn(folder)).toBe('my notes');
  });

  test('signs a browser in once by the link in the welcome', async () => {
    rmSync(adminKeyPath(folder));
    const { output, end } = await start();
    const [, link = ''] = /Sign in +(\S+)/.exec(output.out) ?? [];
    const answer = await fetch(link, { redirect: 'manual' });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/']);
    expect((await fetch(link, { redirect: 'manual' })).status).toBe(404);
    await end('SIGTERM');
  });
});

test('where reading needs a key, the command in the welcome sends the admin key', async () => {
  const { output, ready, end } = launch(newFolder(), {
    ...keyedOnly,
    DATABASE_URL: await scratchDatabase('sample'),
  });
  await ready;
  const [, command = ''] = /^Try: (.+)$/m.exec(output.out) ?? [];
  const { stdout } = await promisify(exec)(command, { cwd: repository });
  expect(stdout).toMatch(/^Claims about Daraa/);
  await end('SIGTERM');
});

describe('a server that others may reach', () => {
  test.each([
    [{ HOST: '0.0.0.0' }, /^HOST is "0\.0\.0\.0", which other machines may reach/],
    [{ CLAIMGRAPH_HOSTS: 'desk.example' }, /^CLAIMGRAPH_HOSTS is set/],
  ])('does not start with %j while nobody has a key', async (settings, message) => {
    const folder = newFolder();
    const DATABASE_URL = await scratchDatabase('ledger');
    const variables = { ...settings, PORT: '0', DATABASE_URL };
    const { code, err, out } = await launch(folder, variables).ended;
    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(message);
    expect(err).toMatch(/keys create .*CLAIMGRAPH_JWT_JWKS.*CLAIMGRAPH_PUBLIC_READ=1/);
    expect(processesOf(folder)).toEqual([]);
  });

  // These listen on loopback all the same.
  test('starts with CLAIMGRAPH_PUBLIC_READ=1: then everyone reads and nobody writes', async () => {
    const open = launch(newFolder(), {
      ...{ PORT: '0', CLAIMGRAPH_HOSTS: 'desk.example', CLAIMGRAPH_PUBLIC_READ: '1' },
      DATABASE_URL: await scratchDatabase('sample'),
    });
    const url = await open.ready;
    expect(open.output.out).toMatch(/EVERYONE reads without a key/);
    expect(open.output.out).not.toMatch(/admin-key|sign-in/);
    expect((await ask(url, '{ claims { totalCount } }')).data.claims.totalCount).toBe(26);
    expect((await fetch(new URL('/metrics', url))).status).toBe(401);
    expect((await open.end('SIGTERM')).code).toBe(0);
  });

  test('starts once a key exists, and refuses requests without one', async () => {
    const DATABASE_URL = await scratchDatabase('sample');
    const key = await runCommand(
      newFolder(),
      ['keys', 'create', '--role', 'reader', '--name', 'maria'],
      { DATABASE_URL },
    );
    expect(key.out).toMatch(/^cgk_\w{49}\n$/);
    expect(key.err).toMatch(/key of maria with the role READER.*shown only now/s);
    const variables = { PORT: '0', CLAIMGRAPH_HOSTS: 'desk.example', DATABASE_URL };
    const program = launch(newFolder(), variables);
    const url = await program.ready;
    expect((await ask(url, '{ viewer { name } }')).errors).toBeDefined();
    const secret = key.out.trim();
    expect((await ask(url, '{ viewer { name } }', secret)).data.viewer.name).toBe('maria');
    await program.end('SIGTERM');
  });
});
