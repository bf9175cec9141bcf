import { readFileSync } from 'node:fs';
import { cursorOf, markOf, placeOf } from '../../cursors.mjs';
import { claimColumns, reportColumns, rows } from './loaders.mjs';

const keyOf = (id) => id.slice(4);
const read = (file) => readFileSync(new URL(file, import.meta.url), 'utf8');
const [keys, buckets] = [read('../page-keys.sql'), read('../buckets.sql')];
const claimsMark = markOf('Query.claims', 'OCCURRED DESC');

/** A page from rows of which one more was read than is shown. */
const page = (found, first) => ({ items: found.slice(0, first), hasNextPage: found.length > first });

const claims = async (first, { place, occurred, kind }) => {
  const text = `select ${claimColumns}, k.occurred::text as day from (${keys}) k join claim c on c.id = k.claim_id order by k.occurred desc, c.id desc`;
  return page(await rows('page', text, [keyOf(place.id[0]), occurred.from, occurred.to, kind[0], first]), first);
};

const day = 'coalesce(c.published_latest, c.published_earliest)';
const someReports = (condition) =>
  `(select ${reportColumns}, ${day} as day from report c where ${condition} and c.withdrawn_at is null order by ${day} desc nulls last, c.id desc limit $1::int + 1)`;
const reportsAfter = `select * from (
  ${someReports(`(${day}, c.id) < ($2::date, $3::uuid)`)} union all ${someReports(`${day} is null`)} limit $1::int + 1) c order by day desc nulls last, id desc`;

const reports = async (first, after) => {
  const { id, key } = placeOf(after);
  return page(await rows('reports', reportsAfter, [first, key, id]), first);
};

const most = 1000;
const claimStats = async ({ place }) => {
  const found = await rows('statistics', buckets, [keyOf(place.id[0])]);
  return { total: found.reduce((sum, { count }) => sum + count, 0), truncated: found.length > most, buckets: found.slice(0, most) };
};

/** The speakers of a claim, a list for each way that it took. */
const chains = (speakers) => {
  const ways = [];
  for (const speaker of speakers) {
    ways[speaker.attribution] ??= { chain: [] };
    ways[speaker.attribution].chain.push(speaker);
  }
  return ways;
};

const prefixed =
  (prefix) =>
  ({ id }) =>
    prefix + id;

export const resolvers = {
  Query: {
    claim: (_root, { id }, { load }) => load.claim.load(keyOf(id)),
    claims: (_root, { first, filter }) => claims(first, filter),
    faction: (_root, { id }, { load }) => load.faction.load(keyOf(id)),
    reports: (_root, { first, after }) => reports(first, after),
    claimStats: (_root, { filter }) => claimStats(filter),
  },
  ClaimConnection: {
    nodes: ({ items }) => items,
    edges: ({ items }) => items.map((node) => ({ cursor: cursorOf(claimsMark, node.id, node.day), node })),
    pageInfo: ({ items, hasNextPage }) => ({
      hasNextPage,
      endCursor: items.length ? cursorOf(claimsMark, items.at(-1).id, items.at(-1).day) : null,
    }),
  },
  ReportConnection: { nodes: ({ items }) => items, pageInfo: ({ hasNextPage }) => ({ hasNextPage }) },
  Claim: {
    id: prefixed('clm_'),
    occurred: (claim) =>
      claim.occurred_edtf && {
        edtf: claim.occurred_edtf,
        earliest: claim.occurred_earliest,
        latest: claim.occurred_latest,
        precision: claim.occurred_precision,
      },
    report: (claim, _args, { load }) => load.report.load(claim.report_id),
    attributions: async (claim, _args, { load }) => chains(await load.speakers.load(claim.id)),
    places: (claim, _args, { load }) => load.places.load(claim.id),
    parties: (claim, _args, { load }) => load.parties.load(claim.id),
    quantities: (claim, _args, { load }) => load.quantities.load(claim.id),
    citations: (claim, _args, { load }) => load.citations.load(claim.id),
  },
  Report: {
    id: prefixed('rpt_'),
    published: (report) => report.published_edtf && { edtf: report.published_edtf },
    publisher: (report, _args, { load }) => report.publisher_id && load.source.load(report.publisher_id),
    claims: async (report, { first }, { load }) => page(await load.claimsOfReport.load({ id: report.id, first }), first),
  },
  Faction: {
    id: prefixed('fac_'),
    claims: async (faction, { first }, { load }) => page(await load.claimsOfFaction.load({ id: faction.id, first }), first),
  },
  Source: { id: prefixed('src_') },
  Location: {
    id: prefixed('loc_'),
    parent: (location, _args, { load }) => location.parent_id && load.location.load(location.parent_id),
  },
  Speaker: { source: (speaker, _args, { load }) => load.source.load(speaker.source_id) },
  ClaimPlace: {
    geoPrecision: (place) => place.geo_precision,
    point: (place) => (place.point_lat === null ? null : { lat: place.point_lat, lon: place.point_lon }),
    location: (place, _args, { load }) => load.location.load(place.location_id),
  },
  ClaimParty: { faction: (party, _args, { load }) => load.faction.load(party.faction_id) },
  Citation: { report: (citation, _args, { load }) => load.report.load(citation.report_id) },
};
