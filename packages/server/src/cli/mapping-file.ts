import { writeFile } from 'node:fs/promises';
import { guessMapping } from '../ingest/csv/guess.ts';
import { readMapping } from '../ingest/csv/mapping.ts';
import { FileRefused } from '../ingest/problem.ts';
import { openFile } from '../ingest/read/bytes.ts';
import { parseJsonObject, readInput } from './input.ts';
import { UserError } from './user-error.ts';

/** The mapping in a file, checked before a database is started. @throws Complaint, or FileRefused naming the key that is wrong. */
export async function readMappingFile(
  format: string,
  file: string | undefined,
): Promise<object | undefined> {
  if (format !== 'csv') {
    if (file !== undefined)
      throw new UserError('--map is for csv alone: the other formats know their columns.');
    return undefined;
  }
  if (file === undefined)
    throw new UserError(
      'A CSV file of your own needs a mapping: --map mapping.json. --guess writes a first one.',
    );
  const given = parseJsonObject(await readInput(file));
  if (!given)
    throw new UserError(
      `${file} must hold a JSON object: the mapping that --guess writes, corrected.`,
    );
  readMapping(given, file);
  return given;
}

/** Writes a first mapping of a file. One that is there already is never overwritten: it may have been corrected. */
export async function writeGuess(
  format: string,
  [file, ...more]: readonly string[],
  out: string | undefined,
): Promise<void> {
  if (format !== 'csv' || more.length > 0) throw new UserError('--guess is for one file of csv.');
  try {
    const text = `${JSON.stringify(await guessMapping(await openFile(file!)), null, 2)}\n`;
    if (out === undefined) process.stdout.write(text);
    else await writeFile(out, text, { flag: 'wx' });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST')
      throw new UserError(`${out} is there already. Name another file, or take it away.`);
    throw error instanceof FileRefused || code?.startsWith('E') ? new UserError(message) : error;
  }
}
