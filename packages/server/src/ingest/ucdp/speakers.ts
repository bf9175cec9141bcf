import type { NoteIssue } from '../problem.ts';
import { excerpt } from '../read/cells.ts';

/**
 * The chains by which a claim reached the data set, origin first: an origin of `source_original`,
 * then the office that published it. With several of both, the row does not say which office had it
 * from which origin. Then each chain is an origin alone.
 */
export function chainsOf(
  origins: readonly string[],
  offices: readonly string[],
  note: NoteIssue,
): string[][] {
  if (origins.length === 0) return offices.map((office) => [office]);
  if (offices.length === 0) return origins.map((origin) => [origin]);
  if (origins.length === 1 || offices.length === 1)
    return origins.flatMap((origin) =>
      offices.map((office) => (origin === office ? [origin] : [origin, office])),
    );
  if (origins.some((origin) => !offices.includes(origin)))
    note({
      kind: 'CHAIN_UNCLEAR',
      column: 'source_original',
      value: excerpt(origins.join('; ')),
      reason:
        'There are several origins and several outlets, and the row does not say who reported ' +
        'whom. The outlets were left out of the chains.',
    });
  return origins.map((origin) => [origin]);
}
