import { type Command, InvalidArgumentError } from 'commander';
import { readConfig } from '../config.ts';
import { printList } from './print-list.ts';

export interface CreateKeyOptions {
  role: string;
  name: string;
  expires?: Date;
}

const units = { h: 60 * 60 * 1_000, d: 24 * 60 * 60 * 1_000 };

/** Reads when a key expires: a date or time of ISO 8601, or a number of days or hours. */
export function parseExpiry(text: string, now = Date.now()): Date {
  const [, count, unit] = /^(\d{1,5})([hd])$/.exec(text) ?? [];
  if (count) return new Date(now + Number(count) * units[unit as keyof typeof units]);
  const date = new Date(text);
  // JavaScript makes 1 March of 30 February.
  const isDate = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d))?$/.test(text);
  if (!isDate || Number.isNaN(date.getTime()) || !isCalendarDay(text.slice(0, 10)))
    throw new InvalidArgumentError('Give a date such as 2027-01-31, or a time such as 90d or 12h.');
  return date;
}

const isCalendarDay = (day: string): boolean =>
  new Date(`${day}T00:00:00Z`).toISOString().startsWith(day);

/** `claimgraph keys`: who may use the server. */
export const keysCommand = (program: Command): void => {
  const keys = program
    .command('keys')
    .description('create, list or revoke the keys by which people and programs use the server');
  keys
    .command('create')
    .description('create a key and print it; it is shown only once')
    .requiredOption('--role <role>', 'what it allows: READER, ANALYST, EDITOR or ADMIN')
    .requiredOption('--name <name>', 'who uses it; the history shows this name')
    .option('--expires <when>', 'a date such as 2027-01-31, or 90d or 12h from now', (text) =>
      parseExpiry(text),
    )
    .action(async (options: CreateKeyOptions) => {
      const { createApiKey } = await import('./keys.action.ts');
      const { key, note } = await createApiKey(readConfig(), options);
      // The key alone, so that a script can read it.
      console.log(key);
      console.error(note);
    });
  keys
    .command('list', { isDefault: true })
    .description('list all keys, the latest first: name, role, state, created, expires')
    .action(async () => {
      const { listApiKeys } = await import('./keys.action.ts');
      printList(await listApiKeys(readConfig()), 'There is no key yet. Create one: keys create.');
    });
  keys
    .command('revoke')
    .description('revoke a key; every server refuses it within 5 seconds')
    .argument('<name>', 'the name of the key')
    .action(async (name: string) => {
      const { revokeApiKey } = await import('./keys.action.ts');
      console.log(await revokeApiKey(readConfig(), name));
    });
  keys
    .command('rotate-master')
    .description(
      'replace the master key, with which the identities of protected sources are sealed',
    )
    .action(async () => {
      const { rotateMasterKey } = await import('./keys.action.ts');
      console.log(await rotateMasterKey(readConfig()));
    });
};
