import { readFileSync } from 'node:fs';
import { cursorOf, markOf, placeOf } from '../../cursors.mjs';
import { recordsOf, rows } from './loaders.mjs';

const keyOf = (id) => id.slice(4);
const read = (file) => readFileSync(new URL(file, import.meta.url), 'utf8');
const [keys, buckets] = [read('../page-keys.sql'), read('../buckets.sql')];
const claimsMark = markOf('Query.claims', 'OCCURRED DESC');

/** A page from records of which one more was read than is shown. */
const page = (found, first) => ({
  items: found.slice(0, first),
  hasNextPage: found.length > first,
});

const claims = async (first, { place, occurred, kind }) => {
  const found = await rows(keys, [keyOf(place.id[0]), occurred.from, occurred.to, kind[0], first]);
  const ids = found.map((row) => row.claim_id);
  return page(await recordsOf('Claim', ids), first);
};

const day = 'coalesce(c.published_latest, c.published_earliest)';
const someReports = (condition) =>
  `(select c.id, ${day} as day from report c where ${condition} and c.withdrawn_at is null order by ${day} desc nulls last, c.id desc limit $1::int + 1)`;
const reportsAfter = `select * from (
  ${someReports(`(${day}, c.id) < ($2::date, $3::uuid)`)} union all ${someReports(`${day} is null`)} limit $1::int + 1) c order by day desc nulls last, id desc`;

const reports = async (first, after) => {
  const { id, key } = placeOf(after);
  const found = await rows(reportsAfter, [first, key, id]);
  const ids = found.map((row) => row.id);
  return page(await recordsOf('Report', ids), first);
};

const most = 1000;
const claimStats = async ({ place }) => {
  const found = await rows(buckets, [keyOf(place.id[0])]);
  return {
    total: found.reduce((sum, { count }) => sum + count, 0),
    truncated: found.length > most,
    buckets: found.slice(0, most),
  };
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

/** An embedded value of which nothing is known is none. */
const known = (value) => (value?.edtf == null ? null : value);

const dayOf = ({ occurred }) => occurred?.latest ?? occurred?.earliest ?? null;

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
    edges: ({ items }) =>
      items.map((node) => ({ cursor: cursorOf(claimsMark, node.id, dayOf(node)), node })),
    pageInfo: ({ items, hasNextPage }) => ({
      hasNextPage,
      endCursor: items.length ? cursorOf(claimsMark, items.at(-1).id, dayOf(items.at(-1))) : null,
    }),
  },
  ReportConnection: {
    nodes: ({ items }) => items,
    pageInfo: ({ hasNextPage }) => ({ hasNextPage }),
  },
  Claim: {
    id: prefixed('clm_'),
    occurred: ({ occurred }) => known(occurred),
    report: (claim, _args, { load }) => load.report.load(claim.reportId),
    attributions: async (claim, _args, { load }) => chains(await load.speakers.load(claim.id)),
    places: (claim, _args, { load }) => load.places.load(claim.id),
    parties: (claim, _args, { load }) => load.parties.load(claim.id),
    quantities: (claim, _args, { load }) => load.quantities.load(claim.id),
    citations: (claim, _args, { load }) => load.citations.load(claim.id),
  },
  Report: {
    id: prefixed('rpt_'),
    published: ({ published }) => known(published),
    publisher: (report, _args, { load }) =>
      report.publisherId && load.source.load(report.publisherId),
    claims: async (report, { first }, { load }) =>
      page(await load.claimsOfReport.load({ id: report.id, first }), first),
  },
  Faction: {
    id: prefixed('fac_'),
    claims: async (faction, { first }, { load }) =>
      page(await load.claimsOfFaction.load({ id: faction.id, first }), first),
  },
  Source: { id: prefixed('src_') },
  Location: {
    id: prefixed('loc_'),
    parent: (location, _args, { load }) =>
      location.parentId && load.location.load(location.parentId),
  },
  Speaker: { source: (speaker, _args, { load }) => load.source.load(speaker.sourceId) },
  ClaimPlace: {
    point: ({ point }) => (point?.lat == null ? null : point),
    location: (place, _args, { load }) => load.location.load(place.locationId),
  },
  ClaimParty: { faction: (party, _args, { load }) => load.faction.load(party.factionId) },
  Citation: { report: (citation, _args, { load }) => load.report.load(citation.reportId) },
};
