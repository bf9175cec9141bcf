import { Agent, request } from 'node:http';
import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { schemaOf } from '../../schema.ts';
import { readMetric, reportFigures, timeRequest } from '../load.ts';
import { asAdmin, endPrograms, launch, newKeyedFolder } from '../program.ts';
import { scratchDatabase } from '../scratch.ts';
import type { Attack } from './attack.ts';
import { documentAttacks } from './document-attacks.ts';
import { hostileTexts } from './hostile-values.ts';
import { brokenRequests, httpAttacks } from './http-attacks.ts';
import { argumentAttacks, pageAttacks } from './schema-attacks.ts';

/** `npm run soak -- attack` sends more of them. */
const isSoak = process.env.CLAIMGRAPH_ATTACKS !== undefined;
/** How many attacks of a group are sent, as the weakest and as the strongest viewer. */
const maxOfGroup = Number(process.env.CLAIMGRAPH_ATTACKS ?? 8);
const clients = 4;

/** The statement timeout of interactive reads and a second, with room for a busy machine. */
const longestMs = isSoak ? 6_000 : 20_000;

/** What no answer may contain: SQL, paths, stacks, and errors in PostgreSQL’s own words. */
const leaks = [
  /\b(select|insert into|update|delete from)\b.{0,80}\b(from|values|set|where)\b/i,
  /\bnode_modules\b|\/packages\/|\bfile:\/\/\/(?!etc)|\bat \w+.* \(.*:\d+:\d+\)|\.[tj]s:\d+/,
  /\bsyntax error at or near|violates \w+ constraint|invalid input syntax|relation "|column "/i,
  /QueryFailed|TypeORM|\bpg_\w+\(|ECONNRESET|is not a function|undefined \(reading/i,
];

interface Answer {
  status: number;
  text: string;
  ms: number;
}

let server: ReturnType<typeof launch>;
let url: string;
const agent = new Agent({ keepAlive: true, maxSockets: clients });
const sockets: Socket[] = [];
beforeAll(async () => {
  const DATABASE_URL = await scratchDatabase('sample');
  server = launch(newKeyedFolder(), { PORT: '0', DATABASE_URL });
  url = await server.ready;
});
afterAll(async () => {
  agent.destroy();
  for (const socket of sockets) socket.destroy();
  await endPrograms();
});

/** Sends a request as it is: fetch would correct some of them. */
const send = ({ method, path, headers, body }: Attack, viewer: object): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const start = performance.now();
    const sent = request(new URL(url).origin, {
      ...{ method, path, agent },
      headers: {
        ...headers,
        ...(body !== undefined && { 'content-length': Buffer.byteLength(body) }),
        ...viewer,
      },
    });
    sent.on('response', (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part) => parts.push(part));
      response.on('error', reject);
      response.on('end', () => {
        const text = Buffer.concat(parts).toString();
        resolve({ status: response.statusCode ?? 0, text, ms: performance.now() - start });
      });
    });
    sent.on('error', (error: NodeJS.ErrnoException) => {
      // The server closes the connection of a body that it does not read.
      if (['ECONNRESET', 'EPIPE'].includes(error.code ?? ''))
        resolve({ status: 0, text: '', ms: performance.now() - start });
      else reject(error);
    });
    sent.end(body);
  });

/** A message without what it quotes of the request. */
const unquoted = (message: string): string =>
  hostileTexts
    .filter(({ length }) => length > 3)
    .reduce((text, each) => text.replaceAll(JSON.stringify(each).slice(1, -1), ''), message);

/** What is wrong with an answer to an attack. */
function faultOf({ path }: Attack, { status, text, ms }: Answer): string | undefined {
  const isFile = text.startsWith('<!') || /^\/(assets|explorer|export)/.test(path);
  if (status >= 500 && !(status === 503 && text.includes('"UNAVAILABLE"'))) return `${status}`;
  if (/"code": ?"INTERNAL"/.test(text)) return 'INTERNAL';
  if (ms > longestMs) return `${Math.round(ms)} ms`;
  const messages = isFile ? [] : [...text.matchAll(/"message":"((?:[^"\\]|\\.)*)"/g)];
  const leak = leaks.find((each) =>
    messages.some(([, message = '']) => each.test(unquoted(message))),
  );
  return leak && `leak ${leak}`;
}

const memory = () => readMetric(url, 'process_resident_memory_bytes');

async function expectHealthy(): Promise<void> {
  const { status, codes } = await timeRequest(url, '{ claims { totalCount nodes { id } } }');
  expect([status, codes]).toEqual([200, []]);
  expect((await fetch(new URL('/ready', url))).status).toBe(200);
}

/** Every so many of the attacks of a group. */
const chosen = (attacks: readonly Attack[]): readonly Attack[] => {
  const step = attacks.length / maxOfGroup;
  if (step <= 1) return attacks;
  return attacks.filter((_, i) => Math.floor(i / step) !== Math.floor((i - 1) / step));
};

test('no hostile request breaks the server, or learns anything about its inside', async () => {
  const schema = await schemaOf();
  const groups = new Map<string, Attack[]>();
  const all = [documentAttacks(), httpAttacks(), pageAttacks(schema), argumentAttacks(schema)];
  for (const attacks of all)
    for (const attack of attacks)
      groups.set(attack.group, [...(groups.get(attack.group) ?? []), attack]);
  expect(groups.size).toBeGreaterThan(12);
  // The weakest viewer reads without a key.
  const viewers = [{}, asAdmin];
  const faults: string[] = [];
  let sent = 0;
  let base = 0;
  for (const [group, attacks] of groups) {
    const open = chosen(attacks).flatMap((attack) => viewers.map((viewer) => ({ attack, viewer })));
    const work = async () => {
      for (let next = open.pop(); next; next = open.pop()) {
        const { attack, viewer } = next;
        sent += 1;
        const fault = faultOf(attack, await send(attack, viewer));
        const start = String(attack.body ?? '').slice(0, 300);
        if (fault) faults.push(`${group}: ${fault}: ${attack.method} ${attack.path} ${start}`);
      }
    };
    await Promise.all(Array.from({ length: clients }, work));
    await expectHealthy();
    base ||= await memory();
    if (isSoak) reportFigures({ group, 'requests so far': sent, faults: faults.length });
  }
  expect(faults.slice(0, 20)).toEqual([]);
  if (!isSoak) return;
  const grownBy = ((await memory()) - base) / 1024 ** 2;
  reportFigures({ requests: sent, 'grown by MB': grownBy });
  expect(sent).toBeGreaterThanOrEqual(3_000);
  expect(grownBy).toBeLessThan(200);
}, 1_800_000);

test('sockets that are left half open keep nobody from being served', async () => {
  const rounds = isSoak ? 50 : 5;
  const { port } = new URL(url);
  let received = '';
  for (let i = 0; i < rounds; i += 1)
    for (const text of brokenRequests) {
      const socket = connect(Number(port), '127.0.0.1');
      sockets.push(socket);
      socket.on('error', () => undefined);
      socket.on('data', (part) => {
        received += part;
      });
      socket.write(text, 'latin1');
      if (i % 3 === 1) socket.end();
      if (i % 3 === 2) setTimeout(() => socket.resetAndDestroy(), 20);
    }
  await sleep(200);
  await expectHealthy();
  expect(received).not.toMatch(/HTTP\/1.1 5/);
  expect(leaks.filter((leak) => leak.test(received))).toEqual([]);
  // Nothing was logged as a fault.
  for (const socket of sockets) socket.destroy();
  expect(await server.end('SIGTERM')).toMatchObject({ code: 0, err: '' });
}, 120_000);
