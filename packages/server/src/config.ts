import { isIP, isIPv4 } from 'node:net';
import { resolve } from 'node:path';
import { z } from 'zod';

/** The configuration of this process; see {@link readConfig}. */
export interface Config {
  /** TCP port to listen on, 0 for any free one. */
  port: number;
  /** False when PORT is not set: if the default port is taken, any free one is used instead. */
  portAsked: boolean;
  /** Address or name to listen on; loopback unless {@link Config.open}. */
  host: string;
  /** The PostgreSQL to use; without it, the embedded one. Has a password: keep it out of logs. */
  databaseUrl?: string;
  /** Absolute path of the folder for embedded data and keys. */
  home: string;
  /** True when CLAIMGRAPH_OPEN=1 allows a HOST that other machines can reach. */
  open: boolean;
  /** Host names to answer under in addition to those of loopback, in lower case, without ports. */
  hosts: string[];
  /** Origins whose pages may use the API, such as `https://desk.example`. */
  origins: string[];
  /** False when CLAIMGRAPH_FAST_PATH=0 sends every request through Fastify and Apollo. */
  fastPath: boolean;
  /** True to show Apollo Sandbox, whose scripts are Apollo's, to browsers at /graphql. */
  sandbox: boolean;
  /** How many seconds a stop may take. */
  stopSeconds: number;
  /** How many reads and writes may wait, and how long. */
  queues: QueueLimits;
}

/** Bounds of the lines in which requests wait. Requests beyond them are refused. */
export interface QueueLimits {
  /** Reads that wait for a connection to the database. */
  maxWaitingReads: number;
  maxReadWaitMs: number;
  /** Writes that wait for each other. */
  maxWaitingWrites: number;
  maxWriteWaitMs: number;
}

/** The environment is wrong. The message has one line for each wrong variable, for a person. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/** Whether a host is one of 127.0.0.0/8, ::1, or localhost. */
export const isLoopback = (host: string) =>
  host.toLowerCase() === 'localhost' || host === '::1' || (isIPv4(host) && host.startsWith('127.'));

/** The same for the address of a socket. An IPv6 socket shows an IPv4 address behind `::ffff:`. */
export const isLoopbackAddress = (address: string) => isLoopback(address.replace(/^::ffff:/, ''));

const isHost = (host: string) => isIP(host) !== 0 || /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/i.test(host);

const hostNotOpen = (host: string) =>
  `HOST is "${host}", which other machines may reach, and there is no access control yet: anyone ` +
  'who reaches the server may write. Leave HOST out to listen on 127.0.0.1, or set ' +
  'CLAIMGRAPH_OPEN=1 if something else keeps strangers out.';

/** A setting that is a list, separated by commas or spaces. */
const list = (isItem: (item: string) => boolean, error: (item: string) => string) =>
  z
    .string()
    .default('')
    .transform((text) => text.split(/[\s,]+/).filter(Boolean))
    .superRefine((items, context) => {
      for (const item of items)
        if (!isItem(item)) context.addIssue({ code: 'custom', message: error(item) });
    });

/** Whether a text is an origin as browsers send it: scheme, host and port in their normal form. */
const isOrigin = (text: string) =>
  URL.canParse(text) && /^https?:/.test(text) && new URL(text).origin === text;

const flag = (name: string) =>
  z.enum(['0', '1'], { error: ({ input }) => `${name} must be 0 or 1, not "${input}".` });

/** A setting that is a whole number. */
const wholeNumber = (name: string, min: number, max: number) =>
  z.string().refine((text) => /^\d+$/.test(text) && Number(text) >= min && Number(text) <= max, {
    error: ({ input }) => `${name} must be a whole number from ${min} to ${max}, not "${input}".`,
  });

