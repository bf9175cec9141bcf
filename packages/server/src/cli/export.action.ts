import { createWriteStream } from 'node:fs';
import { rename, rm, stat } from 'node:fs/promises';
import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Config } from '../config.ts';
import type { ExportChunk } from '../export/format.ts';
import { prepareExport } from '../export/request.ts';
import { schemaOf } from '../schema.ts';
import { Refusal } from '../values/errors.ts';
import type { ExportOptions } from './export.command.ts';
import { asUnwritable } from './file-errors.ts';
import { readInput } from './input.ts';
import { openSnapshot } from './open-snapshot.ts';
import { withReadOnlyDatabase } from './read-only-database.ts';
import { UserError } from './user-error.ts';

/**
 * Writes an export, and reports on standard error how many records it wrote. Mistakes that need no
 * database are reported before one is started.
 */
export async function runExport(
  config: Config,
  name: string,
  { filter: option, out, ...options }: ExportOptions,
): Promise<void> {
  const schema = await schemaOf();
  const text = option?.startsWith('@') ? await readInput(option.slice(1)) : option;
  await withUserErrors(async () => {
    const { format, request } = await prepareExport(schema, name, text, options);
    let records = 0;
    const count = async function* (chunks: AsyncIterable<ExportChunk>) {
      for await (const chunk of chunks) {
        records += chunk.records;
        if (process.stderr.isTTY)
          process.stderr.write(`\r${records.toLocaleString('en')} ${unit(name)}`);
        yield chunk.text;
      }
    };
    await withReadOnlyDatabase(config, async (runner) => {
      // The program that reads standard output may be slow.
      await runner.query('set local idle_in_transaction_session_timeout = 0');
      const chunks = format.write(await openSnapshot(runner, schema), request);
      await writeOut(Readable.from(count(chunks), { objectMode: false }), out);
    });
    const start = process.stderr.isTTY ? '\r' : '';
    const target = out ? ` to ${out}` : '';
    console.error(`${start}${records.toLocaleString('en')} ${unit(name)} written${target}.`);
  });
}

const unit = (format: string): string => (format === 'jsonl' ? 'lines' : 'claims');

/**
 * Writes to standard output, whose reader may close it early, or to a file, which appears only when
 * it is complete.
 */
async function writeOut(text: Readable, out: string | undefined): Promise<void> {
  if (out === undefined) {
    await pipeline(text, process.stdout as Writable, { end: false }).catch(
      (error: NodeJS.ErrnoException) => {
        if (error.code !== 'EPIPE') throw error;
      },
    );
    return;
  }
  // Devices and pipes are written to directly, never replaced.
  const isSpecial = await stat(out).then(
    (target) => !target.isFile(),
    () => false,
  );
  const target = isSpecial ? out : `${out}.part`;
  try {
    await pipeline(text, createWriteStream(target));
    if (!isSpecial) await rename(target, out);
  } catch (error) {
    if (!isSpecial) await rm(target, { force: true });
    throw asUnwritable(out, error);
  }
}

/** Turns refusals into messages for the terminal, one line per problem. */
async function withUserErrors(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const issues = error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
    throw new UserError(issues.length > 0 ? issues.join('\n') : error.message);
  }
}
