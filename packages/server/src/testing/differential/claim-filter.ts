import { Speaker } from '../../claims/attribution.entity.ts';
import { Citation } from '../../claims/citation.entity.ts';
import type { Claim } from '../../claims/claim.entity.ts';
import { ClaimParty } from '../../claims/claim-party.entity.ts';
import { ClaimPlace } from '../../claims/claim-place.entity.ts';
import { Quantity } from '../../claims/quantity.entity.ts';
import type { Location } from '../../locations/location.entity.ts';
import type { Report } from '../../reports/report.entity.ts';
import type { Source } from '../../sources/source.entity.ts';
import { contains, hasExternalId, overlapsPeriod } from './conditions.ts';
import { linksOf, otherEnd, restsOnWithdrawn } from './derived.ts';
import type { Filtering, Keys, Predicate } from './filters.ts';
import type { Graph } from './graph.ts';
import { readId, readIds } from './ids.ts';
import { distance, type Places } from './places.ts';
import { isOpen } from './record-filters.ts';
import { badInput, type Path } from './refusals.ts';

export const occurrenceModalities = ['ASSERTED', 'ESTIMATED', 'ALLEGED'];

/**
 * With `kind` and without `modality`, only claims that something happened. Without `state`, only
 * open conflicts.
 */
export const defaultExclusion = (
  type: string,
  own: Record<string, unknown>,
  asked: ReadonlySet<string>,
): Predicate =>
  type === 'Claim' && own.kind != null && !asked.has('modality')
    ? ({ modality }: Claim) => occurrenceModalities.includes(modality)
    : type === 'ImportConflict' && !asked.has('state')
      ? isOpen
      : () => true;

const everything: Predicate = () => true;

/** The smallest of some texts that are not null. */
const first = (texts: readonly (string | null | undefined)[]): string | null =>
  texts
    .filter((text) => text != null)
    .reduce<string | null>(
      (least, text) => (least === null || text! < least ? text! : least),
      null,
    );

const oneOf =
  (key: 'kind' | 'modality' | 'status') =>
  (wanted: string[]): Predicate =>
  (claim: Claim) =>
    wanted.includes(claim[key]);

export const claimKeys = (graph: Graph, places: Places, reports: Filtering): Keys => ({
  id: (ids: string[], path) => {
    const keys = readIds(ids, path, 'Claim');
    return ({ id }: Claim) => keys.has(id);
  },
  kind: oneOf('kind'),
  modality: oneOf('modality'),
  status: oneOf('status'),
  aggregate:
    (wanted: boolean) =>
    ({ aggregate }: Claim) =>
      aggregate === wanted,
  occurred: (period, path) => {
    const met = overlapsPeriod(period, path);
    return ({ occurred }: Claim) => met(occurred);
  },
  reported: (period, path) => {
    const met = overlapsPeriod(period, path);
    return ({ id, report }: Claim) => {
      const cited = graph
        .by<Citation>(Citation, 'claimId', id)
        .map((citation) => citation.report as Report);
      const dates = [report as Report, ...cited].map(({ published }) => published);
      return met({
        earliest: first(dates.map((date) => date?.earliest)),
        latest: first(dates.map((date) => date?.latest)),
      });
    };
  },
  place: (place, path) => placeMatches(graph, places, place, path),
  party: ({ faction, role }, path) => {
    const keys = faction == null ? undefined : readIds(faction, [...path, 'faction'], 'Faction');
    if (!keys && role == null) return everything;
    return ({ id }: Claim) =>
      graph
        .by<ClaimParty>(ClaimParty, 'claimId', id)
        .some(
          (party) =>
            (!keys || keys.has(party.factionId)) && (role == null || role.includes(party.role)),
        );
  },
  speaker: ({ source, kind, first: origin }, path) => {
    const keys = source == null ? undefined : readIds(source, [...path, 'source'], 'Source');
    if (!keys && kind == null) return everything;
    return ({ id }: Claim) =>
      graph
        .by<Speaker>(Speaker, 'claimId', id)
        .some(
          (speaker) =>
            (!keys || keys.has(speaker.sourceId)) &&
            (kind == null || kind.includes((speaker.source as Source).kind)) &&
            (!origin || speaker.position === 0),
        );
  },
  report: (filter, path, budget) => {
    const met = reports(filter, path, budget);
    return ({ report }: Claim) => met(report);
  },
  quantity: (wanted) => {
    return ({ id }: Claim) =>
      graph.by<Quantity>(Quantity, 'claimId', id).some((figure) => counts(figure, wanted));
  },
  link: ({ kind, to }, path) => {
    const key = to == null ? undefined : readId(to, [...path, 'to'], ['Claim']).key;
    if (kind == null && key === undefined) return everything;
    return ({ id }: Claim) =>
      linksOf(graph, id).some(
        (link) =>
          (kind == null || kind.includes(link.kind)) &&
          (key === undefined || otherEnd(link, id).id === key),
      );
  },
  restsOnWithdrawn:
    (wanted: boolean) =>
    ({ id }: Claim) =>
      restsOnWithdrawn.Claim(graph, id) === wanted,
  text:
    (text: string) =>
    ({ statement, passage }: Claim) =>
      contains(text, statement, passage?.quote),
  externalId:
    (wanted) =>
    ({ id }: Claim) =>
      hasExternalId(graph, 'claimId', id, wanted),
});

const ranges = { lat: [-90, 90], lon: [-180, 180], withinKm: [0.001, 1_000] } as const;

/** All keys must hold for the same place of the claim. */
function placeMatches(
  graph: Graph,
  places: Places,
  { id: ids, scope, role, near, precision }: any,
  path: Path,
): Predicate {
  const keys = ids == null ? undefined : readIds(ids, [...path, 'id'], 'Location');
  for (const [key, [min, max]] of near == null ? [] : Object.entries(ranges))
    if (!(near[key] >= min && near[key] <= max)) throw badInput([...path, 'near', key]);
  if (!keys && role == null && near == null && precision == null) return everything;
  return ({ id }: Claim) =>
    graph.by<ClaimPlace>(ClaimPlace, 'claimId', id).some((place) => {
      const spot = [place.point, (place.location as Location).point].find(
        (point) => point?.lat != null,
      );
      return (
        (!keys || places.liesAt(place.locationId, keys, scope)) &&
        (role == null || role.includes(place.role)) &&
        (precision == null || precision.includes(place.geoPrecision)) &&
        (near == null ||
          (spot != null &&
            distance({ lat: Number(spot.lat), lon: Number(spot.lon) }, near) <= near.withinKm))
      );
    });
}

/**
 * A figure that may have a value. Null bounds are open, except for a best estimate without bounds.
 */
function counts({ measure, min, best, max, of }: Quantity, wanted: any): boolean {
  const [low, high] =
    min === null && max === null ? [best!, best!] : [min ?? 0, max ?? Number.POSITIVE_INFINITY];
  return (
    measure === wanted.measure &&
    (wanted.atLeast == null || high >= wanted.atLeast) &&
    (wanted.atMost == null || low <= wanted.atMost) &&
    (wanted.openAbove == null || (max === null) === wanted.openAbove) &&
    (wanted.category == null || of?.category === wanted.category)
  );
}
