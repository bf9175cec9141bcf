import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Api, startApi } from '../packages/server/src/testing/api.ts';
import { fixtures } from '../packages/server/src/testing/fixtures.ts';

let api: Api;

beforeAll(async () => {
  api = await startApi('sample');
});
afterAll(() => api.stop());

const script = fileURLToPath(new URL('01-who-said-what.mjs', import.meta.url));

/** Runs the script in a process of its own, and collects its output and exit code. */
const run = (...args: string[]) =>
  new Promise<{ out: string; message: string; code: number }>((done) => {
    const child = execFile(process.execPath, [script, ...args], (_, stdout, stderr) =>
      done({ out: stdout, message: stderr.trim(), code: child.exitCode ?? -1 }),
    );
  });

/** The rows of the table, with the lines of each cell joined. */
const rowsOf = (out: string): string[][] => {
  const [ruler, ...lines] = out
    .split('\n')
    .slice(out.split('\n').findIndex((line) => line.startsWith('---')));
  const starts = [...ruler!.matchAll(/-+/g)].map(({ index }) => index);
  const blocks = lines.join('\n').split('\n\n').slice(0, -1);
  return blocks.map((block) =>
    starts.map((start, i) =>
      block
        .split('\n')
        .map((line) => line.slice(start, starts[i + 1]).trim())
        .filter(Boolean)
        .join(' '),
    ),
  );
};

describe('who said what', () => {
  test('about Daraa governorate in July 2018 by default', async () => {
    const { out, code, message } = await run(api.url);
    expect([code, message]).toEqual([0, '']);
    expect(out).toContain(
      'Claims about Daraa and everything inside it, from 2018-07-01 to 2018-07-31',
    );
    const rows = rowsOf(out);
    const about = (words: string) => rows.find(([, , says]) => says!.includes(words));
    expect(rows).toHaveLength(Number(/^(\d+) claims, 2 of them undated/m.exec(out)?.[1]));
    expect(about('six thousand people')).toEqual([
      'between 19 June 2018 and about 10 July 2018 (not after 14 July 2018, inferred)',
      'Yasser al-Turkmani → Diyaruna',
      'No fewer than six thousand people have left the Yarmouk basin and one other area of Daraa.',
      'from Yarmouk basin, Daraa; from Western rural area, Daraa',
      'at least 6,000 people displaced',
      'displacement (estimated)',
    ]);
    expect(about('the fear that makes people leave')).toEqual(
      expect.arrayContaining(['undated', 'clash (feared)']),
    );
    expect(about('Looting has been common')).toContain('looting (alleged)');
  });

  test('about one of its towns, by name, alias or P-code', async () => {
    const [name, alias, code] = [
      await run(api.url, '--place', 'Sayda'),
      await run(api.url, '--place', 'saida'),
      await run(api.url, '--place', 'c5995'),
    ];
    expect(rowsOf(name.out).map(([, , says]) => says)).toContain(
      'Air strikes hit Saida and Um al-Mayazin.',
    );
    expect(alias.out).toBe(name.out);
    expect(code.out).toBe(name.out);
  });

  test('in a period without claims', async () => {
    const { out, code } = await run(api.url, '--place', 'C6037', '--to', '2017-12-31');
    expect([out, code]).toEqual([
      'No claims about Zayzun, Mzeireb, Daraa or anything inside it, to 2017-12-31.\n',
      0,
    ]);
  });

  test(
    'on every page of a long list, with dates and figures exactly as precise as the ' + 'claims',
    async () => {
      const { aLocation, aSource } = fixtures(api);
      const [locationId, sourceId] = [await aLocation('Long list'), await aSource('Somebody')];
      const claimWith = (input: object) => ({
        statement: 'Something is said.',
        kind: 'OTHER',
        attributions: [{ chain: [{ sourceId }] }],
        places: [{ locationId }],
        ...input,
      });
      const dates = [
        '2018-07-05',
        '2018-07-05?',
        '2018-07~',
        '[2018-07-01..2018-07-04]',
        '2018-07-03/..',
        '2018-07-XX',
      ];
      const figures = [
        { max: 5 },
        { min: 2, max: 4 },
        { best: 30, approximate: true },
        { min: 1, max: 1 },
      ];
      const claims = [
        ...dates.map((edtf) => claimWith({ occurred: { edtf } })),
        ...figures.map((figure) =>
          claimWith({ quantities: [{ measure: 'PEOPLE_KILLED', ...figure }] }),
        ),
        ...Array.from({ length: 100 }, () => claimWith({})),
      ];
      for (const half of [claims.slice(0, 55), claims.slice(55)])
        await api.data(
          'mutation ($input: RecordReportInput!) { recordReport(input: $input) { report { id } } }',
          { input: { report: { kind: 'ARTICLE', title: 'Long' }, claims: half } },
        );
      const { out } = await run(api.url, '--place', locationId);
      const rows = rowsOf(out);
      expect(rows).toHaveLength(110);
      expect(out).toContain('110 claims, 104 of them undated.');
      expect(new Set(rows.map(([when]) => when))).toEqual(
        new Set([
          '5 July 2018',
          'possibly 5 July 2018',
          'about July 2018',
          'between 1 July 2018 and 4 July 2018',
          'between 3 July 2018 and an open date',
          'a day in July 2018',
          'undated',
        ]),
      );
      expect(new Set(rows.map(([, , , , howMany]) => howMany))).toEqual(
        new Set([
          '',
          'at most 5 people killed',
          '2–4 people killed',
          'about 30 people killed',
          '1 people killed',
        ]),
      );
    },
  );
});

describe('problems are reported in one line', () => {
  const expectMessage = async (args: string[], words: RegExp) => {
    const { out, message, code } = await run(...args);
    expect({ out, lines: message.split('\n').length, code }).toEqual({
      out: '',
      lines: 1,
      code: 1,
    });
    expect(message).toMatch(words);
  };

  test('no server at the address', () =>
    expectMessage(['http://127.0.0.1:9/graphql'], /127\.0\.0\.1:9.*npm start/));
  test('an address without GraphQL', () =>
    expectMessage([api.url.replace('graphql', 'elsewhere')], /GraphQL is at \/graphql/));
  test('an unknown place', () =>
    expectMessage([api.url, '--place', 'Nowhere'], /No place has the name or P-code "Nowhere"/));
  test('an unknown id', () =>
    expectMessage([api.url, '--place', 'loc_01900000-0000-7000-8000-000000000000'], /no location/));
  test('a name of several places, with labels that distinguish them', () =>
    expectMessage(
      [api.url, '--place', "dar'a"],
      /Dar'a, Daraa \(district, SY1200\); .*subdistrict, SY120000\); Daraa \(governorate, SY12\)/,
    ));
  test('an impossible day', () =>
    expectMessage([api.url, '--from', '2018-02-30'], /--from must be a day/));
  test('a period that ends before it starts', () =>
    expectMessage([api.url, '--from', '2018-07-02', '--to', '2018-07-01'], /ends .* before/));
  test('an unknown option', () => expectMessage([api.url, '--colour'], /--colour.*Usage/));
  test('two addresses', () => expectMessage([api.url, api.url], /One address.*Usage/));
  test('a text that is not an address', () =>
    expectMessage(['daraa'], /"daraa" is not an address/));
});
