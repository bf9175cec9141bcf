import type { ServerResponse } from 'node:http';
import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import { type Socket, Server as TcpServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Caller } from '../values/caller.ts';
import { Refusal } from '../values/errors.ts';
import { acceptOnMoreHandles } from './acceptors.ts';
import { AnswerMemory, RequestCaller } from './answer-memory.ts';
import { errorBody } from './refusals.ts';

/** How long a stop may take by default, in seconds: Docker kills after ten. */
export const defaultStopSeconds = 10;

/** How long requests that were broken off may take to say so, in milliseconds. */
const longestFarewell = 1_000;

/**
 * How long a connection may stay open between two requests, in milliseconds. Reverse proxies keep
 * theirs for 60 s. If the server closed first, a proxy could send a request into the closing
 * connection and answer 502.
 */
const keepAliveTimeout = 75_000;

/**
 * How long a client may leave an answer unread, in milliseconds. It keeps memory and, for an
 * export, a connection to the database.
 */
const longestStall = 30_000;

/** How long the headers of a request may take to arrive, in milliseconds. */
const longestHeaders = 10_000;

/** How long its body may take, other than that of an import, in milliseconds. */
const longestBody = 15_000;

/** How often slow requests are looked for, in milliseconds. */
const checkInterval = 1_000;

const controllerKey = Symbol('controller');
const callerKey = Symbol('caller');

/** The caller is kept on the request: a WeakMap of requests would grow in V8's old space. */
interface TrackedRequest extends IncomingMessage {
  [callerKey]?: Caller;
}

/** A connection of a client. HTTP/1.1 has one request at a time on it. */
interface ClientSocket extends Socket {
  /** Made once for a connection: one for each request would cost as much as a small request. */
  [controllerKey]?: AbortController;
  /** Node's own: the response that is under way. */
  _httpMessage?: ServerResponse | null;
}

/** The client of a request. Its signal's reason is a {@link Refusal}. */
export function callerOf({ [callerKey]: caller }: TrackedRequest): Caller {
  if (!caller) throw new Error('The request did not come through Requests.createServer().');
  return caller;
}

function controllerOf(socket: ClientSocket): AbortController {
  socket[controllerKey] ??= new AbortController();
  return socket[controllerKey];
}

/** Shorter bodies are not counted, in bytes; and as how long one counts that does not say. */
const minHeldBody = 100_000;
const assumedBody = 1_000_000;

/** A body is in memory as bytes and as a text. */
const copiesOfBody = 2;

/**
 * Counts the memory that the body of a request takes, which its client may send slowly.
 *
 * @throws Busy if bodies and answers of all clients together take too much.
 */
export function holdBody(request: IncomingMessage): void {
  const { 'content-length': length, 'transfer-encoding': encoding } = request.headers;
  const bytes = encoding === undefined ? Number(length ?? 0) : assumedBody;
  if (bytes >= minHeldBody) callerOf(request).hold(bytes * copiesOfBody);
}

/** The reason of a signal after the client has closed its connection. */
export class ClientLeft extends Refusal {
  constructor() {
    super('UNAVAILABLE', 'The client closed the connection.');
  }
}

const serverStops = () =>
  new Refusal(
    'UNAVAILABLE',
    'The server stops, and this took too long. Send it again in a moment.',
  );

/** The HTTP server's requests that are under way, so that it can stop without cutting any off. */
export class Requests {
  private readonly sockets = new Set<ClientSocket>();
  private readonly servers: Server[] = [];
  /** What closes the further handles on which servers accept connections. */
  private readonly closeHandles: (() => void)[] = [];
  /** How many connections were accepted so far. */
  private accepted = 0;
  private readonly stopController = new AbortController();
  private timer: NodeJS.Timeout | undefined;
  /** The requests whose body had not arrived when they were last looked at, and since when. */
  private arriving = new Map<IncomingMessage, number>();

  /** Aborts as soon as the server begins to stop. Long work ends at its next good moment then. */
  readonly stopping: AbortSignal = this.stopController.signal;

  /**
   * `stopSeconds`: how long everything may take to stop. A tenth of it, connections without a
   * request stay open, because a client may be about to send its next one, which is answered with
   * `connection: close`. Requests get four fifths of it.
   *
   * `acceptors`: how many connections are accepted in each turn of the event loop.
   */
  constructor(
    private readonly stopSeconds = defaultStopSeconds,
    private readonly stallMs = longestStall,
    private readonly memory = new AnswerMemory(),
    private readonly slow = { headersMs: longestHeaders, bodyMs: longestBody },
    private readonly acceptors = 1,
  ) {}

