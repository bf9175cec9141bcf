// cspell:ignore dont
/**
 * PostGraphile 5 over the same tables, with its recommended preset, and SQL functions for what it
 * does not derive from tables.
 */
import { createServer } from 'node:http';
import pg from 'pg';
import { postgraphile } from 'postgraphile';
import { makePgService } from 'postgraphile/adaptors/pg';
import { grafserv } from 'postgraphile/grafserv/node';
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber';
import { functions } from './postgraphile/functions.mjs';
import { announce, endWithParent, options, poolSize } from './settings.mjs';

endWithParent();
const connectionString = process.env.DATABASE_URL;
const client = new pg.Client(connectionString);
await client.connect();
await client.query(functions);
await client.end();

const instance = postgraphile({
  extends: [PostGraphileAmberPreset],
  disablePlugins: ['NodePlugin'],
  pgServices: [
    makePgService({
      pool: new pg.Pool({ connectionString, options, max: poolSize, min: poolSize }),
      schemas: ['public', 'bench_pg'],
    }),
  ],
  schema: { defaultBehavior: '+connection +list', dontSwallowErrors: true },
  grafserv: {
    graphqlPath: '/graphql',
    graphiql: false,
    outputDataAsString: true,
    websockets: false,
    watch: false,
  },
});
const server = createServer();
await instance.createServ(grafserv).addTo(server);
server.listen(0, '127.0.0.1', () => announce(server.address().port));
