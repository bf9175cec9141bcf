import { BlockList, isIP } from 'node:net';
import { resolve } from 'node:path';
import { z } from 'zod';
import { list, wholeNumber } from './setting-forms.ts';

/** Who may ask for the schema: everyone, those with a key of at least this role, or nobody. */
export type IntrospectionRule = (typeof introspectionRules)[number];
const introspectionRules = ['ANYONE', 'READER', 'ANALYST', 'EDITOR', 'ADMIN', 'NOBODY'] as const;

/**
 * Persisted operations: `off` takes texts only, `apq` stores the texts that clients send with their
 * hash (automatic persisted queries), and `only` answers nothing but known operations.
 */
export type PersistedMode = (typeof persistedModes)[number];
const persistedModes = ['off', 'apq', 'only'] as const;

/** How often somebody may do something. 0: as often as they like. */
export interface Rates {
  /**
   * Points per minute of each key, session or token. A request takes a point, and each millisecond
   * of PostgreSQL's CPU time, as it is estimated, another.
   */
  viewerPoints: number;
  /** Points per minute of each address from which anonymous viewers read. */
  anonymousPoints: number;
  /** Failed sign-ins per ten minutes of each address. */
  failedSignIns: number;
}

/** How a server guards itself against its clients. */
export interface GuardSettings {
  rates: Rates;
  persisted: PersistedMode;
  /** Files with operations that run where only known ones do: absolute paths. */
  manifests: readonly string[];
  introspection: IntrospectionRule;
  /** Proxies whose `X-Forwarded-For` is believed: addresses, or networks such as `10.0.0.0/8`. */
  proxies: readonly string[];
  /** How long the statement of an interactive read may take, in milliseconds. */
  readTimeoutMs: number;
}

/** Off loopback: a key may keep one processor busy, an address of readers a tenth of one. */
const networkRates: Rates = { viewerPoints: 60_000, anonymousPoints: 6_000, failedSignIns: 30 };
/** On loopback, a user who floods the server could as well stop it. */
const localRates: Rates = { viewerPoints: 0, anonymousPoints: 0, failedSignIns: 0 };

const isNetwork = (text: string): boolean => {
  const [address = '', bits, ...more] = text.split('/');
  const version = isIP(address);
  if (version === 0 || more.length > 0) return false;
  return bits === undefined || (/^\d+$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128));
};

/** The networks as a list that addresses are compared with. */
export function networksOf(networks: readonly string[]): BlockList {
  const found = new BlockList();
  for (const network of networks) {
    const [address = '', bits] = network.split('/');
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
    if (bits === undefined) found.addAddress(address, family);
    else found.addSubnet(address, Number(bits), family);
  }
  return found;
}

const oneOf = <T extends readonly [string, ...string[]]>(name: string, values: T) =>
  z.enum(values, {
    error: ({ input }) => `${name} must be one of ${values.join(', ')}, not "${input}".`,
  });

const rate = (name: string) => wholeNumber(name, 0, 100_000_000).optional();

/** The variables of these settings. */
export const guardVariables = {
  CLAIMGRAPH_POINTS: rate('CLAIMGRAPH_POINTS'),
  CLAIMGRAPH_ANONYMOUS_POINTS: rate('CLAIMGRAPH_ANONYMOUS_POINTS'),
  CLAIMGRAPH_FAILED_SIGN_INS: rate('CLAIMGRAPH_FAILED_SIGN_INS'),
  CLAIMGRAPH_PERSISTED: oneOf('CLAIMGRAPH_PERSISTED', persistedModes).default('apq'),
  CLAIMGRAPH_MANIFESTS: list(
    (item) => item !== '',
    () => 'CLAIMGRAPH_MANIFESTS lists paths of files.',
  ),
  CLAIMGRAPH_INTROSPECTION: oneOf('CLAIMGRAPH_INTROSPECTION', introspectionRules).default('ANYONE'),
  CLAIMGRAPH_PROXIES: list(
    isNetwork,
    (item) => `CLAIMGRAPH_PROXIES has "${item}". List IP addresses, or networks as 10.0.0.0/8.`,
  ),
  CLAIMGRAPH_READ_TIMEOUT_MS: wholeNumber('CLAIMGRAPH_READ_TIMEOUT_MS', 100, 600_000).default(
    '5000',
  ),
};

const guardEnvironment = z.object(guardVariables);

/** Reads these settings. `isLocal`: only this machine reaches the server. */
export function guardSettingsOf(
  data: z.infer<typeof guardEnvironment>,
  isLocal: boolean,
): GuardSettings {
  const defaults = isLocal ? localRates : networkRates;
  return {
    rates: {
      viewerPoints: Number(data.CLAIMGRAPH_POINTS ?? defaults.viewerPoints),
      anonymousPoints: Number(data.CLAIMGRAPH_ANONYMOUS_POINTS ?? defaults.anonymousPoints),
      failedSignIns: Number(data.CLAIMGRAPH_FAILED_SIGN_INS ?? defaults.failedSignIns),
    },
    persisted: data.CLAIMGRAPH_PERSISTED,
    manifests: data.CLAIMGRAPH_MANIFESTS.map((path) => resolve(path)),
    introspection: data.CLAIMGRAPH_INTROSPECTION,
    proxies: data.CLAIMGRAPH_PROXIES,
    readTimeoutMs: Number(data.CLAIMGRAPH_READ_TIMEOUT_MS),
  };
}
