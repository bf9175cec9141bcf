import type { ServerResponse } from 'node:http';
import type { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type pg from 'pg';
import { CredentialEnded, whileValid } from '../access/lifetime.ts';
import { payAsItGoes, type Spending } from '../access/spending.ts';
import { viewerOf } from '../access/viewer.ts';
import { importPath } from '../http/admit.ts';
import { errorBody, type HttpRefusal } from '../http/refusals.ts';
import { callerOf } from '../http/requests.ts';
import { type ErrorCode, Refusal } from '../values/errors.ts';
import { asUnreachable } from '../values/lost-connection.ts';
import type { MasterKeySource } from '../values/master-key.ts';
import { prices } from '../values/prices.ts';
import type { ImportFormat } from './format.ts';
import { importFormats } from './formats.ts';
import { type ImportAnswer, importAnswer } from './import-answer.ts';
import { ImportInterrupted } from './interrupted.ts';
import { FileRefused } from './problem.ts';
import { openFile } from './read/bytes.ts';
import { type Counts, noCounts } from './report.ts';
import { type FileProblem, importFile } from './run.ts';
import { saveUpload, type UploadCopy } from './upload-copy.ts';

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

interface ImportRouteOptions {
  pool: pg.Pool;
  /** Aborts when the server stops. */
  stopping: AbortSignal;
  /** Words an error as an HTTP status and body. */
  refusal: (error: unknown, response?: ServerResponse) => HttpRefusal;
  /** Notes how long a batch made other writes wait, in seconds. */
  lockTimes: { observe(seconds: number): void };
  masterKeys?: MasterKeySource | undefined;
  /** What viewers may spend. Left out: there is no limit. */
  spending?: Spending | undefined;
}

/** `POST /import/:format`: the body is the file, text or packed, of any length. */
export const importRoutes =
  (options: ImportRouteOptions) =>
  async (app: FastifyInstance): Promise<void> => {
    app.removeAllContentTypeParsers();
    app.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
    app.post<ImportQuery>(importPath, async (request, reply) => {
      const answer = importAnswer(request, reply);
      const refuse: Refuse = (status, code, message) =>
        answer.refuse(status, errorBody(code, message));
      const format = importFormats.find(({ name }) => name === request.params.format);
      if (!format) {
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
      return importUpload(request, format, answer, options, refuse, reply.raw);
    });
  };

type Refuse = (status: number, code: ErrorCode, message: string) => FastifyReply;

async function importUpload(
  request: FastifyRequest<ImportQuery>,
  format: ImportFormat,
  answer: ImportAnswer,
  options: ImportRouteOptions,
  refuse: Refuse,
  response: ServerResponse,
): Promise<FastifyReply> {
  // It stops after the batch that runs, so that it need not be undone.
  const { stopping, refusal } = options;
  const { signal, release } = whileValid(request.raw, callerOf(request.raw).signal, stopping);
  let copy: UploadCopy | undefined;
  try {
    copy = await receive(request.body as Readable, signal);
    const { path } = copy;
    return answer.report(await importFrom(request, { format, path, signal, answer }, options));
  } catch (error) {
    if (error instanceof FileRefused) return refuse(400, 'BAD_USER_INPUT', error.message);
    const { status, body, headers } = refusal(reasonOf(error, signal), response);
    return answer.refuse(status, body, headers);
  } finally {
    release();
    await copy?.remove();
  }
}

/** Why an import ended: an interruption says how far it came, and the credential why it ended. */
function reasonOf(error: unknown, { reason }: AbortSignal): unknown {
  if (!(error instanceof ImportInterrupted) || !(reason instanceof CredentialEnded)) return error;
  return new Refusal(reason.code, `${reason.message} ${error.message}`, [], error.details);
}

async function receive(upload: Readable, signal: AbortSignal): Promise<UploadCopy> {
  try {
    return await saveUpload(upload, signal);
  } catch (error) {
    // Neither a client that leaves nor a server that stops is a failure.
    if (signal.aborted || upload.errored) throw new ImportInterrupted(noCounts(), false, error);
    throw error;
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

/** An upload that has been received. */
interface Upload {
  format: ImportFormat;
  /** The path of its copy. */
  path: string;
  signal: AbortSignal;
  answer: ImportAnswer;
}

async function importFrom(
  { query, raw }: FastifyRequest<ImportQuery>,
  { format, path, signal, answer }: Upload,
  { pool, lockTimes, masterKeys, spending }: ImportRouteOptions,
): Promise<UploadReport> {
  const client = await pool.connect().catch((error) => {
    throw asUnreachable(error);
  });
  // A lost connection fails the next query; without a listener it would end the process.
  const ignore = () => undefined;
  const pay = payAsItGoes(spending?.accountOf(raw), prices.importedRow.points);
  let paidRows = 0;
  client.on('error', ignore);
  try {
    const firstProblems: FileProblem[] = [];
    const counts = await importFile(
      client,
      format,
      await openFile(path, query.file || 'upload', {
        encoding: query.encoding || undefined,
        sheet: query.sheet || undefined,
      }),
      {
        release: query.release,
        dryRun: query.dryRun === 'true',
        force: query.force === 'true' || query.afresh === 'true',
        settings: parseMapping(query.map),
        by: viewerOf(raw).name,
        masterKeys,
        signal,
        onProgress: (rows, totalRows) => {
          // A dry run that is tried again begins again.
          pay(rows < paidRows ? rows : rows - paidRows);
          paidRows = rows;
          answer.progress(rows, totalRows);
        },
        onLockHeld: (ms) => lockTimes.observe(ms / 1_000),
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
