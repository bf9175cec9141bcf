import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { asUnreadable } from './file-errors.ts';

/**
 * Reads a file, or standard input if the file is `-`.
 * @throws UserError when it cannot be read.
 */
export const readInput = (file: string): Promise<string> =>
  file === '-'
    ? text(process.stdin)
    : readFile(file, 'utf8').catch((error) => {
        throw asUnreadable(file, error);
      });

/** Parses a JSON object. Returns undefined when the text is anything else. */
export function parseJsonObject(text: string): Record<string, unknown> | undefined {
  try {
    const value = JSON.parse(text);
    return typeof value === 'object' && !Array.isArray(value) ? (value ?? undefined) : undefined;
  } catch {
    return undefined;
  }
}
