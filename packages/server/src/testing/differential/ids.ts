import { badInput, type Path } from './refusals.ts';

/** The id prefixes of the record types and of the objects that belong to them. */
export const prefixes: Readonly<Record<string, string>> = {
  Report: 'rpt_',
  Source: 'src_',
  Faction: 'fac_',
  Location: 'loc_',
  Claim: 'clm_',
  ClaimLink: 'lnk_',
  Name: 'nam_',
  Quantity: 'qty_',
  FactionRelation: 'rel_',
  Affiliation: 'aff_',
  ImportConflict: 'cfl_',
};

/** A UUID of any version of RFC 9562, or the nil or max UUID. */
const uuid = new RegExp(
  [
    '^([0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}',
    '0{8}-0{4}-0{4}-0{4}-0{12}',
    'f{8}-f{4}-f{4}-f{4}-f{12})$',
  ].join('|'),
  'i',
);

export const isUuid = (text: string): boolean => uuid.test(text);

/** Type and key of an id, of one of some types. @throws a refusal with the path. */
export function readId(
  id: string,
  path: Path,
  types: readonly string[] = Object.keys(prefixes),
): { type: string; key: string } {
  const type = Object.keys(prefixes).find((each) => id.startsWith(prefixes[each]!));
  if (!type || !isUuid(id.slice(4)) || !types.includes(type)) throw badInput(path);
  return { type, key: id.slice(4).toLowerCase() };
}

/** The keys of a list of ids. @throws a refusal with the path of the first id of another type. */
export const readIds = (
  ids: readonly string[],
  path: Path,
  ...types: string[]
): ReadonlySet<string> => new Set(ids.map((id, i) => readId(id, [...path, i], types).key));
