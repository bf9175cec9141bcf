import { includesRole } from '../access/roles.ts';
import type { Tx } from '../history/write.ts';
import { type Path, Refusal } from '../values/errors.ts';

/** Each is stronger than the ones before it. */
const strengths = ['PUBLIC', 'PSEUDONYMOUS', 'PROTECTED'];

/** The protection of a source, before and after a write. */
export interface ProtectionChange {
  from: string;
  to: string;
}

/**
 * Refuses a change of a source's protection that the viewer's role does not allow: raising it needs
 * an EDITOR, and lowering it an ADMIN. `protection`: undefined if it stays as it is.
 *
 * @throws Refusal FORBIDDEN
 */
export async function checkProtectionChange(
  { manager, role }: Tx,
  key: string,
  protection: string | undefined,
  path: Path,
): Promise<ProtectionChange> {
  const [{ from }] = await manager.query('select protection as from from source where id = $1', [
    key,
  ]);
  const to = protection ?? from;
  if (from === to) return { from, to };
  const [change, needed] =
    strengths.indexOf(to) > strengths.indexOf(from)
      ? (['Raising', 'EDITOR'] as const)
      : (['Lowering', 'ADMIN'] as const);
  if (includesRole(role, needed)) return { from, to };
  const message =
    `${change} the protection of a source needs the role ${needed}, and you have the role ` +
    `${role}.`;
  throw new Refusal('FORBIDDEN', message, [{ path, message }]);
}

/** Whether a change makes a source less protected. */
export const isLowered = ({ from, to }: ProtectionChange): boolean =>
  strengths.indexOf(to) < strengths.indexOf(from);

/** Notes that the names of a source are its own, and no longer the pseudonym of another ledger. */
export async function markIdentified({ manager }: Tx, key: string): Promise<void> {
  await manager.query('update source set redacted = false where id = $1 and redacted', [key]);
}
