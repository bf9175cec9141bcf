/** A value that travels beside the statement, never in it. */
export class Param {
  constructor(readonly value: unknown) {}
}

/**
 * A piece of SQL: texts with pieces and values between them. It stays a tree until a statement is compiled from it, since most requests
 * only need to know that they were compiled before: `form` names the texts, so that pieces of equal forms are of one text.
 */
export class Sql {
  constructor(
    readonly texts: readonly string[],
    readonly parts: readonly (Sql | Param)[],
    readonly fingerprint: string,
  ) {}
}

const noParts: readonly never[] = [];

/**
 * Text that the house itself wrote: names of tables and columns, keywords. Never anything that a client sent, nor put together by what it
 * asks.
 */
export function raw(text: string): Sql {
  let piece = rawFragments.get(text);
  if (!piece) {
    piece = new Sql([text], noParts, `r${rawFragments.size}`);
    rawFragments.set(text, piece);
  }
  return piece;
}

/** By text: the house has only so many. */
const rawFragments = new Map<string, Sql>();

/** Each template of the house's code is one object, however often it is run. */
const templateFingerprints = new WeakMap<TemplateStringsArray, string>();
let fingerprintCount = 0;

/** The only way to mix SQL and values: pieces of SQL are spliced, whatever else stands in `${}` is bound. */
export function sql(strings: TemplateStringsArray, ...values: unknown[]): Sql {
  let form = templateFingerprints.get(strings);
  if (form === undefined) {
    fingerprintCount += 1;
    form = String(fingerprintCount);
    templateFingerprints.set(strings, form);
  }
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i];
    if (!(value instanceof Sql || value instanceof Param)) values[i] = new Param(value);
  }
  return new Sql(strings, values as (Sql | Param)[], form);
}

/**
 * Text of the house's that is put together by what is asked: of a form of its own, and so to be made once and kept, by whom is for its
 * maker to bound.
 */
export function uncached(text: string): Sql {
  fingerprintCount += 1;
  return new Sql([text], noParts, String(fingerprintCount));
}

/** A piece without values as one text, quick to look at: it saves writing what it stands for. */
export const inlined = (piece: Sql): Sql => uncached(compile(piece).text);

export function join(pieces: readonly Sql[], separator: string): Sql {
  if (pieces.length === 1) return pieces[0]!;
  if (pieces.length === 0) return raw('');
  return new Sql(
    ['', ...Array<string>(pieces.length - 1).fill(separator), ''],
    pieces,
    `j${separator}`,
  );
}

/** The condition that always holds: a list of others can do without it. */
export const isTrue = (condition: Sql): boolean => condition === raw('true');

export function and(conditions: readonly Sql[]): Sql {
  const asking = conditions.filter((each) => !isTrue(each));
  return asking.length === 0
    ? raw('true')
    : asking.length === 1
      ? asking[0]!
      : sql`(${join(asking, ' and ')})`;
}

export const or = (conditions: readonly Sql[]): Sql =>
  conditions.length === 0 ? raw('false') : sql`(${join(conditions, ' or ')})`;

/** A name as PostgreSQL reads it. */
export const identifier = (identifier: string): Sql => raw(`"${identifier}"`);

/** A name that is made up within a statement: they are many, and so not remembered. */
export const localAlias = (identifier: string): Sql => new Sql([identifier], noParts, identifier);

/** A text constant: the house's own, or keys as a client has them in its answer, which are many, and so not remembered. */
export function literal(constant: string): Sql {
  const quoted = `'${constant.replaceAll("'", "''")}'`;
  return new Sql([quoted], noParts, quoted);
}

/** What text a piece is of, without writing it; its values are added to `bounds`, in order. */
export function fingerprintOf(piece: Sql, bounds: Param[]): string {
  if (piece.parts.length === 0) return piece.fingerprint;
  let shape = `${piece.fingerprint}(`;
  for (const each of piece.parts) {
    if (each instanceof Sql) shape += fingerprintOf(each, bounds);
    else {
      shape += '$';
      bounds.push(each);
    }
    shape += ',';
  }
  return `${shape})`;
}

/** The statement with `$1 … $n`, and the bound values in that order; a value used twice is sent once. */
export function compile(piece: Sql): { text: string; bounds: Param[] } {
  const numbers = new Map<Param, number>();
  const write = ({ texts, parts: between }: Sql): string =>
    between.reduce<string>((before, each, i) => {
      if (each instanceof Param && !numbers.has(each)) numbers.set(each, numbers.size + 1);
      return before + (each instanceof Sql ? write(each) : `$${numbers.get(each)}`) + texts[i + 1];
    }, texts[0]!);
  return { text: write(piece), bounds: [...numbers.keys()] };
}
