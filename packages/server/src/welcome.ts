import type { Access } from './access/open-access.ts';
import type { Config } from './config.ts';
import type { Running } from './start.ts';

/** The text that is printed once the server is ready: addresses, contents, and what to try. */
export async function welcome({ url, database, access }: Running, config: Config): Promise<string> {
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
    `  Access     ${accessText(access)}`,
    ...signInLines(access, at),
    ``,
    `Try: ${keySetting(access)}node examples/01-who-said-what.mjs ${at}/graphql`,
    `Import UCDP’s events: npx claimgraph import ucdp FILE   ` +
      `(places: import gazetteer FILE; more: --help)`,
  ].join('\n');
}

const accessText = ({ anonymous, isAnonymousLocal }: Access): string => {
  if (!anonymous) return 'everyone needs a key or token';
  const readers = isAnonymousLocal ? 'this machine reads' : 'EVERYONE reads';
  return `${readers} without a key; writing needs one`;
};

/** What gives a command a key, where reading needs one. */
const keySetting = ({ anonymous, adminKey }: Access): string => {
  if (anonymous) return '';
  return adminKey ? `CLAIMGRAPH_KEY="$(cat '${adminKey.path}')" ` : 'CLAIMGRAPH_KEY=<a key> ';
};

/** Where the admin key is, never the key itself: terminals are recorded. */
const signInLines = ({ adminKey, signInLinks }: Access, at: string): string[] =>
  adminKey && signInLinks
    ? [
        `  Admin key  ${adminKey.path}`,
        `  Sign in    ${at}${signInLinks.create()}  (once, within 10 minutes)`,
      ]
    : [];

const count = (number: string, noun: string): string =>
  `${number} ${noun}${number === '1' ? '' : 's'}`;
