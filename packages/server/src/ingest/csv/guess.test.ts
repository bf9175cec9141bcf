import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Api, startApi } from '../../testing/api.ts';
import { csvOf, importText } from '../../testing/imports.ts';
import { openFile } from '../read/bytes.ts';
import { csv } from './csv.ts';
import { guessMapping } from './guess.ts';
import { kindWords } from './kind-words.ts';
import { mappingJsonSchema, readMapping } from './mapping.ts';

let api: Api;
beforeAll(async () => {
  api = await startApi('ledger');
});
afterAll(() => api.stop());

describe('a guessed mapping', () => {
  const folder = mkdtempSync(join(tmpdir(), 'claimgraph-guess-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const guess = async (content: string, notes: string[] = []) => {
    const path = join(folder, 'incidents.csv');
    writeFileSync(path, content);
    return guessMapping(await openFile(path), undefined, (note) => notes.push(note));
  };

  test('has columns with usual names, the date format, and kinds with similar names', async () => {
    const incidents = [
      'Event ID;Event date;Incident type;Description;Governorate;Town;Latitude;Longitude;' +
        'Killed;Source;Source URL;Headline;Colour',
      '1;13.07.2018;Air strike;Planes came.;North;Aville;32,5;36,25;' +
        '3;A witness;https://x.test;Hit;red',
      '2;14.07.2018;Clash;They fought.;North;Beville;32,6;36,3;0;;;;',
    ];
    expect(await guess(`${incidents.join('\n')}\n`)).toEqual({
      dataset: { name: 'incidents', kind: 'ORGANISATION' },
      delimiter: ';',
      separator: ';',
      dates: 'DD.MM.YYYY',
      decimals: ',',
      language: 'en',
      id: { column: 'Event ID' },
      statement: { column: 'Description' },
      kind: {
        column: 'Incident type',
        values: { 'Air strike': 'AIRSTRIKE', Clash: 'CLASH' },
        otherwise: 'OTHER',
      },
      occurred: { from: 'Event date' },
      place: { admin1: 'Governorate', name: 'Town', latitude: 'Latitude', longitude: 'Longitude' },
      parties: [],
      figures: [{ measure: 'PEOPLE_KILLED', value: 'Killed' }],
      sources: [{ column: 'Source' }],
      report: { title: 'Headline', url: 'Source URL' },
    });
  });

  test('can be used for an import without changes', async () => {
    const content = csvOf(
      ['id', 'date', 'description', 'city'],
      [{ id: '1', date: '2018-07-05', description: 'Something.', city: 'Aville' }],
    );
    const { counts, problems } = await importText(api, csv, content, {
      settings: await guess(content),
    });
    expect([counts.created.claims, problems]).toEqual([1, []]);
  });

  test.each([
    ['day first', ['03/04/2031', '25/04/2031'], 'DD/MM/YYYY', []],
    ['month first', ['03/04/2031', '04/25/2031'], 'MM/DD/YYYY', []],
    ['with points', ['3.4.2031', '25.4.2031'], 'DD.MM.YYYY', []],
    ['in another script', ['\u0662\u0665/\u0660\u0664/\u0662\u0660\u0663\u0661'], 'DD/MM/YYYY', []],
    ['as EDTF', ['2031-04', '2031-04-25~'], 'YYYY-MM-DD', []],
    ['without separators', ['20310425', '20310403'], 'YYYYMMDD', []],
    [
      'mostly day first',
      ['25/04/2031', '26/04/2031', '04/27/2031', '?'],
      'DD/MM/YYYY',
      [/04\/27\/2031/],
    ],
    ['either way', ['03/04/2031'], 'DD/MM/YYYY', [/as DD\/MM\/YYYY and as MM\/DD\/YYYY/]],
  ])('has the form of dates that the rows show: %s', async (_, dates, form, expected) => {
    const notes: string[] = [];
    const rows = dates.map((date, i) => `${i},x,${date}`);
    const { dates: guessed } = await guess(
      ['id,text,date', '#id,#x,#date', ...rows].join('\n'),
      notes,
    );
    expect(guessed).toBe(form);
    expect(notes).toEqual(expected.map((pattern) => expect.stringMatching(pattern)));
  });

  test('has the bounds and the best estimate of one figure together', async () => {
    const header =
      'id,text,Killed (min),killed_max,killedBest,wounded,Displaced at least,deaths note';
    const { figures } = await guess(`${header}\n1,x,2,4,3,7,"1,000",many\n`);
    expect(figures).toEqual([
      { measure: 'PEOPLE_KILLED', min: 'Killed (min)', best: 'killedBest', max: 'killed_max' },
      { measure: 'PEOPLE_INJURED', value: 'wounded' },
      { measure: 'PEOPLE_DISPLACED', min: 'Displaced at least' },
    ]);
  });

  test('has the total of all people, and no figure of some of them beside it', async () => {
    const notes: string[] = [];
    const header = 'id,text,date,women killed,total killed,children injured,civilians missing';
    const { figures } = await guess(`${header}\n1,x,2031-01-02,1,5,2,3\n`, notes);
    expect(figures).toEqual([
      { measure: 'PEOPLE_KILLED', value: 'total killed' },
      { measure: 'PEOPLE_INJURED', value: 'children injured', category: 'CHILDREN' },
      { measure: 'PEOPLE_MISSING', value: 'civilians missing', category: 'CIVILIANS' },
    ]);
    expect(notes).toEqual([
      expect.stringMatching(/^women killed: these columns count some/),
      expect.stringMatching(/have no meaning yet, .*: women killed\.$/),
    ]);
  });

  test('says for which columns no header speaks', async () => {
    const notes: string[] = [];
    await guess('a,b,lat,lon\n1,x,10,20\n', notes);
    expect(notes.map((note) => /has the (\w+)/.exec(note)?.[1])).toEqual([
      ...['id', 'statement', 'date', 'place'],
    ]);
  });

  test('says which columns it did not use, so that no speaker is lost unnoticed', async () => {
    const notes: string[] = [];
    const { sources } = await guess(
      'id,text,date,Reported by,Informer,Colour\n1,x,2031-01-02,A resident,A clerk,red\n',
      notes,
    );
    expect(sources).toEqual([{ column: 'Reported by' }]);
    expect(notes).toEqual([
      'These columns have no meaning yet, and stay in the raw rows: Informer, Colour.',
    ]);
  });

  test('says which values are nobody, as the rows write them', async () => {
    const rows = ['1,x,Unknown,Unknown gunmen', '2,y,not known,UNKNOWN', '3,z,Red Band,UNKNOWN'];
    const { nobody } = await guess(['id,text,actor,source', ...rows].join('\n'));
    expect(nobody).toEqual(['Unknown', 'not known', 'UNKNOWN']);
  });

  test('notes places of one name, and columns that may have the place, too', async () => {
    const notes: string[] = [];
    const rows = ['1,x,Ford,North,10,20', '2,x,Ford,South,12,20', '3,x,Mill,North,10,20.1'];
    await guess(
      ['id,text,town,province,lat,lon,village', ...rows.map((row) => `${row},`)].join('\n'),
      notes,
    );
    expect(notes).toEqual([
      expect.stringMatching(/taken from town, but may also be in village/),
      expect.stringMatching(/several places: Ford\./),
      expect.stringMatching(/No header says which column has the date/),
      expect.stringMatching(/have no meaning yet, .*: village\.$/),
    ]);
  });

  test('takes the delimiter that the file names', async () => {
    expect(await guess('sep=|\na,b|text\n1|x\n')).toMatchObject({ delimiter: '|' });
  });

  test('translates kinds by the table in docs/import.md', async () => {
    const docs = readFileSync(new URL('../../../../../docs/import.md', import.meta.url), 'utf8');
    const documented = [...docs.matchAll(/^\| `([A-Z_]+)` \| ([^|]+) \|$/gm)].map(
      ([, kind, words = '']) => [kind, words.trim().split(', ')],
    );
    expect(documented).toEqual(kindWords);
    const types = [
      'Air raids',
      'shelling',
      'IED',
      'Retried',
      'Armed clashes',
      'AIRSTRIKE',
      'Picnic',
    ];
    const { kind } = await guess(
      `id,text,type\n${types.map((type, i) => `${i},x,${type}`).join('\n')}`,
    );
    expect(kind).toMatchObject({
      values: {
        'Air raids': 'AIRSTRIKE',
        shelling: 'SHELLING',
        IED: 'BOMBING',
        Retried: 'OTHER',
        'Armed clashes': 'CLASH',
        AIRSTRIKE: 'AIRSTRIKE',
        Picnic: 'OTHER',
      },
    });
  });

  test('and its published JSON Schema say the same', async () => {
    const file = new URL('../../../mapping.schema.json', import.meta.url);
    const schema = JSON.parse(readFileSync(file, 'utf8'));
    expect(schema).toEqual(mappingJsonSchema());
    const guessed = await guess('id,text,date,killed\n1,x,2031-01-02,3\n');
    const inSchema = Object.keys(schema.properties);
    expect(Object.keys(guessed).filter((key) => !inSchema.includes(key))).toEqual([]);
    expect(readMapping({ ...guessed, $schema: './mapping.schema.json' })).toEqual(
      readMapping(guessed),
    );
  });

  test('cannot be made from an empty file', async () => {
    await expect(guess('')).rejects.toThrow('incidents.csv is empty');
  });
});
