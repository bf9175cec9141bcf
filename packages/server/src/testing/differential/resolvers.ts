import type { GraphQLResolveInfo } from 'graphql';
import { Assessment } from '../../claims/assessment.entity.ts';
import { Attribution, Speaker } from '../../claims/attribution.entity.ts';
import { Citation } from '../../claims/citation.entity.ts';
import { Claim } from '../../claims/claim.entity.ts';
import { ClaimParty } from '../../claims/claim-party.entity.ts';
import { ClaimPlace } from '../../claims/claim-place.entity.ts';
import { ImportIssue } from '../../claims/import-issue.entity.ts';
import { Quantity } from '../../claims/quantity.entity.ts';
import { Faction } from '../../factions/faction.entity.ts';
import { FactionRelation } from '../../factions/faction-relation.entity.ts';
import { Revision } from '../../history/revision.entity.ts';
import { LocationAlsoIn } from '../../locations/area.entity.ts';
import { Location } from '../../locations/location.entity.ts';
import { ExternalId } from '../../records/external-id.entity.ts';
import { Name } from '../../records/name.entity.ts';
import { Report } from '../../reports/report.entity.ts';
import { ReportAuthor } from '../../reports/report-author.entity.ts';
import { Affiliation } from '../../sources/affiliation.entity.ts';
import { Rating } from '../../sources/rating.entity.ts';
import { Source } from '../../sources/source.entity.ts';
import { mayHoldOn } from './conditions.ts';
import { listName } from './cursors.ts';
import {
  affiliationClaims,
  comparator,
  linksOf,
  relationClaims,
  restsOnWithdrawn,
} from './derived.ts';
import type { Filters } from './filters.ts';
import type { Graph } from './graph.ts';
import { prefixes } from './ids.ts';
import { JsonText } from './json.ts';
import { padded, rfc3339, sorted } from './order.ts';
import { connection, readPage } from './pages.ts';
import type { Places } from './places.ts';
import { standing } from './record-filters.ts';

type Resolver = (source: any, args: any, info: GraphQLResolveInfo) => unknown;
export type Resolvers = Record<string, Record<string, Resolver>>;

export interface World {
  graph: Graph;
  places: Places;
  filters: Filters;
  /** What a write changed in a record. Only the database knows it, so it is read from there. */
  diff: (revision: Revision) => Promise<unknown[]>;
  /** What people corrected in a record. Only the database knows it, so it is read from there. */
  corrections: (id: string) => Promise<object[]>;
}

const moment = (text: string | null) => (text === null ? null : rfc3339(text));
const number = (text: string | null) => (text === null ? null : new JsonText(text));
const byPosition = <T extends { position: number }>(rows: readonly T[]) =>
  sorted(rows, (row) => row.position);
const byId = <T extends { id: string }>(rows: readonly T[]) => sorted(rows, (row) => row.id);
const newestFirst = <T extends { at: any; id: string }>(rows: readonly T[]) =>
  sorted(
    rows,
    (row) => padded(row.at),
    (row) => row.id,
  ).reverse();

/** A page of some rows. */
const paged =
  ({ filters }: World, rows: (source: any, args: any) => readonly object[]): Resolver =>
  (source, args, info) => {
    const nodeType = String(info.returnType).replace(/Connection!?$/, '');
    return connection(
      readPage(listName(info.parentType, info.fieldName), nodeType, args, filters, []),
      rows(source, args),
    );
  };

