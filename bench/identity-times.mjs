/**
 * `node bench/identity-times.mjs [rounds] [requests]` compares how long a server takes for a filter
 * by the true name of a protected source, and by a name that exists nowhere. Requests of both kinds
 * alternate. Printed is the probability that one takes longer than the other: 0.5 says nothing.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { repository } from './paths.mjs';

const [rounds = 3, requests = 2_000] = process.argv.slice(2).map(Number);
const port = 4_700 + (process.pid % 200);
const address = `http://127.0.0.1:${port}/graphql`;
const home = mkdtempSync(join(tmpdir(), 'claimgraph-times-'));
const server = spawn(process.execPath, [join(repository, 'packages/server/dist/main.js')], {
  env: { ...process.env, CLAIMGRAPH_HOME: home, PORT: String(port) },
  stdio: 'ignore',
});

const names = { true: 'Wilhelmina Thackeray', nowhere: 'Bernadette Oakenshaw' };
const queries = {
  filter: 'query ($text: String!) { sources(filter: { text: $text }) { totalCount } }',
  search: 'query ($text: String!) { search(text: $text) { totalCount } }',
  externalId: `query ($text: String!) {
    sources(filter: { externalId: { system: "phone", value: $text } }) { totalCount }
  }`,
};

async function send(query, variables, key) {
  const response = await fetch(address, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(key && { authorization: `Bearer ${key}` }),
    },
    body: JSON.stringify({ query, variables }),
  });
  return response.text();
}

async function waitForServer() {
  for (const end = Date.now() + 60_000; Date.now() < end; ) {
    const answer = await send('{ viewer { name } }', {}).catch(() => undefined);
    if (answer) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error('The server did not start.');
}

/** The probability that a value of the first list is larger than one of the second. */
function superiority(first, second) {
  const sorted = [...second].sort((a, b) => a - b);
  const below = (value, isCounted) => {
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (isCounted(sorted[middle], value)) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  let sum = 0;
  for (const value of first) {
    const less = below(value, (a, b) => a < b);
    const lessOrEqual = below(value, (a, b) => a <= b);
    sum += less + (lessOrEqual - less) / 2;
  }
  return sum / (first.length * second.length);
}

async function measure(query) {
  const times = { true: [], nowhere: [] };
  for (let i = 0; i < requests; i += 1)
    for (const kind of i % 2 ? ['true', 'nowhere'] : ['nowhere', 'true']) {
      const start = performance.now();
      await send(query, { text: names[kind] });
      times[kind].push(performance.now() - start);
    }
  return superiority(times.true, times.nowhere);
}

try {
  await waitForServer();
  const key = readFileSync(join(home, 'admin-key'), 'utf8').trim();
  const answer = await send(
    `mutation ($input: CreateSourceInput!) { createSource(input: $input) { source { name } } }`,
    {
      input: {
        kind: 'PERSON',
        names: [{ text: names.true, kind: 'PRIMARY' }],
        externalIds: [{ system: 'phone', value: names.true }],
        protection: 'PROTECTED',
      },
    },
    key,
  );
  if (answer.includes('errors')) throw new Error(answer);
  for (const query of Object.values(queries))
    for (let i = 0; i < 200; i += 1) await send(query, { text: `Somebody ${i}` });
  for (const [name, query] of Object.entries(queries)) {
    const results = [];
    for (let round = 0; round < rounds; round += 1) results.push(await measure(query));
    console.log(`${name}\t${results.map((each) => each.toFixed(3)).join('\t')}`);
  }
} finally {
  const ended = new Promise((resolve) => server.once('exit', resolve));
  server.kill('SIGTERM');
  await ended;
  rmSync(home, { recursive: true, force: true });
}
