// What can go wrong, and how a program tells it apart. Every failure is an SdkError with a `kind` of a closed list.
//
//   node examples/08-errors.mjs [url]

import { createClient, isId, SdkError } from '@claimgraph/sdk';
import { ClaimById, Claims, UpdateSource } from '@claimgraph/sdk/operations';

const [url = process.env.CLAIMGRAPH_URL ?? 'http://localhost:4000/graphql'] = process.argv.slice(2);
const client = createClient({ url });

/** What a program does about it. */
function advice({ kind, issues, retryAfterMs }) {
  switch (kind) {
    case 'notFound':
      return 'show an empty page';
    case 'badInput':
      return `mark these fields: ${issues.map(({ path }) => path.join('.')).join(', ') || 'unknown'}`;
    case 'conflict':
      return 'read it again, and ask the person';
    case 'auth':
      return 'sign in again';
    case 'rateLimited':
    case 'unavailable':
      return `try later${retryAfterMs === undefined ? '' : `, in ${retryAfterMs / 1_000} s`}: the client has tried three times`;
    case 'network':
    case 'timeout':
      return 'tell that the server cannot be reached';
    case 'aborted':
      return 'nothing: the person left the page';
    default:
      return 'show the message';
  }
}

async function attempt(what, call) {
  try {
    await call();
    console.log(`${what}: fine`);
  } catch (error) {
    if (!(error instanceof SdkError)) throw error;
    console.log(`${what}: ${error.kind}; ${advice(error)}`);
  }
}

const nobody = 'clm_01900000-0000-7000-8000-000000000000';
await attempt('A claim that there is not', () => client.execute(ClaimById, { id: nobody }));
await attempt('A page that is too long', () => client.execute(Claims, { first: 1_000 }));
await attempt('A source that there is not, changed', () =>
  client.execute(UpdateSource, {
    id: 'src_01900000-0000-7000-8000-000000000000',
    expectedVersion: 1,
    input: { role: 'none' },
  }),
);
await attempt('A call that was aborted before', () =>
  client.execute(Claims, {}, { signal: AbortSignal.abort() }),
);
await attempt('Nobody there', () =>
  createClient({ url: 'http://127.0.0.1:9/graphql', retry: { attempts: 1 } }).execute(Claims),
);

// `result` never throws: whole data, or errors and what there is beside them.
const { data, errors, meta } = await client.result(ClaimById, { id: nobody });
console.log(
  `Asked once more, without a throw: ${errors?.[0].kind}, data ${JSON.stringify(data)}, ${meta.attempts} attempt`,
);

// A text that somebody typed is an id only when it looks like one.
for (const typed of [nobody, 'clm_1', 'Daraa'])
  console.log(`${typed}: ${isId('clm', typed) ? 'may be a claim' : 'is no id of a claim'}`);