const environment = (open: boolean) =>
  z.object({
    PORT: wholeNumber('PORT', 0, 65_535).optional(),
    HOST: z
      .string()
      .refine(isHost, {
        abort: true,
        error: ({ input }) =>
          `HOST must be an IP address or a host name, without scheme or port, not "${input}".`,
      })
      .refine((host) => open || isLoopback(host), {
        error: ({ input }) => hostNotOpen(String(input)),
      })
      .default('127.0.0.1'),
    // Messages never quote the value, since it may hold a password.
    DATABASE_URL: z
      .string()
      .refine((text) => /^postgres(ql)?:\/\//.test(text), {
        abort: true,
        error: 'DATABASE_URL must begin with postgres:// or postgresql://.',
      })
      .refine(URL.canParse, {
        error:
          'DATABASE_URL cannot be read as a URL: percent-encode special characters of the ' +
          'password, such as # / ? @ as %23 %2F %3F %40.',
      })
      .optional(),
    CLAIMGRAPH_HOME: z.string().default('.claimgraph'),
    CLAIMGRAPH_OPEN: flag('CLAIMGRAPH_OPEN').default('0'),
    CLAIMGRAPH_HOSTS: list(
      isHost,
      (item) => `CLAIMGRAPH_HOSTS has "${item}". List host names, without scheme or port.`,
    ),
    CLAIMGRAPH_ORIGINS: list(
      isOrigin,
      (item) =>
        `CLAIMGRAPH_ORIGINS has "${item}". List origins as browsers send them, in lower case and ` +
        'without a path, such as https://desk.example or http://localhost:5173.',
    ),
    CLAIMGRAPH_FAST_PATH: flag('CLAIMGRAPH_FAST_PATH').default('1'),
    CLAIMGRAPH_SANDBOX: flag('CLAIMGRAPH_SANDBOX').optional(),
    CLAIMGRAPH_STOP_SECONDS: wholeNumber('CLAIMGRAPH_STOP_SECONDS', 1, 3_600).default('10'),
    CLAIMGRAPH_WAITING_READS: wholeNumber('CLAIMGRAPH_WAITING_READS', 0, 100_000).default('500'),
    CLAIMGRAPH_READ_WAIT_MS: wholeNumber('CLAIMGRAPH_READ_WAIT_MS', 1, 60_000).default('1500'),
    CLAIMGRAPH_WAITING_WRITES: wholeNumber('CLAIMGRAPH_WAITING_WRITES', 0, 100_000).default('200'),
    CLAIMGRAPH_WRITE_WAIT_MS: wholeNumber('CLAIMGRAPH_WRITE_WAIT_MS', 1, 60_000).default('4000'),
  });

/** Whether only this machine can reach the server. With CLAIMGRAPH_OPEN, a proxy may forward. */
const isPrivate = ({ HOST, CLAIMGRAPH_OPEN }: { HOST: string; CLAIMGRAPH_OPEN: '0' | '1' }) =>
  isLoopback(HOST) && CLAIMGRAPH_OPEN === '0';

/**
 * Reads the configuration: PORT (4000), HOST (127.0.0.1), DATABASE_URL, CLAIMGRAPH_HOME
 * (.claimgraph), CLAIMGRAPH_OPEN (0), CLAIMGRAPH_HOSTS, CLAIMGRAPH_ORIGINS,
 * CLAIMGRAPH_FAST_PATH (1), CLAIMGRAPH_SANDBOX (1 on loopback), CLAIMGRAPH_STOP_SECONDS (10), and
 * the bounds of the waiting lines, CLAIMGRAPH_WAITING_READS (500), CLAIMGRAPH_READ_WAIT_MS (1500),
 * CLAIMGRAPH_WAITING_WRITES (200) and CLAIMGRAPH_WRITE_WAIT_MS (4000). An empty or blank variable
 * counts as not set.
 *
 * @throws {ConfigError} one line for each wrong variable.
 */
export const readConfig = (env: NodeJS.ProcessEnv = process.env): Config => {
  // Trimmed because `set PORT=4000 && npm start` on Windows sets "4000 ".
  const variables = Object.fromEntries(
    Object.entries(env).flatMap(([name, text]) => (text?.trim() ? [[name, text.trim()]] : [])),
  );
  const { data, error } = environment(variables.CLAIMGRAPH_OPEN === '1').safeParse(variables);
  if (error) throw new ConfigError(error.issues.map((issue) => issue.message).join('\n'));
  return {
    port: Number(data.PORT ?? 4000),
    portAsked: data.PORT !== undefined,
    host: data.HOST,
    ...(data.DATABASE_URL && { databaseUrl: data.DATABASE_URL }),
    home: resolve(data.CLAIMGRAPH_HOME),
    open: data.CLAIMGRAPH_OPEN === '1',
    hosts: data.CLAIMGRAPH_HOSTS.map((host) => host.toLowerCase()),
    origins: data.CLAIMGRAPH_ORIGINS,
    fastPath: data.CLAIMGRAPH_FAST_PATH === '1',
    sandbox:
      data.CLAIMGRAPH_SANDBOX === undefined ? isPrivate(data) : data.CLAIMGRAPH_SANDBOX === '1',
    stopSeconds: Number(data.CLAIMGRAPH_STOP_SECONDS),
    queues: {
      maxWaitingReads: Number(data.CLAIMGRAPH_WAITING_READS),
      maxReadWaitMs: Number(data.CLAIMGRAPH_READ_WAIT_MS),
      maxWaitingWrites: Number(data.CLAIMGRAPH_WAITING_WRITES),
      maxWriteWaitMs: Number(data.CLAIMGRAPH_WRITE_WAIT_MS),
    },
  };
};

/**
 * The environment for the embedded PostgreSQL: paths and the like, but no PG* variable, which would
 * change its behaviour, and no variable of ours, which may hold a password.
 */
export const inheritedEnvironment = (env: NodeJS.ProcessEnv = process.env): NodeJS.ProcessEnv =>
  Object.fromEntries(
    Object.entries(env).filter(([name]) => !/^(PG|CLAIMGRAPH_|DATABASE_URL$)/i.test(name)),
  );
