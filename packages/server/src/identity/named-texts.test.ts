import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { csv } from '../ingest/csv/csv.ts';
import { type Api, startApi } from '../testing/api.ts';
import { fixtures } from '../testing/fixtures.ts';
import { importText } from '../testing/imports.ts';
import { dumpOf, linesWith, protectSource } from './identity.testing.ts';

let api: Api;
let make: ReturnType<typeof fixtures>;
beforeAll(async () => {
  api = await startApi('ledger');
  make = fixtures(api);
});
afterAll(() => api.stop());

/** Names, with texts that contain them, and texts that do not. */
const spellings: [name: string, found: string[], others: string[]][] = [
  [
    'Zoë Ødegård',
    [
      'zoe ødegård',
      'ZOË ØDEGÅRD',
      'Zoe\u0308 Øde\u200dga\u030ard.',
      'ZOE ODEGARD',
      '{"by":"Zo\\u00eb \\u00d8deg\\u00e5rd"}',
      'https://x.test/by/Zo%C3%AB_%c3%98deg%C3%A5rd',
      'Zo&#235;&nbsp;&#xD8;deg&#xe5;rd',
    ],
    ['Zoé and Ødegård', 'Zoëlla Ødegård', '100% of Zo%C3'],
  ],
  [
    'مُحَمَّد الأحمد',
    [
      'محمد الأحمد',
      'قال محمّد الاحمد',
      'ومحمد الأحمد',
      'محـــمد الأحمد',
      '"\\u0645\\u062d\\u0645\\u062f \\u0627\\u0644\\u0623\\u062d\\u0645\\u062f"',
    ],
    ['محمود الأحمد', 'احمد محمد'],
  ],
  ['Işık Straße', ['IŞIK STRASSE', 'ışık straße', 'isik strasse'], ['Işıklar Straße']],
  ['Łucja', ['ŁUCJA spoke', 'lucja', 'In \\u0141ucja we trust'], ['Lucjan']],
  ['Saʿid', ['Said', 'SAʿID'], ['Saids']],
];

test.each(spellings)('texts are listed in every spelling of %s', async (name, found, others) => {
  const [named, unnamed]: string[][] = [[], []];
  for (const statement of found) named?.push(await make.aClaim({ statement }));
  for (const statement of others) unnamed?.push(await make.aClaim({ statement }));
  const { namedTexts } = await protectSource(api, await make.aSource(name));
  const listed = namedTexts.first.map(({ recordId }) => recordId);
  expect(listed.sort()).toEqual(named?.sort());
});

const settings = {
  dataset: { name: 'The ferry table', kind: 'DATASET' },
  id: { column: 'ref' },
  statement: { column: 'account' },
  sources: [{ column: 'heard', kind: 'PERSON' }],
};

const inTestWrite = (statement: string, values: unknown[]) =>
  api.database.transaction(async (manager) => {
    await manager.query(`select open_write('test', 'test')`);
    await manager.query(statement, values);
    await manager.query('select close_write()');
  });

test('rows of files and conflicts that contain a name of one word are listed', async () => {
  await importText(
    api,
    csv,
    'ref,account,heard,note\n' +
      'K1,A ferry is late,Someone,Kestrel was there\n' +
      'K2,A ferry sank,Kestrel,Kestrel was there\n' +
      'K3,A ferry left,Someone,\n',
    { settings },
  );
  const claimOf = async (value: string): Promise<string> =>
    (
      await api.data(
        `query ($value: String!) {
          record(type: CLAIM, externalId: { system: "table:the ferry table", value: $value }) { id }
        }`,
        { value },
      )
    ).record.id;
  const [first, third] = [await claimOf('K1'), await claimOf('K3')];
  await inTestWrite(
    `insert into import_conflict (id, kind, state, record_type, record_id, claim_id, field,
       file_value, format, file, run_id, rows, at)
     values (gen_random_uuid(), 'IMPORT_CONFLICT', 'OPEN', 'CLAIM', $1, $1, 'statement',
       to_jsonb('As Kestrel said'::text), 'csv', 'a.csv', gen_random_uuid(), '{}', now())`,
    [third.slice(4)],
  );
  const { sources } = await api.data('{ sources(filter: { text: "Kestrel" }) { nodes { id } } }');
  const { namedTexts } = await protectSource(api, sources.nodes[0].id);
  expect(namedTexts.first).toEqual([
    { recordId: first, field: 'importedRow' },
    { recordId: third, field: 'importConflicts.fileValue' },
  ]);
  // The row that is about the source has lost the name, and nothing else has it.
  const left = linesWith(await dumpOf(api), /Kestrel/);
  expect(left.map((line) => line.split(' ')[0])).toEqual([
    'public.import_conflict',
    'public.import_row',
  ]);
});

test('earlier reports of imports lose a name of one word, also where it was cut', async () => {
  const long = `${'x'.repeat(485)} by Peregrine Hallow`;
  await importText(
    api,
    csv,
    `ref,account,heard,day\nH1,A tram is late,A pilot,${long}\n` +
      'H2,A bus is late,A pilot,Hallow says\n' +
      'H3,A ferry is late,Hallow,\nH4,A ferry left,Peregrine Hallow,\n',
    { settings: { ...settings, occurred: { from: 'day' } }, file: 'hallow.csv' },
  );
  for (const name of ['Hallow', 'Peregrine Hallow']) {
    const { sources } = await api.data(
      'query ($name: String!) { sources(filter: { text: $name }) { nodes { id name } } }',
      { name },
    );
    await protectSource(api, sources.nodes.find((each: { name: string }) => each.name === name).id);
  }
  const left = linesWith(await dumpOf(api), /Hallow|Peregrine/i);
  // The rows of others may mean somebody else by it. They are listed for a person to decide.
  expect(left.filter((line) => !/^public.import_(row|issue) /.test(line))).toEqual([]);
  expect(linesWith(left.join('\n'), /Peregrine/)).toEqual([]);
});
