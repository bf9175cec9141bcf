import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Api, startApi } from '../../testing/api.ts';
import { csvOf, importText } from '../../testing/imports.ts';
import { openFile } from '../read/bytes.ts';
import { csv } from './csv.ts';
import { guessMapping } from './guess.ts';

let api: Api;
beforeAll(async () => {
  api = await startApi('ledger');
});
afterAll(() => api.stop());

describe('a guessed mapping', () => {
  const folder = mkdtempSync(join(tmpdir(), 'claimgraph-guess-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const guess = async (content: string) => {
    const path = join(folder, 'incidents.csv');
    writeFileSync(path, content);
    return guessMapping(await openFile(path));
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

  test('cannot be made from an empty file', async () => {
    await expect(guess('')).rejects.toThrow('incidents.csv is empty');
  });
});
