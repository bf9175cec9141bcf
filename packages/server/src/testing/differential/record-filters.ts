import type { Faction } from '../../factions/faction.entity.ts';
import { FactionRelation } from '../../factions/faction-relation.entity.ts';
import type { Location } from '../../locations/location.entity.ts';
import type { ExternalId } from '../../records/external-id.entity.ts';
import { Name } from '../../records/name.entity.ts';
import type { Report } from '../../reports/report.entity.ts';
import type { ImportConflict } from '../../review/import-conflict.entity.ts';
import { Affiliation } from '../../sources/affiliation.entity.ts';
import type { Source } from '../../sources/source.entity.ts';
import {
  checkMoments,
  checkRange,
  contains,
  hasExternalId,
  isInMoments,
  isInRange,
  keyByExternalId,
  overlapsPeriod,
} from './conditions.ts';
import type { Keys } from './filters.ts';
import type { Graph } from './graph.ts';
import { readId, readIds } from './ids.ts';
import { hasFlatRing, isInBox, isInPolygon, type Places } from './places.ts';
import { badInput, type Path } from './refusals.ts';

/** The keys that a filter names by ids, by an external id, or by both. */
export function readRefs(
  graph: Graph,
  ids: string[] | null | undefined,
  externalId: { system: string; value: string } | null | undefined,
  path: Path,
  type: 'Report' | 'Source' | 'Faction' | 'Location' | 'Claim',
): ReadonlySet<string> | undefined {
  const keys = ids == null ? undefined : readIds(ids, path, type);
  if (externalId == null) return keys;
  const owner = `${type.toLowerCase()}Id` as keyof ExternalId & string;
  const key = keyByExternalId(graph, owner, externalId);
  return new Set(key !== undefined && (!keys || keys.has(key)) ? [key] : []);
}

/** Keys that the filters of all record types share. */
export const momentKeys: Keys = {
  createdAt: (range, path) => {
    checkMoments(range, path);
    return ({ createdAt }) => isInMoments(createdAt, range);
  },
  updatedAt: (range, path) => {
    checkMoments(range, path);
    return ({ updatedAt }) => isInMoments(updatedAt, range);
  },
};

/** @throws a refusal with the path of a wrong edge, or of a polygon that is not one. */
export function checkArea({ bbox, polygon }: any, path: Path): void {
  for (const [edge, limit] of Object.entries({ west: 180, south: 90, east: 180, north: 90 }))
    if (bbox && Math.abs(bbox[edge]) > limit) throw badInput([...path, 'bbox', edge]);
  if (bbox && bbox.south > bbox.north) throw badInput([...path, 'bbox', 'north']);
  if (polygon && (!/^(Multi)?Polygon$/.test(polygon.type) || hasFlatRing(polygon)))
    throw badInput([...path, 'polygon']);
}

export const reportKeys = (graph: Graph): Keys => ({
  ...momentKeys,
  publisherExternalId: (externalId, path) => {
    const keys = readRefs(graph, undefined, externalId, path, 'Source')!;
    return ({ publisherId }: Report) => keys.has(publisherId ?? '');
  },
  citations: (range, path) => {
    checkRange(range, path);
    return ({ citationCount }: any) => isInRange(citationCount, range);
  },
  externalId:
    (wanted) =>
    ({ id }: Report) =>
      hasExternalId(graph, 'reportId', id, wanted),
  id: (ids: string[], path) => {
    const keys = readIds(ids, path, 'Report');
    return ({ id }: Report) => keys.has(id);
  },
  kind:
    (kinds: string[]) =>
    ({ kind }: Report) =>
      kinds.includes(kind),
  publisher: (ids: string[], path) => {
    const keys = readIds(ids, path, 'Source');
    return ({ publisherId }: Report) => keys.has(publisherId ?? '');
  },
  published: (period, path) => {
    const met = overlapsPeriod(period, path);
    return ({ published }: Report) => met(published);
  },
  language: (tags: string[]) => {
    const lower = tags.map((tag) => tag.toLowerCase());
    return ({ language }: Report) => {
      const own = language?.toLowerCase();
      return own !== undefined && lower.some((tag) => own === tag || own.startsWith(`${tag}-`));
    };
  },
  bodySha256:
    (wanted: string) =>
    ({ bodySha256 }: Report) =>
      wanted === bodySha256,
  url:
    (wanted: string) =>
    ({ url, archivedUrl }: Report) =>
      wanted === url || wanted === archivedUrl,
  text:
    (text: string) =>
    ({ title, summary, body }: Report) =>
      contains(text, title, summary, body),
  minWordCount: (words: number, path) => {
    if (words < 0) throw badInput(path);
    return ({ wordCount }: Report) => wordCount !== null && wordCount >= words;
  },
  reprint:
    (wanted: boolean) =>
    ({ reprintOfId }: Report) =>
      (reprintOfId !== null) === wanted,
});

