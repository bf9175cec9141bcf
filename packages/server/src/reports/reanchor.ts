import { IsNull } from 'typeorm';
import { anchorPassage, type QuotableReport, quotableBodyKinds } from '../claims/anchor.ts';
import { Claim } from '../claims/claim.entity.ts';
import type { Passage } from '../claims/passage.ts';
import type { Tx } from '../history/write.ts';
import { type InputParser, inputPath } from '../records/input-parser.ts';
import { rowsOf } from '../records/rows.ts';
import { Refusal } from '../values/errors.ts';
import { idOf } from '../values/ids.ts';

/** The new offsets of a claim’s passage. */
interface PassageMove {
  claimId: string;
  start: number;
  end: number;
}

/**
 * Finds the passages of a report’s claims in its new text. Withdrawn claims are left alone. Claims
 * whose words are gone become issues.
 */
export async function planPassages(
  tx: Tx,
  { issues }: InputParser,
  reportId: string,
  before: QuotableReport,
  after: QuotableReport,
): Promise<PassageMove[]> {
  const fields = ['title', 'body', 'bodyKind'] as const;
  if (fields.every((field) => before[field] === after[field])) return [];
  const claims = await tx.manager.find(Claim, {
    where: { reportId, withdrawn: { at: IsNull() } },
    order: { id: 'ASC' },
  });
  const moves: PassageMove[] = [];
  for (const { id, passage } of claims) {
    if (!passage?.quote) continue;
    const claim = idOf('Claim', id);
    const isQuotation = passage.directSpeech && passage.in === 'BODY';
    if (isQuotation && !quotableBodyKinds.includes(after.bodyKind ?? ''))
      issues.add(
        [...inputPath, 'bodyKind'],
        `${claim} quotes the body as the speaker’s own words. Change that claim first.`,
      );
    const offsets = findAgain(passage, after);
    if (!offsets)
      issues.add(
        [...inputPath, passage.in === 'TITLE' ? 'title' : 'body'],
        `The passage of ${claim} is no longer in this text. Change that claim first.`,
      );
    else if (offsets.start !== passage.start) moves.push({ claimId: id, ...offsets });
  }
  return moves;
}

export async function movePassages(tx: Tx, moves: readonly PassageMove[]): Promise<void> {
  await rowsOf(tx, Claim).update(
    moves.map(({ claimId, start, end }) => ({ id: claimId, passage: { start, end } })),
  );
}

/** The present offsets if the words are still there, else where the words are now. */
export function findAgain(
  passage: Passage,
  report: QuotableReport,
): { start: number; end: number } | undefined {
  const { start, end, quote } = passage;
  const text = passage.in === 'TITLE' ? report.title : report.body;
  if (text?.slice(start, end) === quote) return { start, end };
  try {
    const found = anchorPassage({ ...passage, start: null, directSpeech: false }, report, []);
    return { start: found.start, end: found.end };
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}
