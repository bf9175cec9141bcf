import { afterAll, describe, expect, test } from '@jest/globals';
import { endPrograms, newFolder } from '../testing/program.ts';
import { scratchDatabase } from '../testing/scratch.ts';
import { runCommand } from './command.testing.ts';
import { parseExpiry } from './keys.command.ts';

const run = (url: string, args: readonly string[]) =>
  runCommand(newFolder(), args, { DATABASE_URL: url });
afterAll(endPrograms);

describe('claimgraph keys', () => {
  test.each([
    [['create', '--role', 'owner', '--name', 'a'], /--role must be one of READER, ANALYST/],
    [['create', '--role', 'reader', '--name', 'local'], /The name local is reserved/],
    [['create', '--role', 'reader', '--name', 'a', '--expires', '2026-02-30'], /Give a date/],
    [['create', '--role', 'reader', '--name', 'a', '--expires', '2001-01-01'], /expired already/],
    [['create', '--role', 'reader', '--name', 'a', '--expires', 'soon'], /Give a date/],
    [['revoke', 'nobody'], /There is no valid key with the name nobody/],
  ])('refuses %j', async (args, message) => {
    const { code, out, err } = await run(await scratchDatabase('ledger'), ['keys', ...args]);
    expect([code === 0, out]).toEqual([false, '']);
    expect(err).toMatch(message);
  });
});

test('claimgraph keys lists and revokes keys, and never shows them again', async () => {
  const url = await scratchDatabase('ledger');
  const made = await run(url, ['keys', 'create', '--role', 'reader', '--name', 'maria']);
  const valid = await run(url, ['keys']);
  expect(valid.out).toMatch(/^maria\tREADER\tVALID\t/);
  expect(valid.out).not.toContain(made.out.trim());
  expect((await run(url, ['keys', 'revoke', 'maria'])).out).toMatch(/within 5 seconds/);
  expect((await run(url, ['keys', 'list'])).out).toMatch(/^maria\tREADER\tREVOKED\t/);
});

describe('when a key expires', () => {
  const now = Date.parse('2026-01-01T00:00:00Z');

  test.each([
    ['90d', '2026-04-01T00:00:00.000Z'],
    ['12h', '2026-01-01T12:00:00.000Z'],
    ['2027-01-31', '2027-01-31T00:00:00.000Z'],
    ['2027-01-31T10:00+02:00', '2027-01-31T08:00:00.000Z'],
  ])('%s means %s', (text, moment) => {
    expect(parseExpiry(text, now).toISOString()).toBe(moment);
  });

  test.each(['', '90', '-1d', '1 March', '2027-02-29', '2027-13-01', '31/01/2027'])(
    'cannot be %j',
    (text) => expect(() => parseExpiry(text, now)).toThrow('Give a date'),
  );
});
