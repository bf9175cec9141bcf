import type {
  ClaimKind,
  Measure,
  Modality,
  PartyRole,
  PersonCategory,
} from '../../claims/claim.enums.ts';
import type { FactionKind } from '../../factions/faction.enums.ts';
import type { ReportKind } from '../../reports/report.enums.ts';
import type { SourceKind } from '../../sources/source.enums.ts';
import type { GeoPrecision } from '../../values/enums.ts';
import type { Batch, SourceKey } from '../batch.ts';
import type { FormatOptions } from '../format.ts';
import type { Writes } from '../land/writes.ts';
import { cleanSpacing, normalizeForComparison } from '../normalize.ts';
import { childId } from '../stable-id.ts';
import type { Issue } from '../ucdp/values.ts';
import type { Dated, Period } from './dated.ts';
import { type PlacePath, stagePlacePath } from './place-path.ts';
import { nameColumns, sourceWrites, stageSource } from './source.ts';

/** A faction that a row names. */
export interface RowParty {
  name: string;
  kind: FactionKind;
  collective: boolean;
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

/** A report that a claim was read in. */
export interface RowReport {
  key: Pick<SourceKey, 'system' | 'value'>;
  kind: ReportKind;
  title: string;
  url?: string | null;
  publisher: RowSource | null;
  published?: Dated | null;
}

export interface RowSource {
  name: string;
  kind: SourceKind;
}

/** One row of a table of events, read: one claim. Texts are cut to what the ledger takes by whoever reads the row. */
export interface ClaimRow {
  key: SourceKey;
  statement: string;
  language: string;
  kind: ClaimKind;
  modality: Modality;
  report: RowReport;
  occurred: Period | null;
  place: (PlacePath & { geoPrecision: GeoPrecision | null }) | null;
  parties: readonly RowParty[];
  figures: readonly RowFigure[];
  /** Each from the first speaker to the last. */
  chains: readonly (readonly RowSource[])[];
  externalIds: readonly { system: string; value: string }[];
  issues: readonly Issue[];
}

/** Stages a row. `scheme` names the data set: names are by it, and keys of places and factions are its own. @returns whether the claim is new in this batch. */
export function stageClaimRow(
  batch: Batch,
  scheme: string,
  row: ClaimRow,
  options: FormatOptions,
): boolean {
  const { id, isNew } = batch.record('claim', row.key);
  if (!isNew) return false;
  batch.keepRow('claim', id);
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
  for (const [attribution, chain] of row.chains.entries()) {
    batch.put('attribution', { claim_id: id, position: attribution });
    for (const [position, source] of chain.entries()) {
      const source_id = stageSource(batch, source.name, source.kind, options);
      batch.put('speaker', {
        claim_id: id,
        attribution,
        position,
        source_id,
        capacity: position > 0 ? 'RELAY' : 'UNSTATED',
      });
    }
  }
  for (const [position, { measure, min, best, max, category }] of row.figures.entries()) {
    const figure = { measure, min, best, max, approximate: false, of_category: category };
    batch.put('quantity', { id: childId(id, position), claim_id: id, position, ...figure });
  }
  for (const [position, party] of row.parties.entries()) {
    const faction_id = stageFaction(batch, scheme, party);
    const as_written = cleanSpacing(party.name);
    batch.put('claim_party', {
      claim_id: id,
      position,
      faction_id,
      role: party.role,
      group: party.group,
      basis: 'STATED',
      as_written,
    });
  }
  if (place) {
    const at = {
      geo_precision: place.geoPrecision,
      basis: 'STATED',
      as_written: place.name,
      point_lat: place.point?.lat,
      point_lon: place.point?.lon,
    };
    batch.put('claim_place', {
      claim_id: id,
      position: 0,
      location_id: stagePlacePath(batch, scheme, place),
      role: 'AT',
      ...at,
    });
  }
  for (const [i, external] of row.externalIds.entries())
    batch.put('external_id', { id: childId(id, 1_000 + i), claim_id: id, ...external });
  for (const [position, issue] of row.issues.entries()) {
    batch.problem(issue);
    batch.put('import_issue', { claim_id: id, position, ...issue, value: issue.value || null });
  }
  return true;
}

function stageReport(batch: Batch, report: RowReport, options: FormatOptions): string {
  const { id, isNew } = batch.record('report', report.key);
  if (!isNew) return id;
  const publisher_id =
    report.publisher && stageSource(batch, report.publisher.name, report.publisher.kind, options);
  batch.put('report', {
    id,
    kind: report.kind,
    title: report.title,
    url: report.url,
    publisher_id,
    ...report.published,
  });
  return id;
}

function stageFaction(batch: Batch, scheme: string, { name, kind, collective }: RowParty): string {
  const shown = cleanSpacing(name);
  const { id, isNew } = batch.record('faction', {
    system: `${normalizeForComparison(scheme)}-actor-name`,
    value: normalizeForComparison(name),
    match: { name: shown },
  });
  if (!isNew) return id;
  batch.put('faction', { id, kind, name: shown, collective });
  batch.put('name', {
    id: childId(id, 0),
    text: shown,
    kind: 'PRIMARY',
    scheme,
    position: 0,
    faction_id: id,
  });
  return id;
}

const dates = (prefix: string) =>
  [
    'edtf',
    'earliest',
    'latest',
    'precision',
    'approximate',
    'uncertain',
    'basis',
    'as_written',
  ].map((each) => `${prefix}_${each}`);

/** What `stageClaimRow` writes. */
export const claimRowWrites: Writes = {
  ...sourceWrites,
  location: {
    columns: ['id', 'kind', 'name', 'parent_id', 'point_lat', 'point_lon'],
    existing: 'keep',
  },
  faction: { columns: ['id', 'kind', 'name', 'collective'], existing: 'keep' },
  report: {
    columns: ['id', 'kind', 'title', 'url', 'publisher_id', ...dates('published')],
    existing: 'keep',
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
      ...dates('occurred'),
      'occurred_extent',
    ],
    existing: 'update',
  },
  name: { columns: nameColumns, existing: 'keep' },
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
  attribution: { columns: ['claim_id', 'position'], existing: 'replace' },
  speaker: {
    columns: ['claim_id', 'attribution', 'position', 'source_id', 'capacity'],
    existing: 'replace',
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
  claim_place: {
    columns: [
      'claim_id',
      'position',
      'location_id',
      'role',
      'geo_precision',
      'basis',
      'as_written',
      'point_lat',
      'point_lon',
    ],
    existing: 'replace',
  },
  claim_party: {
    columns: ['claim_id', 'position', 'faction_id', 'role', 'group', 'basis', 'as_written'],
    existing: 'replace',
  },
  import_issue: {
    columns: ['claim_id', 'position', 'kind', 'column', 'value', 'reason'],
    existing: 'replace',
  },
};
