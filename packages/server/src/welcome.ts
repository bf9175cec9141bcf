import type { Config } from './config.ts';
import type { Running } from './start.ts';

/** The text that is printed once the server is ready: addresses, contents, and what to try. */
export async function welcome({ url, database }: Running, config: Config): Promise<string> {
  const [{ reports, claims, places }] = await database.query(
    `select
      (select count(*) from report where withdrawn_at is null) as reports,
      (select count(*) from claim where withdrawn_at is null) as claims,
      (select count(*) from location where withdrawn_at is null) as places`,
  );
  const contents = [count(reports, 'report'), count(claims, 'claim'), count(places, 'place')];
  const at = url.replace('[::1]', 'localhost').replace('127.0.0.1', 'localhost');
  const page = config.sandbox ? 'Apollo Sandbox' : 'GraphiQL';
  return [
    `Claimgraph is ready.`,
    ``,
    `  Page       ${at}/          (map, timeline, list)`,
    `  GraphQL    ${at}/graphql   (a browser gets ${page}, opened on a tour)`,
    `  Explorer   ${at}/explorer  (GraphiQL; needs no network)`,
    `  Loaded     ${contents.join(', ')}`,
    `  Database   ${config.databaseUrl ? 'DATABASE_URL' : `embedded PostgreSQL in ${config.home}`}`,
    ...(config.open ? [openWarning(config, url)] : []),
    ``,
    `Try: node examples/01-who-said-what.mjs ${at}/graphql`,
    `Import UCDP’s events: npx claimgraph import ucdp FILE   ` +
      `(places: import gazetteer FILE; more: --help)`,
  ].join('\n');
}

const openWarning = ({ host }: Config, url: string): string =>
  `  Open       CLAIMGRAPH_OPEN=1: ` +
  `anyone who reaches ${host}:${new URL(url).port} may read and write.`;

const count = (number: string, noun: string): string =>
  `${number} ${noun}${number === '1' ? '' : 's'}`;
