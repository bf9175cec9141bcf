import type { Issue } from '@claimgraph/sdk';
import { useEffect, useRef } from 'react';
import { useLanguage } from '../words/language.ts';
import { useWritingWords } from '../words/writing.ts';

interface FailureSummaryProps {
  issues: readonly Issue[];
  message?: string;
}

/** Everything that kept the draft from being saved. It gets the focus when it appears. */
export function FailureSummary({ issues, message }: FailureSummaryProps) {
  const words = useWritingWords();
  const { number } = useLanguage();
  const box = useRef<HTMLDivElement>(null);
  // Each attempt has a list of its own, so the focus moves at each one.
  useEffect(() => {
    if (issues || message) box.current?.focus();
  }, [issues, message]);
  return (
    <div role="alert" className="trouble failure" ref={box} tabIndex={-1}>
      <p>
        <b>{message ?? words.problems(number(issues.length))}</b> {words.untouched}
      </p>
      <ul>
        {issues.map(({ path, message: problem }) => (
          <li key={`${path.join('.')} ${problem}`}>
            <FieldName path={path} /> <bdi>{problem}</bdi>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Which field a path means: its claim, and the last name in it. */
function FieldName({ path }: { path: Issue['path'] }) {
  const words = useWritingWords();
  const { number } = useLanguage();
  const [part, index] = path;
  const names: Record<string, string> = {
    title: words.title,
    url: words.url,
    body: words.body,
    language: words.language,
    publisher: words.publisher,
    published: words.published,
    statement: words.statement,
    kind: words.kind,
    passage: words.passage,
    attributions: words.speakers,
    occurred: words.when,
    places: words.places,
    parties: words.parties,
    quantities: words.figures,
    citations: words.citations,
    affiliations: words.affiliations,
    authors: words.authors,
  };
  const field = path.flatMap((key) => names[key] ?? [])[0];
  const claim = part === 'claims' && typeof index === 'number' && words.claim(number(index + 1));
  return <span className="aside">{[claim, field].filter(Boolean).join(', ')}:</span>;
}
