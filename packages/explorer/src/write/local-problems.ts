import type { Issue } from '@claimgraph/sdk';
import { understandDate } from '../said/said-date.ts';
import { understandFigure } from '../said/said-figure.ts';
import type { WritingWords } from '../words/writing-en.ts';
import { anchorOf } from './anchor.ts';
import type { Draft } from './draft.ts';
import type { Unchosen } from './unchosen.ts';

/** What the page can say about a draft before it is sent, with the paths of the server. */
export function localProblems(
  draft: Draft,
  words: WritingWords,
  unchosen: Iterable<Unchosen> = [],
): Issue[] {
  const issues: Issue[] = [];
  const add = (path: Issue['path'], message: string | false | undefined) => {
    if (message) issues.push({ path, message });
  };
  add(['report', 'title'], !draft.title.trim() && words.needsTitle);
  const published = draft.published.text.trim() && understandDate(draft.published.text);
  add(['report', 'published'], published && problemOfDate(published, words));
  if (published && 'edtf' in published && published.edtf.includes('/'))
    add(['report', 'published'], words.oneDate);
  for (const [i, claim] of draft.claims.entries()) {
    const at = ['claims', i];
    add([...at, 'statement'], !claim.statement.trim() && words.needsStatement);
    for (const [j, chain] of claim.chains.entries())
      add([...at, 'attributions', j, 'chain'], chain.length === 0 && words.needsSpeaker);
    const anchor = claim.quote && anchorOf(draft, claim);
    add([...at, 'passage', 'quote'], anchor && 'problem' in anchor && words[anchor.problem]);
    const when = claim.when.text.trim() && understandDate(claim.when.text);
    add([...at, 'occurred'], when && problemOfDate(when, words));
    add([...at, 'kind'], !claim.kind && words.needsKind);
    for (const [j, { role }] of claim.parties.entries())
      add([...at, 'parties', j], !role && words.needsRole);
    for (const [j, { text, measure }] of claim.figures.entries()) {
      add([...at, 'quantities', j], !measure && words.needsMeasure);
      add([...at, 'quantities', j], !understandFigure(text) && words.figureUnknown);
    }
  }
  for (const { at, text } of unchosen) add(at, words.needsChoice(text));
  return issues;
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
