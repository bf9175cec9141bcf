import { isId } from '@claimgraph/sdk';
import type { ClaimFilter } from '@claimgraph/sdk/operations';
import type { RecordId } from '../state/record-ids.ts';
import { useLanguage } from '../words/language.ts';
import { claimGraphqlOf, claimSdkCodeOf, exportAddress, graphqlOf, sdkCodeOf } from './code.ts';
import { CopyButton } from './copy-button.tsx';

/** Takes the view out: its address, as a query, as a program, or as a file. */
export function TakeOut({ filter, open }: { filter: ClaimFilter; open: RecordId | undefined }) {
  const { words } = useLanguage();
  const url = new URL('graphql', document.baseURI).href;
  const claim = open && isId('clm', open) ? open : undefined;
  const fileFilter = claim ? { id: [claim] } : filter;
  return (
    <nav className="take-out" aria-label={words.takeOut}>
      <CopyButton label={words.permalink} text={() => location.href} />
      <CopyButton
        label={words.copyGraphql}
        text={() => (claim ? claimGraphqlOf(claim) : graphqlOf(filter))}
      />
      <CopyButton
        label={words.copySdk}
        text={() => (claim ? claimSdkCodeOf(claim, url) : sdkCodeOf(filter, url))}
      />
      <a href={exportAddress('csv', fileFilter)} download="claims.csv">
        CSV
      </a>
      <a href={exportAddress('geojson', fileFilter)} download="claims.geojson">
        GeoJSON
      </a>
    </nav>
  );
}
