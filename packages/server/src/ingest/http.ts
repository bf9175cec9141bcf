import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type pg from 'pg';
import { importFormats } from './formats.ts';
import { FileRefused } from './problem.ts';
import { openFile } from './read/bytes.ts';
import type { Counts } from './report.ts';
import { type FileProblem, importFile } from './run.ts';

/** What an upload may say beside its body. */
interface ImportQuery {
  Params: { format: string };
  Querystring: { release?: string; file?: string; dryRun?: string; afresh?: string; map?: string };
}

/** The report, and the problems that stand first in the file. */
interface Answer extends Counts {
  firstProblems: FileProblem[];
}

/** How many problems an answer carries; the counts are of all. */
const shown = 1_000;

/** `POST /import/:format`: the body is the file, plain or gzip, of any length. From this machine alone, until there is access control. */
export const importRoutes =
  (
    pool: pg.Pool,
    isLocal: (address: string) => boolean,
    refusal: (code: string, message: string) => object,
  ) =>
  async (app: FastifyInstance): Promise<void> => {
    app.removeAllContentTypeParsers();
    app.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
    app.post<ImportQuery>('/import/:format', async (request, reply) => {
      const refuse = (status: number, code: string, message: string) =>
        reply.code(status).send(refusal(code, message));
      if (!isLocal(request.ip))
        return refuse(403, 'FORBIDDEN', 'Imports are taken from this machine only.');
      // A page of another site can send a form here, but neither this type nor a header of its own.
      if (request.headers.origin && new URL(request.headers.origin).host !== request.headers.host)
        return refuse(403, 'FORBIDDEN', 'Imports are not taken from pages of other sites.');
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
      return answered(request, reply, pool, refuse);
    });
  };

type Refuse = (status: number, code: string, message: string) => FastifyReply;

async function answered(
  request: FastifyRequest<ImportQuery>,
  reply: FastifyReply,
  pool: pg.Pool,
  refuse: Refuse,
): Promise<FastifyReply> {
  const folder = await mkdtemp(join(tmpdir(), 'claimgraph-import-'));
  try {
    // On disk first: it is read twice, so that a file that is wrong as a whole changes nothing.
    const path = join(folder, 'file');
    await pipeline(request.body as Readable, createWriteStream(path, { mode: 0o600 }));
    return reply.send(await imported(request, path, pool));
  } catch (error) {
    if (error instanceof FileRefused) return refuse(400, 'BAD_USER_INPUT', error.message);
    throw error;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** What a CSV file of one's own is read by: JSON, in the address. @throws FileRefused */
function mappingIn(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : JSON.parse(text);
  } catch (error) {
    throw new FileRefused(`map is not JSON: ${(error as Error).message}.`);
  }
}

async function imported(
  { params, query }: FastifyRequest<ImportQuery>,
  path: string,
  pool: pg.Pool,
): Promise<Answer> {
  const client = await pool.connect();
  const broken = () => undefined;
  client.on('error', broken);
  try {
    const firstProblems: FileProblem[] = [];
    const counts = await importFile(
      client,
      importFormats.find(({ name }) => name === params.format)!,
      await openFile(path, query.file || 'upload'),
      {
        release: query.release,
        dryRun: query.dryRun === 'true',
        force: query.afresh === 'true',
        settings: mappingIn(query.map),
        onProblem: (problem) => {
          if (firstProblems.length < shown) firstProblems.push(problem);
        },
      },
    );
    return { ...counts, firstProblems };
  } finally {
    client.off('error', broken);
    // It was set up for an import, and has its staging tables: not for others.
    client.release(true);
  }
}
