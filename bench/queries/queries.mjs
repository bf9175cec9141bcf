import { readFileSync } from 'node:fs';
import { placeOf } from '../cursors.mjs';

const read = (file) => readFileSync(new URL(file, import.meta.url), 'utf8');

const keyOf = (id) => id.slice(4);

/** PostGraphile's variables from the product's: ids without their prefix, filters as arguments of its functions, a cursor as what it holds. */
const postgraphile = {
  claim: ({ id }) => ({ id: keyOf(id) }),
  page: ({ first, filter: { place, occurred, kind } }) => ({
    place: keyOf(place.id[0]),
    ...occurred,
    kind: kind[0],
    first,
  }),
  faction: ({ id }) => ({ id: keyOf(id) }),
  reports: ({ first, after }) => ({ first, day: placeOf(after).key, key: placeOf(after).id }),
  statistics: ({ filter }) => ({ place: keyOf(filter.place.id[0]) }),
};

/** The bodies that a contender is sent for a query: one for all of them, but PostGraphile, whose schema follows from the tables, has a text of its own. */
export function bodiesOf(contender, name, variables) {
  const translate = contender === 'postgraphile' ? postgraphile[name] : undefined;
  const query = read(translate ? `postgraphile/${name}.graphql` : `${name}.graphql`);
  return variables.map((each) =>
    JSON.stringify({ operationName: name, query, variables: translate ? translate(each) : each }),
  );
}

/** An answer in the form in which LIMIT's and a contender's are compared: key by key, whatever stands between them. */
export const comparable = (contender, text) =>
  JSON.stringify(contender === 'postgraphile' ? neutral(JSON.parse(text)) : JSON.parse(text));

/**
 * PostGraphile's answers differ in form and not in content: value objects come as columns (`occurred__edtf`), ids without prefix, cursors are its own.
 * So in its and in LIMIT's value objects are put together, null where all of it is; prefixes and cursors are left out.
 */
function neutral(value) {
  if (Array.isArray(value)) return value.map(neutral);
  if (value === null || typeof value !== 'object') return value;
  const shaped = {};
  for (const [key, inner] of Object.entries(value)) {
    const [outer, part] = key.split('__');
    if (key === 'cursor' || key === 'endCursor') continue;
    if (key === 'id') shaped.id = inner.replace(/^[a-z]{3}_/, '');
    else if (outer && part) {
      shaped[outer] ??= {};
      shaped[outer][part] = inner;
    } else shaped[key] = neutral(inner);
  }
  for (const [key, inner] of Object.entries(shaped)) if (isEmpty(inner)) shaped[key] = null;
  return shaped;
}

/** A value object of which nothing is known is none. */
const isEmpty = (value) =>
  value !== null &&
  typeof value === 'object' &&
  !Array.isArray(value) &&
  Object.values(value).every((part) => part === null);
