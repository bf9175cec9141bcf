import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Api, startApi } from '../testing/api.ts';
import { connected, events, fileOf, imported } from './ingest.testing.ts';
import { unmatch } from './unmatch.ts';

let api: Api;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

const none = { reports: 0, sources: 0, factions: 0, locations: 0, claims: 0 };
const claim = async (id: string) =>
  (
    await api.data(`{ record(type: CLAIM, externalId: { system: "ucdp-event", value: "${id}" }) { ... on Claim { version report { title }
      quantities { best } places { location { id name } } history { nodes { change action diff { path before after } } } } } }`)
  ).record;
const counted = async (sql: string) =>
  (await api.database.query(`select count(*)::int as n from ${sql}`))[0].n;

describe('an import that is run again', () => {
  test('creates and changes nothing', async () => {
    const path = fileOf(events({ id: '1' }, { id: '2', low: '9' }));
    expect((await imported(api, 'ucdp', path, { release: '19.1' })).created.claims).toBe(2);
    const writes = await counted('write_log');
    const { created, changed, unchanged } = await imported(api, 'ucdp', path, { release: '19.1' });
    expect({ created, changed }).toEqual({ created: none, changed: none });
    expect(unchanged.claims).toBe(2);
    expect(await counted('write_log')).toBe(writes);
  });

  test('of a newer release updates in place and keeps the former values, and an older one never overwrites it', async () => {
    const { changed, created } = await imported(
      api,
      'ucdp',
      fileOf(events({ id: '1', best: '4' })),
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
    const older = await imported(api, 'ucdp', fileOf(events({ id: '1', best: '2', low: '2' })), {
      release: '19.1',
    });
    expect([older.changed.claims, older.problems]).toEqual([0, { OLDER_RELEASE: 1 }]);
    expect(await claim('1')).toMatchObject({
      version: 2,
      quantities: expect.arrayContaining([{ best: 4 }]),
    });
  });

  test('takes a difference of letter case and spacing alone for no change', async () => {
    await imported(api, 'ucdp', fileOf(events({ id: '3' })), { release: '19.1' });
    const { changed } = await imported(
      api,
      'ucdp',
      fileOf(events({ id: '3', where_coordinates: 'millbrook  TOWN' })),
      { release: '23.1' },
    );
    expect(changed).toEqual(none);
  });

  test('and interrupted in between goes on where it stopped', async () => {
    const path = fileOf(
      events(...Array.from({ length: 5 }, (_, i) => ({ id: String(1_000 + i) }))),
    );
    let seen = 0;
    const stop = () => {
      seen += 1;
      if (seen === 2) throw new Error('stopped');
    };
    await expect(imported(api, 'ucdp', path, { onProgress: stop, batchRows: 2 })).rejects.toThrow(
      'stopped',
    );
    const writes = await counted('write_log');
    const { created, rowsRead } = await imported(api, 'ucdp', path, { batchRows: 2 });
    expect([rowsRead, created.claims]).toEqual([5, 5]);
    expect(await counted('write_log')).toBe(writes + 1);
  });
});

test('a dry run says what would happen and changes nothing', async () => {
  const before = await Promise.all(
    ['claim', 'report', 'write_log', 'import_run', 'import_match'].map(counted),
  );
  const { created } = await imported(api, 'ucdp', fileOf(events({ id: '7001' })), { dryRun: true });
  expect(created.claims).toBe(1);
  expect(
    await Promise.all(['claim', 'report', 'write_log', 'import_run', 'import_match'].map(counted)),
  ).toEqual(before);
});

describe('rows that cannot come in', () => {
  test('are refused one by one, with line, column and reason: what was read is what came in and what was refused', async () => {
    const text = `${events({ id: '40' }, { id: 'forty-one' }, { id: '42', type_of_violence: '7' }, { id: '40' })}\nshort,row`;
    const { rowsRead, rowsImported, rowsRefused, list } = await imported(api, 'ucdp', fileOf(text));
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

  test('that only the database refuses are found among the others', async () => {
    await api.database.query(
      `alter table claim add constraint test_check check (statement not like '%Cursed%')`,
    );
    const { rowsImported, rowsRefused, problems } = await imported(
      api,
      'ucdp',
      fileOf(events({ id: '50' }, { id: '51', where_coordinates: 'Cursed town' }, { id: '52' })),
    );
    await api.database.query('alter table claim drop constraint test_check');
    expect({ rowsImported, rowsRefused, problems }).toEqual({
      rowsImported: 2,
      rowsRefused: 1,
      problems: { REFUSED: 1 },
    });
  });
});

describe('a file that cannot be what it is said to be changes nothing, and is told why', () => {
  const whole = events({ id: '60' });
  const files: [what: string, content: string | Buffer, message: RegExp][] = [
    ['empty', '', /is empty/],
    ['with other columns', 'a,b,c\n1,2,3\n', /lacks id, type_of_violence/],
    ['binary', Buffer.from([0x7f, 0x45, 0x4c, 0x46, 1, 2, 0, 0, 9, 9]), /NUL/],
    ['with a NUL at its end', `${whole}\n\0`, /line 3: there is a NUL byte/],
    [
      'with half a character at its end',
      Buffer.concat([Buffer.from(whole), Buffer.from([0xd8])]),
      /line 2: this is not UTF-8/,
    ],
    [
      'in another encoding',
      Buffer.from(whole.replace('Millbrook', 'M\u00fchlbach'), 'latin1'),
      /line 2: this is not UTF-8/,
    ],
    ['in UTF-16', Buffer.from(`\ufeff${whole}`, 'utf16le'), /UTF-16/],
    ['of one line without end', `${whole}\n"${'x'.repeat(3_000_000)}`, /longer than 2 MB/],
    ['with a quote in the middle of a cell', `${whole}\n{ "61,x`, /no CSV that can be read/],
    ['with a quote that is never closed', `${whole}\n"61,x`, /no CSV that can be read/],
    ['gzip that is cut off', gzipSync(whole).subarray(0, -12), /no whole gzip file/],
  ];
  test.each(files)('%s', async (_, content, message) => {
    const before = await counted('claim');
    await expect(imported(api, 'ucdp', fileOf(content))).rejects.toThrow(message);
    expect(await counted('claim')).toBe(before);
  });
});

test('byte order mark, CRLF and gzip are read through', async () => {
  const text = `\ufeff${events({ id: '70' }).replaceAll('\n', '\r\n')}\r\n`;
  expect(
    (await imported(api, 'ucdp', fileOf(gzipSync(text), 'events.csv.gz'))).created.claims,
  ).toBe(1);
});

test('a match that is undone becomes a record of its own, and the claims from it name that', async () => {
  const place = {
    adm_1: '',
    adm_2: '',
    country: 'Ruritania',
    where_coordinates: 'Oldmill town',
    latitude: '3.1',
    longitude: '4.1',
  };
  await imported(api, 'ucdp', fileOf(events({ id: '80', ...place })));
  // The same name, hardly farther: taken for the same.
  await imported(api, 'ucdp', fileOf(events({ id: '81', ...place, latitude: '3.101' })));
  const [one, other] = [await claim('80'), await claim('81')];
  expect(other.places[0].location.id).toBe(one.places[0].location.id);
  const [{ id }] = await api.database.query(
    `select id from import_match where how like 'NAME_AND_POINT%' and value like '%oldmill%'`,
  );
  const { claims } = await connected(api, (client) => unmatch(client, id));
  expect(claims).toBe(1);
  expect((await claim('81')).places[0].location.id).not.toBe(one.places[0].location.id);
  expect((await claim('80')).places[0].location.id).toBe(one.places[0].location.id);
  expect(
    (await imported(api, 'ucdp', fileOf(events({ id: '81', ...place, latitude: '3.101' }))))
      .changed,
  ).toEqual(none);
});

test('of two places that fit as well neither is taken, and the match says so', async () => {
  const place = {
    adm_1: '',
    adm_2: '',
    country: 'Ruritania',
    where_coordinates: 'Twinford town',
    latitude: '5.2',
    longitude: '6.2',
  };
  const points = [{ latitude: '5.19' }, { latitude: '5.21' }, {}];
  await imported(
    api,
    'ucdp',
    fileOf(
      events(...points.map((point, i) => ({ id: String(90 + i), ...place, ...point })).slice(0, 2)),
    ),
  );
  await imported(api, 'ucdp', fileOf(events({ id: '92', ...place })));
  const found = await api.database.query(
    `select how, detail from import_match where value like '%twinford town|5.200,6.200'`,
  );
  expect(found).toEqual([{ how: 'CREATED', detail: 'several places fit as well' }]);
});
