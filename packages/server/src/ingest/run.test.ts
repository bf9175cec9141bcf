import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Api, startApi } from '../testing/api.ts';
import { fileOf, importPath, ucdpFile, withClient } from './ingest.testing.ts';
import { unmatch } from './unmatch.ts';

let api: Api;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

const none = { reports: 0, sources: 0, factions: 0, locations: 0, claims: 0 };
const claim = async (id: string) => {
  const { record } = await api.data(
    `query ($id: ExternalIdInput!) {
      record(type: CLAIM, externalId: $id) {
        ... on Claim {
          version
          report { title }
          quantities { best }
          places { location { id name } }
          history { nodes { change action diff { path before after } } }
        }
      }
    }`,
    { id: { system: 'ucdp-event', value: id } },
  );
  return record;
};
const countRows = async (sql: string) =>
  (await api.database.query(`select count(*)::int as n from ${sql}`))[0].n;

describe('importing a file again', () => {
  test('creates and changes nothing', async () => {
    const path = fileOf(ucdpFile({ id: '1' }, { id: '2', low: '9' }));
    expect((await importPath(api, 'ucdp', path, { release: '19.1' })).created.claims).toBe(2);
    const writes = await countRows('write_log');
    const { created, changed, unchanged } = await importPath(api, 'ucdp', path, {
      release: '19.1',
    });
    expect({ created, changed }).toEqual({ created: none, changed: none });
    expect(unchanged.claims).toBe(2);
    expect(await countRows('write_log')).toBe(writes);
  });

  test('updates in place from a newer release, and never from an older one', async () => {
    const { changed, created } = await importPath(
      api,
      'ucdp',
      fileOf(ucdpFile({ id: '1', best: '4' })),
      { release: '23.1' },
    );
    expect([created.claims, changed.claims]).toEqual([0, 1]);
    const after = await claim('1');
    expect(after).toMatchObject({ version: 2, report: { title: expect.stringContaining('23.1') } });
    expect(after.quantities[0].best).toBe(4);
    expect(after.history.nodes[0].diff).toContainEqual({
      path: expect.arrayContaining(['quantities', 'best']),
      before: '3',
      after: '4',
    });
    const older = await importPath(
      api,
      'ucdp',
      fileOf(ucdpFile({ id: '1', best: '2', low: '2' })),
      {
        release: '19.1',
      },
    );
    expect([older.changed.claims, older.problems]).toMatchObject([0, { OLDER_RELEASE: 1 }]);
    expect(await claim('1')).toMatchObject({
      version: 2,
      quantities: expect.arrayContaining([{ best: 4 }]),
    });
  });

  test('ignores differences in letter case and spacing', async () => {
    await importPath(api, 'ucdp', fileOf(ucdpFile({ id: '3' })), { release: '19.1' });
    const { changed } = await importPath(
      api,
      'ucdp',
      fileOf(ucdpFile({ id: '3', where_coordinates: 'millbrook  TOWN' })),
      { release: '23.1' },
    );
    expect(changed).toEqual(none);
  });

  test('resumes after the last batch of an interrupted import', async () => {
    const path = fileOf(
      ucdpFile(...Array.from({ length: 5 }, (_, i) => ({ id: String(1_000 + i) }))),
    );
    let seen = 0;
    const stop = () => {
      seen += 1;
      if (seen === 2) throw new Error('stopped');
    };
    await expect(importPath(api, 'ucdp', path, { onProgress: stop, batchRows: 2 })).rejects.toThrow(
      'stopped',
    );
    const writes = await countRows('write_log');
    const { created, rowsRead } = await importPath(api, 'ucdp', path, { batchRows: 2 });
    expect([rowsRead, created.claims]).toEqual([5, 5]);
    expect(await countRows('write_log')).toBe(writes + 1);
  });
});

test('an id that an earlier batch has is refused, also after an interruption', async () => {
  const rows: Record<string, string>[] = [
    { id: '6001' },
    { id: '6002' },
    { id: '6003' },
    { id: '6001', best: '4' },
  ];
  const path = fileOf(ucdpFile(...rows));
  const stop = () => {
    throw new Error('stopped');
  };
  await expect(importPath(api, 'ucdp', path, { onProgress: stop, batchRows: 2 })).rejects.toThrow(
    'stopped',
  );
  for (const force of [false, true]) {
    const { list, rowsImported, rowsRefused, changed } = await importPath(api, 'ucdp', path, {
      batchRows: 2,
      force,
    });
    expect(list).toMatchObject([
      { kind: 'REPEATED_ID', line: 5, column: 'id', value: '6001', refused: true },
    ]);
    expect([rowsImported, rowsRefused, changed]).toEqual([3, 1, none]);
    expect((await claim('6001')).quantities[0].best).toBe(3);
  }
});

test('a dry run reports what would happen and changes nothing', async () => {
  const before = await Promise.all(
    ['claim', 'report', 'write_log', 'import_run', 'import_match'].map(countRows),
  );
  const { created } = await importPath(api, 'ucdp', fileOf(ucdpFile({ id: '7001' })), {
    dryRun: true,
  });
  expect(created.claims).toBe(1);
  expect(
    await Promise.all(
      ['claim', 'report', 'write_log', 'import_run', 'import_match'].map(countRows),
    ),
  ).toEqual(before);
});

