import { createClient } from '@claimgraph/sdk';
import { answerFromCase } from '../offline/answer.ts';
import { isSavedCase, savedCase } from '../offline/saved-case.ts';

/**
 * Reads from the server that serves the page, as the viewer whose session the browser has. A saved
 * case has no server: it answers from its own data.
 */
export const client = createClient(
  isSavedCase
    ? {
        url: 'https://case.invalid/graphql',
        fetch: async (_url, { body }) => ({
          status: 200,
          headers: { get: (name) => (name === 'content-type' ? 'application/json' : null) },
          text: async () => answerFromCase(await savedCase(), body),
        }),
      }
    : { url: new URL('graphql', document.baseURI).href },
);
