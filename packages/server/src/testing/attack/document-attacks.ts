import { type Attack, operationAttack, repeat } from './attack.ts';

const nested = (start: string, inner: string, end: string, depth: number) =>
  `${start.repeat(depth)}${inner}${end.repeat(depth)}`;

/** Depths and counts around the limits, and far beyond them. */
const counts = [2, 11, 13, 19, 21, 31, 101, 499, 1_001, 2_400, 30_000];

const documents: Record<string, (count: number) => string[]> = {
  recursion: (n) => [
    `{ claims { nodes { ${nested('report { claims { nodes { ', 'id', ' } } }', n)} } } }`,
    `{ reports { nodes { ${nested('reprintOf { ', 'id', ' }', n)} } } }`,
    `{ ${nested('... { ', '__typename', ' }', n)} }`,
    `{ __type(name: "Claim") { ${nested('fields { type { ', 'name', ' } }', n)} } }`,
    `{ __schema { types { ${nested('ofType { ', 'name', ' }', n)} } } }`,
    `{ claims(filter: ${nested('{ not: ', '{}', ' }', n)}) { totalCount } }`,
    `{ claims(filter: { and: ${nested('[', '', ']', n)} }) { totalCount } }`,
    nested('{ claims ', '', '', n),
    nested('', '', '}', n),
  ],
  aliases: (n) => [
    `{ ${repeat(n, (i) => `a${i}: claims(first: 100) { totalCount }`)} }`,
    `{ ${repeat(n, (i) => `a${i}: __schema { types { name } }`)} }`,
    `{ claims { nodes { ${repeat(n, (i) => `a${i}: report { title }`)} } } }`,
    `mutation { ${repeat(n, (i) => `a${i}: __typename`)} }`,
    `{ ${repeat(n, 'claims { totalCount }')} }`,
    `{ ${repeat(n, 'a: claims { totalCount } a: reports { totalCount }')} }`,
  ],
  fragments: (n) => [
    `{ ...F0 } ${repeat(n, (i) => `fragment F${i} on Query { ...F${i + 1} ...F${i + 1} }`)}
      fragment F${n} on Query { __typename }`,
    `{ ...F0 } ${repeat(n, (i) => `fragment F${i} on Query { ...F${(i + 1) % n} }`)}`,
    `{ ${repeat(n, '...F')} } fragment F on Query { claims { totalCount } }`,
    `{ __typename } ${repeat(n, (i) => `fragment F${i} on Query { __typename }`)}`,
    `{ ...F } fragment F on Claim { ${repeat(n, '...F')} }`,
    `{ ${repeat(n, (i) => `...F${i}`)} }`,
  ],
  directives: (n) => [
    `{ __typename ${repeat(n, '@include(if: true)')} }`,
    `{ __typename ${repeat(n, '@nothing')} }`,
    `query ${repeat(n, '@skip(if: false)')} { __typename }`,
    `query ($a: Boolean!) { ${repeat(n, '__typename @include(if: $a)')} }`,
    `{ ${repeat(n, '... @include(if: true) { __typename }')} }`,
    `query (${repeat(n, (i) => `$v${i}: Int = 1 @deprecated`)}) { __typename }`,
  ],
  documents: (n) => [
    repeat(n, (i) => `query Q${i} { __typename }`),
    `query (${repeat(n, (i) => `$v${i}: [[[Int!]!]!]! = [[[1]]]`)}) { __typename }`,
    `# ${'x'.repeat(n)}\n{ __typename }`,
    `{ claims(filter: { text: """${'"'.repeat(n % 3)}${'\n'.repeat(n)}""" }) { totalCount } }`,
    `{ claims(first: ${'9'.repeat(n)}) { totalCount } }`,
    `{ claims(filter: { text: "${'\\u{10FFFF}'.repeat(n)}" }) { totalCount } }`,
    `{ ${'a'.repeat(n)} }`,
    ','.repeat(n),
    `subscription { ${repeat(n, '__typename')} }`,
    `type T { ${repeat(n, (i) => `f${i}: Int`)} }`,
  ],
};

/** Documents that are large or deep in one way each. */
export function* documentAttacks(): Generator<Attack> {
  for (const [group, write] of Object.entries(documents))
    for (const count of counts)
      for (const document of write(count)) yield operationAttack(group, document);
}
