import { createHmac } from 'node:crypto';
import type { MasterKeySource } from '../values/master-key.ts';
import { allNames } from './identity-content.ts';
import { NameFinder } from './name-finder.ts';
import { hasTwoWords, NameRedactor } from './name-redactor.ts';
import { openVault, type RunQuery, type SealedIdentity, type Vault } from './vault.ts';

/** The protected sources of the ledger, as an import has to know them. */
export class KnownIdentities {
  readonly redactor: NameRedactor;
  /** See {@link fingerprints}. */
  readonly fingerprintOf: (fingerprint: string) => string;
  private readonly longNames: NameFinder;

  constructor(
    readonly vault: Vault,
    private readonly identities: readonly (SealedIdentity & { pseudonym: string })[],
  ) {
    this.fingerprintOf = fingerprints(vault);
    const names = identities.flatMap(({ content, pseudonym }) =>
      allNames(content).map((name) => [name, pseudonym] as const),
    );
    this.redactor = new NameRedactor(names);
    this.longNames = new NameFinder(names.filter(([name]) => hasTwoWords(name)));
  }

  /** Whether a name contains that of a protected source: "Ana Example, mayor of Odra". */
  isNamesake(name: string): boolean {
    return this.longNames.isIn(name);
  }

  /** The identity whose names a text has. */
  identityIn(text: string): SealedIdentity | undefined {
    return this.identities.find(({ content }) => {
      const redactor = new NameRedactor(allNames(content).map((name) => [name, '']));
      return redactor.replaceIn(text) !== text;
    });
  }
}

/**
 * Makes the fingerprint of a row from which a name was removed. It still says whether a later row
 * is the same, but a guessed name cannot be tested with it.
 */
export function fingerprints(vault: Vault): (fingerprint: string) => string {
  const secret = vault.derive('fingerprints of rows');
  return (fingerprint) =>
    createHmac('sha256', secret).update(fingerprint).digest('base64').slice(0, 32);
}

/**
 * Reads the protected sources. Undefined: there are none.
 *
 * @throws Refusal UNAVAILABLE without the master key: an import would make them public again.
 */
export async function readKnownIdentities(
  query: RunQuery,
  masterKeys: MasterKeySource,
): Promise<KnownIdentities | undefined> {
  const names = await query<{ id: string; name: string }>(
    'select i.id, s.name from source_identity i join source s on s.id = i.source_id',
  );
  if (names.length === 0) return undefined;
  const vault = await openVault(query, masterKeys);
  const pseudonyms = new Map(names.map(({ id, name }) => [id, name]));
  const identities = (await vault.all()).map((identity) => ({
    ...identity,
    pseudonym: pseudonyms.get(identity.id) ?? '',
  }));
  return new KnownIdentities(vault, identities);
}
