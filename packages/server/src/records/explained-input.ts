import { requireRationale, stateRationale } from '../history/rationale.ts';
import type { Tx } from '../history/write.ts';
import { InputParser } from './input-parser.ts';

/**
 * Starts to parse the arguments of a write whose author may say why it is made. The reason goes
 * into the log. A wrong one becomes an issue beside those of the input.
 */
export async function parseExplained(
  tx: Tx,
  args: Readonly<Record<string, object>>,
  rationale: string | null | undefined,
): Promise<InputParser> {
  const parser = new InputParser(args);
  const reason =
    rationale == null
      ? undefined
      : parser.issues.try(() => requireRationale(rationale, ['rationale']));
  if (reason !== undefined) await stateRationale(tx, reason);
  return parser;
}
