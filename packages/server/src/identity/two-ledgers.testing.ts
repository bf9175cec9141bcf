import { createKey } from '../access/keys.ts';
import { type Role, roles } from '../access/roles.ts';
import { csv } from '../ingest/csv/csv.ts';
import { type Api, startApi } from '../testing/api.ts';
import { changeLogged } from '../testing/change-database.ts';
import { copyDatabase } from '../testing/copy-database.ts';
import { writeDataset } from '../testing/differential/dataset.ts';
import { fixtures } from '../testing/fixtures.ts';
import { importText } from '../testing/imports.ts';
import { scratchDatabase } from '../testing/scratch.ts';
import { protectSource } from './identity.testing.ts';

/** Who a protected source is. */
export interface TestIdentity {
  names: readonly { text: string; kind: string; language?: string }[];
  role: string | null;
  phones: readonly string[];
  notes: string | null;
  isBased: boolean;
}

/** Two ledgers that one script built, and a key of each role that both know. */
export interface TwoLedgers {
  apis: readonly [Api, Api];
  keys: Record<Role, string>;
  /** Replaces ids and times of the second ledger by those of the first, and the reverse. */
  toFirst: (text: string) => string;
  toSecond: (text: string) => string;
  stop: () => Promise<void>;
}

/** Builds both. They differ only in the identities of protected sources. */
export async function twoLedgers(
  identities: readonly [TestIdentity, TestIdentity],
  { isLarge }: { isLarge: boolean },
): Promise<TwoLedgers> {
  const { url, keys } = await baseLedger(isLarge);
  const urls = [url, await copyDatabase(url)] as const;
  const start = (databaseUrl: string) => startApi('sample', { databaseUrl });
  const apis = [await start(urls[0]), await start(urls[1])] as const;
  for (const [i, api] of apis.entries()) await script(api, identities[i] ?? identities[0]);
  const [first, second] = [await marksOf(apis[0]), await marksOf(apis[1])];
  return {
    apis,
    keys,
    toFirst: translator(second, first),
    toSecond: translator(first, second),
    stop: async () => {
      for (const api of apis) await api.stop();
    },
  };
}

/** A ledger without protected sources, and a key of each role. Its server is stopped. */
async function baseLedger(isLarge: boolean) {
  const url = await scratchDatabase('sample');
  const origin = await startApi('sample', { databaseUrl: url });
  if (isLarge) await writeDataset(origin);
  await writeMore(origin);
  const keys = Object.fromEntries(
    await Promise.all(
      roles.map(async (role) => [
        role,
        await createKey(origin.database, { name: `a ${role}`, role, expiresAt: null }),
      ]),
    ),
  ) as Record<Role, string>;
  await origin.stop();
  return { url, keys };
}

/** One ledger, with the identity in its protected sources. Its server is stopped. */
export async function oneLedger(identity: TestIdentity, { isLarge }: { isLarge: boolean }) {
  const { url, keys } = await baseLedger(isLarge);
  const api = await startApi('sample', { databaseUrl: url });
  await script(api, identity);
  await api.stop();
  return { url, keys };
}

/** Things that the sample has not, so that operations can ask for them. */
async function writeMore(api: Api): Promise<void> {
  const make = fixtures(api);
  const claim = await make.aClaim({ externalIds: [{ system: 'desk', value: '1' }] });
  await api.data(
    'mutation ($input: AffiliationInput!) { affiliateSource(input: $input) { warnings { code } } }',
    {
      input: {
        sourceId: await make.aSource('A clerk'),
        toId: await make.aSource('An office'),
        claimIds: [claim],
      },
    },
  );
  await changeLogged(
    api.database,
    `insert into import_conflict (id, kind, state, record_type, record_id, claim_id, field,
       file_value, format, file, run_id, rows, at)
     values (gen_random_uuid(), 'IMPORT_CONFLICT', 'OPEN', 'CLAIM', $1, $1, 'statement', '"x"',
       'csv', 'a.csv', gen_random_uuid(), '{}', now())`,
    [claim.slice(4)],
  );
}

