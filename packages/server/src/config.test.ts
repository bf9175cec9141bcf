import { resolve } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { ConfigError, inheritedEnvironment, readConfig } from './config.ts';

const queues = {
  maxWaitingReads: 500,
  maxReadWaitMs: 1_500,
  maxWaitingWrites: 200,
  maxWriteWaitMs: 4_000,
};

const refusal = (env: NodeJS.ProcessEnv): string => {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  throw new Error('accepted');
};

describe('configuration', () => {
  test('has defaults: port 4000, loopback, a local folder, an embedded database', () => {
    const defaults = {
      port: 4000,
      portAsked: false,
      host: '127.0.0.1',
      home: resolve('.claimgraph'),
      isLocal: true,
      publicRead: undefined,
      hosts: [],
      origins: [],
      fastPath: true,
      loadsSample: true,
      sandbox: true,
      stopSeconds: 10,
      queues,
      maxCostMs: 5_000,
      logLevel: 'warn',
      rates: { viewerPoints: 0, anonymousPoints: 0, failedSignIns: 0 },
      persisted: 'apq',
      manifests: [],
      introspection: 'ANYONE',
      proxies: [],
      readTimeoutMs: 5_000,
    };
    expect(readConfig({})).toEqual(defaults);
    expect(
      readConfig({
        PORT: '',
        HOST: ' ',
        DATABASE_URL: '',
        CLAIMGRAPH_HOME: '',
        CLAIMGRAPH_OPEN: '',
        CLAIMGRAPH_PUBLIC_READ: '',
        CLAIMGRAPH_JWT_JWKS: '',
        CLAIMGRAPH_HOSTS: '',
        CLAIMGRAPH_ORIGINS: ' ',
        CLAIMGRAPH_FAST_PATH: '',
        CLAIMGRAPH_SAMPLE: '',
        CLAIMGRAPH_SANDBOX: '',
      }),
    ).toEqual(defaults);
  });

  test('reads every variable', () => {
    const env = {
      PORT: '0',
      HOST: '::1',
      DATABASE_URL: 'postgresql://u:p@db/x',
      CLAIMGRAPH_HOME: 'a b/é',
      CLAIMGRAPH_PUBLIC_READ: '1',
      CLAIMGRAPH_JWT_JWKS: 'https://id.example/keys',
      CLAIMGRAPH_JWT_ISSUER: 'https://id.example/',
      CLAIMGRAPH_JWT_AUDIENCE: 'claimgraph',
      CLAIMGRAPH_JWT_ALGORITHMS: 'PS256 ES256',
      CLAIMGRAPH_JWT_NAME_CLAIM: 'email',
      CLAIMGRAPH_JWT_ROLE_CLAIM: 'realm_access.roles',
      CLAIMGRAPH_HOSTS: 'Desk.example,maps.desk.example',
      CLAIMGRAPH_ORIGINS: 'https://desk.example http://localhost:5173',
      CLAIMGRAPH_FAST_PATH: '0',
      CLAIMGRAPH_SAMPLE: '0',
      CLAIMGRAPH_SANDBOX: '1',
      CLAIMGRAPH_MIGRATE_URL: 'postgres://owner:p@db/x',
      CLAIMGRAPH_MAX_COST_MS: '700',
      CLAIMGRAPH_LOG_LEVEL: 'info',
      OTEL_EXPORTER_OTLP_ENDPOINT: 'http://collector:4318/',
      OTEL_SERVICE_NAME: 'desk',
      CLAIMGRAPH_POINTS: '100',
      CLAIMGRAPH_FAILED_SIGN_INS: '0',
      CLAIMGRAPH_PERSISTED: 'only',
      CLAIMGRAPH_MANIFESTS: '/etc/mine.json, /etc/others.json',
      CLAIMGRAPH_INTROSPECTION: 'EDITOR',
      CLAIMGRAPH_PROXIES: '10.0.0.0/8, ::1',
      CLAIMGRAPH_READ_TIMEOUT_MS: '1000',
    };
    expect(readConfig(env)).toEqual({
      port: 0,
      portAsked: true,
      host: '::1',
      databaseUrl: 'postgresql://u:p@db/x',
      migrateUrl: 'postgres://owner:p@db/x',
      home: resolve('a b/é'),
      isLocal: false,
      publicRead: true,
      jwt: {
        jwks: 'https://id.example/keys',
        issuer: 'https://id.example/',
        audience: 'claimgraph',
        algorithms: ['PS256', 'ES256'],
        nameClaim: 'email',
        roleClaim: 'realm_access.roles',
      },
      hosts: ['desk.example', 'maps.desk.example'],
      origins: ['https://desk.example', 'http://localhost:5173'],
      fastPath: false,
      loadsSample: false,
      sandbox: true,
      stopSeconds: 10,
      queues,
      maxCostMs: 700,
      logLevel: 'info',
      traces: { url: 'http://collector:4318/v1/traces', serviceName: 'desk' },
      // Off loopback, anonymous reading is bounded by default.
      rates: { viewerPoints: 100, anonymousPoints: 6_000, failedSignIns: 0 },
      persisted: 'only',
      manifests: ['/etc/mine.json', '/etc/others.json'],
      introspection: 'EDITOR',
      proxies: ['10.0.0.0/8', '::1'],
      readTimeoutMs: 1_000,
    });
  });

  test.each(['*', 'desk.example', 'https://desk.example/', 'HTTPS://Desk.example', 'null'])(
    'refuses the origin %s, which no browser sends',
    (origin) =>
      expect(refusal({ CLAIMGRAPH_ORIGINS: `https://a.example, ${origin}` })).toContain(
        `CLAIMGRAPH_ORIGINS has "${origin}".`,
      ),
  );

  test.each(['https://desk.example', 'desk.example:443', '*'])('refuses the host %s', (host) =>
    expect(refusal({ CLAIMGRAPH_HOSTS: host })).toContain(`CLAIMGRAPH_HOSTS has "${host}".`),
  );

  test.each([
    [{}, true],
    [{ HOST: 'localhost' }, true],
    [{ CLAIMGRAPH_SANDBOX: '0' }, false],
    [{ CLAIMGRAPH_HOSTS: 'desk.example' }, false],
    [{ HOST: '0.0.0.0' }, false],
    [{ HOST: '0.0.0.0', CLAIMGRAPH_SANDBOX: '1' }, true],
  ])('shows scripts of a third party on loopback only, unless it is set: %j', (env, sandbox) => {
    expect(readConfig(env).sandbox).toBe(sandbox);
  });

  test('sends spans to the endpoint of traces, if it has one of its own', () => {
    const url = 'https://collector.example/spans';
    const env = {
      OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: url,
      OTEL_EXPORTER_OTLP_ENDPOINT: 'http://x',
    };
    expect(readConfig(env).traces).toEqual({ url, serviceName: 'claimgraph' });
  });

  test('refuses a migrating user without the server’s own', () => {
    expect(refusal({ CLAIMGRAPH_MIGRATE_URL: 'postgres://owner@db/x' })).toBe(
      'CLAIMGRAPH_MIGRATE_URL needs DATABASE_URL, by which the server connects.',
    );
  });

  test('ignores the trailing space that `set PORT=4000 && …` leaves on Windows', () => {
    expect(readConfig({ PORT: '4000 ' })).toMatchObject({ port: 4000, portAsked: true });
  });

  test.each(['65536', '-1', '4e3', '0x10', '80.5', 'http'])('refuses PORT=%s', (PORT) => {
    expect(refusal({ PORT })).toBe(`PORT must be a whole number from 0 to 65535, not "${PORT}".`);
  });

  test('reads the bounds of the waiting lines', () => {
    expect(
      readConfig({
        CLAIMGRAPH_WAITING_READS: '0',
        CLAIMGRAPH_READ_WAIT_MS: '100',
        CLAIMGRAPH_WAITING_WRITES: '20',
        CLAIMGRAPH_WRITE_WAIT_MS: '900',
      }).queues,
    ).toEqual({
      maxWaitingReads: 0,
      maxReadWaitMs: 100,
      maxWaitingWrites: 20,
      maxWriteWaitMs: 900,
    });
    expect(refusal({ CLAIMGRAPH_WAITING_WRITES: 'many' })).toBe(
      'CLAIMGRAPH_WAITING_WRITES must be a whole number from 0 to 100000, not "many".',
    );
  });

  test.each(['127.0.0.1', '127.8.9.1', 'localhost', '::1'])(
    'listens on the loopback %s',
    (HOST) => {
      expect(readConfig({ HOST }).host).toBe(HOST);
    },
  );

  test.each(['0.0.0.0', '::', '192.168.1.4', '127.example.org', 'example.org', '128.0.0.1'])(
    'knows that other machines may reach HOST=%s',
    (HOST) => expect(readConfig({ HOST })).toMatchObject({ host: HOST, isLocal: false }),
  );

  test('counts a server with another host name as one that others reach', () => {
    expect(readConfig({ CLAIMGRAPH_HOSTS: 'desk.example' }).isLocal).toBe(false);
  });

  test.each(['0', '1', 'yes'])('refuses CLAIMGRAPH_OPEN=%s, and says what replaces it', (OPEN) => {
    expect(refusal({ CLAIMGRAPH_OPEN: OPEN })).toMatch(
      /^CLAIMGRAPH_OPEN no longer exists.*keys create.*CLAIMGRAPH_PUBLIC_READ=1/,
    );
  });

  describe('tokens', () => {
    const jwt = {
      CLAIMGRAPH_JWT_JWKS: 'https://id.example/keys',
      CLAIMGRAPH_JWT_ISSUER: 'https://id.example/',
      CLAIMGRAPH_JWT_AUDIENCE: 'claimgraph',
    };

    test('have defaults', () => {
      expect(readConfig(jwt).jwt).toMatchObject({
        algorithms: ['RS256', 'ES256', 'EdDSA'],
        nameClaim: 'sub',
        roleClaim: 'claimgraph_role',
      });
    });

    test('need an address, an issuer and an audience', () => {
      expect(refusal({ CLAIMGRAPH_JWT_ISSUER: 'x' })).toMatch(
        /Set CLAIMGRAPH_JWT_JWKS and CLAIMGRAPH_JWT_AUDIENCE, too\.$/,
      );
    });

    test.each(['none', 'HS256', 'hs512'])('are never accepted with the algorithm %s', (name) => {
      expect(refusal({ ...jwt, CLAIMGRAPH_JWT_ALGORITHMS: `RS256,${name}` })).toContain(
        `CLAIMGRAPH_JWT_ALGORITHMS has "${name}".`,
      );
    });

    test.each(['http://id.example/keys', 'id.example', 'file:///keys'])(
      'are not verified by keys from %s, which others could alter',
      (address) =>
        expect(refusal({ ...jwt, CLAIMGRAPH_JWT_JWKS: address })).toMatch(/^CLAIMGRAPH_JWT_JWKS/),
    );

    test.each(['http://localhost:9/keys', 'http://[::1]:9/keys'])(
      'are verified by keys from %s',
      (address) =>
        expect(readConfig({ ...jwt, CLAIMGRAPH_JWT_JWKS: address }).jwt?.jwks).toBe(address),
    );
  });

  test('refuses a host that is a URL', () => {
    expect(refusal({ HOST: 'http://localhost:4000' })).toMatch(
      /^HOST must be an IP address or a host name/,
    );
  });

  test.each([
    'mysql://me:hunter2@db/x',
    'me:hunter2@db',
    'postgres://me:hunter2@db:port/x',
    'postgres://me:hunter2#@db/x',
  ])('refuses a wrong DATABASE_URL without showing its password', (DATABASE_URL) => {
    expect(refusal({ DATABASE_URL })).toMatch(/^DATABASE_URL /);
    expect(refusal({ DATABASE_URL })).not.toContain('hunter2');
  });

  test('reports one line for each wrong variable', () => {
    const lines = refusal({
      PORT: 'x',
      HOST: 'https://desk.example',
      DATABASE_URL: 'sqlite:',
      CLAIMGRAPH_OPEN: 'yes',
      CLAIMGRAPH_FAST_PATH: 'no',
    }).split('\n');
    expect(lines.map((line) => line.split(' ')[0]).join(' ')).toBe(
      'PORT HOST DATABASE_URL CLAIMGRAPH_OPEN CLAIMGRAPH_FAST_PATH',
    );
  });

  test('keeps PG variables and secrets from the embedded PostgreSQL', () => {
    const ours = { PGPORT: '1', PgData: 'x', DATABASE_URL: 's', CLAIMGRAPH_HOME: 'h' };
    expect(inheritedEnvironment({ PATH: '/bin', ...ours })).toEqual({ PATH: '/bin' });
  });
});
