/**
 * LIMIT is the fastest that this stack can be: one hand-written statement per operation, chosen by
 * its name. It does not read the query. A GraphQL server over PostgreSQL does well to come close.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import pg from 'pg';
import { keysOf, tagOf } from '../cursors.mjs';
import { announce, endWithParent, options, poolSize } from './settings.mjs';

const text = (file) => readFileSync(new URL(file, import.meta.url), 'utf8');
const statements = new Map(
  readdirSync(new URL('limit/', import.meta.url)).map((file) => [
    file.replace('.sql', ''),
    text(`limit/${file}`)
      .replace(':keys', text('page-keys.sql'))
      .replace(':buckets', text('buckets.sql')),
  ]),
);

const claimsTag = tagOf('Query.claims', 'OCCURRED DESC');

/** The values of each statement's parameters. Ids lose their prefix of four characters. */
const valuesOf = {
  claim: ({ id }) => [id.slice(4)],
  page: ({ first, filter: { place, occurred, kind } }) => [
    place.id[0].slice(4),
    occurred.from,
    occurred.to,
    kind[0],
    first,
    claimsTag,
  ],
  faction: ({ id }) => [id.slice(4)],
  reports: ({ first, after }) => {
    const { id, key } = keysOf(after);
    return [first, key, id];
  },
  statistics: ({ filter: { place } }) => [place.id[0].slice(4)],
};

/** Idle connections. A plain stack: the bookkeeping of a pool costs more than it gains here. */
const idle = [];
const waiting = [];

const run = (name, variables, done) => {
  const client = idle.pop();
  if (!client) return waiting.push([name, variables, done]);
  client.query(
    { name, text: statements.get(name), values: valuesOf[name](variables), rowMode: 'array' },
    (error, result) => {
      done(error, result?.rows[0]?.[0]);
      idle.push(client);
      const next = waiting.shift();
      if (next) run(...next);
    },
  );
};

const send = (response, text, status = 200) => {
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(text),
  });
  response.end(text);
};

const handle = (body, response) => {
  const { operationName, variables } = JSON.parse(body);
  if (operationName === 'typename') return send(response, '{"data":{"__typename":"Query"}}');
  run(operationName, variables, (error, text) => {
    if (error) send(response, JSON.stringify({ errors: [{ message: error.message }] }), 500);
    else send(response, `{"data":${text}}`);
  });
};

endWithParent();
for (let i = 0; i < poolSize; i++) {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL, options });
  await client.connect();
  idle.push(client);
}
const server = createServer((request, response) => {
  let body = '';
  request.setEncoding('utf8');
  request.on('data', (chunk) => {
    body += chunk;
  });
  request.on('end', () => handle(body, response));
}).listen(0, '127.0.0.1', () => announce(server.address().port));
