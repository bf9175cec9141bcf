import { IsNull } from 'typeorm';
import { anchorPassage, type QuotableReport, quotableBodyKinds } from '../claims/anchor.ts';
import { Claim } from '../claims/claim.entity.ts';
import type { Tx } from '../history/write.ts';
import { badInput, type Issue, type Path, Refusal } from '../values/errors.ts';
import { idOf } from '../values/ids.ts';

/** When a report's text changes, the passages of its claims, withdrawn ones aside, move with their words. @throws Refusal naming the claims whose words are gone. */
export async function reanchor(
  tx: Tx,
  report: string,
  parts: QuotableReport,
  path: Path,
): Promise<void> {
  const claims = await tx.manager.find(Claim, {
    where: { reportId: report, withdrawn: { at: IsNull() } },
    order: { id: 'ASC' },
  });
  const lost: Issue[] = [];
  for (const { id, passage } of claims) {
    if (!passage?.quote) continue;
    if (
      passage.directSpeech &&
      passage.in === 'BODY' &&
      !quotableBodyKinds.includes(parts.bodyKind ?? '')
    ) {
      lost.push({
        path: [...path, 'bodyKind'],
        message: `${idOf('Claim', id)} quotes it as somebody’s own words. Change that claim first.`,
      });
    }
    try {
      const { start, end } = place(passage, parts);
      if (start !== passage.start) await tx.manager.update(Claim, id, { passage: { start, end } });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      lost.push({
        path: [...path, passage.in.toLowerCase()],
        message: `The passage of ${idOf('Claim', id)} no longer stands in it. Change that claim first.`,
      });
    }
  }
  if (lost.length > 0) throw badInput(...lost);
}

/** Where it stood, if the words still stand there; else where they stand now. */
function place(
  passage: NonNullable<Claim['passage']>,
  parts: QuotableReport,
): { start: number; end: number } {
  const text = passage.in === 'TITLE' ? parts.title : parts.body;
  if (text?.slice(passage.start, passage.end) === passage.quote) return passage;
  return anchorPassage({ ...passage, start: null, directSpeech: false }, parts, []);
}
