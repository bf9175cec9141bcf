import type { Capacity, PartyRole } from '../../claims/claim.enums.ts';
import { cutText } from '../../values/cut-text.ts';
import type { GeoPrecision } from '../../values/enums.ts';
import type { Point } from '../../values/point.ts';
import type { Batch } from '../batch.ts';
import type { TableWrites } from '../land/table-writes.ts';
import type { RowIssue } from '../problem.ts';
import { excerpt } from '../read/cells.ts';
import { nameColumns } from './names.ts';

/** What the ledger takes of an issue. A header may be longer, and a reason may quote a cell. */
const maxColumnLength = 200;
const maxReasonLength = 500;

/** A speaker of a chain. */
export interface StagedSpeaker {
  sourceId: string;
  /** Left out: the row does not state that of the first speaker, and the others relay. */
  capacity?: Capacity | undefined;
  /** How it put the claim, such as "coded". */
  verb?: string | undefined;
}

/** A data set does not relay claims: it read reports and coded the claim itself. */
export const coder = { capacity: 'ANALYST', verb: 'coded' } as const;

/**
 * Stages the attributions of a claim. The first speaker of each chain is the origin, the last is
 * the one that we read.
 */
export function stageChains(
  batch: Batch,
  claimId: string,
  chains: readonly (readonly StagedSpeaker[])[],
): void {
  for (const [attribution, chain] of chains.entries()) {
    batch.put('attribution', { claim_id: claimId, position: attribution });
    for (const [position, { sourceId, capacity, verb }] of chain.entries())
      batch.put('speaker', {
        claim_id: claimId,
        attribution,
        position,
        source_id: sourceId,
        capacity: capacity ?? (position > 0 ? 'RELAY' : 'UNSTATED'),
        verb,
      });
  }
}

export interface StagedParty {
  factionId: string;
  role: PartyRole;
  /** Members of one coalition share a number. */
  group: number | null;
  asWritten: string;
}

export function stageParties(batch: Batch, claimId: string, parties: readonly StagedParty[]): void {
  for (const [position, { factionId, role, group, asWritten }] of parties.entries())
    batch.put('claim_party', {
      claim_id: claimId,
      position,
      faction_id: factionId,
      role,
      group,
      basis: 'STATED',
      as_written: asWritten,
    });
}

export interface StagedClaimPlace {
  geoPrecision: GeoPrecision | null;
  asWritten: string | null;
  point: Point | null;
}

/** Stages the places where a claim says that something happened. */
export function stageClaimPlaces(
  batch: Batch,
  claimId: string,
  locationIds: readonly string[],
  { geoPrecision, asWritten, point }: StagedClaimPlace,
): void {
  for (const [position, locationId] of [...new Set(locationIds)].entries())
    batch.put('claim_place', {
      claim_id: claimId,
      position,
      location_id: locationId,
      role: 'AT',
      geo_precision: geoPrecision,
      basis: 'STATED',
      as_written: asWritten,
      point_lat: point?.lat,
      point_lon: point?.lon,
    });
}

/** Reports what is wrong with a row, and stages it with its claim. */
export function stageIssues(batch: Batch, claimId: string, issues: readonly RowIssue[]): void {
  const all = joinMarks(issues, batch.takeReaderIssues());
  for (const [position, issue] of all.entries()) {
    batch.addProblem(issue);
    batch.put('import_issue', {
      claim_id: claimId,
      position,
      kind: issue.kind,
      column: issue.column && cutText(issue.column, maxColumnLength),
      value: excerpt(issue.value ?? ''),
      reason: cutText(issue.reason, maxReasonLength),
    });
  }
}

/**
 * A cell with a mark for nothing has one issue. If the format has one for it, that says what was
 * taken instead, and gets the mark as its value.
 */
function joinMarks(issues: readonly RowIssue[], readerIssues: readonly RowIssue[]): RowIssue[] {
  const isMark = ({ kind }: RowIssue) => kind === 'NO_VALUE';
  const marks = new Map(readerIssues.filter(isMark).map((issue) => [issue.column, issue.value]));
  const columns = new Set(issues.map(({ column }) => column));
  return [
    ...issues.map((issue) => ({
      ...issue,
      value: issue.value || (marks.get(issue.column) ?? null),
    })),
    ...readerIssues.filter((issue) => !isMark(issue) || !columns.has(issue.column)),
  ];
}

/** What the functions of `stage/` write for claims of every format. */
export const claimPartWrites = {
  source: { columns: ['id', 'kind', 'name', 'reliability', 'protection'], existing: 'keep' },
  location: {
    columns: ['id', 'kind', 'name', 'parent_id', 'point_lat', 'point_lon'],
    existing: 'keep',
  },
  faction: { columns: ['id', 'kind', 'name', 'collective'], existing: 'keep' },
  name: { columns: nameColumns, existing: 'keep' },
  attribution: { columns: ['claim_id', 'position'], existing: 'replace' },
  speaker: {
    columns: ['claim_id', 'attribution', 'position', 'source_id', 'capacity', 'verb'],
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
} as const satisfies TableWrites;
