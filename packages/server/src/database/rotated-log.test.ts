import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { RotatedLog } from './rotated-log.ts';

const folder = mkdtempSync(join(tmpdir(), 'claimgraph-log-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('a log has two files of bounded size, and the newest lines', () => {
  const path = join(folder, 'postgres.log');
  new RotatedLog(path, 100).write('before a restart\n');
  const log = new RotatedLog(path, 100);
  for (let i = 0; i < 100; i += 1) log.write(`line ${i}\n`);
  expect(readdirSync(folder)).toEqual(['postgres.log', 'postgres.log.1']);
  for (const name of readdirSync(folder))
    expect(statSync(join(folder, name)).size).toBeLessThanOrEqual(100);
  expect(readFileSync(path, 'utf8')).toMatch(/line 99\n$/);
  expect(readFileSync(`${path}.1`, 'utf8')).not.toContain('before a restart');
});

test('a log that cannot be written stops nobody', () => {
  expect(() => new RotatedLog(join(folder, 'missing', 'log')).write('lost')).not.toThrow();
});
