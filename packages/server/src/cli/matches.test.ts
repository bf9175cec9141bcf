import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readConfig } from '../config.ts';
import { fileOf, importPath, ucdpFile } from '../ingest/ingest.testing.ts';
import { type Api, startApi } from '../testing/api.ts';
import { endPrograms, newFolder } from '../testing/program.ts';
import { runCommand } from './command.testing.ts';
import { chooseMatch, listMatches, undoMatch } from './matches.action.ts';

let api: Api;
beforeAll(async () => {
  api = await startApi('ledger');
  await importPath(api, 'ucdp', fileOf(ucdpFile({ id: '9201' })), { release: '19.1' });
});
afterAll(async () => {
  await api.stop();
  await endPrograms();
});

const databaseUrl = () => (api.database.options as { url: string }).url;
const config = () => ({ ...readConfig({}), databaseUrl: databaseUrl() });
const list = async (options: object = {}) =>
  (await listMatches(config(), { first: 100, ...options }))
    .split('\n')
    .map((line) => line.split('\t'));

describe('claimgraph matches', () => {
  test('lists ids that other commands take, of the record before, too', async () => {
    const [row] = await list({ type: 'Location' });
    const [match = '', record = ''] = row ?? [];
    expect([match, record]).toEqual([
      expect.stringMatching(/^mat_/),
      expect.stringMatching(/^loc_/),
    ]);
    const { createLocation } = await api.data(
      `mutation ($input: CreateLocationInput!) {
        createLocation(input: $input) { location { id } }
      }`,
      { input: { kind: 'COMMUNITY', names: [{ text: 'Reedford', kind: 'PRIMARY' }] } },
    );
    await chooseMatch(config(), match, createLocation.location.id);
    const [, , how, , detail] = (await list()).find(([id]) => id === match) ?? [];
    expect([how, detail]).toEqual(['MATCHED', `was ${record}`]);
    await undoMatch(config(), match);
    await expect(undoMatch(config(), match)).rejects.toThrow('The name has a record of its own');
    await expect(
      chooseMatch(config(), match, 'loc_01900000-0000-7000-8000-000000000000'),
    ).rejects.toThrow('There is no location loc_01900000-0000-7000-8000-000000000000.');
  });

  test('refuses a type that it does not know, with those that it does', async () => {
    await expect(list({ type: 'place' })).rejects.toThrow(
      '--type must be one of location, faction, source, report, not "place".',
    );
  });
});

test.each([
  [['matches', '--how', 'FORMER'], 'There is no such match.'],
  [['matches', '--duplicates'], 'There is no such match.'],
  [['conflicts'], 'There is no such conflict.'],
  [['keys'], 'There is no key yet. Create one: keys create.'],
  [['synonyms'], 'No names have been added yet.'],
])('an empty list is nothing for programs and a sentence for people: %j', async (args, note) => {
  const done = await runCommand(newFolder(), args, { DATABASE_URL: databaseUrl() });
  expect(done).toEqual({ code: 0, out: '', err: `${note}\n` });
});
