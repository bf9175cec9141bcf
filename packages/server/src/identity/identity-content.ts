/** A row of a table, by the names of its columns. */
export type StoredRow = Readonly<Record<string, unknown>>;

/** An affiliation that a protected source had, or that another source had with it. */
export interface SealedAffiliation {
  /** The columns of its row, without the key of the protected source. */
  row: StoredRow;
  claimIds: readonly string[];
}

/** The key of the other source in a sealed affiliation. Empty: it is with a faction. */
export const otherSourceIn = ({ source_id, to_source_id }: StoredRow): string =>
  String(source_id ?? to_source_id ?? '');

/** Who a protected source is: what is sealed. */
export interface IdentityContent {
  /** Rows of its names, in their order. */
  names: readonly StoredRow[];
  /** Names that it had. A text may still have them. */
  formerNames: readonly string[];
  role: string | null;
  formerRoles: readonly string[];
  basedInId: string | null;
  externalIds: readonly { system: string; value: string }[];
  /** What it belongs to, and what belongs to it. */
  affiliations: readonly SealedAffiliation[];
  notes: string | null;
  /** The keys that it had while it was public. */
  formerKeys: readonly string[];
  /** The keys by which imports found it: rows of `import_match`. */
  matches: readonly StoredRow[];
  /** Such rows of other records whose keys contain its name, as those of its reports do. */
  hiddenKeys: readonly StoredRow[];
  /** Rows of `import_row` and `import_conflict` that are about it. */
  importRows: readonly StoredRow[];
  conflicts: readonly StoredRow[];
  /** Rows of `outlet_alias` that have one of its names. */
  outlets: readonly StoredRow[];
  /** Whether the source is public again. What no table has a place for is still sealed. */
  isLowered: boolean;
}

export const noContent: IdentityContent = {
  names: [],
  formerNames: [],
  role: null,
  formerRoles: [],
  basedInId: null,
  externalIds: [],
  affiliations: [],
  notes: null,
  formerKeys: [],
  matches: [],
  hiddenKeys: [],
  importRows: [],
  conflicts: [],
  outlets: [],
  isLowered: false,
};

/** What stays sealed when a source is public again: no table has a place for it. */
export const keptContent = ({
  formerNames,
  formerRoles,
  formerKeys,
  notes,
}: IdentityContent): IdentityContent => ({
  ...noContent,
  formerNames,
  formerRoles,
  formerKeys,
  notes,
  isLowered: true,
});

/** What is sealed of a source that is protected again, with what stayed sealed of it. */
export const withKept = (content: IdentityContent, kept: IdentityContent): IdentityContent => ({
  ...content,
  formerNames: [...new Set([...kept.formerNames, ...content.formerNames])],
  formerRoles: [...new Set([...kept.formerRoles, ...content.formerRoles])],
  formerKeys: [...new Set([...kept.formerKeys, ...content.formerKeys])],
  notes: kept.notes,
  importRows: [...content.importRows, ...kept.importRows],
  conflicts: [...content.conflicts, ...kept.conflicts],
});

/** The key of a data set under which imports know a source by its name. */
export const sourceNameSystem = 'source-name';

/** All names under which a text or a file may mention the source. */
export const allNames = ({ names, formerNames, matches }: IdentityContent): string[] => [
  ...new Set([
    ...names.map(({ text }) => String(text)),
    ...formerNames,
    ...matches.flatMap(({ system, value }) => (system === sourceNameSystem ? [String(value)] : [])),
  ]),
];
