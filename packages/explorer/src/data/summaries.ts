import type { LocationId } from '@claimgraph/sdk/operations';
import type { ClaimEvent } from './events.ts';
import type { ClaimMark, MarkPlace, MarkTime } from './mark.ts';

interface PlaceMark {
  readonly location?: {
    readonly id: LocationId;
    readonly label: string;
    readonly kind: string;
  } | null;
  readonly lat?: number | null;
  readonly lon?: number | null;
  readonly geoPrecision?: string | null;
  readonly modality: string;
  readonly count: number;
}

interface TimeMark {
  readonly earliest?: string | null;
  readonly latest?: string | null;
  readonly extent?: string | null;
  readonly isInferred?: boolean | null;
  readonly isVague?: boolean | null;
  readonly modality: string;
  readonly count: number;
}

/** Events at one place, as the server counts them. */
export const eventsByPlace = (marks: readonly PlaceMark[]): ClaimEvent[] =>
  marks.map(({ location, lat, lon, geoPrecision, ...mark }, i) => {
    const point = lat == null || lon == null ? null : { lat, lon };
    const place: MarkPlace | undefined = location
      ? {
          role: 'AT',
          geoPrecision: geoPrecision ?? null,
          point,
          location: { ...location, ancestors: [] },
        }
      : undefined;
    return summaryOf(i, mark, { places: place ? [place] : [] });
  });

/** Events with the same time, as the server counts them. */
export const eventsByTime = (marks: readonly TimeMark[]): ClaimEvent[] =>
  marks.map(({ earliest, latest, extent, isInferred, isVague, ...mark }, i) => {
    const occurred: MarkTime | null =
      extent && (earliest || latest)
        ? {
            edtf: earliest === latest ? (earliest ?? '') : `${earliest ?? '..'}/${latest ?? '..'}`,
            earliest: earliest ?? null,
            latest: latest ?? null,
            extent,
            basis: isInferred ? 'INFERRED' : 'STATED',
            approximate: isVague ?? false,
            uncertain: false,
          }
        : null;
    return summaryOf(i, mark, { occurred });
  });

function summaryOf(
  i: number,
  { modality, count }: { modality: string; count: number },
  parts: Partial<ClaimMark>,
): ClaimEvent {
  const claim: ClaimMark = {
    id: `clm_${i}`,
    statement: '',
    kind: '',
    modality,
    status: '',
    places: [],
    links: [],
    ...parts,
  };
  return { claims: [claim], count, isSummary: true };
}
