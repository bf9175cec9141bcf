import { formatChain } from '@claimgraph/sdk/format';
import {
  type ExportedPlace,
  type ExportedReport,
  originOf,
  pointOf,
  type ReviewedClaim,
} from './exported-claim.ts';

/** JSON leaves out undefined properties, so what the ledger does not know does not appear. */
type Thing = { '@type': string } & Record<string, unknown>;

/**
 * A claim as ClaimReview (https://schema.org/ClaimReview). Its rating, author and date come from
 * the last assessment. A claim that nobody has judged has none of them, and its
 * `creativeWorkStatus` is `Incomplete`.
 */
export function claimReview(claim: ReviewedClaim): Thing {
  const [judgement] = claim.assessments;
  return {
    '@type': 'ClaimReview',
    '@id': urn(claim.id),
    identifier: claim.id,
    claimReviewed: claim.statement,
    inLanguage: claim.language,
    creativeWorkStatus: judgement ? 'Published' : 'Incomplete',
    author: judgement && { '@type': 'Person', name: judgement.by },
    datePublished: judgement?.at.slice(0, 10),
    reviewRating: judgement && rating(judgement),
    itemReviewed: itemReviewed(claim),
  };
}

const admiralty = ['ONE', 'TWO', 'THREE', 'FOUR', 'FIVE'];
const meanings = [
  'confirmed by other sources',
  'probably true',
  'possibly true',
  'doubtful',
  'improbable',
];

/**
 * Admiralty credibility on schema.org's scale, where the highest value is the best: 1 becomes 5,
 * and 5 becomes 1. Grade 6 means that the claim cannot be judged, so it has words and no value.
 */
function rating({
  status,
  credibility,
  rationale,
  by,
}: ReviewedClaim['assessments'][number]): Thing {
  const grade = admiralty.indexOf(credibility);
  const word = status[0] + status.slice(1).toLowerCase();
  const judged =
    grade < 0 ? 'credibility cannot be judged' : `credibility ${grade + 1}, ${meanings[grade]}`;
  return {
    '@type': 'Rating',
    reviewAspect: 'Credibility by the Admiralty code (NATO STANAG 2511)',
    ...(grade >= 0 && { ratingValue: 5 - grade, bestRating: 5, worstRating: 1 }),
    alternateName: `${word}; ${judged}`,
    ratingExplanation: rationale,
    author: { '@type': 'Person', name: by },
  };
}

/**
 * The claim under review: who made it, the works it appeared in, its time and places. What an
 * analyst concluded is the analyst's, so the works that it cites are not works that say so.
 */
function itemReviewed({
  attributions,
  report,
  citations,
  occurred,
  places,
  externalIds,
}: ReviewedClaim): Thing {
  const authors = unique(attributions.map((each) => authorOf(each).source));
  const isConcluded = attributions.every((each) => authorOf(each) !== originOf(each));
  const spokenIn = attributions.flatMap(({ chain }) =>
    chain.flatMap((speaker) => speaker.report ?? []),
  );
  const cited = citations.map((each) => each.report);
  const works = unique([report, ...(isConcluded ? [] : cited), ...spokenIn]);
  const first = firstOf(works);
  return {
    '@type': 'Claim',
    author: authors.map(agent),
    creditText: attributions.map(({ chain }) => formatChain(chain)).join('; '),
    datePublished: first && day(first),
    firstAppearance: first && work(first),
    appearance: works.map(work),
    citation: isConcluded && cited.length > 0 ? unique(cited).map(work) : undefined,
    temporalCoverage: occurred ? coverage(occurred) : undefined,
    spatialCoverage: places.length > 0 ? places.map(place) : undefined,
    identifier:
      externalIds.length > 0
        ? externalIds.map(({ system, value }) => ({
            '@type': 'PropertyValue',
            propertyID: system,
            value,
          }))
        : undefined,
  };
}

/**
 * The time of a claim as an interval of ISO 8601, which schema.org lets be open at its end.
 * Undefined: a bound is unknown.
 */
function coverage({
  edtf,
  earliest,
  latest,
}: NonNullable<ReviewedClaim['occurred']>): string | undefined {
  const end = latest ?? (edtf.endsWith('/..') ? '..' : null);
  return earliest && end ? `${earliest}/${end}` : undefined;
}

/** Whose claim it is: the last analyst's, or else the first speaker's. */
const authorOf = (attribution: ReviewedClaim['attributions'][number]) =>
  attribution.chain.findLast(({ capacity }) => capacity === 'ANALYST') ?? originOf(attribution);

/** The work that surely appeared before all others. Undefined if the dates leave it open. */
function firstOf(works: readonly ExportedReport[]): ExportedReport | undefined {
  const before = (one: ExportedReport, other: ExportedReport) =>
    one.published?.latest != null &&
    other.published?.earliest != null &&
    one.published.latest < other.published.earliest;
  return works.find((one) => works.every((other) => other === one || before(one, other)));
}

const mediaTypes: Record<string, string> = {
  ARTICLE: 'Article',
  SITUATION_REPORT: 'Report',
  SOCIAL_POST: 'SocialMediaPosting',
  DATASET: 'Dataset',
  VIDEO: 'VideoObject',
};

const work = (report: ExportedReport): Thing => ({
  '@type': mediaTypes[report.kind] ?? 'CreativeWork',
  '@id': urn(report.id),
  name: report.title,
  url: report.url ?? undefined,
  archivedAt: report.archivedUrl ?? undefined,
  inLanguage: report.language ?? undefined,
  datePublished: day(report),
  publisher: report.publisher ? agent(report.publisher) : undefined,
});

const agent = ({ id, name, kind }: { id: string; name: string; kind: string }): Thing => ({
  '@type': kind === 'PERSON' ? 'Person' : 'Organization',
  '@id': urn(id),
  name,
});

const place = (of: ExportedPlace): Thing => {
  const point = pointOf(of);
  return {
    '@type': 'Place',
    '@id': urn(of.location.id),
    name: of.location.label,
    geo: point
      ? { '@type': 'GeoCoordinates', latitude: point.lat, longitude: point.lon }
      : undefined,
  };
};

/**
 * The day of publication. Undefined unless it is a single day, because schema.org has no intervals.
 */
const day = ({ published }: ExportedReport): string | undefined =>
  published?.earliest && published.earliest === published.latest ? published.earliest : undefined;

/** The UUID of an id as a URN (RFC 9562), which is the same in every ledger. */
const urn = (id: string): string => `urn:uuid:${id.slice(4)}`;

const unique = <T extends { id: string }>(things: readonly T[]): T[] => [
  ...new Map(things.map((thing) => [thing.id, thing])).values(),
];
