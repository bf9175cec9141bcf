/**
 * What tutorials of this stack teach, done with care: Apollo's standalone server, one resolver per
 * field, and one DataLoader per relation over TypeORM's repositories.
 */
import { readFileSync } from 'node:fs';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { loaders } from './dataloader/loaders.mjs';
import { resolvers } from './dataloader/resolvers.mjs';
import { announce, endWithParent } from './settings.mjs';

endWithParent();
const typeDefs = readFileSync(new URL('dataloader/schema.graphql', import.meta.url), 'utf8');
const { url } = await startStandaloneServer(
  new ApolloServer({ typeDefs, resolvers, includeStacktraceInErrorResponses: false }),
  {
    listen: { host: '127.0.0.1', port: 0 },
    context: async () => ({ load: loaders() }),
  },
);
announce(new URL(url).port);
