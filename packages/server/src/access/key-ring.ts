import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { Busy } from '../values/errors.ts';
import { hashOf, isSecret, type SecretKind } from './api-key.ts';
import type { Lifetime } from './lifetime.ts';
import type { Role } from './roles.ts';
import { credentialOfKey, type Viewer } from './viewer.ts';

/** A key or session that identifies a viewer. */
export interface Credential {
  viewer: Viewer;
  /** The id of the key. A session has the id of the key that it was made from. */
  keyId: string;
  kind: SecretKind;
  /** In milliseconds since 1970; infinite when it does not expire. */
  expiresAt: number;
  lifetime: Lifetime;
}

/** Somebody who waits for the end of a credential. */
interface Watcher {
  kind: SecretKind;
  hash: string;
  onEnd: () => void;
}

/** How often the keys are read again, in milliseconds, while requests have keys. */
const reloadEvery = 2_000;
/** After so long without a request that has a key, in milliseconds, the next one waits. */
const idleAfter = 60_000;
/**
 * After so long without reading them again, in milliseconds, a request waits until that succeeds.
 * So a revoked key is refused after 5 s on every server, even if a server was cut off meanwhile.
 */
const maxAge = 4_000;
/** The shortest time between two readings, so that unknown keys cannot flood the database. */
const minInterval = 250;
/** How long a request waits for the database before it is refused. */
const maxWait = 2_000;

const selectLive = `
  with live as (
    select id, name, role, hash, expires_at from api_key
    where revoked_at is null and (expires_at is null or expires_at > now())
  )
  select 'key' as kind, id, name, role, hash, expires_at from live
  union all
  select 'session', live.id, name, role, s.hash, least(s.expires_at, live.expires_at)
  from viewer_session s join live on live.id = s.key_id
  where s.expires_at > now()`;

interface LiveRow {
  kind: SecretKind;
  id: string;
  name: string;
  role: Role;
  hash: Buffer;
  expires_at: Date | null;
}

/**
 * All keys and sessions that are valid now, by the hash of their secret. While requests have keys,
 * they are read again and again, so that a request with a known key needs no statement.
 */
export class KeyRing {
  private credentials: ReadonlyMap<string, Credential> = new Map();
  /** When the last successful reading started, by the process's clock. */
  private loadedAt = Number.NEGATIVE_INFINITY;
  private loading: Promise<void> | undefined;
  /** When a secret was last looked for. */
  private usedAt = Number.NEGATIVE_INFINITY;
  private readonly watchers = new Set<Watcher>();
  private readonly timer: NodeJS.Timeout;

  constructor(private readonly pool: pg.Pool) {
    this.timer = setInterval(() => {
      const isUsed = performance.now() - this.usedAt < idleAfter || this.watchers.size > 0;
      if (isUsed) void this.load().catch(() => undefined);
      this.endWatchers();
    }, reloadEvery);
    this.timer.unref();
  }

  /** Stops reading the keys. */
  stop(): void {
    clearInterval(this.timer);
  }

  /**
   * The credential of a secret, if it is valid. A secret that was made just now on another server
   * is looked for in the database before it is refused.
   *
   * @throws Busy (or rejects with it) if the database does not answer.
   */
  find(kind: SecretKind, secret: string): Credential | undefined | Promise<Credential | undefined> {
    const now = performance.now();
    this.usedAt = now;
    const hash = hashOf(secret);
    const credential = this.validAt(hash, kind);
    if (credential && now - this.loadedAt < maxAge) return credential;
    if (!isSecret(kind, secret)) return undefined;
    return this.findAfter(now, hash, kind);
  }

  /** Forgets a session that has just been ended. */
  forget(secret: string): void {
    const others = new Map(this.credentials);
    others.delete(hashOf(secret));
    this.credentials = others;
    this.endWatchers();
  }

  /**
   * How long a credential counts, by the last reading of the keys. While somebody watches, they are
   * read again and again. If that fails, nothing ends: what is watched needs the database itself.
   */
  private lifetimeOf(kind: SecretKind, hash: string): Lifetime {
    return {
      isOver: () => !this.validAt(hash, kind),
      watch: (onEnd) => {
        const watcher = { kind, hash, onEnd };
        this.watchers.add(watcher);
        return () => this.watchers.delete(watcher);
      },
    };
  }

  private endWatchers(): void {
    for (const watcher of this.watchers) {
      if (this.validAt(watcher.hash, watcher.kind)) continue;
      this.watchers.delete(watcher);
      watcher.onEnd();
    }
  }

  private validAt(hash: string, kind: SecretKind): Credential | undefined {
    const credential = this.credentials.get(hash);
    return credential?.kind === kind && credential.expiresAt > Date.now() ? credential : undefined;
  }

  private async findAfter(moment: number, hash: string, kind: SecretKind) {
    const deadline = moment + maxWait;
    while (this.loadedAt < moment) {
      if (!this.loading) await sleep(Math.max(0, this.loadedAt + minInterval - performance.now()));
      const remaining = deadline - performance.now();
      const isLoaded = await Promise.race([
        this.load().then(
          () => true,
          () => false,
        ),
        sleep(Math.max(0, remaining), false, { ref: false }),
      ]);
      if (!isLoaded) throw new Busy('The database cannot be reached. Try again in a moment.');
    }
    return this.validAt(hash, kind);
  }

  /** One reading at a time: a database that hangs holds one connection, not many. */
  private load(): Promise<void> {
    this.loading ??= this.read().finally(() => {
      this.loading = undefined;
    });
    return this.loading;
  }

  private async read(): Promise<void> {
    const start = performance.now();
    const { rows } = await this.pool.query<LiveRow>(selectLive);
    this.credentials = new Map(
      rows.map(({ kind, id, name, role, hash, expires_at }) => {
        const key = hash.toString('base64');
        const credential = {
          kind,
          keyId: id,
          viewer: { name, role, credentialId: credentialOfKey(id) },
          expiresAt: expires_at?.getTime() ?? Number.POSITIVE_INFINITY,
          lifetime: this.lifetimeOf(kind, key),
        };
        return [key, credential];
      }),
    );
    this.loadedAt = start;
    this.endWatchers();
  }
}
