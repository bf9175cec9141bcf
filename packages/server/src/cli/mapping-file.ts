import { writeFile } from 'node:fs/promises';
import { guessMapping } from '../ingest/csv/guess.ts';
import { readMapping } from '../ingest/csv/mapping.ts';
import { FileRefused } from '../ingest/problem.ts';
import { openFile } from '../ingest/read/bytes.ts';
import type { ImportCommandOptions } from './import.command.ts';
import { parseJsonObject, readInput } from './input.ts';
import { refusalError, UserError } from './user-error.ts';

/**
 * Reads and checks a mapping before a database is started.
 * @throws UserError, or FileRefused with the key that is wrong.
 */
export async function readMappingFile(
  format: string,
  file: string | undefined,
): Promise<object | undefined> {
  if (format !== 'csv') {
    if (file !== undefined)
      throw new UserError('--map is for csv only: the other formats know their columns.');
    return undefined;
  }
  if (file === undefined)
    throw new UserError(
      'A CSV file of your own needs a mapping: --map mapping.json. Write a first one with --guess.',
    );
  const mapping = parseJsonObject(await readInput(file));
  if (!mapping)
    throw new UserError(
      `${file} must contain a JSON object: the mapping that --guess writes, corrected.`,
    );
  readMapping(mapping, file);
  return mapping;
}

/**
 * Writes a first mapping for a file, and on standard error what has to be checked. An existing
 * mapping is never overwritten: it may be corrected.
 */
export async function writeGuess(
  format: string,
  [file, ...more]: readonly string[],
  { map: out, encoding, sheet }: Pick<ImportCommandOptions, 'map' | 'encoding' | 'sheet'>,
): Promise<void> {
  if (format !== 'csv' || file === undefined || more.length > 0)
    throw new UserError('--guess takes the format csv and one file.');
  try {
    const opened = await openFile(file, undefined, { encoding, sheet });
    const note = (text: string) => console.error(`Check: ${text}`);
    const text = `${JSON.stringify(await guessMapping(opened, undefined, note), null, 2)}\n`;
    if (out === undefined) process.stdout.write(text);
    else await writeFile(out, text, { flag: 'wx' });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST')
      throw new UserError(`${out} exists already. Name another file, or delete it.`);
    if (error instanceof FileRefused) throw refusalError(error);
    throw code?.startsWith('E') ? new UserError(message) : error;
  }
}
