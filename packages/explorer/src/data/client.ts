import { createClient } from '@claimgraph/sdk';

/**
 * Reads from the server that serves the page. A key for viewers who sign in belongs into its
 * `headers`, which may be a function.
 */
export const client = createClient({ url: new URL('graphql', document.baseURI).href });
