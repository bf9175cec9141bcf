import { bodyKinds } from '@claimgraph/sdk/lists';
import type { ReportDetailFragment } from '@claimgraph/sdk/operations';
import { excerptAround, isQuotation, partsOf } from '../list/passage.ts';
import { useLanguage } from '../words/language.ts';

interface PassageInBodyProps {
  report: ReportDetailFragment;
  passage: { in: string; start: number; end: number };
}

const around = 240;

/** The passage of a claim, marked in the text that it is read from. */
export function PassageInBody({ report, passage }: PassageInBodyProps) {
  const { words, label } = useLanguage();
  const text = passage.in === 'TITLE' ? report.title : report.body;
  if (!text) return <p className="aside">{words.noPassage}</p>;
  const parts = excerptAround(partsOf(text, [passage]), around);
  const isQuoted = isQuotation(report.bodyKind);
  return (
    <figure className={isQuoted ? 'body-excerpt' : 'body-excerpt body-paraphrase'}>
      <figcaption className="aside">
        {words.passage}
        {' · '}
        {isQuoted && report.bodyKind ? label(bodyKinds, report.bodyKind) : words.paraphrase}
      </figcaption>
      <p lang={report.language ?? undefined} dir="auto">
        {parts.map(({ text: part, isMarked, start }) =>
          isMarked ? <mark key={start}>{part}</mark> : <span key={start}>{part}</span>,
        )}
      </p>
    </figure>
  );
}
