import type pg from 'pg';
import { StartError } from './start-error.ts';

const oldestSupported = 15;

/** Latin, Turkish and Cyrillic letters, as names have them, in upper and in lower case. */
const [upperCase, lowerCase] = ['IŞЖ', 'işж'];

/**
 * Checks that a database can be a ledger: its version, its encoding, and that it folds letters.
 * Search compares names in lower case, so a locale that does not know their letters would miss
 * them, silently.
 *
 * @throws {StartError} in one line, with what to do
 */
export async function checkRequirements(client: pg.ClientBase, address: string): Promise<void> {
  const refuse = (fault: string, remedy: string): never => {
    throw new StartError(`The database at ${address} cannot be used: ${fault}. ${remedy}`);
  };
  const { version, encoding } = await firstRow(
    client,
    `select current_setting('server_version_num')::int / 10000 as version,
       current_setting('server_encoding') as encoding`,
  );
  if (Number(version) < oldestSupported)
    refuse(
      `it is PostgreSQL ${version}`,
      `Claimgraph needs ${oldestSupported} or newer. ` +
        'Upgrade it, or leave DATABASE_URL out to use the embedded one.',
    );
  const remedy =
    'Create another one: create database NAME template template0 ' +
    `${suitableLocale(Number(version))}.`;
  if (encoding !== 'UTF8')
    refuse(`its encoding is ${encoding}, which cannot hold names in every script`, remedy);
  const { lower } = await firstRow(client, 'select lower($1) as lower', [upperCase]);
  // A Turkish locale is refused, too: it would turn Islam into ıslam.
  if (lower !== lowerCase)
    refuse(
      `with its locale ${await localeOf(client)}, ${upperCase} in lower case is ${lower} instead ` +
        `of ${lowerCase}, so that names would not be found`,
      remedy,
    );
}

/** PostgreSQL 17 has a locale of its own. Before that, ICU is the one that every system has. */
const suitableLocale = (version: number): string =>
  version >= 17
    ? "encoding 'UTF8' locale_provider builtin builtin_locale 'C.UTF-8'"
    : "encoding 'UTF8' locale_provider icu icu_locale 'und'";

async function localeOf(client: pg.ClientBase): Promise<unknown> {
  // The column has another name in PostgreSQL 15 and 16. It is null for locales of the system.
  const { locale } = await firstRow(
    client,
    `select coalesce(to_jsonb(d) ->> 'datlocale', to_jsonb(d) ->> 'daticulocale', datctype) locale
     from pg_database d where datname = current_database()`,
  );
  return locale;
}

const firstRow = async (
  client: pg.ClientBase,
  text: string,
  values: unknown[] = [],
): Promise<Record<string, unknown>> => (await client.query(text, values)).rows[0];
