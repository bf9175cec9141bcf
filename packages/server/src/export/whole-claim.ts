/** A claim as formats of one claim a row read it: with its speakers and its report, so that no row stands without them. */
export interface ExportedClaim {
  id: string;
  kind: string;
  modality: string;
  status: string;
  credibility: string;
  aggregate: boolean;
  statement: string;
  language: string;
  occurred: {
    edtf: string;
    earliest: string | null;
    latest: string | null;
    precision: string;
    extent: string;
    basis: string;
  } | null;
  places: ExportedPlace[];
  parties: ExportedParty[];
  quantities: ExportedFigure[];
  attributions: { chain: ExportedSpeaker[] }[];
  passage: { quote: string; in: string; directSpeech: boolean; bodyKind: string | null } | null;
  report: ExportedReport;
  citations: { locator: string | null; report: ExportedReport }[];
  externalIds: { system: string; value: string }[];
  restsOnWithdrawn: boolean;
  createdAt: string;
  updatedAt: string;
}

const report =
  '{ id kind title url archivedUrl language published { edtf earliest latest } publisher { id name kind } }';

/** The fields of a `Claim`, in GraphQL. */
export const claimFields = `id kind modality status credibility aggregate statement language
  occurred { edtf earliest latest precision extent basis }
  places { role basis geoPrecision asWritten point { lat lon } location { id label kind point { lat lon } geoPrecision } }
  parties { role group basis faction { id name kind } }
  quantities { measure min best max approximate comparator partOf of { category faction { id name } } }
  attributions { chain { capacity verb source { id name kind } report ${report} } }
  passage { quote in directSpeech bodyKind } report ${report} citations { locator report ${report} }
  externalIds { system value } restsOnWithdrawn createdAt updatedAt`;

export interface ExportedPoint {
  lat: number;
  lon: number;
}

export interface ExportedPlace {
  role: string;
  basis: string;
  geoPrecision: string | null;
  asWritten: string | null;
  point: ExportedPoint | null;
  location: {
    id: string;
    label: string;
    kind: string;
    point: ExportedPoint | null;
    geoPrecision: string | null;
  };
}

export interface ExportedFigure {
  measure: string;
  min: number | null;
  best: number | null;
  max: number | null;
  approximate: boolean;
  comparator: string;
  partOf: string | null;
  of: { category: string; faction: { id: string; name: string } | null } | null;
}

export interface ExportedParty {
  role: string;
  group: number | null;
  basis: string;
  faction: { id: string; name: string; kind: string };
}

export interface ExportedSpeaker {
  capacity: string;
  verb: string | null;
  source: { id: string; name: string; kind: string };
  report: ExportedReport | null;
}

export interface ExportedReport {
  id: string;
  kind: string;
  title: string;
  url: string | null;
  archivedUrl: string | null;
  language: string | null;
  published: { edtf: string; earliest: string | null; latest: string | null } | null;
  publisher: { id: string; name: string; kind: string } | null;
}

/** A place's point in a claim: the claim's own, else the gazetteer's; null where there is none. */
export const pointOf = ({ point, location }: ExportedPlace): ExportedPoint | null =>
  point ?? location.point;

/** How exactly that point is known, by whoever gives it. */
export const precisionOf = ({ point, geoPrecision, location }: ExportedPlace): string | null =>
  geoPrecision ?? (point ? null : location.geoPrecision);