/** The fields of each type that are not just a property of its entity. */
export function resolvers(world: World): Resolvers {
  const { graph, places } = world;
  const id =
    (type: string): Resolver =>
    (row) =>
      `${prefixes[type]}${row.id}`;
  const withMoment = { at: ({ at }: { at: string }) => moment(at) };
  const record = (type: string, owner: keyof ExternalId & string): Record<string, Resolver> => ({
    id: id(type),
    createdAt: ({ createdAt }) => moment(createdAt),
    updatedAt: ({ updatedAt }) => moment(updatedAt),
    externalIds: (row) =>
      sorted(
        graph.by<ExternalId>(ExternalId, owner, row.id),
        ({ system }) => system,
        ({ value }) => value,
      ),
    corrections: (row) => world.corrections(row.id),
    history: paged(world, (row) => graph.by<Revision>(Revision, 'recordId', row.id)),
  });
  const names =
    (owner: keyof Name & string): Resolver =>
    (row) =>
      byPosition(graph.by<Name>(Name, owner, row.id));
  const claims = (which: (claim: Claim, row: any, args: any) => boolean): Resolver =>
    paged(world, (row, args) => graph.all(Claim).filter((claim) => which(claim, row, args)));
  const owned =
    (of: Function): Resolver =>
    (claim) =>
      byPosition(graph.by<any>(of, 'claimId', claim.id));
  return {
    Claim: {
      ...record('Claim', 'claimId'),
      passage: ({ passage, report }: Claim) =>
        passage?.quote == null
          ? null
          : { ...passage, bodyKind: passage.in === 'BODY' ? (report as Report).bodyKind : null },
      citations: owned(Citation),
      attributions: owned(Attribution),
      places: owned(ClaimPlace),
      parties: owned(ClaimParty),
      quantities: owned(Quantity),
      importIssues: owned(ImportIssue),
      assessments: (claim, { first }) =>
        newestFirst(graph.by<Assessment>(Assessment, 'claimId', claim.id)).slice(0, first),
      links: (claim, { first, kinds }) =>
        byId(linksOf(graph, claim.id))
          .filter(({ kind }) => kinds == null || kinds.includes(kind))
          .slice(0, first),
      restsOnWithdrawn: (claim) => restsOnWithdrawn.Claim(graph, claim.id),
    },
    Attribution: {
      chain: ({ claimId, position }: Attribution) =>
        byPosition(
          graph
            .by<Speaker>(Speaker, 'claimId', claimId)
            .filter(({ attribution }) => attribution === position),
        ),
    },
    Quantity: {
      id: id('Quantity'),
      comparator,
      partOf: ({ partOf }) => (partOf === null ? null : `${prefixes.Quantity}${partOf}`),
    },
    ClaimLink: { id: id('ClaimLink'), ...withMoment },
    Assessment: withMoment,
    Rating: withMoment,
    Withdrawal: withMoment,
    Resolution: withMoment,
    Correction: {
      ...withMoment,
      imported: ({ imported }) => number(imported),
      current: ({ current }) => number(current),
    },
    ImportConflict: {
      id: id('ImportConflict'),
      ...withMoment,
      record: ({ report, source, faction, location, claim }) =>
        report ?? source ?? faction ?? location ?? claim,
      value: ({ value }) => number(value),
      fileValue: ({ fileValue }) => number(fileValue),
    },
    Revision: { ...withMoment, diff: world.diff },
    Report: {
      ...record('Report', 'reportId'),
      retrievedAt: ({ retrievedAt }) => moment(retrievedAt),
      authors: (report) =>
        byPosition(graph.by<ReportAuthor>(ReportAuthor, 'reportId', report.id)).map(
          ({ author }) => author,
        ),
      restsOnWithdrawn: (report) => restsOnWithdrawn.Report(graph, report.id),
      claims: claims((claim, report) => claim.reportId === report.id),
    },
    Source: {
      ...record('Source', 'sourceId'),
      names: names('ofSourceId'),
      affiliations: (source, { first }) =>
        byId(standing(graph.by<Affiliation>(Affiliation, 'sourceId', source.id))).slice(0, first),
      ratings: (source, { first }) =>
        newestFirst(graph.by<Rating>(Rating, 'sourceId', source.id)).slice(0, first),
      claims: claims(({ id: claimId }, source, { asOrigin }) =>
        graph
          .by<Speaker>(Speaker, 'claimId', claimId)
          .some(
            ({ sourceId, position }) => sourceId === source.id && (!asOrigin || position === 0),
          ),
      ),
      reports: paged(world, (source) =>
        graph
          .all(Report)
          .filter(
            (report) =>
              report.publisherId === source.id ||
              graph
                .by<ReportAuthor>(ReportAuthor, 'reportId', report.id)
                .some(({ authorId }) => authorId === source.id),
          ),
      ),
    },
    Affiliation: {
      id: id('Affiliation'),
      to: ({ toFaction, toSource }: Affiliation) => toFaction ?? toSource,
      claims: (affiliation, { first }) =>
        byId(affiliationClaims(graph, affiliation.id)).slice(0, first),
      restsOnWithdrawn: (affiliation) => restsOnWithdrawn.Affiliation(graph, affiliation.id),
    },
    Faction: {
      ...record('Faction', 'factionId'),
      names: names('ofFactionId'),
      relations: (faction, { first, at, kinds }) =>
        byId(standing(graph.all(FactionRelation)))
          .filter(({ fromId, toId }) => fromId === faction.id || toId === faction.id)
          .filter(
            ({ kind, during }) =>
              (kinds == null || kinds.includes(kind)) && (at == null || mayHoldOn(at, during!)),
          )
          .slice(0, first),
      claims: claims(({ id: claimId }, faction) =>
        graph
          .by<ClaimParty>(ClaimParty, 'claimId', claimId)
          .some(({ factionId }) => factionId === faction.id),
      ),
    },
    FactionRelation: {
      id: id('FactionRelation'),
      claims: (relation, { first }) => byId(relationClaims(graph, relation.id)).slice(0, first),
      restsOnWithdrawn: (relation) => restsOnWithdrawn.FactionRelation(graph, relation.id),
    },
    Location: {
      ...record('Location', 'locationId'),
      names: names('ofLocationId'),
      label: (place) => places.label(place),
      alsoIn: (place) =>
        byPosition(graph.by<LocationAlsoIn>(LocationAlsoIn, 'locationId', place.id)).map(
          ({ area }) => area,
        ),
      overlaps: (place) => places.overlaps(place.id),
      ancestors: (place) => places.ancestors(place.id),
      restsOnWithdrawn: (place) => restsOnWithdrawn.Location(places, place.id),
      children: paged(world, (place) => graph.by<Location>(Location, 'parentId', place.id)),
      geometry: ({ geometry }) => number(geometry),
      claims: claims(({ id: claimId }, place, { scope }) =>
        places.claimIsAt(claimId, new Set([place.id]), scope),
      ),
    },
    ClaimBucket: {
      location: ({ locationId }) => locationId && graph.one(Location, locationId),
      faction: ({ factionId }) => factionId && graph.one(Faction, factionId),
      source: ({ sourceId }) => sourceId && graph.one(Source, sourceId),
    },
    Name: { id: id('Name') },
    Point: { lat: ({ lat }) => number(lat), lon: ({ lon }) => number(lon) },
  };
}
