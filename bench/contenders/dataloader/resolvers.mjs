import { readFileSync } from 'node:fs';
import { cursorOf, keysOf, tagOf } from '../../cursors.mjs';
import { recordsOf, rows } from './loaders.mjs';

const keyOf = (id) => id.slice(4);
const read = (file) => readFileSync(new URL(file, import.meta.url), 'utf8');
const [keys, buckets] = [read('../page-keys.sql'), read('../buckets.sql')];
const claimsTag = tagOf('Query.claims', 'OCCURRED DESC');

/** A page of records. One more record than the page holds shows that there is a next page. */
const page = (records, first) => ({
  items: records.slice(0, first),
  hasNextPage: records.length > first,
});

const claims = async (first, { place, occurred, kind }) => {
  const values = [keyOf(place.id[0]), occurred.from, occurred.to, kind[0], first];
  const ids = (await rows(keys, values)).map((row) => row.claim_id);
  return page(await recordsOf('Claim', ids), first);
};

const day = 'coalesce(c.published_latest, c.published_earliest)';
const someReports = (condition) => `(
  select c.id, ${day} as day from report c where ${condition} and c.withdrawn_at is null
  order by ${day} desc nulls last, c.id desc limit $1::int + 1)`;
const reportsAfter = `select * from (
  ${someReports(`(${day}, c.id) < ($2::date, $3::uuid)`)}
  union all ${someReports(`${day} is null`)}
  limit $1::int + 1) c order by day desc nulls last, id desc`;

const reports = async (first, after) => {
  const { id, key } = keysOf(after);
  const ids = (await rows(reportsAfter, [first, key, id])).map((row) => row.id);
  return page(await recordsOf('Report', ids), first);
};

const maxBuckets = 1000;
const claimStats = async ({ place }) => {
  const all = await rows(buckets, [keyOf(place.id[0])]);
  return {
    total: all.reduce((sum, { count }) => sum + count, 0),
    truncated: all.length > maxBuckets,
    buckets: all.slice(0, maxBuckets),
  };
};

/** The speakers of a claim, one chain per attribution. */
const attributionsOf = (speakers) => {
  const attributions = [];
  for (const speaker of speakers) {
    attributions[speaker.attribution] ??= { chain: [] };
    attributions[speaker.attribution].chain.push(speaker);
  }
  return attributions;
};

/** TypeORM returns an object of nulls for an embedded value that is null. */
const nullUnlessDated = (value) => (value?.edtf == null ? null : value);

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
      items.map((node) => ({ cursor: cursorOf(claimsTag, node.id, dayOf(node)), node })),
    pageInfo: ({ items, hasNextPage }) => ({
      hasNextPage,
      endCursor: items.length ? cursorOf(claimsTag, items.at(-1).id, dayOf(items.at(-1))) : null,
    }),
  },
  ReportConnection: {
    nodes: ({ items }) => items,
    pageInfo: ({ hasNextPage }) => ({ hasNextPage }),
  },
  Claim: {
    id: prefixed('clm_'),
    occurred: ({ occurred }) => nullUnlessDated(occurred),
    report: (claim, _args, { load }) => load.report.load(claim.reportId),
    attributions: async (claim, _args, { load }) =>
      attributionsOf(await load.speakers.load(claim.id)),
    places: (claim, _args, { load }) => load.places.load(claim.id),
    parties: (claim, _args, { load }) => load.parties.load(claim.id),
    quantities: (claim, _args, { load }) => load.quantities.load(claim.id),
    citations: (claim, _args, { load }) => load.citations.load(claim.id),
  },
  Report: {
    id: prefixed('rpt_'),
    published: ({ published }) => nullUnlessDated(published),
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
