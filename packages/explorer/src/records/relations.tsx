import { factionRelationKinds } from '@claimgraph/sdk/lists';
import type { FactionId, RelationCardFragment } from '@claimgraph/sdk/operations';
import { RecordLink } from '../parts/record-link.tsx';
import { useLanguage } from '../words/language.ts';

interface RelationsProps {
  relations: readonly RelationCardFragment[];
  of: FactionId;
}

/** Relations between factions. None is a bare fact: each names the claims that assert it. */
export function Relations({ relations, of }: RelationsProps) {
  const { words, label, date } = useLanguage();
  if (relations.length === 0) return <p className="aside">{words.nothingSaid}</p>;
  return (
    <ul className="links">
      {relations.map(({ id, kind, from, to, during, claims, restsOnWithdrawn }) => (
        <li key={id}>
          {from.id === of ? (
            <bdi>{from.name}</bdi>
          ) : (
            <RecordLink id={from.id}>{from.name}</RecordLink>
          )}{' '}
          <em>{label(factionRelationKinds, kind)}</em>{' '}
          {to.id === of ? <bdi>{to.name}</bdi> : <RecordLink id={to.id}>{to.name}</RecordLink>}{' '}
          <span className="aside">{date(during)}</span>
          {restsOnWithdrawn && <em> {words.restsOnWithdrawn}</em>}
          <p className="aside">
            {words.assertedBy}{' '}
            {claims.map((claim, i) => (
              <span key={claim.id}>
                {i > 0 && ' · '}
                <RecordLink id={claim.id}>
                  {claim.attributions[0]?.chain[0]?.source.name ?? claim.statement}
                </RecordLink>
              </span>
            ))}
          </p>
        </li>
      ))}
    </ul>
  );
}
