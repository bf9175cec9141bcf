import { isIP, isIPv4 } from 'node:net';
import { resolve } from 'node:path';
import { z } from 'zod';
import { type GuardSettings, guardSettingsOf, guardVariables } from './values/guard-settings.ts';
import type { MasterKey } from './values/master-key.ts';
import {
  databaseUrl,
  flag,
  list,
  masterKey,
  webAddress,
  wholeNumber,
} from './values/setting-forms.ts';

/** The configuration of this process; see {@link readConfig}. */
export interface Config extends GuardSettings {
  /** TCP port to listen on, 0 for any free one. */
  port: number;
  /** False when PORT is not set: if the default port is taken, any free one is used instead. */
  portAsked: boolean;
  /** Address or name to listen on; by default loopback. */
  host: string;
  /** The PostgreSQL to use; without it, the embedded one. Has a password: keep it out of logs. */
  databaseUrl?: string;
  /** The same database as its owner, who migrates it. Left out: the server's user owns it. */
  migrateUrl?: string;
  /** Absolute path of the folder for embedded data and keys. */
  home: string;
  /** Whether only this machine reaches the server, and not under another host name. */
  isLocal: boolean;
  /** Whether requests without a credential may read. Undefined: not set. */
  publicRead: boolean | undefined;
  /** Which JSON Web Tokens are accepted. Left out: none. */
  jwt?: JwtSettings;
  /** Host names to answer under in addition to those of loopback, in lower case, without ports. */
  hosts: string[];
  /** Origins whose pages may use the API, such as `https://desk.example`. */
  origins: string[];
  /** False when CLAIMGRAPH_FAST_PATH=0 sends every request through Fastify and Apollo. */
  fastPath: boolean;
  /** Whether the sample is loaded into a ledger in which nothing was ever written. */
  loadsSample: boolean;
  /** True to show Apollo Sandbox, whose scripts are Apollo's, to browsers at /graphql. */
  sandbox: boolean;
  /** How many seconds a stop may take. */
  stopSeconds: number;
  /** How many reads and writes may wait, and how long. */
  queues: QueueLimits;
  /** The most that an operation may cost, in milliseconds of PostgreSQL's CPU time. */
  maxCostMs: number;
  /** The least severe lines of the log; `info` has one for each request. */
  logLevel: 'error' | 'warn' | 'info';
  /** Where spans are sent. Left out: nowhere. */
  traces?: TraceSettings;
  /** What the identities of protected sources are sealed with. Left out: the file in `home`. */
  masterKey?: MasterKey;
  /** What `keys rotate-master` replaces it by. */
  newMasterKey?: MasterKey;
}

/** Where OpenTelemetry spans are sent. */
export interface TraceSettings {
  /** The address that takes spans by OTLP over HTTP. */
  url: string;
  serviceName: string;
}

/** Which JSON Web Tokens (RFC 7519) are accepted. */
export interface JwtSettings {
  /** The address of the issuer's signing keys (JWKS, RFC 7517). */
  jwks: string;
  issuer: string;
  audience: string;
  algorithms: readonly string[];
  /** The claim that has the viewer's name. */
  nameClaim: string;
  /** The claim that has the viewer's role, or a list with it. */
  roleClaim: string;
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

/** Whether a text is an origin as browsers send it: scheme, host and port in their normal form. */
const isOrigin = (text: string) =>
  URL.canParse(text) && /^https?:/.test(text) && new URL(text).origin === text;

/** Algorithms by which anyone may verify, but only the issuer may sign. */
const algorithms = [
  ...['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512'],
  ...['ES256', 'ES384', 'ES512', 'EdDSA', 'Ed25519'],
];

/** Whether a text is an address from which signing keys come unaltered. */
const isKeyAddress = (text: string): boolean => {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname } = new URL(text);
  const isOnLoopback = isLoopback(hostname.replace(/^\[|\]$/g, ''));
  return protocol === 'https:' || (protocol === 'http:' && isOnLoopback);
};

const jwtNames = [
  ...(['CLAIMGRAPH_JWT_JWKS', 'CLAIMGRAPH_JWT_ISSUER', 'CLAIMGRAPH_JWT_AUDIENCE'] as const),
];

