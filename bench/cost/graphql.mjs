import { createRequire } from 'node:module';

const ofServer = createRequire(new URL('../../packages/server/package.json', import.meta.url));

/** The graphql-js of the server: the contenders of the benchmark have one of their own. */
export const graphql = ofServer('graphql');
