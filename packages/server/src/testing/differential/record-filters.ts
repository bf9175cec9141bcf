import type { Faction } from '../../factions/faction.entity.ts';
import { FactionRelation } from '../../factions/faction-relation.entity.ts';
import type { Location } from '../../locations/location.entity.ts';
import type { ExternalId } from '../../records/external-id.entity.ts';
import { Name } from '../../records/name.entity.ts';
import type { Report } from '../../reports/report.entity.ts';
import type { ImportConflict } from '../../review/import-conflict.entity.ts';
import { Affiliation } from '../../sources/affiliation.entity.ts';
import type { Source } from '../../sources/source.entity.ts';
import { contains, hasExternalId, overlapsPeriod } from './conditions.ts';
import type { Keys } from './filters.ts';
import type { Graph } from './graph.ts';
import { readId, readIds } from './ids.ts';
import type { Places } from './places.ts';

export const reportKeys = (): Keys => ({
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
  url:
    (wanted: string) =>
    ({ url, archivedUrl }: Report) =>
      wanted === url || wanted === archivedUrl,
  text:
    (text: string) =>
    ({ title, summary, body }: Report) =>
      contains(text, title, summary, body),
  minWordCount:
    (words: number) =>
    ({ wordCount }: Report) =>
      wordCount !== null && wordCount >= words,
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
      affiliatedWith: (ids: string[], path) => {
        const keys = readIds(ids, path, 'Faction', 'Source');
        return ({ id }: Source) =>
          standing(graph.by<Affiliation>(Affiliation, 'sourceId', id)).some(
            ({ toFactionId, toSourceId }) =>
              keys.has(toFactionId ?? '') || keys.has(toSourceId ?? ''),
          );
      },
    },
    Faction: {
      ...common('Faction', 'ofFactionId', 'factionId'),
      collective:
        (wanted: boolean) =>
        ({ collective }: Faction) =>
          collective === wanted,
      relatedTo: (other: string, path) => {
        const { key } = readId(other, path, ['Faction']);
        return ({ id }: Faction) => {
          const relations = standing(graph.all(FactionRelation));
          return relations.some(
            ({ fromId, toId }) =>
              (fromId === id && toId === key) || (toId === id && fromId === key),
          );
        };
      },
    },
    Location: {
      ...common('Location', 'ofLocationId', 'locationId'),
      within: (area: string, path) => {
        const { key } = readId(area, path, ['Location']);
        return ({ id }: Location) => (places.depths(id).get(key) ?? 0) > 0;
      },
    },
  };
}

/** Filters leave out other conflicts, unless they use `state`. */
export const isOpen = ({ state }: ImportConflict): boolean => state === 'OPEN';

export const conflictKeys = (): Keys => {
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
    kind: isOneOf('kind'),
    state: isOneOf('state'),
    recordType: isOneOf('recordType'),
    field: isOneOf('field'),
    format: isOneOf('format'),
    release: isOneOf('release'),
  };
};

/** Rows that are not withdrawn. */
export const standing = <T extends { withdrawn: { at: unknown } | null }>(
  rows: readonly T[],
): T[] => rows.filter(({ withdrawn }) => withdrawn?.at == null);
