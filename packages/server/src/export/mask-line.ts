import { maskTitle } from './mask-claim.ts';
import type { MaskedSource, MaskedSources } from './masked-sources.ts';
import { hasName } from './name-finder.ts';

/** A line of the `jsonl` format, as JSON. */
export type Line = { type: string } & Record<string, unknown>;

/** What an export writes in place of a line. */
export interface MaskedLine {
  /** Undefined: nothing, because the line itself says who the source is. */
  line: Line | undefined;
  /** Whether something is withheld. If so, the line is marked `redacted`. */
  isRedacted: boolean;
}

/** Lists that imports wrote, from texts that may name a source. */
const importedLists = ['originals', 'matches', 'importIssues'] as const;

/** Withholds the identity of protected sources from a line. Other lines stay as they are. */
export function maskLine(line: Line, masked: MaskedSources): MaskedLine {
  const source = masked.byId.get(String(line.id));
  if (line.type === 'Source' && source) return redacted(redactSource(line, source));
  if (line.type === 'Affiliation' && isMasked([line.sourceId, line.toSourceId], masked))
    return { line: undefined, isRedacted: true };
  const changes = {
    ...maskImported(line, masked),
    ...maskSchemes(line, masked),
    ...(line.type === 'Report' &&
      masked.reportIds.has(String(line.id)) &&
      maskReport(line, masked)),
  };
  if (Object.keys(changes).length === 0) return { line, isRedacted: false };
  const { type, ...others } = line;
  const kept = Object.entries({ ...others, ...changes }).filter(([, value]) => value !== undefined);
  return redacted({ type, ...Object.fromEntries(kept) });
}

const redacted = ({ type, ...line }: Line): MaskedLine => ({
  line: { type, redacted: true, ...line },
  isRedacted: true,
});

/**
 * Everything that does not say who the source is. A source that is probably a protected one is
 * protected wherever the line is imported.
 */
const redactSource = (
  { type, id, kind, reliability, protection, withdrawn }: Line,
  { pseudonym, nameId }: MaskedSource,
): Line => ({
  type,
  id,
  kind,
  reliability,
  protection: protection === 'PUBLIC' ? 'PROTECTED' : protection,
  ...(withdrawn !== undefined && { withdrawn: { ...Object(withdrawn), rationale: 'Withheld.' } }),
  names: [{ id: nameId, text: pseudonym, kind: 'PRIMARY' }],
});

const isMasked = (ids: readonly unknown[], { byId }: MaskedSources): boolean =>
  ids.some((id) => byId.has(String(id)));

/**
 * The lists of a line that texts of a file went into, without items that name a protected source.
 * If the line refers to one, no item stays: the file may spell the name in another way.
 */
function maskImported(line: Line, masked: MaskedSources): Record<string, unknown> {
  const isOfMasked = refersToMasked(line, masked);
  const changes: Record<string, unknown> = {};
  for (const key of [...importedLists, 'externalIds']) {
    const items = line[key];
    if (!Array.isArray(items)) continue;
    const dropsAll = isOfMasked && key !== 'externalIds';
    // The system of an imported row's id contains the name of its data set.
    const textsOf = (item: Record<string, unknown>) => (key === 'externalIds' ? item.system : item);
    const kept = dropsAll ? [] : items.filter((item) => !hasName(masked.names, textsOf(item)));
    if (kept.length < items.length) changes[key] = kept.length > 0 ? kept : undefined;
  }
  return changes;
}

/** Imports write the name of a data set into the names of the places and factions they create. */
function maskSchemes(line: Line, { names }: MaskedSources): Record<string, unknown> {
  const present = itemsOf(line, 'names');
  const masked = present.map((name) =>
    typeof name.scheme === 'string' ? { ...name, scheme: names.replaceIn(name.scheme) } : name,
  );
  return masked.some(({ scheme }, i) => scheme !== present[i]?.scheme) ? { names: masked } : {};
}

/** Whether a claim has a protected speaker, or a report of one; or a report is by one. */
function refersToMasked(line: Line, masked: MaskedSources): boolean {
  const isReportOfMasked = (id: unknown) => masked.reportIds.has(String(id));
  if (line.type === 'Report') return isReportOfMasked(line.id);
  if (line.type !== 'Claim') return false;
  const speakers = itemsOf(line, 'attributions').flatMap((each) => itemsOf(each, 'chain'));
  return (
    isMasked(
      speakers.map(({ sourceId }) => sourceId),
      masked,
    ) ||
    [line, ...speakers, ...itemsOf(line, 'citations')].some(({ reportId }) =>
      isReportOfMasked(reportId),
    )
  );
}

const itemsOf = (object: Record<string, unknown>, key: string): Record<string, unknown>[] =>
  (object[key] ?? []) as Record<string, unknown>[];

/** The address and external ids of a report by a protected source would lead to the source. */
function maskReport(line: Line, masked: MaskedSources): Record<string, unknown> {
  const title = maskTitle(String(line.title), line.publisherId as string | undefined, masked);
  const changes = { title, url: undefined, archivedUrl: undefined, externalIds: undefined };
  return Object.fromEntries(Object.entries(changes).filter(([key, value]) => line[key] !== value));
}