describe('rows that cannot be imported', () => {
  test('are refused one by one, with line, column and value', async () => {
    const rows = ucdpFile(
      { id: '40' },
      { id: 'forty-one' },
      { id: '42', type_of_violence: '7' },
      { id: '40' },
    );
    const text = `${rows}\nshort,row`;
    const { rowsRead, rowsImported, rowsRefused, list } = await importPath(
      api,
      'ucdp',
      fileOf(text),
    );
    expect({ rowsRead, rowsImported, rowsRefused }).toEqual({
      rowsRead: 5,
      rowsImported: 1,
      rowsRefused: 4,
    });
    expect(list.map(({ line, column, value, kind }) => [line, column, value, kind])).toEqual([
      [3, 'id', 'forty-one', 'BAD_ID'],
      [4, 'type_of_violence', '7', 'BAD_CODE'],
      [5, 'id', '40', 'REPEATED_ID'],
      [6, null, '2 cells', 'COLUMN_COUNT'],
    ]);
  });

  test('are found one by one if only the database refuses them', async () => {
    await api.database.query(
      `alter table claim add constraint test_check check (statement not like '%Cursed%')`,
    );
    const { rowsImported, rowsRefused, problems } = await importPath(
      api,
      'ucdp',
      fileOf(ucdpFile({ id: '50' }, { id: '51', where_coordinates: 'Cursed town' }, { id: '52' })),
    );
    await api.database.query('alter table claim drop constraint test_check');
    expect({ rowsImported, rowsRefused, problems }).toEqual({
      rowsImported: 2,
      rowsRefused: 1,
      problems: { REFUSED: 1 },
    });
  });
});

describe('a wrong file is refused as a whole, with the reason', () => {
  const validFile = ucdpFile({ id: '60' });
  const files: [what: string, content: string | Buffer, message: RegExp][] = [
    ['empty', '', /is empty/],
    ['with other columns', 'a,b,c\n1,2,3\n', /lacks id, type_of_violence/],
    ['binary', Buffer.from([0x7f, 0x45, 0x4c, 0x46, 1, 2, 0, 0, 9, 9]), /NUL/],
    ['with a NUL at its end', `${validFile}\n\0`, /line 3: there is a NUL byte/],
    [
      'with an incomplete character at its end',
      Buffer.concat([Buffer.from(validFile), Buffer.from([0xd8])]),
      /line 2: this is not UTF-8/,
    ],
    [
      'in another encoding',
      Buffer.from(validFile.replace('Millbrook', 'M\u00fchlbach'), 'latin1'),
      /line 2: this is not UTF-8/,
    ],
    ['in UTF-16 without a mark', Buffer.from(validFile, 'utf16le'), /NUL/],
    ['with a line of 3 MB', `${validFile}\n"${'x'.repeat(3_000_000)}`, /longer than 2 MB/],
    ['with a quote in the middle of a cell', `${validFile}\n{ "61,x`, /is not valid CSV/],
    ['with a quote that is never closed', `${validFile}\n"61,x`, /is not valid CSV/],
    ['gzip that is truncated', gzipSync(validFile).subarray(0, -12), /is not a complete gzip file/],
  ];
  test.each(files)('%s', async (_, content, message) => {
    const before = await countRows('claim');
    await expect(importPath(api, 'ucdp', fileOf(content))).rejects.toThrow(message);
    expect(await countRows('claim')).toBe(before);
  });
});

test('reads gzip with a byte order mark and CRLF', async () => {
  const text = `\ufeff${ucdpFile({ id: '70' }).replaceAll('\n', '\r\n')}\r\n`;
  expect(
    (await importPath(api, 'ucdp', fileOf(gzipSync(text), 'events.csv.gz'))).created.claims,
  ).toBe(1);
});

test('undoing a match gives the key a record of its own, which its claims refer to', async () => {
  const place = {
    adm_1: '',
    adm_2: '',
    country: 'Ruritania',
    where_coordinates: 'Oldmill town',
    latitude: '3.1',
    longitude: '4.1',
  };
  await importPath(api, 'ucdp', fileOf(ucdpFile({ id: '80', ...place })));
  // The same name, hardly farther: taken for the same.
  await importPath(api, 'ucdp', fileOf(ucdpFile({ id: '81', ...place, latitude: '3.101' })));
  const [one, other] = [await claim('80'), await claim('81')];
  expect(other.places[0].location.id).toBe(one.places[0].location.id);
  const [{ id }] = await api.database.query(
    `select id from import_match where how like 'NAME_AND_POINT%' and value like '%oldmill%'`,
  );
  const { claims } = await withClient(api, (client) => unmatch(client, id));
  expect(claims).toBe(1);
  expect((await claim('81')).places[0].location.id).not.toBe(one.places[0].location.id);
  expect((await claim('80')).places[0].location.id).toBe(one.places[0].location.id);
  expect(
    (await importPath(api, 'ucdp', fileOf(ucdpFile({ id: '81', ...place, latitude: '3.101' }))))
      .changed,
  ).toEqual(none);
});

test('if two places match equally well, neither is taken, and the match says so', async () => {
  const place = {
    adm_1: '',
    adm_2: '',
    country: 'Ruritania',
    where_coordinates: 'Twinford town',
    latitude: '5.2',
    longitude: '6.2',
  };
  const points = [{ latitude: '5.19' }, { latitude: '5.21' }, {}];
  await importPath(
    api,
    'ucdp',
    fileOf(
      ucdpFile(
        ...points.map((point, i) => ({ id: String(90 + i), ...place, ...point })).slice(0, 2),
      ),
    ),
  );
  await importPath(api, 'ucdp', fileOf(ucdpFile({ id: '92', ...place })));
  const matches = await api.database.query(
    `select how, detail from import_match where value like '%twinford town|5.200,6.200'`,
  );
  expect(matches).toEqual([{ how: 'CREATED', detail: 'several places match equally well' }]);
});
