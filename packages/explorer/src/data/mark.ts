import type { ClaimId, ClaimKind, LocationId } from '@claimgraph/sdk/operations';

/** A position: degrees of WGS 84. */
export interface LatLon {
  readonly lat: number;
  readonly lon: number;
}

/** The time of a claim, with its doubt. */
export interface MarkTime {
  readonly edtf: string;
  readonly earliest?: string | null;
  readonly latest?: string | null;
  readonly extent: string;
  readonly basis: string;
  readonly approximate: boolean;
  readonly uncertain: boolean;
}

/** A place of a claim. */
export interface MarkPlace {
  readonly role: string;
  readonly geoPrecision?: string | null;
  readonly point?: LatLon | null;
  readonly location: {
    readonly id: LocationId;
    readonly label: string;
    readonly kind: string;
    readonly geoPrecision?: string | null;
    readonly point?: LatLon | null;
    readonly ancestors: readonly {
      readonly id: LocationId;
      readonly kind: string;
      readonly point?: LatLon | null;
    }[];
  };
}

/** A claim as map and timeline need it. */
export interface ClaimMark {
  readonly id: ClaimId;
  readonly statement: string;
  readonly kind: ClaimKind | (string & {});
  readonly modality: string;
  readonly status: string;
  readonly occurred?: MarkTime | null;
  readonly places: readonly MarkPlace[];
  /** Links that join claims about one event. */
  readonly links: readonly {
    readonly from: { readonly id: ClaimId };
    readonly to: { readonly id: ClaimId };
  }[];
}

/** Whether nobody says that it happened: it is feared, predicted or denied. */
export const isNotSaidToHaveHappened = ({ modality }: { readonly modality: string }): boolean =>
  modality === 'FEARED' || modality === 'PREDICTED' || modality === 'DENIED';
