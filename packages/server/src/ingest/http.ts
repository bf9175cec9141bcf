import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type pg from 'pg';
import { importPath } from '../admit.ts';
import { errorBody } from '../refusals.ts';
import type { ErrorCode } from '../values/errors.ts';
import { importFormats } from './formats.ts';
import { type ImportAnswer, importAnswer } from './import-answer.ts';
import { FileRefused } from './problem.ts';
import { openFile } from './read/bytes.ts';
import type { Counts } from './report.ts';
import { type FileProblem, importFile } from './run.ts';

/** The parameters of an upload. */
interface ImportQuery {
  Params: { format: string };
  Querystring: {
    release?: string;
    file?: string;
    dryRun?: string;
    force?: string;
    /** @deprecated Use `force`. */
    afresh?: string;
    map?: string;
    encoding?: string;
    sheet?: string;
  };
}

/** The answer to an upload: the counts, and the first problems in the file. */
interface UploadReport extends Counts {
  firstProblems: FileProblem[];
}

/** How many problems an answer lists; its counts include all of them. */
const maxProblems = 1_000;

/** `POST /import/:format`: the body is the file, text or packed, of any length. */
export const importRoutes =
  (pool: pg.Pool) =>
  async (app: FastifyInstance): Promise<void> => {
    app.removeAllContentTypeParsers();
    app.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
    app.post<ImportQuery>(importPath, async (request, reply) => {
      const answer = importAnswer(request, reply);
      const refuse: Refuse = (status, code, message) =>
        answer.refuse(status, errorBody(code, message));
      if (!importFormats.some(({ name }) => name === request.params.format)) {
        const names = importFormats.map(({ name }) => name).join(', ');
        return refuse(
          404,
          'NOT_FOUND',
          `There is no format ${request.params.format}. There are ${names}.`,
        );
      }
      if (!request.body)
        return refuse(
          400,
          'BAD_USER_INPUT',
          'Send the file as the body, such as curl --data-binary @FILE.',
        );
      return importUpload(request, answer, pool, refuse);
    });
  };

type Refuse = (status: number, code: ErrorCode, message: string) => FastifyReply;

async function importUpload(
  request: FastifyRequest<ImportQuery>,
  answer: ImportAnswer,
  pool: pg.Pool,
  refuse: Refuse,
): Promise<FastifyReply> {
  const folder = await mkdtemp(join(tmpdir(), 'claimgraph-import-'));
  try {
    // Saved first, because it is read twice: a file that is wrong as a whole changes nothing.
    const path = join(folder, 'file');
    await pipeline(request.body as Readable, createWriteStream(path, { mode: 0o600 }));
    return answer.report(await importFrom(request, path, pool, answer.progress));
  } catch (error) {
    if (error instanceof FileRefused) return refuse(400, 'BAD_USER_INPUT', error.message);
    answer.breakOff();
    throw error;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The mapping of a CSV file: JSON in the parameter `map`. @throws FileRefused */
function parseMapping(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : JSON.parse(text);
  } catch (error) {
    throw new FileRefused(`map is not JSON: ${(error as Error).message}.`, 'BAD_MAPPING');
  }
}

async function importFrom(
  { params, query }: FastifyRequest<ImportQuery>,
  path: string,
  pool: pg.Pool,
  onProgress: ImportAnswer['progress'],
): Promise<UploadReport> {
  const client = await pool.connect();
  // A lost connection fails the next query; without a listener it would end the process.
  const ignore = () => undefined;
  client.on('error', ignore);
  try {
    const firstProblems: FileProblem[] = [];
    const counts = await importFile(
      client,
      importFormats.find(({ name }) => name === params.format)!,
      await openFile(path, query.file || 'upload', {
        encoding: query.encoding || undefined,
        sheet: query.sheet || undefined,
      }),
      {
        release: query.release,
        dryRun: query.dryRun === 'true',
        force: query.force === 'true' || query.afresh === 'true',
        settings: parseMapping(query.map),
        onProgress,
        onProblem: (problem) => {
          if (firstProblems.length < maxProblems) firstProblems.push(problem);
        },
      },
    );
    return { ...counts, firstProblems };
  } finally {
    client.off('error', ignore);
    // The connection has an import's settings and staging tables, so it is not used again.
    client.release(true);
  }
}
