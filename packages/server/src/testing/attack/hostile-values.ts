import {
  type GraphQLInputType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from 'graphql';

/** Texts that have broken programs: of SQL, shells, templates, paths, headers and Unicode. */
export const hostileTexts: readonly string[] = [
  '',
  ' ',
  "'",
  '"',
  '\\',
  "'; drop table claim; --",
  "' or '1'='1",
  '" or ""="',
  "') union select secret from api_key --",
  '1; select pg_sleep(20)',
  '$1',
  '$$; select 1; $$',
  '%s%n%x',
  '%00',
  '$\u007bprocess.exit(1)}',
  '{{7*7}}',
  '<script>alert(1)</script>',
  '../../../../etc/passwd',
  'file:///etc/passwd',
  'javascript:alert(1)',
  'x\r\nset-cookie: a=b',
  '__proto__',
  'constructor',
  'null',
  'NaN',
  '\u0000',
  'a\u0000b',
  '\ud800',
  '\udfff\ud800',
  '\u202e\u2066reversed',
  '\ufeff\u200b\u2028\u2029',
  'é́́́́',
  `e${'\u0301'.repeat(2_000)}`,
  '👩‍👩‍👧‍👦'.repeat(50),
  '\u{10ffff}',
  'İıſK',
  'ﷺ'.repeat(300),
  'ß'.repeat(20_000),
  'a '.repeat(20_000),
  '%'.repeat(5_000),
  '_'.repeat(5_000),
  '('.repeat(5_000),
  '"'.repeat(5_000),
  '9'.repeat(400),
  '2018-13-45',
  '0000-00-00/..',
  '99999999-01-01',
  'clm_00000000-0000-0000-0000-000000000000',
  'clm_',
  'src_ffffffff-ffff-ffff-ffff-ffffffffffff',
  'https://a.example/\u0000',
];

/** Values of wrong types, of which a few are right for any type. */
export const wrongValues: readonly unknown[] = [
  ...[null, true, false, 0, -1, 1.5, 1e308, -1e308, 2 ** 31, 2 ** 53, -(2 ** 31) - 1],
  ...['x', '', 'CLASH', '1', [], [[]], [[[[[]]]]], [null], {}, { a: 1 }, { toString: 1 }],
  ...[{ __typename: 'x' }, { length: 5 }, { and: [{}] }, { id: { id: {} } }],
  Array.from({ length: 101 }, () => 'x'),
  Array.from({ length: 20_000 }, () => null),
];

const hostileNumbers: readonly number[] = [0, -1, 2 ** 31 - 1, -(2 ** 31), 101, 1e9];
const hostileFloats: readonly number[] = [0, -0, 1e308, -1e308, 5e-324, 90.0001, -181, 1e15];

/** How deep input objects are filled. */
const maxDepth = 3;

/** A value of an input type. The seed chooses its texts, numbers and lengths of lists. */
export function hostileValueOf(type: GraphQLInputType, seed: number, depth = 0): unknown {
  const nullable = getNullableType(type);
  if (isListType(nullable)) {
    const count = depth === 0 ? [1, 0, 3, 100, 101][seed % 5] : (seed + depth) % 3;
    return Array.from({ length: count ?? 1 }, (_, i) =>
      hostileValueOf(nullable.ofType, seed + i, depth + 1),
    );
  }
  if (isEnumType(nullable)) {
    const values = nullable.getValues();
    return values[seed % values.length]?.name;
  }
  if (isInputObjectType(nullable)) {
    const fields = Object.values(nullable.getFields());
    const chosen = nullable.isOneOf ? [fields[seed % fields.length]] : fields;
    return Object.fromEntries(
      chosen.flatMap((field) => {
        if (!field) return [];
        // Some optional fields are left out, so that the others are looked at one by one, too.
        const isLeftOut = !nullable.isOneOf && (seed * 7 + field.name.length) % 3 === 0;
        if (!isNonNullType(field.type) && (depth >= maxDepth || isLeftOut)) return [];
        return [[field.name, hostileValueOf(field.type, seed + field.name.length, depth + 1)]];
      }),
    );
  }
  return scalarOf(String(nullable), seed);
}

function scalarOf(type: string, seed: number): unknown {
  if (type === 'Int') return hostileNumbers[seed % hostileNumbers.length];
  if (type === 'Float') return hostileFloats[seed % hostileFloats.length];
  if (type === 'Boolean') return seed % 2 === 0;
  if (type === 'JSON' || type === 'GeoJSON')
    return {
      type: 'Polygon',
      coordinates: [
        [
          [0, 0],
          [1e308, 0],
          [0, -1e308],
          [0, 0],
        ],
      ],
    };
  return hostileTexts[seed % hostileTexts.length];
}

/** The plainest value of an input type that validation accepts. */
export function plainValueOf(type: GraphQLInputType): unknown {
  const nullable = getNullableType(type);
  if (isListType(nullable)) return [];
  if (isEnumType(nullable)) return nullable.getValues()[0]?.name;
  if (isInputObjectType(nullable)) {
    const fields = Object.values(nullable.getFields());
    const needed = nullable.isOneOf
      ? fields.slice(0, 1)
      : fields.filter((field) => isNonNullType(field.type));
    return Object.fromEntries(needed.map((field) => [field.name, plainValueOf(field.type)]));
  }
  return { Int: 1, Float: 1, Boolean: true }[String(nullable)] ?? 'x';
}
