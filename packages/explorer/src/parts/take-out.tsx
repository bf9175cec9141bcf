import { isId } from '@claimgraph/sdk';
import type { ClaimFilter } from '@claimgraph/sdk/operations';
import { isSavedCase } from '../offline/saved-case.ts';
import type { RecordId } from '../state/record-ids.ts';
import { useLanguage } from '../words/language.ts';
import { claimGraphqlOf, claimSdkCodeOf, exportAddress, graphqlOf, sdkCodeOf } from './code.ts';
import { CopyButton } from './copy-button.tsx';
import { SaveCaseButton } from './save-case-button.tsx';

interface TakeOutProps {
  filter: ClaimFilter;
  open: RecordId | undefined;
  /** How many claims the filter finds. */
  total: number;
}

/** Takes the view out: its address, as a query, as a program, as rows, or as a file to open. */
export function TakeOut({ filter, open, total }: TakeOutProps) {
  const { words } = useLanguage();
  if (isSavedCase) return null;
  const url = new URL('graphql', document.baseURI).href;
  const claim = open && isId('clm', open) ? open : undefined;
  const fileFilter = claim ? { id: [claim] } : filter;
  return (
    <nav className="take-out" aria-label={words.takeOut}>
      <CopyButton label={words.permalink} text={() => location.href} />
      <CopyButton
        label={words.copyGraphql}
        text={() => (claim ? claimGraphqlOf(claim) : graphqlOf(filter, open))}
      />
      <CopyButton
        label={words.copySdk}
        text={() => (claim ? claimSdkCodeOf(claim, url) : sdkCodeOf(filter, url, open))}
      />
      <a href={exportAddress('csv', fileFilter)} download="claims.csv">
        CSV
      </a>
      <a href={exportAddress('geojson', fileFilter)} download="claims.geojson">
        GeoJSON
      </a>
      <SaveCaseButton filter={fileFilter} total={claim ? 1 : total} />
    </nav>
  );
}
