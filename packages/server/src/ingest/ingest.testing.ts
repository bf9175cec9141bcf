import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from '@jest/globals';
import type pg from 'pg';
import { poolOf } from '../database/data-source.ts';
import { type Api, testMasterKeys } from '../testing/api.ts';
import { csvOf } from '../testing/imports.ts';
import { importFormats } from './formats.ts';
import { openFile } from './read/bytes.ts';
import type { Counts } from './report.ts';
import { type FileProblem, type ImportOptions, importFile } from './run.ts';

const folder = mkdtempSync(join(tmpdir(), 'claimgraph-import-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Writes a file that is removed after the tests. @returns its path. */
export function fileOf(content: string | Buffer, name = 'file.csv'): string {
  const path = join(mkdtempSync(join(folder, 'file-')), name);
  writeFileSync(path, content);
  return path;
}

/** Runs work on a connection of the server's pool, as imports do. */
export async function withClient<T>(
  api: Api,
  work: (client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  const client = await poolOf(api.database).connect();
  try {
    return await work(client);
  } finally {
    client.release(true);
  }
}

/** Imports a file. @returns its counts, and `list` with every problem. */
export const importPath = (
  api: Api,
  formatName: string,
  path: string,
  options: ImportOptions = {},
): Promise<Counts & { list: FileProblem[] }> =>
  withClient(api, async (client) => {
    const list: FileProblem[] = [];
    const format = importFormats.find(({ name }) => name === formatName);
    if (!format) throw new Error(`there is no format ${formatName}`);
    const onProblem = (problem: FileProblem) => void list.push(problem);
    const file = await openFile(path);
    return {
      ...(await importFile(client, format, file, {
        masterKeys: testMasterKeys,
        ...options,
        onProblem,
      })),
      list,
    };
  });

/** The columns of UCDP's release 19.1, with the default values of a row. Everything is made up. */
const defaultEvent: Record<string, string> = {
  id: '1',
  year: '2021',
  active_year: '1',
  type_of_violence: '1',
  conflict_new_id: '9',
  conflict_name: 'Ruritania: Government',
  dyad_new_id: '8',
  dyad_name: 'Government of Ruritania - Red Band',
  side_a_new_id: '9001',
  side_a: 'Government of Ruritania',
  side_b_new_id: '9002',
  gwnob: '',
  side_b: 'Red Band',
  number_of_sources: '1',
  source_article: '"Daily Bell,2021-03-02,Shots at the mill"',
  source_office: 'Daily Bell',
  source_date: '2021-03-02',
  source_headline: 'Shots at the mill',
  source_original: 'mill workers',
  where_prec: '1',
  where_coordinates: 'Millbrook town',
  adm_1: 'Northmark province',
  adm_2: 'Upper Weir district',
  latitude: '12.5',
  longitude: '45.25',
  geom_wkt: 'POINT (45.25 12.5)',
  priogrid_gid: '1',
  country: 'Ruritania',
  country_id: '1',
  region: 'Nowhere',
  event_clarity: '1',
  date_prec: '1',
  date_start: '2021-03-01',
  date_end: '2021-03-01',
  deaths_a: '1',
  deaths_b: '2',
  deaths_civilians: '0',
  deaths_unknown: '0',
  low: '3',
  best: '3',
  high: '5',
};

/** A file of UCDP events. Each has the default values except for those that are given. */
export const ucdpFile = (...events: Record<string, string>[]): string =>
  csvOf(
    Object.keys(defaultEvent),
    events.map((event) => ({ ...defaultEvent, ...event })),
  ).replaceAll('\r\n', '\n');
