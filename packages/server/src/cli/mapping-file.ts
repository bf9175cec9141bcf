import { writeFile } from 'node:fs/promises';
import { guessMapping } from '../ingest/csv/guess.ts';
import { readMapping } from '../ingest/csv/mapping.ts';
import { FileRefused } from '../ingest/problem.ts';
import { openFile } from '../ingest/read/bytes.ts';
import { asUnwritable } from './file-errors.ts';
import type { ImportCommandOptions } from './import.command.ts';
import { readInput } from './input.ts';
import { refusalError, UserError } from './user-error.ts';

/**
 * Reads and checks a mapping before a database is started.
 * @throws FileRefused with what is wrong.
 */
export async function readMappingFile(
  format: string,
  file: string | undefined,
): Promise<object | undefined> {
  if (format !== 'csv') {
    if (file !== undefined)
      throw badMapping('--map is for csv only: the other formats know their columns.');
    return undefined;
  }
  if (file === undefined)
    throw badMapping(
      'A CSV file of your own needs a mapping: --map mapping.json. Write a first one with --guess.',
    );
  const mapping = parseMapping(file, await readMappingText(file));
  readMapping(mapping, file);
  return mapping;
}

const badMapping = (message: string): FileRefused => new FileRefused(message, 'BAD_MAPPING');

async function readMappingText(file: string): Promise<string> {
  try {
    return await readInput(file);
  } catch (error) {
    throw error instanceof UserError ? badMapping(error.message) : error;
  }
}

function parseMapping(file: string, text: string): object {
  try {
    const mapping: unknown = JSON.parse(text);
    if (mapping !== null && typeof mapping === 'object' && !Array.isArray(mapping)) return mapping;
  } catch (error) {
    throw badMapping(`${file} is not JSON: ${(error as Error).message}.`);
  }
  throw badMapping(
    `${file} must contain a JSON object: the mapping that --guess writes, corrected.`,
  );
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
    else await writeNew(out, text);
  } catch (error) {
    throw error instanceof FileRefused ? refusalError(error) : error;
  }
  console.error('Check: dataset.name is who keeps the table, the last speaker of each claim.');
  if (out !== undefined)
    console.error(
      `A first mapping was written to ${out}. Read it and correct it, then run: ` +
        `claimgraph import csv ${file} --map ${out} --dry-run`,
    );
}

async function writeNew(path: string, text: string): Promise<void> {
  try {
    await writeFile(path, text, { flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST')
      throw new UserError(`${path} exists already. Name another file, or delete it.`);
    throw asUnwritable(path, error);
  }
}
