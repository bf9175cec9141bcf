import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** A place in a file: zero-based line and UTF-16 offset in the line. */
export interface Position {
  line: number;
  character: number;
}

interface Message {
  id?: number;
  method?: string;
  result?: { contents?: { value?: string } } | null;
}

const tsc = fileURLToPath(new URL('../../../node_modules/typescript/bin/tsc', import.meta.url));

/** Starts the language server of TypeScript 7.0, as an editor does (Language Server Protocol). */
export async function startLanguageServer(folder: string) {
  const server = spawn(process.execPath, [tsc, '--lsp', '--stdio'], { cwd: folder });
  const waiting = new Map<number, (message: Message) => void>();
  let received = Buffer.alloc(0);
  let requests = 0;

  server.stdout.on('data', (chunk: Buffer) => {
    received = Buffer.concat([received, chunk]);
    for (;;) {
      const end = received.indexOf('\r\n\r\n');
      if (end < 0) return;
      const size = Number(/content-length: (\d+)/i.exec(received.toString('utf8', 0, end))?.[1]);
      if (received.length < end + 4 + size) return;
      const message = JSON.parse(received.toString('utf8', end + 4, end + 4 + size)) as Message;
      received = received.subarray(end + 4 + size);
      // The server asks questions, too, such as for its settings.
      if (message.method && message.id !== undefined) send({ id: message.id, result: null });
      else waiting.get(message.id ?? -1)?.(message);
    }
  });

  const send = (content: object) => {
    const body = JSON.stringify({ jsonrpc: '2.0', ...content });
    server.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  };
  const request = (method: string, params: object) =>
    new Promise<Message>((resolve) => {
      const id = ++requests;
      waiting.set(id, resolve);
      send({ id, method, params });
    });

  await request('initialize', {
    processId: process.pid,
    rootUri: pathToFileURL(folder).href,
    capabilities: { textDocument: { hover: { contentFormat: ['markdown'] } } },
  });
  send({ method: 'initialized', params: {} });

  return {
    open: (file: string) =>
      send({
        method: 'textDocument/didOpen',
        params: {
          textDocument: {
            uri: pathToFileURL(file).href,
            languageId: 'typescript',
            version: 1,
            text: readFileSync(file, 'utf8'),
          },
        },
      }),
    /** What the editor shows when the pointer rests on a place. */
    hover: async (file: string, position: Position): Promise<string> => {
      const textDocument = { uri: pathToFileURL(file).href };
      const { result } = await request('textDocument/hover', { textDocument, position });
      return result?.contents?.value ?? '';
    },
    stop: () => server.kill(),
  };
}
