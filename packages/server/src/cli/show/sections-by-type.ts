import type { RecordName } from '../../values/record-types.ts';
import { claimSections } from './claim-sections.ts';
import { dateWords } from './date-words.ts';
import {
  citedClaims,
  claimSection,
  nameSection,
  recordSections,
  warningSections,
} from './record-sections.ts';
import { details, type Section } from './sections.ts';
import type {
  ShownClaim,
  ShownFaction,
  ShownLocation,
  ShownReport,
  ShownSource,
} from './shown-record.ts';
import { momentOf, pointWords, reportWords, wordsOf } from './words.ts';

const nameAndId = (record: { id: string; name: string } | null): string | null =>
  record && `${record.name} ${record.id}`;
const labelAndId = (place: { id: string; label: string } | null): string | null =>
  place && `${place.label} ${place.id}`;

const reportSections = (report: ShownReport): Section[] => [
  { label: 'Report', items: [report.title] },
  ...warningSections(report),
  { label: 'Kind', items: [wordsOf(report.kind) + details(report.language)] },
  { label: 'Publisher', items: [nameAndId(report.publisher) ?? 'not recorded'] },
  { label: 'Authors', items: report.authors.map(nameAndId) },
  { label: 'Published', items: [report.published ? dateWords(report.published) : 'not dated'] },
  { label: 'Address', items: [report.url, report.archivedUrl] },
  { label: 'Retrieved', items: [report.retrievedAt && momentOf(report.retrievedAt)] },
  { label: 'Dateline', items: [labelAndId(report.dateline)] },
  {
    label: 'Reprint of',
    items: [report.reprintOf && `${report.reprintOf.title} ${report.reprintOf.id}`],
  },
  { label: 'Summary', items: [report.summary] },
  {
    label: 'Body',
    items: [
      report.body &&
        `${wordsOf(report.bodyKind ?? '')}, ${report.wordCount ?? 0} words: ${report.body}`,
    ],
  },
  claimSection(report.claims),
  ...recordSections(report),
];

const sourceSections = (source: ShownSource): Section[] => [
  { label: 'Source', items: [source.name + details(source.role)] },
  ...warningSections(source),
  { label: 'Kind', items: [wordsOf(source.kind)] },
  { label: 'Protection', items: [wordsOf(source.protection)] },
  nameSection(source.names),
  {
    label: 'Reliability',
    items: [
      source.reliability + (source.reliability === 'F' ? ' (nobody has judged it)' : ''),
      ...source.ratings.map(
        ({ at, by, reliability, rationale }) =>
          `${momentOf(at)} by ${by}: ${reliability}. ${rationale}`,
      ),
    ],
  },
  { label: 'Based in', items: [labelAndId(source.basedIn)] },
  {
    label: 'Belongs to',
    items: source.affiliations.map(
      ({ role, during, to, claims }) =>
        `${nameAndId(to)}${details(role, during && dateWords(during))}, by ${citedClaims(claims)}`,
    ),
  },
  {
    label: 'Reports',
    items: source.reports.nodes.map(reportWords),
    total: source.reports.totalCount,
  },
  claimSection(source.claims),
  ...recordSections(source),
];

const factionSections = (faction: ShownFaction): Section[] => [
  { label: 'Faction', items: [faction.name] },
  ...warningSections(faction),
  {
    label: 'Kind',
    items: [wordsOf(faction.kind) + details(faction.collective && 'known only as a group')],
  },
  nameSection(faction.names),
  {
    label: 'Relations',
    items: faction.relations.map(
      ({ kind, during, from, to, claims }) =>
        `${from.name} ${wordsOf(kind)} ${to.name}${details(during && dateWords(during))}, ` +
        `by ${citedClaims(claims)} ${(from.id === faction.id ? to : from).id}`,
    ),
  },
  claimSection(faction.claims),
  ...recordSections(faction),
];

const locationSections = (location: ShownLocation): Section[] => [
  { label: 'Place', items: [location.label] },
  ...warningSections(location),
  { label: 'Kind', items: [wordsOf(location.kind)] },
  nameSection(location.names),
  {
    label: 'Point',
    items: [
      location.point &&
        pointWords(location.point) +
          details(location.geoPrecision && `precision ${wordsOf(location.geoPrecision)}`),
    ],
  },
  { label: 'In', items: location.ancestors.map(labelAndId) },
  { label: 'Also in', items: location.alsoIn.map(labelAndId) },
  { label: 'Overlaps', items: location.overlaps.map(labelAndId) },
  {
    label: 'Contains',
    items: location.children.nodes.map(labelAndId),
    total: location.children.totalCount,
  },
  claimSection(location.claims),
  ...recordSections(location),
];

/** The sections of a record of a type, as its query in `showQueries` returns it. */
export function sectionsOf(type: RecordName, record: unknown): Section[] {
  switch (type) {
    case 'Claim':
      return claimSections(record as ShownClaim);
    case 'Report':
      return reportSections(record as ShownReport);
    case 'Source':
      return sourceSections(record as ShownSource);
    case 'Faction':
      return factionSections(record as ShownFaction);
    case 'Location':
      return locationSections(record as ShownLocation);
  }
}
