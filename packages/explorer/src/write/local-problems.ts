import type { Issue } from '@claimgraph/sdk';
import { understandDate } from '../said/said-date.ts';
import type { WritingWords } from '../words/writing-en.ts';
import { anchorOf, type QuotableText } from './anchor.ts';
import type { Draft, DraftClaim } from './draft.ts';
import { valuesOfFigure } from './figure-values.ts';
import { type Unchosen, unchosenOf } from './unchosen.ts';

/** What the page can say about a draft before it is sent, with the paths of the server. */
export function localProblems(draft: Draft, words: WritingWords): Issue[] {
  const { issues, add } = collector();
  add(['report', 'title'], !draft.title.trim() && words.needsTitle);
  const published = draft.published.text.trim() && understandDate(draft.published.text);
  add(['report', 'published'], published && problemOfDate(published, words));
  if (published && 'edtf' in published && published.edtf.includes('/'))
    add(['report', 'published'], words.oneDate);
  for (const [i, claim] of draft.claims.entries())
    issues.push(...claimProblems(claim, draft, words, ['claims', i]));
  return [...issues, ...unchosenProblems(unchosenOf(draft), words)];
}

/** What the page can say about a claim of a report. */
export function claimProblems(
  claim: DraftClaim,
  report: QuotableText,
  words: WritingWords,
  at: Issue['path'] = [],
): Issue[] {
  const { issues, add } = collector();
  add([...at, 'statement'], !claim.statement.trim() && words.needsStatement);
  for (const [j, chain] of claim.chains.entries())
    add([...at, 'attributions', j, 'chain'], chain.length === 0 && words.needsSpeaker);
  const anchor = claim.quote && anchorOf(report, claim);
  add([...at, 'passage', 'quote'], anchor && 'problem' in anchor && words[anchor.problem]);
  const when = claim.when.text.trim() && understandDate(claim.when.text);
  add([...at, 'occurred'], when && problemOfDate(when, words));
  add([...at, 'kind'], !claim.kind && words.needsKind);
  for (const [j, { role }] of claim.parties.entries())
    add([...at, 'parties', j], !role && words.needsRole);
  for (const [j, figure] of claim.figures.entries()) {
    const field = [...at, 'quantities', j];
    add(field, !figure.measure && words.needsMeasure);
    add(field, !valuesOfFigure(figure) && words.figureUnknown);
    for (const [k, part] of (figure.parts ?? []).entries())
      add([...field, 'parts', k], !valuesOfFigure(part) && words.figureUnknown);
  }
  for (const [j, { source, to }] of claim.affiliations.entries()) {
    add([...at, 'affiliations', j, 'sourceId'], !source && words.needsMember);
    add([...at, 'affiliations', j, 'toId'], !to && words.needsBelongsTo);
  }
  return issues;
}

/** Text that is typed in fields for records would be lost if the form were saved now. */
export const unchosenProblems = (unchosen: readonly Unchosen[], words: WritingWords): Issue[] =>
  unchosen.map(({ at, text }) => ({ path: at, message: words.needsChoice(text) }));

function collector() {
  const issues: Issue[] = [];
  const add = (path: Issue['path'], message: string | false | undefined) => {
    if (message) issues.push({ path, message });
  };
  return { issues, add };
}

const problemOfDate = (said: ReturnType<typeof understandDate>, words: WritingWords) =>
  'problem' in said && words.dateProblems[said.problem];

/** The problems of a field: those whose path leads to it or into it. */
export const problemsAt = (issues: readonly Issue[], path: Issue['path']): Issue[] =>
  issues.filter((issue) => path.every((key, i) => issue.path[i] === key));

/** Paths of the server start at the arguments of the operation. Here they start at its input. */
export const withoutInput = (issues: readonly Issue[]): Issue[] =>
  issues.map((issue) => ({
    ...issue,
    path: issue.path[0] === 'input' ? issue.path.slice(1) : issue.path,
  }));