/** The same writes in each ledger: a source that is protected from the start, and one later. */
async function script(api: Api, { names, role, phones, notes, isBased }: TestIdentity) {
  const make = fixtures(api);
  const home = await make.aLocation('A hamlet of many');
  const input = {
    names: [...names],
    role,
    externalIds: phones.map((value) => ({ system: 'phone', value })),
    basedInId: isBased ? home : null,
  };
  const hidden = await make.aSource('unused', {
    ...input,
    protection: 'PSEUDONYMOUS',
    identityNotes: notes,
  });
  const known = await make.aSource('unused', {
    ...input,
    names: names.map((name) => ({ ...name, text: `${name.text} the elder` })),
    externalIds: phones.map((value) => ({ system: 'phone', value: `${value}0` })),
  });
  for (const sourceId of [hidden, known]) {
    const reportId = await make.aReport({ title: 'A post', publisherId: sourceId });
    await make.aReport({ title: 'A letter', authorIds: [sourceId] });
    await make.aClaim({ sourceId, reportId, occurred: { edtf: '2018-07' } });
    await api.data(
      `mutation ($id: ID!) {
        rateSource(sourceId: $id, input: { reliability: B, rationale: "Met." }) { source { id } }
      }`,
      { id: sourceId },
    );
  }
  await api.data(
    'mutation ($input: AffiliationInput!) { affiliateSource(input: $input) { warnings { code } } }',
    {
      input: {
        sourceId: known,
        toId: await make.aFaction('A club'),
        claimIds: [await make.aClaim({ sourceId: known })],
        role,
      },
    },
  );
  const rows =
    'ref,account,heard\n' +
    `1,A ferry is late,"${names[0]?.text}"\n2,A bus is late,"${names[0]?.text} the elder"\n`;
  const settings = {
    dataset: { name: 'A table', kind: 'DATASET' },
    id: { column: 'ref' },
    statement: { column: 'account' },
    sources: [{ column: 'heard', kind: 'PERSON' }],
  };
  await importText(api, csv, rows, { settings });
  await protectSource(api, known);
  await importText(api, csv, rows, { settings, force: true });
  await api.data(
    `mutation ($id: ID!, $input: UpdateSourceInput!) {
      updateSource(id: $id, expectedVersion: 2, input: $input) { source { id } }
    }`,
    { id: hidden, input: { names: [...names].reverse(), role: notes } },
  );
}

/** The ids and times of a ledger, in the order in which they were written. */
interface Marks {
  ids: string[];
  times: string[];
}

async function marksOf({ database }: Api): Promise<Marks> {
  const tables: { name: string }[] = await database.query(
    `select distinct h.table_name as name from history_table h
     where exists (select from columns_of(h.table_name) c where c.name = 'id') order by 1`,
  );
  const ids: string[] = [];
  for (const { name } of tables)
    ids.push(
      ...(await database.query(`select id from "${name}" order by valid_from, id`)).map(
        ({ id }: { id: string }) => id,
      ),
    );
  // As fields, cursors, changes and messages show them.
  const times: { texts: string[] }[] = await database.query(
    `select array[
       trim(both '"' from json_time(at)),
       (at at time zone 'UTC')::text || '+00',
       replace((at at time zone 'UTC')::text, ' ', 'T') || '+00:00',
       to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')] as texts
     from (
       select at, 1 as part, lpad(seq::text, 20) as key from write_log
       union all select at, 2, id::text from import_match
     ) t order by part, key collate "C"`,
  );
  return { ids, times: times.flatMap(({ texts }) => texts) };
}

const uuid = /[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}/gi;
const time = /\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|\+00(?::00)?)/g;
/** Replaces the marks of one ledger by those of another. */
function translator(from: Marks, to: Marks): (text: string) => string {
  if (from.ids.length !== to.ids.length || from.times.length !== to.times.length)
    throw new Error('The two ledgers differ in the number of their rows.');
  const ids = new Map(from.ids.map((id, i) => [id, to.ids[i] ?? id]));
  const times = new Map(from.times.map((at, i) => [at, to.times[i] ?? at]));
  const idOf = (id: string): string => {
    const other = ids.get(id.toLowerCase());
    if (!other) return id;
    return /[A-F]/.test(id) ? other.toUpperCase() : other;
  };
  return (text) => text.replace(uuid, idOf).replace(time, (at) => times.get(at) ?? at);
}
