import { allNames, type IdentityContent, type StoredRow } from './identity-content.ts';
import { type KnownIdentities, readKnownIdentities } from './known-identities.ts';
import type { SealingWrite } from './protect-source.ts';
import type { Vault } from './vault.ts';

/** What was sealed of a source, in two parts. */
interface SeparatedContent {
  /** What may be public now. It names no source that is still protected. */
  shown: IdentityContent;
  /** Rows that refer to one by its id. They stay sealed with the source. */
  kept: Pick<IdentityContent, 'importRows' | 'conflicts'>;
}

const noneKept = { importRows: [], conflicts: [] };

/**
 * Removes the names of sources that are still protected from what imports stored of a source that
 * becomes public: it was sealed as it was, and nothing that was done since then has changed it.
 * Keys of imports that have such a name are sealed with that source from now on.
 */
export async function hideOthers(
  { query, masterKeys }: SealingWrite,
  { vault, key, content }: { vault: Vault; key: string; content: IdentityContent },
): Promise<SeparatedContent> {
  const all = await readKnownIdentities(query, masterKeys);
  if (!all) return { shown: content, kept: noneKept };
  // A name that it has itself means it here. A pseudonym would say that another has the same one.
  const known = all.withoutNames(allNames(content));
  const refersToOther = (row: StoredRow) => known.isReferredToIn(JSON.stringify(row));
  const isPublic = (row: StoredRow) => !refersToOther(row);
  const leaveToOthers = async (rows: readonly StoredRow[], list: SealedRows, texts: Texts) => {
    const own: StoredRow[] = [];
    for (const row of rows) {
      const owner = known.identityIn(texts(row));
      if (owner) await sealWith(vault, owner.sourceKey, list, row);
      else own.push(row);
    }
    return own;
  };
  const withoutDetail = (row: StoredRow): StoredRow =>
    known.identityIn([row.detail]) ? { ...row, detail: null } : row;
  const keyTexts: Texts = ({ system, value }) => [system, value];
  const matches = content.matches.map((row) => ({ ...row, record_id: key }));
  const shown = {
    ...content,
    importRows: content.importRows.filter(isPublic).map((row) => redactRow(known, row)),
    conflicts: content.conflicts.filter(isPublic).map((row) => redactConflict(known, row)),
    matches: await leaveToOthers(matches.map(withoutDetail), 'hiddenKeys', keyTexts),
    hiddenKeys: await leaveToOthers(content.hiddenKeys.map(withoutDetail), 'hiddenKeys', keyTexts),
    outlets: await leaveToOthers(content.outlets, 'outlets', ({ spelling, outlet }) => [
      spelling,
      outlet,
    ]),
  };
  return {
    shown,
    kept: {
      importRows: content.importRows.filter(refersToOther),
      conflicts: content.conflicts.filter(refersToOther),
    },
  };
}

type SealedRows = 'hiddenKeys' | 'outlets';
type Texts = (row: StoredRow) => readonly unknown[];

/** Seals a row with another source, of which what is sealed may have just changed. */
async function sealWith(vault: Vault, key: string, list: SealedRows, row: StoredRow) {
  const owner = await vault.find(key);
  if (!owner) throw new Error('A protected source is not sealed.');
  await vault.replace(owner, { ...owner.content, [list]: [...owner.content[list], row] });
}

/** Its fingerprint would let a guessed name be tested, so it changes with the row. */
function redactRow({ redactor, fingerprintOf }: KnownIdentities, row: StoredRow): StoredRow {
  const raw = redactor.replaceInRow(String(row.raw));
  return raw === row.raw
    ? row
    : { ...row, raw, fingerprint: fingerprintOf(String(row.fingerprint)) };
}

/** Its other columns say what it is about, in words of the ledger. */
function redactConflict({ redactor }: KnownIdentities, row: StoredRow): StoredRow {
  const { value, file_value, rows, file } = row;
  return { ...row, ...redactor.replaceInValue({ value, file_value, rows, file }) };
}
