import type {
  ClaimKind,
  Measure,
  Modality,
  PartyRole,
  PersonCategory,
} from '../../claims/claim.enums.ts';
import type { ReportKind } from '../../reports/report.enums.ts';
import type { SourceKind } from '../../sources/source.enums.ts';
import type { GeoPrecision } from '../../values/enums.ts';
import { cleanSpacing, normalizeForComparison } from '../../values/normalize.ts';
import type { Batch } from '../batch.ts';
import type { SourceKey } from '../batch-types.ts';
import type { FormatOptions } from '../format.ts';
import type { TableWrites } from '../land/table-writes.ts';
import type { RowIssue } from '../problem.ts';
import { childId } from '../stable-id.ts';
import {
  claimPartWrites,
  type StagedSpeaker,
  stageChains,
  stageClaimPlaces,
  stageIssues,
  stageParties,
} from './claim-parts.ts';
import { dateColumns, type OccurredColumns, type PublishedColumns } from './dates.ts';
import { type StagedFaction, stageFaction } from './faction.ts';
import { type PlacePath, stagePlacePaths } from './place-path.ts';
import { stageSource } from './source.ts';

/** A faction that a row names. */
export interface RowParty extends StagedFaction {
  role: PartyRole;
  /** Members of one coalition share a number. */
  group: number | null;
}

export interface RowFigure {
  measure: Measure;
  min: number | null;
  best: number | null;
  max: number | null;
  category: PersonCategory | null;
}

/** The report that a claim was read in. */
export interface RowReport {
  key: Pick<SourceKey, 'system' | 'value'>;
  kind: ReportKind;
  title: string;
  url?: string | null;
  publisher: RowSource | null;
  published?: PublishedColumns | null;
}

export interface RowSource extends Pick<StagedSpeaker, 'capacity' | 'verb'> {
  name: string;
  kind: SourceKind;
}

/**
 * One row of a table of events, which is one claim. Formats like ACLED and a desk's own table only
 * translate their columns into this. Texts are already cut to what the ledger takes.
 */
export interface ClaimRow {
  key: SourceKey;
  statement: string;
  language: string;
  kind: ClaimKind;
  modality: Modality;
  report: RowReport;
  occurred: OccurredColumns | null;
  place: (PlacePath & { geoPrecision: GeoPrecision | null }) | null;
  parties: readonly RowParty[];
  figures: readonly RowFigure[];
  /** Each from the first speaker to the last. */
  chains: readonly (readonly RowSource[])[];
  externalIds: readonly { system: string; value: string }[];
  issues: readonly RowIssue[];
  /** Changes when the format reads rows in another way, so that a re-import reads them again. */
  reading?: string;
}

/** Where the external ids of a claim begin among its dependent objects, see `childId`. */
const firstExternalId = 1_000;

/**
 * Stages a row.
 *
 * @param scheme Names the data set: its names have this scheme, and its places and factions have
 * keys of their own.
 * @param idColumn The column with the id of the row.
 * @throws RowRefused if an earlier row of the file has the same id.
 */
export function stageClaimRow(
  batch: Batch,
  scheme: string,
  row: ClaimRow,
  idColumn: string,
  options: FormatOptions,
): void {
  const { id } = batch.record('claim', row.key);
  batch.noteSubject(id, idColumn, row.key.value);
  batch.storeOriginalRow('claim', id, row.reading);
  const { statement, language, kind, modality, place } = row;
  batch.put('claim', {
    id,
    statement,
    language,
    kind,
    modality,
    status: 'UNVERIFIED',
    credibility: 'SIX',
    aggregate: false,
    report_id: stageReport(batch, row.report, options),
    ...row.occurred,
  });
  stageChains(
    batch,
    id,
    row.chains.map((chain) =>
      chain.map(({ name, kind, capacity, verb }) => ({
        sourceId: stageSource(batch, name, kind, options),
        capacity,
        verb,
      })),
    ),
  );
  for (const [position, { category, ...figure }] of row.figures.entries())
    batch.put('quantity', {
      id: childId(id, position),
      claim_id: id,
      position,
      ...figure,
      approximate: false,
      of_category: category,
    });
  stageParties(
    batch,
    id,
    row.parties.map(({ role, group, ...faction }) => {
      const name = cleanSpacing(faction.name);
      const key = {
        system: `${normalizeForComparison(scheme)}-actor-name`,
        value: normalizeForComparison(name),
      };
      const factionId = stageFaction(batch, scheme, key, { ...faction, name });
      return { factionId, role, group, asWritten: name };
    }),
  );
  if (place)
    stageClaimPlaces(batch, id, stagePlacePaths(batch, scheme, place), {
      geoPrecision: place.geoPrecision,
      asWritten: place.name,
      point: place.point,
    });
  for (const [i, external] of row.externalIds.entries())
    batch.put('external_id', { id: childId(id, firstExternalId + i), claim_id: id, ...external });
  stageIssues(batch, id, row.issues);
}

function stageReport(batch: Batch, report: RowReport, options: FormatOptions): string {
  const { id, isNew } = batch.record('report', report.key);
  if (!isNew) return id;
  const { kind, title, url, publisher, published } = report;
  const publisher_id = publisher && stageSource(batch, publisher.name, publisher.kind, options);
  batch.put('report', { id, kind, title, url, publisher_id, ...published });
  return id;
}

/** What {@link stageClaimRow} writes. */
export const claimRowWrites: TableWrites = {
  ...claimPartWrites,
  report: {
    columns: [
      'id',
      'kind',
      'title',
      'url',
      'publisher_id',
      ...dateColumns('published'),
      'published_as_written',
    ],
    existing: 'keep',
    // The rest is the key of a report, or its publisher is. Its kind is a choice of the mapping.
    revised: ['kind'],
  },
  claim: {
    columns: [
      'id',
      'statement',
      'language',
      'kind',
      'modality',
      'report_id',
      'aggregate',
      'status',
      'credibility',
      ...dateColumns('occurred'),
      'occurred_as_written',
      'occurred_extent',
    ],
    existing: 'update',
  },
  external_id: {
    columns: [
      'id',
      'system',
      'value',
      'report_id',
      'source_id',
      'faction_id',
      'location_id',
      'claim_id',
    ],
    existing: 'add',
  },
  quantity: {
    columns: [
      'id',
      'claim_id',
      'position',
      'measure',
      'min',
      'best',
      'max',
      'approximate',
      'of_category',
    ],
    existing: 'replace',
  },
};