const environment = z
  .object({
    PORT: wholeNumber('PORT', 0, 65_535).optional(),
    HOST: z
      .string()
      .refine(isHost, {
        abort: true,
        error: ({ input }) =>
          `HOST must be an IP address or a host name, without scheme or port, not "${input}".`,
      })
      .default('127.0.0.1'),
    DATABASE_URL: databaseUrl('DATABASE_URL'),
    CLAIMGRAPH_MIGRATE_URL: databaseUrl('CLAIMGRAPH_MIGRATE_URL'),
    CLAIMGRAPH_HOME: z.string().default('.claimgraph'),
    CLAIMGRAPH_OPEN: z
      .undefined({
        error:
          'CLAIMGRAPH_OPEN no longer exists, because there is access control. Create a key for ' +
          'each person or program (npx claimgraph keys create --help). To let everyone read ' +
          'without a key, set CLAIMGRAPH_PUBLIC_READ=1.',
      })
      .optional(),
    CLAIMGRAPH_PUBLIC_READ: flag('CLAIMGRAPH_PUBLIC_READ').optional(),
    CLAIMGRAPH_JWT_JWKS: z
      .string()
      .refine(isKeyAddress, {
        error: ({ input }) =>
          'CLAIMGRAPH_JWT_JWKS must be an https address, or an http one on loopback, ' +
          `not "${input}".`,
      })
      .optional(),
    CLAIMGRAPH_JWT_ISSUER: z.string().optional(),
    CLAIMGRAPH_JWT_AUDIENCE: z.string().optional(),
    CLAIMGRAPH_JWT_ALGORITHMS: list(
      (item) => algorithms.includes(item),
      (item) => `CLAIMGRAPH_JWT_ALGORITHMS has "${item}". It may have ${algorithms.join(', ')}.`,
    ),
    CLAIMGRAPH_JWT_NAME_CLAIM: z.string().default('sub'),
    CLAIMGRAPH_JWT_ROLE_CLAIM: z.string().default('claimgraph_role'),
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
    CLAIMGRAPH_MASTER_KEY: masterKey('CLAIMGRAPH_MASTER_KEY'),
    CLAIMGRAPH_NEW_MASTER_KEY: masterKey('CLAIMGRAPH_NEW_MASTER_KEY'),
    CLAIMGRAPH_FAST_PATH: flag('CLAIMGRAPH_FAST_PATH').default('1'),
    CLAIMGRAPH_SAMPLE: flag('CLAIMGRAPH_SAMPLE').default('1'),
    CLAIMGRAPH_SANDBOX: flag('CLAIMGRAPH_SANDBOX').optional(),
    CLAIMGRAPH_STOP_SECONDS: wholeNumber('CLAIMGRAPH_STOP_SECONDS', 1, 3_600).default('10'),
    CLAIMGRAPH_WAITING_READS: wholeNumber('CLAIMGRAPH_WAITING_READS', 0, 100_000).default('500'),
    CLAIMGRAPH_READ_WAIT_MS: wholeNumber('CLAIMGRAPH_READ_WAIT_MS', 1, 60_000).default('1500'),
    CLAIMGRAPH_WAITING_WRITES: wholeNumber('CLAIMGRAPH_WAITING_WRITES', 0, 100_000).default('200'),
    CLAIMGRAPH_WRITE_WAIT_MS: wholeNumber('CLAIMGRAPH_WRITE_WAIT_MS', 1, 60_000).default('4000'),
    CLAIMGRAPH_MAX_COST_MS: wholeNumber('CLAIMGRAPH_MAX_COST_MS', 1, 1_000_000).default('5000'),
    CLAIMGRAPH_LOG_LEVEL: z
      .enum(['error', 'warn', 'info'], {
        error: ({ input }) => `CLAIMGRAPH_LOG_LEVEL must be error, warn or info, not "${input}".`,
      })
      .default('warn'),
    OTEL_EXPORTER_OTLP_ENDPOINT: webAddress('OTEL_EXPORTER_OTLP_ENDPOINT'),
    OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: webAddress('OTEL_EXPORTER_OTLP_TRACES_ENDPOINT'),
    OTEL_SERVICE_NAME: z.string().default('claimgraph'),
    ...guardVariables,
  })
  .superRefine((settings, context) => {
    if (settings.CLAIMGRAPH_MIGRATE_URL && !settings.DATABASE_URL)
      context.addIssue({
        code: 'custom',
        message: 'CLAIMGRAPH_MIGRATE_URL needs DATABASE_URL, by which the server connects.',
      });
    const missing = jwtNames.filter((name) => settings[name] === undefined);
    if (missing.length === 0 || missing.length === jwtNames.length) return;
    const message = `Tokens need ${jwtNames.join(', ')}. Set ${missing.join(' and ')}, too.`;
    context.addIssue({ code: 'custom', message });
  });

