import { deriveKey, keyedHash } from '../history/ledger-secret.ts';
import type { MasterKeySource } from '../values/master-key.ts';
import { allNames, type IdentityContent, sourceNameSystem } from './identity-content.ts';
import { NameFinder } from './name-finder.ts';
import { foldName, hasTwoWords, NameRedactor } from './name-redactor.ts';
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

  /** The identity whose names one of these texts has. Values that are no texts have none. */
  identityIn(values: readonly unknown[]): SealedIdentity | undefined {
    const texts = values.filter((value) => typeof value === 'string');
    const isIn = (redactor: NameRedactor) =>
      texts.some((text) => redactor.replaceIn(text) !== text);
    if (!isIn(this.redactor)) return undefined;
    return this.identities.find(({ content }) =>
      isIn(new NameRedactor(allNames(content).map((name) => [name, '']))),
    );
  }

  /** Whether a text has a key that one of the sources has or had. */
  isReferredToIn(text: string): boolean {
    return this.identities.some(({ sourceKey, content }) =>
      [sourceKey, ...content.formerKeys].some((key) => text.includes(key)),
    );
  }

  /** The same without some names: those that a public source has, too. */
  withoutNames(names: readonly string[]): KnownIdentities {
    const left = new Set(names.map(foldName));
    return new KnownIdentities(
      this.vault,
      this.identities.map((identity) => ({
        ...identity,
        content: contentWithoutNames(identity.content, (name) => left.has(foldName(name))),
      })),
    );
  }
}

const contentWithoutNames = (
  content: IdentityContent,
  isLeftOut: (name: string) => boolean,
): IdentityContent => ({
  ...content,
  names: content.names.filter(({ text }) => !isLeftOut(String(text))),
  formerNames: content.formerNames.filter((name) => !isLeftOut(name)),
  matches: content.matches.filter(
    ({ system, value }) => system !== sourceNameSystem || !isLeftOut(String(value)),
  ),
});

/**
 * Makes the fingerprint of a row from which a name was removed. It still says whether a later row
 * is the same, but a guessed name cannot be tested with it.
 */
export function fingerprints(vault: Vault): (fingerprint: string) => string {
  const key = deriveKey(vault.ledgerSecret, 'fingerprints of rows');
  return (fingerprint) => keyedHash(key, fingerprint).toString('base64').slice(0, 32);
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
    `select i.id, s.name from source_identity i join source s on s.id = i.source_id
     where s.protection <> 'PUBLIC'`,
  );
  if (names.length === 0) return undefined;
  const vault = await openVault(query, masterKeys);
  const pseudonyms = new Map(names.map(({ id, name }) => [id, name]));
  const identities = (await vault.all()).flatMap((identity) => {
    const pseudonym = pseudonyms.get(identity.id);
    return pseudonym === undefined ? [] : [{ ...identity, pseudonym }];
  });
  return new KnownIdentities(vault, identities);
}
