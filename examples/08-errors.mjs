// Handle errors: every failure is an SdkError, and its `kind` is one of a closed list.
//
//   node examples/08-errors.mjs [url]

import { createClient, isId, SdkError } from '@claimgraph/sdk';
import { ClaimById, Claims, UpdateSource } from '@claimgraph/sdk/operations';
import { client } from './client.mjs';

/** What a program could do about an error. @param {SdkError} error */
function reactionTo({ kind, issues, retryAfterMs }) {
  switch (kind) {
    case 'notFound':
      return 'show "not found"';
    case 'badInput':
      return `mark the fields: ${issues.map(({ path }) => path.join('.')).join(', ')}`;
    case 'conflict':
      return 'load the record again, and ask the user';
    case 'auth':
      return 'sign in again';
    case 'rateLimited':
    case 'unavailable':
      return `try again ${retryAfterMs ? `in ${retryAfterMs / 1_000} s` : 'later'}`;
    case 'network':
    case 'timeout':
      return 'say that the server cannot be reached';
    case 'aborted':
      return 'do nothing, because the user left the page';
    default:
      return 'show the message';
  }
}

async function attempt(title, call) {
  try {
    await call();
    console.log(`${title}: no error`);
  } catch (error) {
    if (!(error instanceof SdkError)) throw error;
    console.log(`${title}: ${error.kind}; ${reactionTo(error)}`);
  }
}

const unknownId = 'clm_01900000-0000-7000-8000-000000000000';
await attempt('Read a claim that does not exist', () =>
  client.execute(ClaimById, { id: unknownId }),
);
await attempt('Ask for a page that is too long', () => client.execute(Claims, { first: 1_000 }));
await attempt('Change a source that does not exist', () =>
  client.execute(UpdateSource, {
    id: 'src_01900000-0000-7000-8000-000000000000',
    expectedVersion: 1,
    input: { role: 'teacher' },
  }),
);
await attempt('Abort a call', () => client.execute(Claims, {}, { signal: AbortSignal.abort() }));
await attempt('Call a server that is not running', () =>
  createClient({ url: 'http://127.0.0.1:9/graphql', retry: { attempts: 1 } }).execute(Claims),
);

// `result` never throws. It returns complete data, or errors with the data that could be read.
const { data, errors, meta } = await client.result(ClaimById, { id: unknownId });
console.log(
  `Without a throw: ${errors?.[0].kind}, ${JSON.stringify(data)}, ${meta.attempts} attempt`,
);

// `isId` narrows a text to an id, so that it can be used as a variable.
for (const text of [unknownId, 'clm_1', 'Daraa'])
  console.log(`${text}: ${isId('clm', text) ? 'has' : 'does not have'} the form of a claim's id`);
