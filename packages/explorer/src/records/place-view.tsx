import { geoPrecisions, locationKinds } from '@claimgraph/sdk/lists';
import type { ClaimFilter, LocationId } from '@claimgraph/sdk/operations';
import {
  locationByIdOptions,
  locationsByNameOptions,
  placesInsideOptions,
} from '@claimgraph/sdk/react-query';
import { skipToken, useQuery } from '@tanstack/react-query';
import { client } from '../data/client.ts';
import { contestLines } from '../map/contest-words.ts';
import { useContests } from '../map/use-contests.ts';
import { RecordLink } from '../parts/record-link.tsx';
import { Trouble } from '../parts/trouble.tsx';
import { useLanguage } from '../words/language.ts';
import { Names } from './names.tsx';
import { RecordClaims } from './record-claims.tsx';
import { RecordPage } from './record-page.tsx';
import { Withdrawn } from './withdrawn.tsx';

/** A place: what it is called, where it lies, its homonyms, and what is said about it. */
export function PlaceView({ id, filter }: { id: LocationId; filter: ClaimFilter }) {
  const { words, label } = useLanguage();
  const { contests } = useContests(filter);
  const { data, error } = useQuery(locationByIdOptions(client, { id }));
  const inside = useQuery(placesInsideOptions(client, { id, first: 100 })).data?.location?.children;
  const place = data?.location;
  const homonyms = useQuery(
    locationsByNameOptions(client, place ? { name: place.name, first: 20 } : skipToken),
  ).data?.locations.nodes.filter((each) => each.id !== id && each.name === place?.name);
  if (error) return <Trouble error={error} />;
  if (!place) return <p role="status">{words.loading}</p>;
  const areas = [
    [words.liesIn, place.ancestors],
    [words.overlaps, [...place.alsoIn, ...place.overlaps]],
    [words.homonyms, homonyms ?? []],
    [words.inside, inside?.nodes ?? []],
  ] as const;
  return (
    <RecordPage
      version={place.version}
      isWithdrawn={Boolean(place.withdrawn)}
      kicker={[
        label(locationKinds, place.kind),
        place.geoPrecision && label(geoPrecisions, place.geoPrecision),
      ]}
      title={place.label}
      narrow={{ place: id, open: undefined }}
      id={id}
    >
      <Withdrawn withdrawal={place.withdrawn} />
      <Names title={place.label} names={place.names} externalIds={place.externalIds} />
      {contestLines([id], contests, words).map((line) => (
        <p key={line}>
          <bdi>{line}</bdi>
        </p>
      ))}
      <dl className="facts">
        {areas.map(
          ([title, places]) =>
            places.length > 0 && (
              <div key={title}>
                <dt>{title}</dt>
                <dd>
                  {places.map((each, i) => (
                    <span key={each.id}>
                      {i > 0 && ' · '}
                      <RecordLink id={each.id}>{each.label}</RecordLink>
                    </span>
                  ))}
                </dd>
              </div>
            ),
        )}
      </dl>
      <RecordClaims filter={filter} by="SOURCE" />
    </RecordPage>
  );
}
