import { claimKinds, claimStatuses, modalities } from '@claimgraph/sdk/lists';
import type { ClaimCardFragment } from '@claimgraph/sdk/operations';
import { RecordLink } from '../parts/record-link.tsx';
import { useLanguage } from '../words/language.ts';
import { Figure } from './figure.tsx';
import { PassageText } from './passage-text.tsx';

/** A claim in a list: the statement, who says so, the figure as it was said, and the passage. */
export function ClaimItem({ claim }: { claim: ClaimCardFragment }) {
  const language = useLanguage();
  const { words, label } = language;
  const { modality, status, occurred, places, quantities, passage, report } = claim;
  return (
    <article className={`claim claim-${modality.toLowerCase()}`}>
      <p className="kicker">
        {label(claimKinds, claim.kind)}
        {modality !== 'ASSERTED' && <em> · {label(modalities, modality)}</em>}
        {status !== 'UNVERIFIED' && <strong> · {label(claimStatuses, status)}</strong>}
        {claim.aggregate && ` · ${words.aggregate}`}
      </p>
      <h3>
        <RecordLink id={claim.id}>{claim.statement}</RecordLink>
      </h3>
      <p className="byline">
        {claim.attributions.map(({ chain }, i) => (
          <bdi key={chain.map(({ source }) => source.id).join()}>
            {i > 0 && '; '}
            {language.chain(chain)}
          </bdi>
        ))}
      </p>
      <p className="aside">
        {language.date(occurred)}
        {places.length > 0 && ' · '}
        <bdi>{[...new Set(places.map(({ location }) => location.label))].join('; ')}</bdi>
      </p>
      {quantities.some(({ partOf }) => !partOf) && (
        <p className="figures">
          {quantities
            .filter(({ partOf }) => !partOf)
            .map((figure) => (
              <Figure key={figure.id} figure={figure} />
            ))}
        </p>
      )}
      {passage && <PassageText passage={passage} bodyKind={report.bodyKind} />}
    </article>
  );
}
