import type { Basis, GeoPrecision, PassagePart, ReportId } from '@claimgraph/sdk/operations';
import type { LatLon } from '../data/mark.ts';
import type { SaidFigure } from '../said/said-figure.ts';

// What a recorded claim has that a form does not ask for. A correction sends it back unchanged.

export interface RecordedSpeaker {
  readonly reportId: ReportId;
}

export interface RecordedPlace {
  readonly asWritten: string | null;
  readonly basis: Basis;
  readonly geoPrecision: GeoPrecision | null;
  readonly point: LatLon | null;
}

export interface RecordedParty {
  readonly asWritten: string | null;
  readonly basis: Basis;
  readonly group: number | null;
}

/** It holds as long as the text of the figure is the same. */
export interface RecordedFigure extends SaidFigure {
  readonly text: string;
  readonly asWritten: string | null;
}

/** It holds as long as the quoted words are the same. */
export interface RecordedPassage {
  readonly quote: string;
  readonly in: PassagePart;
  readonly start: number;
  readonly page: number | null;
  readonly prefix: string | null;
  readonly suffix: string | null;
  readonly translation: string | null;
  readonly directSpeech: boolean;
}
