import type { FactionRef, PlaceRef, ReportRef, SourceRef } from './refs.ts';

const primaryName = (text: string) => [
  {
    text,
    kind: 'PRIMARY' as const,
    ...(/[\u0600-\u06ff]/.test(text) && { script: 'Arab' }),
  },
];

export const newSourceInput = (ref: Exclude<SourceRef, { id: unknown }>) => ({
  kind: ref.kind,
  names: primaryName(ref.label),
  ...(ref.protection && { protection: ref.protection }),
  ...(ref.role && { role: ref.role }),
});

export const newFactionInput = (ref: Exclude<FactionRef, { id: unknown }>) => ({
  kind: ref.kind,
  names: primaryName(ref.label),
});

export const sourceInput = (ref: SourceRef) =>
  'id' in ref ? { id: ref.id } : { new: newSourceInput(ref) };

export const factionInput = (ref: FactionRef) =>
  'id' in ref ? { id: ref.id } : { new: newFactionInput(ref) };

export const reportInput = (ref: ReportRef) =>
  'id' in ref
    ? { id: ref.id }
    : { new: { title: ref.label, kind: ref.kind, ...(ref.url && { url: ref.url }) } };

export const placeInput = (ref: PlaceRef) =>
  'id' in ref
    ? { id: ref.id }
    : {
        new: {
          kind: ref.kind,
          names: primaryName(ref.label),
          ...(ref.parent && { parent: { id: ref.parent.id } }),
          ...(ref.point && { point: ref.point }),
        },
      };
