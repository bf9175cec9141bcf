import { v7, validate } from 'uuid';
import { badInput, type Path } from './errors.ts';
import { type RecordName, recordNames, recordTypes } from './record-types.ts';

const recordPrefixes = Object.fromEntries(
  recordNames.map((name) => [name, recordTypes[name].prefix]),
) as { readonly [K in RecordName]: (typeof recordTypes)[K]['prefix'] };

/** The prefixes of ids. An id is the prefix of its type and a UUID (RFC 9562). */
export const prefixes = {
  ...recordPrefixes,
  ClaimLink: 'lnk_',
  Name: 'nam_',
  Quantity: 'qty_',
  FactionRelation: 'rel_',
  Affiliation: 'aff_',
  ImportConflict: 'cfl_',
  IdentityGrant: 'grt_',
  IdentityReading: 'rdg_',
} as const;

export type IdType = keyof typeof prefixes;

/** The types of objects that `node` returns. Grants and readings are for administrators. */
export const nodeTypes = (Object.keys(prefixes) as IdType[]).filter(
  (type) => !type.startsWith('Identity'),
);

const typesByPrefix = new Map(
  Object.entries(prefixes).map(([type, prefix]) => [prefix as string, type as IdType]),
);

/** The type in words: `claim link` for `ClaimLink`. */
export const nounOf = (type: IdType): string =>
  type.replace(/(?<=.)[A-Z]/g, (letter) => ` ${letter}`).toLowerCase();

const withArticle = (type: IdType): string =>
  `${/^[aeiou]/i.test(type) ? 'an' : 'a'} ${nounOf(type)}`;

/** A new key for the database. Keys sort by the time they were made. */
export const newKey = (): string => v7();

/** The id that the API shows for a database key. */
export const idOf = (type: IdType, key: string): string => prefixes[type] + key;

/**
 * The type that an id says it is of, and its database key.
 * @throws Refusal if it is not an id.
 */
export function parseId(id: string, path: Path): { type: IdType; key: string } {
  const type = typesByPrefix.get(id.slice(0, 4));
  const key = id.slice(4);
  if (!type || !validate(key)) {
    const example = `${prefixes.Claim}0190…`;
    throw badInput({
      path,
      message:
        `"${id.slice(0, 60)}" is not an id. ` +
        `An id is a type prefix and a UUID, such as ${example}.`,
    });
  }
  return { type, key: key.toLowerCase() };
}

/**
 * The type and the database key of an id that must be of one of the given types.
 * @throws Refusal that names the id’s own type if that is another.
 */
export function parseIdOf<T extends IdType>(
  id: string,
  wanted: readonly T[],
  path: Path,
): { type: T; key: string } {
  const { type, key } = parseId(id, path);
  const match = wanted.find((each) => each === type);
  if (!match) {
    const starts = wanted.map((each) => `${prefixes[each]}…`).join(' or ');
    throw badInput({
      path,
      message: `"${id}" is the id of ${withArticle(type)}. An id here starts with ${starts}.`,
    });
  }
  return { type: match, key };
}

/** The database key of an id that must be of one of the given types. @throws Refusal */
export const keyOf = (id: string, wanted: IdType | readonly IdType[], path: Path): string =>
  parseIdOf(id, typeof wanted === 'string' ? [wanted] : wanted, path).key;
