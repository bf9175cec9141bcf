import { v7, validate } from 'uuid';
import { badInput, type Path } from './errors.ts';

/** What an id says about itself: a UUIDv7 (RFC 9562) behind the prefix of its type. */
export const prefixes = {
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
} as const;

export type IdType = keyof typeof prefixes;

/** The five record types, which have a table, a version and a history, and can be withdrawn. */
export type RecordName = 'Report' | 'Source' | 'Faction' | 'Location' | 'Claim';

const types = new Map(
  Object.entries(prefixes).map(([type, prefix]) => [prefix as string, type as IdType]),
);
const spoken = (type: IdType) =>
  type.replace(/(?<=.)[A-Z]/g, (letter) => ` ${letter}`).toLowerCase();

/** A new key for the database. Ids sort by the time they were made. */
export const newKey = (): string => v7();

/** The id that the API shows for a database key. */
export const idOf = (type: IdType, key: string): string => prefixes[type] + key;

/** The type that an id claims to be of, and its database key. @throws Refusal when it is no id at all. */
export function parseId(id: string, path: Path): { type: IdType; key: string } {
  const type = types.get(id.slice(0, 4));
  const key = id.slice(4);
  if (!type || !validate(key)) {
    throw badInput({
      path,
      message: `"${id.slice(0, 60)}" is not an id. An id is a type prefix and a UUID, such as ${prefixes.Claim}0190….`,
    });
  }
  return { type, key: key.toLowerCase() };
}

/** The database key behind an id of one of the given types. @throws Refusal when it is another type's: "that is a report's id". */
export function keyOf(id: string, wanted: IdType | readonly IdType[], path: Path): string {
  const { type, key } = parseId(id, path);
  const allowed = typeof wanted === 'string' ? [wanted] : wanted;
  if (!allowed.includes(type)) {
    const wish = allowed.map((each) => `${prefixes[each]}…`).join(' or ');
    throw badInput({
      path,
      message: `"${id}" is a ${spoken(type)}'s id; an id here starts with ${wish}`,
    });
  }
  return key;
}
