import {
  AffiliateSource,
  type ClaimId,
  CreateFaction,
  CreateSource,
  type FactionId,
  type SourceId,
} from '@claimgraph/sdk/operations';
import type { Execute } from '../judge/use-action.ts';
import type { Draft, DraftAffiliation, DraftFigure } from './draft.ts';
import { newFactionInput, newSourceInput } from './ref-input.ts';
import type { NewRef } from './refs.ts';

interface Recorded<Id> {
  readonly id: Id;
}

/** What was recorded of a draft, in its order. */
interface RecordedReport {
  readonly report: {
    readonly publisher: Recorded<SourceId> | null;
    readonly authors: readonly Recorded<SourceId>[];
  };
  readonly claims: readonly RecordedClaim[];
}

interface RecordedClaim {
  readonly id: ClaimId;
  readonly attributions: readonly {
    readonly chain: readonly { readonly source: Recorded<SourceId> }[];
  }[];
  readonly parties: readonly { readonly faction: Recorded<FactionId> }[];
  readonly quantities: readonly {
    readonly id: string;
    readonly partOf: string | null;
    readonly of: { readonly faction: Recorded<FactionId> | null } | null;
  }[];
}

/** An affiliation that a recorded claim asserts, with ids where its report has created records. */
export interface PendingAffiliation {
  readonly claimId: ClaimId;
  /** Its position among those of its claim. */
  readonly index: number;
  readonly affiliation: DraftAffiliation;
}

/** The affiliations of a draft whose report is recorded now. Every one cites its claim. */
export function affiliationsOf(draft: Draft, recorded: RecordedReport): PendingAffiliation[] {
  const ids = idsOfNew(draft, recorded);
  return draft.claims.flatMap(({ affiliations }, i) => {
    const claim = recorded.claims[i];
    if (!claim) return [];
    return affiliations.map((affiliation, index) => ({
      claimId: claim.id,
      index,
      affiliation: withIds(affiliation, ids),
    }));
  });
}

/** An affiliation with the ids of new records that are recorded meanwhile. */
export function withIds({ source, to, role }: DraftAffiliation, ids: Ids): DraftAffiliation {
  const resolve = (ref: { label: string } | undefined) => {
    const id = ids.get(JSON.stringify(ref));
    return id && ref ? { ...ref, id } : ref;
  };
  // The ids have the types of their references, by which they were found.
  return { source: resolve(source), to: resolve(to), role } as DraftAffiliation;
}

/** The ids of records that were new, by what was typed of them. */
export type Ids = Map<string, string>;

/** The ids of the sources and factions that a draft has created. */
function idsOfNew(draft: Draft, { report, claims }: RecordedReport): Ids {
  const ids: Ids = new Map();
  const note = (ref: object | undefined, recorded: Recorded<string> | null | undefined) => {
    if (ref && recorded) ids.set(JSON.stringify(ref), recorded.id);
  };
  note(draft.publisher, report.publisher);
  if (report.authors.length === draft.authors.length)
    draft.authors.forEach((author, i) => {
      note(author, report.authors[i]);
    });
  draft.claims.forEach((claim, i) => {
    const { attributions = [], parties = [], quantities = [] } = claims[i] ?? {};
    claim.chains.forEach((chain, j) => {
      chain.forEach(({ source }, k) => {
        note(source, attributions[j]?.chain[k]?.source);
      });
    });
    claim.parties.forEach(({ faction }, j) => {
      note(faction, parties[j]?.faction);
    });
    const noteFigures = (figures: readonly DraftFigure[], whole: string | null) => {
      const same = quantities.filter(({ partOf }) => partOf === whole);
      figures.forEach(({ faction, parts = [] }, j) => {
        note(faction, same[j]?.of?.faction);
        if (same[j]) noteFigures(parts, same[j].id);
      });
    };
    noteFigures(claim.figures, null);
  });
  return ids;
}

/** Records an affiliation, and before it what it creates, whose ids it notes. */
export async function affiliate(
  execute: Execute,
  { claimId, affiliation: { source, to, role } }: Omit<PendingAffiliation, 'index'>,
  ids: Ids = new Map(),
): Promise<void> {
  if (!source || !to) return;
  const sourceId = 'id' in source ? source.id : await createSource(execute, source);
  ids.set(JSON.stringify(source), sourceId);
  const toId = 'id' in to ? to.id : await createFaction(execute, to);
  ids.set(JSON.stringify(to), toId);
  const input = { sourceId, toId, claimIds: [claimId], ...(role.trim() && { role: role.trim() }) };
  await execute(AffiliateSource, { input });
}

async function createSource(execute: Execute, ref: NewRef<SourceKindOf>): Promise<SourceId> {
  const { createSource: created } = await execute(CreateSource, { input: newSourceInput(ref) });
  return created.source.id;
}

async function createFaction(execute: Execute, ref: NewRef<FactionKindOf>): Promise<FactionId> {
  const { createFaction: created } = await execute(CreateFaction, { input: newFactionInput(ref) });
  return created.faction.id;
}

type SourceKindOf = Parameters<typeof newSourceInput>[0]['kind'];
type FactionKindOf = Parameters<typeof newFactionInput>[0]['kind'];