  /** Makes an HTTP server whose requests are tracked. */
  createServer(listener: RequestListener): Server {
    const options = {
      keepAliveTimeout,
      headersTimeout: this.slow.headersMs,
      // The bodies of imports may take longer, so they are looked at here.
      requestTimeout: 0,
      connectionsCheckingInterval: Math.min(checkInterval, this.slow.headersMs),
    };
    const server = createServer(options, (request: TrackedRequest, response) => {
      if (this.stopping.aborted) closeAfter(response);
      const { signal } = controllerOf(request.socket);
      request[callerKey] = new RequestCaller(signal, response, this.memory);
      listener(request, response);
    });
    // A connection was idle for too long, or nothing of a request came, or nothing of an answer was
    // read.
    server.setTimeout(this.stallMs, (socket: ClientSocket) => {
      const isArriving = socket._httpMessage?.req.complete === false;
      if (!socket._httpMessage || isArriving || socket.writableLength > 0) socket.destroy();
    });
    this.timer ??= setInterval(
      () => this.endSlowRequests(),
      Math.min(checkInterval, this.slow.bodyMs),
    );
    this.timer.unref();
    server.on('connection', (socket: ClientSocket) => {
      this.accepted += 1;
      this.sockets.add(socket);
      socket.once('close', () => {
        this.sockets.delete(socket);
        controllerOf(socket).abort(new ClientLeft());
      });
    });
    if (this.acceptors > 1)
      server.once('listening', () =>
        this.closeHandles.push(acceptOnMoreHandles(server, this.acceptors - 1)),
      );
    this.servers.push(server);
    return server;
  }

  /**
   * Closes connections whose request does not arrive: each takes memory and a file descriptor. Only
   * requests that are seen to arrive are noted. If each socket had its request, all would end in
   * V8's old space.
   */
  private endSlowRequests(): void {
    const now = performance.now();
    const before = this.arriving;
    this.arriving = new Map();
    for (const { _httpMessage: response } of this.sockets) {
      if (!response || response.req.complete || isImport(response.req)) continue;
      const since = before.get(response.req) ?? now;
      if (now - since < this.slow.bodyMs) this.arriving.set(response.req, since);
      else endSlowRequest(response);
    }
  }

  /**
   * Stops listening, and resolves when every request has ended. What takes too long is aborted, and
   * has a moment to say so.
   */
  async drain(): Promise<void> {
    clearInterval(this.timer);
    this.stopController.abort(serverStops());
    const start = Date.now();
    const graceEnd = start + this.stopSeconds * 100;
    await this.acceptArrivals(start + this.stopSeconds * 300);
    for (const close of this.closeHandles) close();
    // Not http's own close(), which also closes connections on which a request may be under way.
    for (const server of this.servers) TcpServer.prototype.close.call(server);
    for (const { _httpMessage } of this.sockets) if (_httpMessage) closeAfter(_httpMessage);
    await waitWhile(() => this.sockets.size > 0, graceEnd);
    await turnOfEventLoop();
    for (const server of this.servers) server.closeIdleConnections();
    const hasRequests = () => this.busySockets().length > 0;
    await waitWhile(hasRequests, start + this.stopSeconds * 800);
    for (const socket of this.busySockets()) controllerOf(socket).abort(serverStops());
    await waitWhile(hasRequests, Date.now() + longestFarewell);
  }

  /**
   * Accepts the connections that the system has received already: it resets them when the server
   * stops listening. Node accepts one in each turn of its event loop.
   */
  private async acceptArrivals(deadline: number): Promise<void> {
    for (let before = -1; this.accepted > before && Date.now() < deadline; ) {
      before = this.accepted;
      await turnOfEventLoop();
    }
  }

  /** The connections on which a request is under way. */
  private busySockets(): ClientSocket[] {
    return [...this.sockets].filter(({ _httpMessage }) => _httpMessage);
  }
}

function endSlowRequest(response: ServerResponse): void {
  if (!response.headersSent)
    response
      .writeHead(408, { 'content-type': 'application/json', connection: 'close' })
      .end(JSON.stringify(errorBody('BAD_USER_INPUT', slowBody)));
  response.req.destroy();
}

const slowBody = `The body of the request did not arrive within ${longestBody / 1_000} s.`;

const isImport = ({ url = '' }: IncomingMessage): boolean => url.startsWith('/import/');

/** Resolves when the event loop has looked at every connection once. */
const turnOfEventLoop = () => new Promise<void>((resolve) => setImmediate(setImmediate, resolve));

async function waitWhile(condition: () => boolean, deadline: number): Promise<void> {
  while (condition() && Date.now() < deadline) await sleep(10);
}

/** Asks the client to close the connection once it has the answer. */
function closeAfter(response: ServerResponse): void {
  if (!response.headersSent) response.setHeader('connection', 'close');
}
