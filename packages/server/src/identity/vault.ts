import { createHmac } from 'node:crypto';
import { readLedgerSecret, sealLedgerSecret } from '../history/ledger-secret.ts';
import { Refusal } from '../values/errors.ts';
import { newKey } from '../values/ids.ts';
import type { MasterKey, MasterKeySource } from '../values/master-key.ts';
import { normalizeForComparison } from '../values/normalize.ts';
import { seal, unseal } from '../values/seal.ts';
import { allNames, type IdentityContent, noContent, type StoredRow } from './identity-content.ts';
import { pseudonymsOf } from './pseudonym.ts';

/** Runs a statement in the transaction of a write. */
export type RunQuery = <Row>(text: string, values?: readonly unknown[]) => Promise<Row[]>;

/** The name under which a protected source speaks, and the number that it is derived from. */
export interface Pseudonym {
  ordinal: number;
  text: string;
}

/** A sealed identity as its row has it. */
export interface SealedIdentity {
  id: string;
  sourceKey: string;
  content: IdentityContent;
}

export interface SealedRow {
  id: string;
  source_id: string;
  key_version: number;
  nonce: Buffer;
  sealed: Buffer;
}

/** The identities of protected sources, opened with the master key. */
export class Vault {
  private readonly lookupKey: Buffer;

  constructor(
    private readonly query: RunQuery,
    private readonly master: MasterKey,
    readonly keyVersion: number,
    /** The secret of the ledger: see `history/ledger-secret.ts`. */
    readonly ledgerSecret: Buffer,
  ) {
    this.lookupKey = master.derive('identity lookup');
  }

  /** Seals who a source is that is protected from now on. */
  async add(sourceKey: string, { ordinal }: Pseudonym, content: IdentityContent): Promise<void> {
    const owner = { id: newKey(), sourceKey, keyVersion: this.keyVersion };
    const { nonce, sealed } = seal(this.master, owner, JSON.stringify(content));
    await this.query(
      `insert into source_identity (id, source_id, ordinal, key_version, nonce, sealed)
       values ($1, $2, $3, $4, $5, $6)`,
      [owner.id, sourceKey, ordinal, owner.keyVersion, nonce, sealed],
    );
    await this.writeLookups(owner.id, sourceKey, content);
  }

  /** Seals what is now known of who a source is. */
  async replace({ id, sourceKey }: SealedIdentity, content: IdentityContent): Promise<void> {
    const owner = { id, sourceKey, keyVersion: this.keyVersion };
    const { nonce, sealed } = seal(this.master, owner, JSON.stringify(content));
    await this.query(
      'update source_identity set key_version = $2, nonce = $3, sealed = $4 where id = $1',
      [id, owner.keyVersion, nonce, sealed],
    );
    await this.query('delete from identity_lookup where identity_id = $1', [id]);
    await this.writeLookups(id, sourceKey, content);
  }

  /** Removes what is sealed of a source. */
  async remove(sourceKey: string): Promise<void> {
    await this.query('delete from source_identity where source_id = $1', [sourceKey]);
  }

  /** Who a source is. Undefined: it is not protected, or its identity was never in this ledger. */
  async find(sourceKey: string): Promise<SealedIdentity | undefined> {
    const [row] = await this.query<SealedRow>(
      'select * from source_identity where source_id = $1',
      [sourceKey],
    );
    return row && this.open(row);
  }

  /** Which of these keys are those of sources. */
  async existing(keys: readonly string[]): Promise<string[]> {
    const rows = await this.query<{ id: string }>('select id from source where id = any ($1)', [
      keys.filter((key) => key !== ''),
    ]);
    return rows.map(({ id }) => id);
  }

  /** All identities, except those of some sources. */
  async all(without: readonly string[] = []): Promise<SealedIdentity[]> {
    const rows = await this.query<SealedRow>(
      'select * from source_identity where source_id <> all ($1) order by ordinal',
      [without],
    );
    return rows.map((row) => this.open(row));
  }

  /** @throws Error if the row was changed by another program. */
  open({ id, source_id, key_version, nonce, sealed }: SealedRow): SealedIdentity {
    const owner = { id, sourceKey: source_id, keyVersion: key_version };
    const text = unseal(this.master, owner, { nonce, sealed });
    return { id, sourceKey: source_id, content: { ...noContent, ...JSON.parse(text) } };
  }

