import { describe, expect, test } from '@jest/globals';
import { exportText, linesOf } from '../../testing/exports.ts';
import { state } from '../../testing/imports.ts';
import { importLines, testLedgers } from './jsonl.testing.ts';

const { start, full } = testLedgers();

describe('importing an export into an empty ledger', () => {
  test('results in the same export, byte for byte, for every kind of record', async () => {
    const empty = await start('ledger');
    const { counts, problems } = await importLines(empty, full.text);
    expect(problems).toEqual([]);
    expect(counts.rowsRead).toBe(linesOf(full.text).length);
    expect(counts.rowsImported).toBe(counts.rowsRead);
    const ofType = (type: string) => linesOf(full.text).filter((line) => line.type === type).length;
    expect(counts.created).toEqual({
      reports: ofType('Report'),
      sources: ofType('Source'),
      factions: ofType('Faction'),
      locations: ofType('Location'),
      claims: ofType('Claim'),
    });
    expect(await exportText(empty, 'jsonl')).toBe(full.text);
    // The database's index tables and roll-ups are filled too.
    const query = `{
      claims(first: 100) { totalCount nodes { id restsOnWithdrawn } }
      claimStats(by: [KIND, MONTH]) { total buckets { count month kind } }
      factions(first: 100) { nodes { id name claims { totalCount } } }
      locations(first: 100) {
        nodes { id label ancestors { id } claims { totalCount } }
      }
    }`;
    expect(await empty.data(query)).toEqual(await full.api.data(query));
  });

  test('changes nothing when it is imported again', async () => {
    const before = await state(full.api);
    const { counts } = await importLines(full.api, full.text);
    const none = { reports: 0, sources: 0, factions: 0, locations: 0, claims: 0 };
    expect([counts.created, counts.changed]).toEqual([none, none]);
    expect(counts.unchanged.claims).toBe(
      linesOf(full.text).filter(({ type }) => type === 'Claim').length,
    );
    expect(await state(full.api)).toEqual(before);
  });

  test('with a filter results in the same filtered export', async () => {
    const filter = { kind: ['LOOTING', 'DISPLACEMENT'] };
    const some = await exportText(full.api, 'jsonl', filter);
    const empty = await start('ledger');
    expect((await importLines(empty, some)).problems).toEqual([]);
    expect(await exportText(empty, 'jsonl')).toBe(some);
  });

  test('changes nothing in a dry run', async () => {
    const empty = await start('ledger');
    const { counts } = await importLines(empty, full.text, { dryRun: true });
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
  const before = await state(full.api);
  await expect(importLines(full.api, content)).rejects.toThrow(message);
  expect(await state(full.api)).toEqual(before);
});
