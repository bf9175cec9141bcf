import { PassThrough } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** The answer to an import. */
export interface ImportAnswer {
  /** Says how many rows are done. Clients that do not ask for progress get none. */
  progress(rows: number, totalRows: number): void;
  /** Ends the answer with the report. */
  report(report: object): FastifyReply;
  /** Ends the answer with errors. */
  refuse(status: number, errors: object, headers?: Record<string, string>): FastifyReply;
}

const lineType = 'application/x-ndjson';

/**
 * The answer is one JSON object: the report or errors. Clients that accept lines of JSON get a line
 * of progress after each batch, and the report or errors in the last line. Since the status is sent
 * with the first line, it is 200 even if the import fails later.
 */
export function importAnswer(request: FastifyRequest, reply: FastifyReply): ImportAnswer {
  const wantsLines = request.headers.accept?.includes(lineType);
  let lines: PassThrough | undefined;
  const write = (content: object) => lines?.write(`${JSON.stringify(content)}\n`);
  const end = (content: object) => {
    write(content);
    lines?.end();
    return reply;
  };
  return {
    progress(rows, totalRows) {
      if (!wantsLines) return;
      if (!lines) {
        // A client that leaves destroys the stream. The import goes on.
        lines = new PassThrough().on('error', () => undefined);
        reply.headers({ 'content-type': lineType, 'cache-control': 'no-store' }).send(lines);
      }
      write({ rows, totalRows });
    },
    report: (report) => (lines ? end({ report }) : reply.send(report)),
    refuse: (status, errors, headers = {}) =>
      lines ? end(errors) : reply.code(status).headers(headers).send(errors),
  };
}
