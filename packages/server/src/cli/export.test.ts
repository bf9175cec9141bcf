// cspell:ignore knid
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Api, startApi } from '../testing/api.ts';
import { exportText } from '../testing/exports.ts';
import { runCommand, startCommand } from './command.testing.ts';

const folder = mkdtempSync(join(tmpdir(), 'claimgraph-export-'));

let api: Api;
beforeAll(async () => {
  api = await startApi();
});
afterAll(async () => {
  await api.stop();
  rmSync(folder, { recursive: true });
});

const variables = () => ({ DATABASE_URL: api.databaseUrl });
const run = (args: string[]) => runCommand(folder, ['export', ...args], variables());
const filter = { kind: ['LOOTING'] };

describe('claimgraph export', () => {
  test.each(['csv', 'geojson', 'jsonl', 'claimreview'])(
    'writes what the server returns, and the count on standard error: %s',
    async (format) => {
      const { code, out, err } = await run([format, '--filter', JSON.stringify(filter)]);
      expect(out).toBe(await exportText(api, format, filter));
      expect([code, err]).toEqual([0, expect.stringMatching(/^\d+ (claims|lines) written\.\n$/)]);
    },
  );

  test('reads the filter from a file, and writes to a file', async () => {
    writeFileSync(join(folder, 'filter.json'), JSON.stringify(filter));
    writeFileSync(join(folder, 'out.csv'), 'what was there');
    const { code, out, err } = await run(['csv', '--filter', '@filter.json', '--out', 'out.csv']);
    expect([code, out, err]).toEqual([0, '', '5 claims written to out.csv.\n']);
    expect(readFileSync(join(folder, 'out.csv'), 'utf8')).toBe(
      await exportText(api, 'csv', filter),
    );
    expect(readdirSync(folder).filter((name) => name.includes('part'))).toEqual([]);
  });

  test.each([
    ['csv', '--bom', /^\ufeffid,/],
    ['geojson', '--flat', /"earliest":"\d{4}-\d\d-\d\d"/],
  ])('%s has the option %s', async (format, option, expected) => {
    const { code } = await run([format, option, '--out', `with-option.${format}`]);
    expect(readFileSync(join(folder, `with-option.${format}`), 'utf8')).toMatch(expected);
    expect(code).toBe(0);
  });

  test('exits with 0 when its reader closes the pipe early', async () => {
    const child = startCommand(folder, ['export', 'jsonl'], variables());
    child.stdout.once('data', () => child.stdout.destroy());
    const [code] = await once(child, 'close');
    expect([code, await text(child.stderr)]).toEqual([0, expect.not.stringMatching(/EPIPE|Error/)]);
  });

  test.each([
    [
      'a filter that is not JSON',
      ['csv', '--filter', '{'],
      1,
      /^filter: The filter is not JSON: .*\n$/,
    ],
    [
      'an unknown filter key',
      ['csv', '--filter', '{"knid":["CLASH"]}'],
      1,
      /^filter: Field "knid" is not defined.*\n$/,
    ],
    [
      'an unknown enum value',
      ['jsonl', '--filter', '{"kind":["X"]}'],
      1,
      /^filter\.kind\.0: Value "X" .*\n$/,
    ],
    [
      'an id of another type',
      ['jsonl', '--filter', '{"id":["rpt_0190a000-0000-7000-8000-000000000000"]}'],
      1,
      /^filter\.id\.0: .* is the id of a report\..*\n$/,
    ],
    ['a missing file', ['csv', '--filter', '@none'], 1, /^There is no file none\.\n$/],
    [
      'a missing folder',
      ['csv', '--out', 'none/out.csv'],
      1,
      /^none\/out\.csv cannot be written: .*\n$/,
    ],
    ['an unknown format', ['xlsx'], 2, /Allowed choices are csv, geojson, jsonl, claimreview/],
  ])(
    'reports the mistake in one line, and writes nothing: %s',
    async (_what, args, wanted, message) => {
      const { code, out, err } = await run(args);
      expect([code, out]).toEqual([wanted, '']);
      expect(err).toMatch(message);
      expect(err).not.toMatch(/^ +at /m);
    },
  );
});
