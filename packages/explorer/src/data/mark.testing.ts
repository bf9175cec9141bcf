import type { ClaimEvent } from './events.ts';
import type { ClaimMark, MarkPlace, MarkTime } from './mark.ts';

let count = 0;

/** A made-up claim; what is not given is unknown. */
export const markOf = (parts: Partial<ClaimMark> = {}): ClaimMark => {
  count += 1;
  return {
    id: `clm_00000000-0000-7000-8000-${String(count).padStart(12, '0')}`,
    statement: `Statement ${count}.`,
    kind: 'LOOTING',
    modality: 'ASSERTED',
    status: 'UNVERIFIED',
    occurred: null,
    places: [],
    links: [],
    ...parts,
  };
};

/** An event of one made-up claim. */
export const eventOf = (parts: Partial<ClaimMark> = {}): ClaimEvent => ({
  claims: [markOf(parts)],
  count: 1,
});

/** A made-up time. */
export const timeOf = (
  earliest: string | null,
  latest: string | null,
  parts: Partial<MarkTime> = {},
): MarkTime => ({
  edtf: `${earliest ?? ''}/${latest ?? ''}`,
  earliest,
  latest,
  extent: 'WITHIN',
  basis: 'STATED',
  approximate: false,
  uncertain: false,
  ...parts,
});

/** A made-up place; `kind` is that of its location. */
export const placeOf = (
  kind: string,
  parts: Partial<Omit<MarkPlace, 'location'>> & { location?: Partial<MarkPlace['location']> } = {},
): MarkPlace => ({
  role: 'AT',
  geoPrecision: null,
  point: null,
  ...parts,
  location: {
    id: 'loc_00000000-0000-7000-8000-000000000001',
    label: 'Qasr, North, Highlands',
    kind,
    geoPrecision: null,
    point: { lat: 33, lon: 36 },
    ancestors: [],
    ...parts.location,
  },
});