/** Filter keys that sources, factions and places share. */
export function namedKeys(
  graph: Graph,
  places: Places,
): Record<'Source' | 'Faction' | 'Location', Keys> {
  const common = (
    type: string,
    nameOwner: keyof Name & string,
    idOwner: keyof ExternalId & string,
  ): Keys => ({
    ...momentKeys,
    id: (ids: string[], path) => {
      const keys = readIds(ids, path, type);
      return ({ id }) => keys.has(id);
    },
    kind:
      (kinds: string[]) =>
      ({ kind }) =>
        kinds.includes(kind),
    externalId:
      (wanted) =>
      ({ id }) =>
        hasExternalId(graph, idOwner, id, wanted),
    text:
      (text: string) =>
      ({ id }) =>
        graph.by<Name>(Name, nameOwner, id).some((name) => contains(text, name.text)),
  });
  return {
    Source: {
      ...common('Source', 'ofSourceId', 'sourceId'),
      reliability:
        (grades: string[]) =>
        ({ reliability }: Source) =>
          grades.includes(reliability),
      protection:
        (kinds: string[]) =>
        ({ protection }: Source) =>
          kinds.includes(protection),
      affiliatedWith: (ids: string[], path) =>
        isAffiliated(graph, readIds(ids, path, 'Faction', 'Source')),
      affiliatedWithExternalId: (externalId, path) =>
        isAffiliated(
          graph,
          new Set([
            ...readRefs(graph, undefined, externalId, path, 'Faction')!,
            ...readRefs(graph, undefined, externalId, path, 'Source')!,
          ]),
        ),
    },
    Faction: {
      ...common('Faction', 'ofFactionId', 'factionId'),
      collective:
        (wanted: boolean) =>
        ({ collective }: Faction) =>
          collective === wanted,
      relatedTo: (other: string, path) => isRelated(graph, readId(other, path, ['Faction']).key),
      relatedToExternalId: (externalId) =>
        isRelated(graph, keyByExternalId(graph, 'factionId', externalId)),
    },
    Location: {
      ...common('Location', 'ofLocationId', 'locationId'),
      within: (area: string, path) => {
        const { key } = readId(area, path, ['Location']);
        return ({ id }: Location) => (places.depths(id).get(key) ?? 0) > 0;
      },
      withinExternalId: (externalId) => {
        const key = keyByExternalId(graph, 'locationId', externalId) ?? '';
        return ({ id }: Location) => (places.depths(id).get(key) ?? 0) > 0;
      },
      bbox: (bbox, path) => {
        checkArea({ bbox }, path.slice(0, -1));
        return ({ point }: Location) =>
          point?.lat != null && isInBox({ lat: Number(point.lat), lon: Number(point.lon) }, bbox);
      },
      polygon: (polygon, path) => {
        checkArea({ polygon }, path.slice(0, -1));
        return ({ point }: Location) =>
          point?.lat != null &&
          isInPolygon({ lat: Number(point.lat), lon: Number(point.lon) }, polygon);
      },
    },
  };
}

const isAffiliated =
  (graph: Graph, keys: ReadonlySet<string>) =>
  ({ id }: Source): boolean =>
    standing(graph.by<Affiliation>(Affiliation, 'sourceId', id)).some(
      ({ toFactionId, toSourceId }) => keys.has(toFactionId ?? '') || keys.has(toSourceId ?? ''),
    );

const isRelated =
  (graph: Graph, key: string | undefined) =>
  ({ id }: Faction): boolean =>
    standing(graph.all(FactionRelation)).some(
      ({ fromId, toId }) => (fromId === id && toId === key) || (toId === id && fromId === key),
    );

/** Filters leave out other conflicts, unless they use `state`. */
export const isOpen = ({ state }: ImportConflict): boolean => state === 'OPEN';

export const conflictKeys = (graph: Graph): Keys => {
  const isOneOf =
    (property: keyof ImportConflict) =>
    (values: unknown[]) =>
    (conflict: ImportConflict): boolean =>
      values.includes(conflict[property]);
  return {
    id: (ids: string[], path) => {
      const keys = readIds(ids, path, 'ImportConflict');
      return ({ id }: ImportConflict) => keys.has(id);
    },
    record: (ids: string[], path) => {
      const keys = readIds(ids, path, 'Report', 'Source', 'Faction', 'Location', 'Claim');
      return ({ recordId }: ImportConflict) => keys.has(recordId);
    },
    externalId: (wanted: { system: string; value: string }) => {
      const owners = ['reportId', 'sourceId', 'factionId', 'locationId', 'claimId'] as const;
      const keys = owners.map((owner) => keyByExternalId(graph, owner, wanted));
      return ({ recordId }: ImportConflict) => keys.includes(recordId);
    },
    kind: isOneOf('kind'),
    state: isOneOf('state'),
    recordType: isOneOf('recordType'),
    field: isOneOf('field'),
    format: isOneOf('format'),
    release: isOneOf('release'),
  };
};

/** Rows by whether they are withdrawn, as `WithdrawnMatch` says. */
export const matchesWithdrawn =
  (match: string) =>
  ({ withdrawn }: { withdrawn: { at: unknown } | null }): boolean =>
    match === 'INCLUDE' || (match === 'ONLY') === (withdrawn?.at != null);

/** Rows that are not withdrawn. */
export const standing = <T extends { withdrawn: { at: unknown } | null }>(
  rows: readonly T[],
): T[] => rows.filter(({ withdrawn }) => withdrawn?.at == null);
