import { createWriteStream } from 'node:fs';
import { rename, rm, stat } from 'node:fs/promises';
import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { GraphQLSchema } from 'graphql';
import type { QueryRunner } from 'typeorm';
import { operationExecutor } from '../compiler/execute.ts';
import { Mapping } from '../compiler/mapping.ts';
import { Plans } from '../compiler/plan.ts';
import { Reader } from '../compiler/reader.ts';
import type { Config } from '../config.ts';
import { createRead } from '../context.ts';
import { readFilter } from '../export/filter.ts';
import { type ExportChunk, exportFormatOf } from '../export/format.ts';
import { ledgerSnapshotOn } from '../export/ledger-snapshot.ts';
import { schemaOf } from '../schema.ts';
import { Refusal } from '../values/errors.ts';
import type { ExportOptions } from './export.command.ts';
import { readInput } from './input.ts';
import { withReadOnlyDatabase } from './read-only-database.ts';
import { UserError } from './user-error.ts';

/** Writes an export and says on standard error how much there was. All that can be wrong without a database is said before one is started. */
export async function runExport(
  config: Config,
  name: string,
  { filter: given, out }: ExportOptions,
): Promise<void> {
  const schema = await schemaOf();
  const format = (await exportFormatOf(name))!;
  const text = given?.startsWith('@') ? await readInput(given.slice(1)) : given;
  await complaining(async () => {
    const filter = readFilter(schema, text);
    let records = 0;
    const counted = async function* (pieces: AsyncIterable<ExportChunk>) {
      for await (const piece of pieces) {
        records += piece.records;
        if (process.stderr.isTTY)
          process.stderr.write(`\r${records.toLocaleString('en')} ${unit(name)}`);
        yield piece.text;
      }
    };
    await withReadOnlyDatabase(config, async (runner) => {
      // Whoever reads standard output may take their time.
      await runner.query('set local idle_in_transaction_session_timeout = 0');
      const pieces = format.write(await ledgerIn(runner, schema), filter);
      await written(Readable.from(counted(pieces), { objectMode: false }), out);
    });
    console.error(
      `${process.stderr.isTTY ? '\r' : ''}${records.toLocaleString('en')} ${unit(name)} written${out ? ` to ${out}` : ''}.`,
    );
  });
}

const unit = (format: string): string => (format === 'jsonl' ? 'lines' : 'claims');

async function ledgerIn(runner: QueryRunner, schema: GraphQLSchema) {
  const reader = new Reader(new Mapping(runner.dataSource), schema, new Plans());
  return ledgerSnapshotOn(
    await runner.connect(),
    schema,
    operationExecutor(schema, createRead(reader)),
  );
}

/** To standard output, whose reader may have seen enough; or to a file, which is there whole or not at all. */
async function written(text: Readable, out: string | undefined): Promise<void> {
  if (out === undefined) {
    await pipeline(text, process.stdout as Writable, { end: false }).catch(
      (error: NodeJS.ErrnoException) => {
        if (error.code !== 'EPIPE') throw error;
      },
    );
    return;
  }
  // A device or a pipe is written to, never replaced.
  const special = await stat(out).then(
    (found) => !found.isFile(),
    () => false,
  );
  const target = special ? out : `${out}.part`;
  try {
    await pipeline(text, createWriteStream(target));
    if (!special) await rename(target, out);
  } catch (error) {
    if (!special) await rm(target, { force: true });
    const { code, message } = error as NodeJS.ErrnoException;
    throw code && /^E[A-Z]+$/.test(code)
      ? new UserError(`${out} cannot be written: ${message}.`)
      : error;
  }
}

/** Refusals as a person at a terminal reads them: one line each. */
async function complaining(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const issues = error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
    throw new UserError(issues.length > 0 ? issues.join('\n') : error.message);
  }
}
