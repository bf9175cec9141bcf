import { poolOf } from '../database/data-source.ts';
import type { Api } from '../testing/api.ts';
import { fixtures } from '../testing/fixtures.ts';
import { recordNames, recordTypes } from '../values/record-types.ts';

/** Every row of every table of the ledger as text, as a dump has it. */
export async function dumpOf(api: Pick<Api, 'database'>): Promise<string> {
  const client = await poolOf(api.database).connect();
  try {
    const { rows: tables } = await client.query(
      `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
       where table_schema = current_schema() and table_type = 'BASE TABLE' order by 1`,
    );
    const texts: string[] = [];
    for (const { name } of tables) {
      const { rows } = await client.query(`select t::text as row from ${name} t`);
      texts.push(...rows.map(({ row }) => `${name} ${row}`));
    }
    return texts.join('\n');
  } finally {
    client.release();
  }
}

/** What differs from what the log commits to: nothing, unless somebody altered it. */
export async function faultsOfLog({ database }: Pick<Api, 'database'>): Promise<unknown[]> {
  const faults: unknown[] = await database.query('select * from broken_writes()');
  for (const type of recordNames)
    faults.push(
      ...(await database.query(
        'select * from committed_versions($1) c where c.digest is distinct from c.present_digest',
        [recordTypes[type].enum],
      )),
    );
  return faults;
}

/** The lines of a text that match. */
export const linesWith = (text: string, pattern: RegExp): string[] =>
  text.split('\n').filter((line) => pattern.test(line));

interface ProtectedAnswer {
  source: { id: string; name: string; version: number };
  namedTexts: { count: number; first: { recordId: string; field: string }[] };
}

/** The present version of a source. */
export const versionOf = async (api: Pick<Api, 'data'>, id: string): Promise<number> =>
  (await api.data('query ($id: ID!) { source(id: $id) { version } }', { id })).source.version;

/** Changes the protection of a source. */
export async function protectSource(
  api: Pick<Api, 'data'>,
  id: string,
  protection = 'PROTECTED',
  rationale = 'The desk decided.',
): Promise<ProtectedAnswer> {
  const { updateSource } = await api.data(
    `mutation ($id: ID!, $version: Int!, $protection: Protection!, $rationale: String) {
      updateSource(
        id: $id, expectedVersion: $version, rationale: $rationale
        input: { protection: $protection }
      ) { source { id name version } namedTexts { count first { recordId field } } }
    }`,
    { id, version: await versionOf(api, id), protection, rationale },
  );
  return updateSource;
}

/** A public person with a past. Every text of its identity has the word; nothing else has it. */
export async function aKnownPerson(api: Api, word: string) {
  const make = fixtures(api);
  const home = await make.aLocation('A hamlet');
  const id = await make.aSource(`Former ${word}`, {
    role: `${word} baker`,
    basedInId: home,
    externalIds: [{ system: 'phone', value: `12${word}` }],
  });
  const publisher = await make.aReport({ title: 'A post', publisherId: id });
  const written = await make.aReport({ title: 'A letter', authorIds: [id] });
  const claim = await make.aClaim({ sourceId: id, reportId: publisher });
  const group = await make.aFaction('A club');
  await api.data(
    `mutation ($source: ID!, $to: ID!, $claim: ID!, $named: ID!) {
      affiliateSource(input: {
        sourceId: $source, toId: $to, claimIds: [$claim], role: "${word} clerk"
      }) { affiliation { id } }
      rateSource(sourceId: $source, input: { reliability: B, rationale: "Met." }) { source { id } }
      addName(recordId: $named, name: { text: "The hut", kind: ALIAS, sourceId: $source }) {
        record { id }
      }
    }`,
    { source: id, to: group, claim, named: home },
  );
  await api.data(
    `mutation ($id: ID!, $version: Int!) {
      updateSource(id: $id, expectedVersion: $version, input: {
        names: [{ text: "Ilse ${word}", kind: PRIMARY }, { text: "I. ${word}", kind: ALIAS }]
        role: "${word} miller"
      }) { source { id } }
    }`,
    { id, version: await versionOf(api, id) },
  );
  return { id, claim, publisher, written, home };
}
