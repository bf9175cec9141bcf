import { formatChain, formatFuzzyDate, formatQuantity } from '@claimgraph/sdk/format';
import { joined, mainPlaceColumns, partyColumns } from './csv-import-columns.ts';
import {
  type ExportedClaim,
  type ExportedFigure,
  type ExportedPlace,
  type ExportedPoint,
  type ExportedReport,
  originOf,
  pointOf,
  precisionOf,
} from './exported-claim.ts';

/** A value of a row. Null: unknown, or there is none. */
export type Cell = string | number | boolean | null;

/** The columns of a row. Several values share one cell, separated by semicolons. */
export const columns: [header: string, value: (claim: ExportedClaim) => Cell][] = [
  ['id', ({ id }) => id],
  ['kind', ({ kind }) => kind],
  ['modality', ({ modality }) => modality],
  ['status', ({ status }) => status],
  ['credibility', ({ credibility }) => credibility],
  ['statement', ({ statement }) => statement],
  ['language', ({ language }) => language],
  ['when', ({ occurred }) => occurred && formatFuzzyDate(occurred)],
  ['occurred', ({ occurred }) => occurred?.edtf ?? null],
  ['occurred_earliest', ({ occurred }) => occurred?.earliest ?? null],
  ['occurred_latest', ({ occurred }) => occurred?.latest ?? null],
  ['occurred_precision', ({ occurred }) => occurred?.precision ?? null],
  ['occurred_extent', ({ occurred }) => occurred?.extent ?? null],
  ['occurred_basis', ({ occurred }) => occurred?.basis ?? null],
  ['places', ({ places }) => joined(places, ({ location }) => location.label)],
  ['place_roles', ({ places }) => joined(places, ({ role }) => role)],
  ['place_ids', ({ places }) => joined(places, ({ location }) => location.id)],
  ['geo_precisions', ({ places }) => joined(places, (place) => precisionOf(place) ?? '')],
  ['latitude', ({ places }) => firstPoint(places)?.lat ?? null],
  ['longitude', ({ places }) => firstPoint(places)?.lon ?? null],
  ...mainPlaceColumns,
  [
    'points',
    ({ places }) =>
      joined(
        places.flatMap((place) => pointOf(place) ?? []),
        wkt,
      ),
  ],
  ['parties', ({ parties }) => joined(parties, ({ role, faction }) => `${role} ${faction.name}`)],
  ...partyColumns,
  ['party_ids', ({ parties }) => joined(parties, ({ faction }) => faction.id)],
  ['measure', ({ quantities }) => quantities[0]?.measure ?? null],
  ['quantity_min', ({ quantities }) => quantities[0]?.min ?? null],
  ['quantity_best', ({ quantities }) => quantities[0]?.best ?? null],
  ['quantity_max', ({ quantities }) => quantities[0]?.max ?? null],
  ['quantities', ({ quantities }) => joined(quantities, figure)],
  ['aggregate', ({ aggregate }) => aggregate],
  ['speakers', ({ attributions }) => joined(attributions, ({ chain }) => formatChain(chain))],
  ['origins', ({ attributions }) => joined(attributions, (each) => originOf(each).source.name)],
  [
    'origin_capacities',
    ({ attributions }) => joined(attributions, (each) => originOf(each).capacity),
  ],
  [
    'source_ids',
    ({ attributions }) =>
      joined(attributions, ({ chain }) => chain.map(({ source }) => source.id).join(' → ')),
  ],
  ['report_id', ({ report }) => report.id],
  ['report_kind', ({ report }) => report.kind],
  ['report_title', ({ report }) => report.title],
  ['report_publisher', ({ report }) => report.publisher?.name ?? null],
  ['report_published', ({ report }) => report.published?.edtf ?? null],
  ['report_url', ({ report }) => report.url],
  ['report_archived_url', ({ report }) => report.archivedUrl],
  ['passage', ({ passage }) => passage?.quote ?? null],
  ['passage_in', ({ passage }) => (passage ? (passage.bodyKind ?? passage.in) : null)],
  [
    'citations',
    ({ citations }) =>
      joined(citations, ({ report, locator }) =>
        [cited(report), locator].filter(Boolean).join(', '),
      ),
  ],
  ['citation_ids', ({ citations }) => joined(citations, ({ report }) => report.id)],
  [
    'external_ids',
    ({ externalIds }) => joined(externalIds, ({ system, value }) => `${system}:${value}`),
  ],
  ['rests_on_withdrawn', ({ restsOnWithdrawn }) => restsOnWithdrawn],
  ['recorded', ({ createdAt }) => createdAt],
  ['changed', ({ updatedAt }) => updatedAt],
];

/** The point of the first place that has one. */
const firstPoint = (places: readonly ExportedPlace[]) =>
  places.map(pointOf).find((point) => point !== null);

/**
 * Well-known text (OGC 06-103r4). It starts with letters, so no spreadsheet takes it for a formula.
 */
const wkt = ({ lon, lat }: ExportedPoint): string => `POINT (${lon} ${lat})`;

/**
 * For example `PEOPLE_KILLED 3–7 (best estimate 5) of CIVILIANS`. A part of another figure says so.
 */
function figure(quantity: ExportedFigure): string {
  const { measure, of, partOf } = quantity;
  const whom =
    of &&
    [of.category === 'ANY' ? '' : of.category, of.faction?.name ?? ''].filter(Boolean).join(', ');
  const details = [whom ? `of ${whom}` : '', partOf ? '(a part)' : ''];
  return [measure, formatQuantity(quantity), ...details].filter(Boolean).join(' ');
}

/** For example `Title (Publisher, 2018-07-10)`. */
const cited = ({ title, publisher, published }: ExportedReport): string => {
  const about = [publisher?.name, published?.edtf].filter(Boolean).join(', ');
  return about ? `${title} (${about})` : title;
};
