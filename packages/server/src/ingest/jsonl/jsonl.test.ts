import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Api, startApi } from '../../testing/api.ts';
import { writeDataset } from '../../testing/differential/dataset.ts';
import { exportText, linesOf } from '../../testing/exports.ts';
import { state } from '../../testing/imports.ts';
import { importLines } from './jsonl.testing.ts';

const apis: Api[] = [];
let full: Api;
let text: string;

const ledger = async (template: 'sample' | 'ledger'): Promise<Api> => {
  const api = await startApi(template);
  apis.push(api);
  return api;
};

beforeAll(async () => {
  full = await ledger('sample');
  await writeDataset(full);
  text = await exportText(full, 'jsonl');
}, 60_000);
afterAll(async () => {
  for (const api of apis) await api.stop();
});

describe('importing an export into an empty ledger', () => {
  test('results in the same export, byte for byte, for every kind of record', async () => {
    const empty = await ledger('ledger');
    const { counts, problems } = await importLines(empty, text);
    expect(problems).toEqual([]);
    expect(counts.rowsRead).toBe(linesOf(text).length);
    expect(counts.rowsImported).toBe(counts.rowsRead);
    const ofType = (type: string) => linesOf(text).filter((line) => line.type === type).length;
    expect(counts.created).toEqual({
      reports: ofType('Report'),
      sources: ofType('Source'),
      factions: ofType('Faction'),
      locations: ofType('Location'),
      claims: ofType('Claim'),
    });
    expect(await exportText(empty, 'jsonl')).toBe(text);
    // The database's index tables and roll-ups are filled too.
    const query = `{
      claims(first: 100) { totalCount nodes { id restsOnWithdrawn } }
      claimStats(by: [KIND, MONTH]) { total buckets { count month kind } }
      factions(first: 100) { nodes { id name claims { totalCount } } }
      locations(first: 100) {
        nodes { id label ancestors { id } claims { totalCount } }
      }
    }`;
    expect(await empty.data(query)).toEqual(await full.data(query));
  });

  test('changes nothing when it is imported again', async () => {
    const before = await state(full);
    const { counts } = await importLines(full, text);
    const none = { reports: 0, sources: 0, factions: 0, locations: 0, claims: 0 };
    expect([counts.created, counts.changed]).toEqual([none, none]);
    expect(counts.unchanged.claims).toBe(
      linesOf(text).filter(({ type }) => type === 'Claim').length,
    );
    expect(await state(full)).toEqual(before);
  });

  test('with a filter results in the same filtered export', async () => {
    const filter = { kind: ['LOOTING', 'DISPLACEMENT'] };
    const some = await exportText(full, 'jsonl', filter);
    const empty = await ledger('ledger');
    expect((await importLines(empty, some)).problems).toEqual([]);
    expect(await exportText(empty, 'jsonl')).toBe(some);
  });

  test('changes nothing in a dry run', async () => {
    const empty = await ledger('ledger');
    const { counts } = await importLines(empty, text, { dryRun: true });
    expect(counts.created.claims).toBeGreaterThan(25);
    expect(await exportText(empty, 'jsonl')).toBe('');
    expect(await empty.database.query('select from write_log')).toEqual([]);
  });
});

test.each([
  ['another format', 'id,name\n1,x\n', /line 1: this is not a line that claimgraph export/],
  ['other JSON', '{"type":"FeatureCollection"}', /line 1: this is not a line/],
  ['no lines', '', /is empty/],
  ['NUL bytes', Buffer.from('{"type":"Source"}\n\0'), /line 2: there is a NUL byte/],
  ['an incomplete character', Buffer.from([0x7b, 0xc3]), /is not UTF-8/],
])('a file with %s is refused as a whole', async (_what, content, message) => {
  const before = await state(full);
  await expect(importLines(full, content)).rejects.toThrow(message);
  expect(await state(full)).toEqual(before);
});
