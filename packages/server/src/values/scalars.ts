import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';
import { DateTimeResolver } from 'graphql-scalars';

const words = (
  name: string,
  description: string,
  specifiedByURL: string,
  read: (value: string) => string | undefined,
  wanted: string,
): GraphQLScalarType => {
  const parse = (value: unknown): string => {
    const found = typeof value === 'string' ? read(value) : undefined;
    if (found !== undefined) return found;
    throw new GraphQLError(`${name} must be ${wanted}.`, {
      extensions: { code: 'BAD_USER_INPUT' },
    });
  };
  return new GraphQLScalarType({
    name,
    description,
    specifiedByURL,
    serialize: String,
    parseValue: parse,
    parseLiteral: (node) => parse(node.kind === Kind.STRING ? node.value : undefined),
  });
};

const inFourDigits = (read: (input: never) => Date) => (input: unknown) => {
  const moment = read(input as never);
  const year = moment.getUTCFullYear();
  if (year >= 1 && year <= 9999) return moment;
  throw new GraphQLError('DateTime must be of a year from 0001 to 9999, in UTC.', {
    extensions: { code: 'BAD_USER_INPUT' },
  });
};

const rfc3339 = DateTimeResolver.toConfig();

export const DateTime = new GraphQLScalarType({
  ...rfc3339,
  name: 'DateTime',
  extensions: { storedAs: 'timestamptz' },
  description:
    'A moment in RFC 3339 with an offset, such as `2018-07-10T12:00:00Z`. Values are returned in ' +
    'UTC with microseconds. Input is stored to the millisecond.',
  parseValue: inFourDigits(rfc3339.parseValue as never),
  parseLiteral: inFourDigits(rfc3339.parseLiteral as never),
});

/** The text is only parsed where it is used, so that the refusal can name the field. */
export const Edtf = words(
  'EDTF',
  'A date as precisely as it is known: EDTF (ISO 8601-2) level 1 and, from level 2, `[a..b]` for ' +
    'one of these days. Examples: `2018-07-10~`, `2018-06-19/2018-07`, `2018-07-XX`.',
  'https://www.loc.gov/standards/datetime/',
  (value) => (value.length <= 200 ? value : undefined),
  'a text of at most 200 characters',
);

export const Language = words(
  'Language',
  'A language tag, BCP 47 (RFC 5646), such as `ar` or `en-GB`.',
  'https://www.rfc-editor.org/info/bcp47',
  canonical,
  'a BCP 47 language tag such as "ar" or "en-GB"',
);

/** One language is one tag: `AR-sy` is kept as `ar-SY`. */
function canonical(tag: string): string | undefined {
  try {
    return tag.length <= 35 ? Intl.getCanonicalLocales(tag)[0] : undefined;
  } catch {
    return undefined;
  }
}
