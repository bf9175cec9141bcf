import { badInput, type Path } from '../values/errors.ts';
import type { Tx } from './write.ts';

const maxLength = 2_000;

/**
 * A reason in words, without blanks around it.
 * @throws Refusal if there are only blanks, or more than 2,000 characters.
 */
export function requireRationale(rationale: string, path: Path): string {
  const trimmed = rationale.trim();
  if (trimmed === '') throw badInput({ path, message: 'State the reason in words.' });
  if (trimmed.length > maxLength)
    throw badInput({ path, message: 'State the reason in at most 2,000 characters.' });
  return trimmed;
}

/** Writes into the log why the open write is made. Its revisions show the reason. */
export async function stateRationale({ manager }: Tx, reason: string): Promise<void> {
  await manager.query('select state_rationale($1)', [reason]);
}
