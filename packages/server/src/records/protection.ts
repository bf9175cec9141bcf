import { includesRole } from '../access/roles.ts';
import type { Tx } from '../history/write.ts';
import { type Path, Refusal } from '../values/errors.ts';
import { idOf } from '../values/ids.ts';

/** Each is stronger than the ones before it. */
const strengths = ['PUBLIC', 'PSEUDONYMOUS', 'PROTECTED'];

/**
 * Refuses a change of a source's protection that the viewer's role does not allow: raising it needs
 * an EDITOR, and lowering it an ADMIN.
 *
 * @throws Refusal FORBIDDEN
 */
export async function checkProtectionChange(
  { manager, role }: Tx,
  key: string,
  protection: unknown,
  path: Path,
): Promise<void> {
  const [{ present }] = await manager.query(
    'select protection as present from source where id = $1',
    [key],
  );
  const [from, to] = [present, protection].map((each) => strengths.indexOf(String(each)));
  if (from === undefined || to === undefined || from === to) return;
  const [change, needed] =
    to > from ? (['Raising', 'EDITOR'] as const) : (['Lowering', 'ADMIN'] as const);
  if (includesRole(role, needed)) return;
  const message =
    `${change} the protection of a source needs the role ${needed}, and you have the role ` +
    `${role}.`;
  throw new Refusal('FORBIDDEN', message, [{ path, message }]);
}

/** Warns the writer of a source that must be protected what its protection does not do yet. */
export async function warnOfProtection({ manager, warnings }: Tx, key: string): Promise<void> {
  const [{ protection }] = await manager.query('select protection from source where id = $1', [
    key,
  ]);
  if (protection === 'PUBLIC') return;
  warnings.push({
    code: 'PROTECTION_NOT_ENFORCED',
    message:
      `Only exports withhold the names of this ${protection} source yet. Everyone who may read ` +
      'the API reads them, in searches and histories too.',
    recordId: idOf('Source', key),
  });
}

/** Notes that the names of a source are its own, and no longer the pseudonym of another ledger. */
export async function markIdentified({ manager }: Tx, key: string): Promise<void> {
  await manager.query('update source set redacted = false where id = $1 and redacted', [key]);
}
