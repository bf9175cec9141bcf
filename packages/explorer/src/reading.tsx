import { isId } from '@claimgraph/sdk';
import type { ClaimFilter } from '@claimgraph/sdk/operations';
import { ClaimView } from './claim/claim-view.tsx';
import { ClaimList } from './list/claim-list.tsx';
import { Summary } from './list/summary.tsx';
import { FactionView } from './records/faction-view.tsx';
import { PlaceView } from './records/place-view.tsx';
import { ReportView } from './records/report-view.tsx';
import { SourceView } from './records/source-view.tsx';
import type { RecordId } from './state/record-ids.ts';
import { useLanguage } from './words/language.ts';

/** The reading column: the list of claims, or the record that is open. */
export function Reading({ filter, open }: { filter: ClaimFilter; open: RecordId | undefined }) {
  const { words } = useLanguage();
  if (!open)
    return (
      <>
        <h1 className="visually-hidden">{words.claims}</h1>
        <Summary filter={filter} />
        <h2 className="visually-hidden">{words.list}</h2>
        <ClaimList filter={filter} />
      </>
    );
  if (isId('clm', open)) return <ClaimView key={open} id={open} />;
  if (isId('loc', open)) return <PlaceView key={open} id={open} filter={filter} />;
  if (isId('fac', open)) return <FactionView key={open} id={open} filter={filter} />;
  if (isId('src', open)) return <SourceView key={open} id={open} filter={filter} />;
  return isId('rpt', open) ? <ReportView key={open} id={open} filter={filter} /> : null;
}