  /** The blind index's hash of what a record has: see {@link lookups}. */
  hashOf(lookup: Lookup): Buffer {
    return createHmac('sha256', this.lookupKey).update(JSON.stringify(lookup)).digest();
  }

  /** Makes the source, and the records whose keys contain its name, findable by imports. */
  private async writeLookups(
    id: string,
    sourceKey: string,
    content: IdentityContent,
  ): Promise<void> {
    const all = [
      ...lookups(content).map((lookup) => ({ lookup, recordKey: sourceKey })),
      ...content.hiddenKeys.map((row) => ({
        lookup: lookupOfKey(row),
        recordKey: String(row.record_id),
      })),
    ];
    await this.query(
      `insert into identity_lookup (hash, record_id, identity_id)
       select distinct hash, record_id, $3::uuid
       from unnest($1::bytea[], $2::uuid[]) as l(hash, record_id)
       on conflict do nothing`,
      [all.map(({ lookup }) => this.hashOf(lookup)), all.map(({ recordKey }) => recordKey), id],
    );
  }

  /** The next number that no protected source has, with the shortest pseudonym that is free. */
  async nextPseudonym(): Promise<Pseudonym> {
    const [next] = await this.query<{ ordinal: number }>(
      'select coalesce(max(ordinal), 0) + 1 as ordinal from source_identity',
    );
    if (!next) throw new Error('An aggregate returned no row.');
    for (const pseudonym of pseudonymsOf(this.ledgerSecret, next.ordinal)) {
      const taken = await this.query(
        'select from name where text = $1 union all select from name_history where text = $1',
        [pseudonym],
      );
      if (taken.length === 0) return { ordinal: next.ordinal, text: pseudonym };
    }
    throw new Error('Every pseudonym of a number is taken.');
  }
}

/**
 * What a record is found by without naming it: a name, an external id, a key of a data set, or a
 * key of the database that it had.
 */
export type Lookup =
  | readonly ['name', normalized: string]
  | readonly ['external id' | 'key', type: string, system: string, value: string]
  | readonly ['id', key: string];

export const lookupOfName = (name: string): Lookup => ['name', normalizeForComparison(name)];

/** The lookup of a row of `import_match`. */
const lookupOfKey = ({ record_type, system, value }: StoredRow): Lookup => [
  'key',
  String(record_type),
  String(system),
  String(value),
];

/** Everything that a protected source is found by. Imports find a public one by its tables. */
export const lookups = (content: IdentityContent): Lookup[] => [
  ...(content.isLowered ? [] : allNames(content).map(lookupOfName)),
  ...content.externalIds.map(
    ({ system, value }) => ['external id', 'source', system, value] as const,
  ),
  ...content.matches.map(lookupOfKey),
  ...content.formerKeys.map((key) => ['id', key] as const),
];

/**
 * Opens the vault of the ledger. The first one to do so decides which key is the master key.
 *
 * @throws Refusal UNAVAILABLE if no key is set, or another than the one that the ledger uses.
 */
export async function openVault(query: RunQuery, keys: MasterKeySource): Promise<Vault> {
  const candidates = keys();
  const [check] = await query<{ version: number; hash: Buffer }>(
    'select version, hash from master_key_check',
  );
  const master = check ? candidates.find((each) => check.hash.equals(each.check())) : candidates[0];
  if (!master)
    throw new Refusal('UNAVAILABLE', candidates.length > 0 ? wrongMasterKey : missingMasterKey);
  const version = check?.version ?? 1;
  if (!check)
    await query('insert into master_key_check (version, hash) values (1, $1)', [master.check()]);
  return new Vault(query, master, version, await openLedgerSecret(query, master, version));
}

/** The secret of the ledger, which is sealed from now on. */
async function openLedgerSecret(
  query: RunQuery,
  master: MasterKey,
  version: number,
): Promise<Buffer> {
  const secret = await readLedgerSecret(query, () => [master]);
  if (!secret) throw new Error('The secret of the ledger is sealed with another key.');
  await sealLedgerSecret(query, master, version, secret);
  return secret;
}

export const missingMasterKey =
  'This server has no master key, so it can neither protect a source nor read who one is. Set ' +
  'CLAIMGRAPH_MASTER_KEY, or put the key into the file master-key of CLAIMGRAPH_HOME.';

export const wrongMasterKey =
  'The master key of this server is not the one that this ledger uses, so it can neither protect ' +
  'a source nor read who one is. Set CLAIMGRAPH_MASTER_KEY to the right one.';