/** The settings for tokens, which are set together or not at all. */
function jwtSettingsOf(data: z.infer<typeof environment>): { jwt?: JwtSettings } {
  const {
    CLAIMGRAPH_JWT_JWKS: jwks,
    CLAIMGRAPH_JWT_ISSUER: issuer,
    CLAIMGRAPH_JWT_AUDIENCE: audience,
    CLAIMGRAPH_JWT_ALGORITHMS: listed,
    CLAIMGRAPH_JWT_NAME_CLAIM: nameClaim,
    CLAIMGRAPH_JWT_ROLE_CLAIM: roleClaim,
  } = data;
  if (jwks === undefined || issuer === undefined || audience === undefined) return {};
  const accepted = listed.length > 0 ? listed : ['RS256', 'ES256', 'EdDSA'];
  return { jwt: { jwks, issuer, audience, algorithms: accepted, nameClaim, roleClaim } };
}

/** OpenTelemetry's own settings: the endpoint of traces, or the one of all signals. */
function traceSettingsOf(data: z.infer<typeof environment>): { traces?: TraceSettings } {
  const { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, OTEL_SERVICE_NAME: serviceName } = data;
  const url =
    data.OTEL_EXPORTER_OTLP_TRACES_ENDPOINT ??
    (endpoint && `${endpoint.replace(/\/+$/, '')}/v1/traces`);
  return url ? { traces: { url, serviceName } } : {};
}

/**
 * Reads the configuration from the environment variables that docs/configuration.md lists. An empty
 * or blank variable counts as not set.
 *
 * @throws {ConfigError} one line for each wrong variable.
 */
export const readConfig = (env: NodeJS.ProcessEnv = process.env): Config => {
  // Trimmed because `set PORT=4000 && npm start` on Windows sets "4000 ".
  const variables = Object.fromEntries(
    Object.entries(env).flatMap(([name, text]) => (text?.trim() ? [[name, text.trim()]] : [])),
  );
  const { data, error } = environment.safeParse(variables);
  if (error) throw new ConfigError(error.issues.map((issue) => issue.message).join('\n'));
  const isLocal = isLoopback(data.HOST) && data.CLAIMGRAPH_HOSTS.length === 0;
  return {
    port: Number(data.PORT ?? 4000),
    portAsked: data.PORT !== undefined,
    host: data.HOST,
    ...(data.DATABASE_URL && { databaseUrl: data.DATABASE_URL }),
    ...(data.CLAIMGRAPH_MIGRATE_URL && { migrateUrl: data.CLAIMGRAPH_MIGRATE_URL }),
    home: resolve(data.CLAIMGRAPH_HOME),
    isLocal,
    publicRead:
      data.CLAIMGRAPH_PUBLIC_READ === undefined ? undefined : data.CLAIMGRAPH_PUBLIC_READ === '1',
    ...jwtSettingsOf(data),
    hosts: data.CLAIMGRAPH_HOSTS.map((host) => host.toLowerCase()),
    origins: data.CLAIMGRAPH_ORIGINS,
    ...(data.CLAIMGRAPH_MASTER_KEY && { masterKey: data.CLAIMGRAPH_MASTER_KEY }),
    ...(data.CLAIMGRAPH_NEW_MASTER_KEY && { newMasterKey: data.CLAIMGRAPH_NEW_MASTER_KEY }),
    fastPath: data.CLAIMGRAPH_FAST_PATH === '1',
    loadsSample: data.CLAIMGRAPH_SAMPLE === '1',
    sandbox: data.CLAIMGRAPH_SANDBOX === undefined ? isLocal : data.CLAIMGRAPH_SANDBOX === '1',
    stopSeconds: Number(data.CLAIMGRAPH_STOP_SECONDS),
    queues: {
      maxWaitingReads: Number(data.CLAIMGRAPH_WAITING_READS),
      maxReadWaitMs: Number(data.CLAIMGRAPH_READ_WAIT_MS),
      maxWaitingWrites: Number(data.CLAIMGRAPH_WAITING_WRITES),
      maxWriteWaitMs: Number(data.CLAIMGRAPH_WRITE_WAIT_MS),
    },
    maxCostMs: Number(data.CLAIMGRAPH_MAX_COST_MS),
    logLevel: data.CLAIMGRAPH_LOG_LEVEL,
    ...traceSettingsOf(data),
    ...guardSettingsOf(data, isLocal),
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
