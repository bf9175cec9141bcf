import { Speaker } from '../../claims/attribution.entity.ts';
import { Citation } from '../../claims/citation.entity.ts';
import type { Claim } from '../../claims/claim.entity.ts';
import { ClaimParty } from '../../claims/claim-party.entity.ts';
import { ClaimPlace } from '../../claims/claim-place.entity.ts';
import { Quantity } from '../../claims/quantity.entity.ts';
import type { Location } from '../../locations/location.entity.ts';
import type { Report } from '../../reports/report.entity.ts';
import type { Source } from '../../sources/source.entity.ts';
import {
  checkBounds,
  checkRange,
  contains,
  daysBetween,
  hasExternalId,
  isInRange,
  overlapsPeriod,
} from './conditions.ts';
import { linksOf, otherEnd, restsOnWithdrawn } from './derived.ts';
import type { Filtering, Keys, Predicate } from './filters.ts';
import type { Graph } from './graph.ts';
import { readId, readIds } from './ids.ts';
import { distance, isInBox, isInPolygon, type Places } from './places.ts';
import { checkArea, isOpen, momentKeys, readRefs } from './record-filters.ts';
import { badInput, type Path } from './refusals.ts';

export const occurrenceModalities = ['ASSERTED', 'ESTIMATED', 'ALLEGED'];

/**
 * With `kind`, only claims that something happened, and those of a modality that is listed. Without
 * `state`, only open conflicts.
 */
export const defaultExclusion = (
  type: string,
  own: Record<string, unknown>,
  asked: ReadonlySet<string>,
  modalities: readonly string[],
): Predicate =>
  type === 'Claim' && own.kind != null
    ? ({ modality }: Claim) => [...occurrenceModalities, ...modalities].includes(modality)
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
  party: ({ faction, externalId, role }, path) => {
    const keys = readRefs(graph, faction, externalId, [...path, 'faction'], 'Faction');
    if (!keys && role == null) return everything;
    return ({ id }: Claim) =>
      graph
        .by<ClaimParty>(ClaimParty, 'claimId', id)
        .some(
          (party) =>
            (!keys || keys.has(party.factionId)) && (role == null || role.includes(party.role)),
        );
  },
  speaker: ({ source, externalId, kind, first: origin }, path) => {
    const keys = readRefs(graph, source, externalId, [...path, 'source'], 'Source');
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
  quantity: (wanted, path) => {
    if (wanted.best) checkRange(wanted, path);
    else checkBounds(wanted, path);
    return ({ id }: Claim) =>
      graph.by<Quantity>(Quantity, 'claimId', id).some((figure) => counts(figure, wanted));
  },
  citations: (range, path) => {
    checkRange(range, path);
    return ({ id }: Claim) => isInRange(graph.by<Citation>(Citation, 'claimId', id).length, range);
  },
  dateWidth: (range, path) => {
    checkRange(range, path);
    return ({ occurred }: Claim) => {
      const { earliest = null, latest = null } = occurred ?? {};
      return isInRange(earliest && latest ? daysBetween(earliest, latest) + 1 : null, range);
    };
  },
  ...momentKeys,
  link: ({ kind, to, externalId }, path) => {
    const key = to == null ? undefined : readId(to, [...path, 'to'], ['Claim']).key;
    const keys = readRefs(graph, undefined, externalId, path, 'Claim');
    if (kind == null && key === undefined && !keys) return everything;
    return ({ id }: Claim) =>
      linksOf(graph, id).some(
        (link) =>
          (kind == null || kind.includes(link.kind)) &&
          (key === undefined || otherEnd(link, id).id === key) &&
          (!keys || keys.has(otherEnd(link, id).id)),
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
  { id: ids, externalId, scope, role, near, bbox, polygon, precision }: any,
  path: Path,
): Predicate {
  const keys = readRefs(graph, ids, externalId, [...path, 'id'], 'Location');
  for (const [key, [min, max]] of near == null ? [] : Object.entries(ranges))
    if (!(near[key] >= min && near[key] <= max)) throw badInput([...path, 'near', key]);
  checkArea({ bbox, polygon }, path);
  const demands = [role, near, bbox, polygon, precision];
  if (!keys && demands.every((each) => each == null)) return everything;
  return ({ id }: Claim) =>
    graph.by<ClaimPlace>(ClaimPlace, 'claimId', id).some((place) => {
      const point = [place.point, (place.location as Location).point].find(
        (each) => each?.lat != null,
      );
      const spot = point && { lat: Number(point.lat), lon: Number(point.lon) };
      return (
        (!keys || places.liesAt(place.locationId, keys, scope)) &&
        (role == null || role.includes(place.role)) &&
        (precision == null || precision.includes(place.geoPrecision)) &&
        (near == null || (spot != null && distance(spot, near) <= near.withinKm)) &&
        (bbox == null || (spot != null && isInBox(spot, bbox))) &&
        (polygon == null || (spot != null && isInPolygon(spot, polygon)))
      );
    });
}

/**
 * A figure that may have a value. Null bounds are open, except for a best estimate without bounds.
 */
function counts({ measure, min, best, max, of, partOf }: Quantity, wanted: any): boolean {
  const [low, high] = wanted.best
    ? [best ?? Number.NaN, best ?? Number.NaN]
    : min === null && max === null
      ? [best!, best!]
      : [min ?? 0, max ?? Number.POSITIVE_INFINITY];
  return (
    measure === wanted.measure &&
    (wanted.parts || partOf === null) &&
    (!wanted.best || best !== null) &&
    (wanted.atLeast == null || high >= wanted.atLeast) &&
    (wanted.atMost == null || low <= wanted.atMost) &&
    (wanted.openAbove == null || (max === null) === wanted.openAbove) &&
    (wanted.category == null || of?.category === wanted.category)
  );
}
