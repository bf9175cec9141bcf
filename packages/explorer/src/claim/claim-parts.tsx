import { bases, geoPrecisions, partyRoles, placeRoles } from '@claimgraph/sdk/lists';
import type { ClaimDetailFragment } from '@claimgraph/sdk/operations';
import { Figure } from '../list/figure.tsx';
import { RecordLink } from '../parts/record-link.tsx';
import { useLanguage } from '../words/language.ts';

/** The figures of a claim. Parts follow their whole, and are never added to it. */
export function Figures({ figures }: { figures: ClaimDetailFragment['quantities'] }) {
  const { words } = useLanguage();
  if (figures.length === 0) return null;
  return (
    <>
      <h2>{words.figures}</h2>
      <ul className="figure-list">
        {figures.map((figure) => (
          <li key={figure.id} className={figure.partOf ? 'part' : undefined}>
            <Figure figure={figure} />
            {figure.asWritten && (
              <span className="aside">
                {' '}
                ({words.asWritten}: <bdi>{figure.asWritten}</bdi>)
              </span>
            )}
            {figure.partOf && <span className="aside"> {words.partOf}</span>}
          </li>
        ))}
      </ul>
    </>
  );
}

/** The places of a claim, with their roles and how precisely they are known. */
export function Places({ places }: { places: ClaimDetailFragment['places'] }) {
  const { words, label } = useLanguage();
  if (places.length === 0) return null;
  return (
    <>
      <h2>{words.places}</h2>
      <dl className="facts">
        {places.map(({ location, role, geoPrecision, basis, asWritten }) => (
          <div key={`${role} ${location.id}`}>
            <dt>{label(placeRoles, role)}</dt>
            <dd>
              <RecordLink id={location.id}>{location.label}</RecordLink>{' '}
              <span className="aside">
                {[
                  geoPrecision && label(geoPrecisions, geoPrecision),
                  basis === 'INFERRED' && label(bases, basis),
                  asWritten && `${words.asWritten}: ${asWritten}`,
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}

/** The factions that a claim names, with their roles. */
export function Parties({ parties }: { parties: ClaimDetailFragment['parties'] }) {
  const { words, label } = useLanguage();
  if (parties.length === 0) return null;
  return (
    <>
      <h2>{words.parties}</h2>
      <dl className="facts">
        {parties.map(({ faction, role, basis, asWritten }) => (
          <div key={`${role} ${faction.id}`}>
            <dt>{label(partyRoles, role)}</dt>
            <dd>
              <RecordLink id={faction.id}>{faction.name}</RecordLink>{' '}
              <span className="aside">
                {[
                  basis === 'INFERRED' && label(bases, basis),
                  asWritten && `${words.asWritten}: ${asWritten}`,
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}
