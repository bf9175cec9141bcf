import { once } from 'node:events';
import { type ClientRequest, type IncomingMessage, request } from 'node:http';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import pg from 'pg';
import { type Api, startApi } from '../testing/api.ts';
import { withKey } from './access.testing.ts';
import { KeyRing } from './key-ring.ts';
import { createKey, revokeKey } from './keys.ts';

let api: Api;
/** Holds a lock, so that an export waits. */
let direct: pg.Client;
beforeAll(async () => {
  api = await startApi('sample', { anonymous: undefined });
  direct = new pg.Client(api.databaseUrl);
  await direct.connect();
});
afterAll(async () => {
  await direct.end();
  await api.stop();
});

const create = (name: string, expiresAt: Date | null = null) =>
  createKey(api.database, { name, role: 'EDITOR', expiresAt });

const send = (method: string, path: string, headers: Record<string, string>): ClientRequest =>
  request(new URL(path, api.url), { method, headers });

/** Status, code and details of the answer, and after how many seconds it came. */
async function answerTo(sent: ClientRequest, since: number) {
  const [response] = (await once(sent, 'response')) as [IncomingMessage];
  let text = '';
  for await (const part of response.setEncoding('utf8')) text += part;
  const { extensions, message } = JSON.parse(text).errors[0];
  const isInTime = Date.now() - since < 5_000;
  return { status: response.statusCode, code: extensions.code, message, extensions, isInTime };
}

const ended = { status: 401, code: 'UNAUTHENTICATED', isInTime: true };

test('what runs for a key that is revoked is broken off within five seconds', async () => {
  const headers = withKey(await create('leaver'));
  await direct.query('begin; lock table claim in access exclusive mode');
  const exported = send('GET', '/export/csv', headers);
  exported.end();
  const imported = send('POST', '/import/csv', headers);
  imported.write('date,what\n');
  const json = { ...headers, 'content-type': 'application/json' };
  const written = send('POST', '/graphql', json);
  written.write('{"query":');
  await sleep(300);
  const start = Date.now();
  await revokeKey(api.database, 'leaver');
  const [ofExport, ofImport] = await Promise.all([
    answerTo(exported, start),
    answerTo(imported, start),
  ]);
  await direct.query('rollback');
  expect(ofExport).toMatchObject(ended);
  expect(ofImport).toMatchObject({ ...ended, extensions: { rowsImported: 0 } });
  expect(ofImport.message).toMatch(/expired or was revoked\. .* Nothing was imported/);
  written.end('"{ viewer { name } }"}');
  expect(await answerTo(written, Date.now())).toMatchObject(ended);
});

test('an export that has begun ends with an error in its last line', async () => {
  const headers = withKey(await create('slow reader'));
  // The lines of reports come first.
  await direct.query('begin; lock table claim in access exclusive mode');
  const exported = send('GET', '/export/jsonl', headers);
  const responded = once(exported, 'response');
  exported.end();
  const [response] = (await responded) as [IncomingMessage];
  await revokeKey(api.database, 'slow reader');
  let text = '';
  const read = async () => {
    for await (const part of response.setEncoding('utf8')) text += part;
  };
  await expect(read()).rejects.toThrow('aborted');
  await direct.query('rollback');
  expect(response.statusCode).toBe(200);
  const lastLine = text.trim().split('\n').at(-1) ?? '';
  expect(JSON.parse(lastLine).errors[0].extensions.code).toBe('UNAUTHENTICATED');
});

test('an export ends with its key, its session and the key of its session', async () => {
  const soon = () => new Date(Date.now() + 1_500);
  const signIn = async (name: string, expiresAt: Date | null = null) => {
    const { headers } = await fetch(new URL('/session', api.url), {
      method: 'POST',
      headers: withKey(await create(name, expiresAt)),
    });
    const [cookie = ''] = headers.get('set-cookie')?.split(';') ?? [];
    return { cookie, origin: new URL(api.url).origin };
  };
  const [expiring, guest, leaver] = [
    withKey(await create('guest', soon())),
    await signIn('visitor', soon()),
    await signIn('signed out'),
  ];
  await direct.query('begin; lock table claim in access exclusive mode');
  const exports = [expiring, guest, leaver].map((headers) => {
    const sent = send('GET', '/export/csv', headers);
    sent.end();
    return sent;
  });
  await sleep(300);
  const start = Date.now();
  await fetch(new URL('/session', api.url), { method: 'DELETE', headers: leaver });
  const answers = await Promise.all(exports.map((each) => answerTo(each, start)));
  await direct.query('rollback');
  for (const answer of answers) expect(answer).toMatchObject(ended);
});

/** The number of requests that watch a credential, from now on. */
function countWatchers(): { now: number; restore(): void } {
  const find = KeyRing.prototype.find;
  const spy = jest.spyOn(KeyRing.prototype, 'find');
  const count = { now: 0, restore: () => spy.mockRestore() };
  spy.mockImplementation(async function findCounted(this: KeyRing, ...args) {
    const credential = await find.apply(this, args);
    const watch = (onEnd: () => void) => {
      count.now += 1;
      const stop = credential?.lifetime.watch(onEnd);
      let isWatching = true;
      return () => {
        if (isWatching) count.now -= 1;
        isWatching = false;
        stop?.();
      };
    };
    return credential && { ...credential, lifetime: { ...credential.lifetime, watch } };
  });
  return count;
}

const until = async (condition: () => boolean) => {
  for (let i = 0; i < 100 && !condition(); i += 1) await sleep(30);
};

test('nothing watches the credential of a client that has left an export', async () => {
  const { authorization } = withKey(await create('early bird'));
  await direct.query('begin; lock table claim in access exclusive mode');
  const watchers = countWatchers();
  try {
    const socket = connect(Number(new URL(api.url).port), '127.0.0.1');
    const head = `GET /export/csv HTTP/1.1\r\nhost: localhost\r\nauthorization: ${authorization}`;
    // The second waits for the end of the first, so it has no connection of its own yet.
    socket.write(`${head}\r\n\r\n${head}\r\n\r\n`);
    await until(() => watchers.now === 2);
    expect(watchers.now).toBe(2);
    socket.destroy();
    await until(() => watchers.now === 0);
    expect(watchers.now).toBe(0);
  } finally {
    watchers.restore();
    await direct.query('rollback');
  }
});

test('nothing watches the credential of an export that has ended', async () => {
  const headers = withKey(await create('reader'));
  const watchers = countWatchers();
  try {
    for (const path of ['/export/csv', '/export/nothing']) {
      const answer = await fetch(new URL(path, api.url), { headers });
      await answer.text();
    }
    await until(() => watchers.now === 0);
    expect(watchers.now).toBe(0);
  } finally {
    watchers.restore();
  }
});
