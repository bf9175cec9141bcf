import { readFileSync } from 'node:fs';
import { keysOf } from '../cursors.mjs';

const read = (file) => readFileSync(new URL(file, import.meta.url), 'utf8');

const keyOf = (id) => id.slice(4);

/**
 * PostGraphile's variables, made from the product's: ids without prefix, filters as arguments of
 * its functions, and a cursor as the keys that it contains.
 */
const postgraphileVariables = {
  claim: ({ id }) => ({ id: keyOf(id) }),
  page: ({ first, filter: { place, occurred, kind } }) => ({
    place: keyOf(place.id[0]),
    ...occurred,
    kind: kind[0],
    first,
  }),
  faction: ({ id }) => ({ id: keyOf(id) }),
  reports: ({ first, after }) => ({ first, day: keysOf(after).key, key: keysOf(after).id }),
  statistics: ({ filter }) => ({ place: keyOf(filter.place.id[0]) }),
};

/**
 * The request bodies of a query, one per set of variables. All contenders get the same ones, except
 * PostGraphile: its schema is derived from the tables, so it has query texts of its own.
 */
export function requestBodies(contender, name, variables) {
  const translate = contender === 'postgraphile' ? postgraphileVariables[name] : undefined;
  const query = read(translate ? `postgraphile/${name}.graphql` : `${name}.graphql`);
  return variables.map((each) =>
    JSON.stringify({ operationName: name, query, variables: translate ? translate(each) : each }),
  );
}

/** An answer in the form in which it is compared: as JSON without regard to spacing. */
export const comparable = (contender, text) =>
  JSON.stringify(contender === 'postgraphile' ? neutral(JSON.parse(text)) : JSON.parse(text));

/**
 * PostGraphile's answers have the same content in another form: value objects are columns
 * (`occurred__edtf`), ids have no prefix, and cursors are its own. In its answers and in LIMIT's,
 * this assembles value objects (null if all their parts are) and omits prefixes and cursors.
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

/** Whether a value object has only null parts. */
const isEmpty = (value) =>
  value !== null &&
  typeof value === 'object' &&
  !Array.isArray(value) &&
  Object.values(value).every((part) => part === null);
