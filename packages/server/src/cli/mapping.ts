import { writeFile } from 'node:fs/promises';
import { guessMapping } from '../ingest/csv/guess.ts';
import { readMapping } from '../ingest/csv/mapping.ts';
import { FileRefused } from '../ingest/problem.ts';
import { openFile } from '../ingest/read/bytes.ts';
import { Complaint } from './complaint.ts';
import { objectOf, read } from './input.ts';

/** The mapping in a file, checked before a database is started. @throws Complaint, or FileRefused naming the key that is wrong. */
export async function mappingOf(
  format: string,
  file: string | undefined,
): Promise<object | undefined> {
  if (format !== 'csv') {
    if (file !== undefined)
      throw new Complaint('--map is for csv alone: the other formats know their columns.');
    return undefined;
  }
  if (file === undefined)
    throw new Complaint(
      'A CSV file of your own needs a mapping: --map mapping.json. --guess writes a first one.',
    );
  const given = objectOf(await read(file));
  if (!given)
    throw new Complaint(
      `${file} must hold a JSON object: the mapping that --guess writes, corrected.`,
    );
  readMapping(given, file);
  return given;
}

/** Writes a first mapping of a file. One that is there already is never overwritten: it may have been corrected. */
export async function guessed(
  format: string,
  [file, ...more]: readonly string[],
  out: string | undefined,
): Promise<void> {
  if (format !== 'csv' || more.length > 0) throw new Complaint('--guess is for one file of csv.');
  try {
    const text = `${JSON.stringify(await guessMapping(await openFile(file!)), null, 2)}\n`;
    if (out === undefined) process.stdout.write(text);
    else await writeFile(out, text, { flag: 'wx' });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST')
      throw new Complaint(`${out} is there already. Name another file, or take it away.`);
    throw error instanceof FileRefused || code?.startsWith('E') ? new Complaint(message) : error;
  }
}
