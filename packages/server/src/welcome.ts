import type { Config } from './config.ts';
import type { Running } from './start.ts';

/** What a person needs to know once it serves: where, what is in it, what to try. */
export async function welcome({ url, database }: Running, config: Config): Promise<string> {
  const [{ reports, claims, places }] = await database.query(
    `select (select count(*) from report where withdrawn_at is null) as reports, (select count(*) from claim where withdrawn_at is null) as claims,
      (select count(*) from location where withdrawn_at is null) as places`,
  );
  const at = url.replace('[::1]', 'localhost').replace('127.0.0.1', 'localhost');
  return [
    `Claimgraph is ready.`,
    ``,
    `  GraphQL    ${at}/graphql   (a browser gets Apollo Sandbox, opened on a tour)`,
    `  Explorer   ${at}/explorer  (GraphiQL; needs no network)`,
    `  Loaded     ${count(reports, 'report')}, ${count(claims, 'claim')}, ${count(places, 'place')}`,
    `  Database   ${config.databaseUrl ? 'DATABASE_URL' : `embedded PostgreSQL in ${config.home}`}`,
    ...(config.open
      ? [
          `  Open       CLAIMGRAPH_OPEN=1: whoever reaches ${config.host}:${new URL(url).port} may read and write.`,
        ]
      : []),
    ``,
    `Try: node examples/01-who-said-what.mjs ${at}/graphql`,
    `Bring UCDP’s events beside it: npx claimgraph import ucdp FILE   (gazetteer FILE for places; --help for more)`,
  ].join('\n');
}

const count = (how: string, thing: string): string => `${how} ${thing}${how === '1' ? '' : 's'}`;
