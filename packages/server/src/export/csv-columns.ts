import {
  type ExportedClaim,
  type ExportedFigure,
  type ExportedPlace,
  type ExportedReport,
  pointOf,
  precisionOf,
} from './whole-claim.ts';

/** The columns of a row. What there are several of stands in one cell, each from the next by a semicolon: jsonl is the form without loss. */
export const columns: [
  header: string,
  value: (claim: ExportedClaim) => string | number | boolean | null,
][] = [
  ['id', ({ id }) => id],
  ['kind', ({ kind }) => kind],
  ['modality', ({ modality }) => modality],
  ['status', ({ status }) => status],
  ['credibility', ({ credibility }) => credibility],
  ['statement', ({ statement }) => statement],
  ['language', ({ language }) => language],
  ['occurred', ({ occurred }) => occurred?.edtf ?? null],
  ['occurred_earliest', ({ occurred }) => occurred?.earliest ?? null],
  ['occurred_latest', ({ occurred }) => occurred?.latest ?? null],
  ['occurred_precision', ({ occurred }) => occurred?.precision ?? null],
  ['occurred_extent', ({ occurred }) => occurred?.extent ?? null],
  ['occurred_basis', ({ occurred }) => occurred?.basis ?? null],
  ['places', ({ places }) => listed(places, ({ location }) => location.label)],
  ['place_roles', ({ places }) => listed(places, ({ role }) => role)],
  ['place_ids', ({ places }) => listed(places, ({ location }) => location.id)],
  ['geo_precisions', ({ places }) => listed(places, (place) => precisionOf(place) ?? '')],
  ['latitude', ({ places }) => firstPoint(places)?.lat ?? null],
  ['longitude', ({ places }) => firstPoint(places)?.lon ?? null],
  ['points', ({ places }) => listed(places.filter(pointOf), wkt)],
  ['parties', ({ parties }) => listed(parties, ({ role, faction }) => `${role} ${faction.name}`)],
  ['party_ids', ({ parties }) => listed(parties, ({ faction }) => faction.id)],
  ['measure', ({ quantities }) => quantities[0]?.measure ?? null],
  ['quantity_min', ({ quantities }) => quantities[0]?.min ?? null],
  ['quantity_best', ({ quantities }) => quantities[0]?.best ?? null],
  ['quantity_max', ({ quantities }) => quantities[0]?.max ?? null],
  ['quantities', ({ quantities }) => listed(quantities, figure)],
  ['aggregate', ({ aggregate }) => aggregate],
  [
    'speakers',
    ({ attributions }) =>
      listed(attributions, ({ chain }) => chain.map(({ source }) => source.name).join(' → ')),
  ],
  ['origins', ({ attributions }) => listed(attributions, ({ chain }) => chain[0]!.source.name)],
  [
    'origin_capacities',
    ({ attributions }) => listed(attributions, ({ chain }) => chain[0]!.capacity),
  ],
  [
    'source_ids',
    ({ attributions }) =>
      listed(attributions, ({ chain }) => chain.map(({ source }) => source.id).join(' → ')),
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
      listed(citations, ({ report, locator }) =>
        [cited(report), locator].filter(Boolean).join(', '),
      ),
  ],
  ['citation_ids', ({ citations }) => listed(citations, ({ report }) => report.id)],
  [
    'external_ids',
    ({ externalIds }) => listed(externalIds, ({ system, value }) => `${system}:${value}`),
  ],
  ['rests_on_withdrawn', ({ restsOnWithdrawn }) => restsOnWithdrawn],
  ['recorded', ({ createdAt }) => createdAt],
  ['changed', ({ updatedAt }) => updatedAt],
];

const listed = <T>(items: readonly T[], text: (item: T) => string): string | null =>
  items.length > 0 ? items.map(text).join('; ') : null;

/** Of the first place that has one. */
const firstPoint = (places: readonly ExportedPlace[]) =>
  places.map(pointOf).find((point) => point !== null);

/** Well-known text (OGC 06-103r4), which geographic programs read: the letters stand before any minus. */
const wkt = (place: ExportedPlace): string => {
  const { lon, lat } = pointOf(place)!;
  return `POINT (${lon} ${lat})`;
};

/** `PEOPLE_KILLED 3 to 7, best 5, of CIVILIANS`; what is a share of another figure says so. */
function figure({ measure, min, best, max, approximate, of, partOf }: ExportedFigure): string {
  const range = min !== null && min === max ? String(min) : bounds(min, max);
  const words = [
    approximate ? `about ${range}` : range,
    best !== null && !(best === min && best === max) ? `best ${best}` : '',
  ];
  const whom =
    of &&
    [of.category === 'ANY' ? '' : of.category, of.faction?.name ?? ''].filter(Boolean).join(', ');
  const told = [
    words.filter((word) => word.trim()).join(', '),
    whom ? `of ${whom}` : '',
    partOf ? '(a part)' : '',
  ];
  return [measure, ...told].filter(Boolean).join(' ');
}

function bounds(min: number | null, max: number | null): string {
  if (min !== null && max !== null) return `${min} to ${max}`;
  return min !== null ? `at least ${min}` : max !== null ? `at most ${max}` : '';
}

/** `Title (Publisher, 2018-07-10)`. */
const cited = ({ title, publisher, published }: ExportedReport): string => {
  const about = [publisher?.name, published?.edtf].filter(Boolean).join(', ');
  return about ? `${title} (${about})` : title;
};
