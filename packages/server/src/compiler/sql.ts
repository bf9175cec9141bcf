import { memoize } from '../values/memoize.ts';

/** A value that is sent with the statement and never becomes part of its text. */
export class Param {
  constructor(readonly value: unknown) {}
}

/**
 * A fragment of SQL: texts, with fragments and parameters between them. It stays a tree until a
 * statement is compiled from it. Most requests only need to know whether that was done before:
 * fragments with equal fingerprints have equal texts.
 */
export class Sql {
  constructor(
    readonly texts: readonly string[],
    readonly parts: readonly (Sql | Param)[],
    readonly fingerprint: string,
  ) {}
}

const noParts: readonly never[] = [];

let fingerprintCount = 0;
const nextFingerprint = (): string => {
  fingerprintCount += 1;
  return String(fingerprintCount);
};

/**
 * The texts of a fragment that is written in the code, with their fingerprint. A template literal
 * passes the same array of texts each time it is evaluated.
 */
const textsInCode = memoize(
  (texts: string | TemplateStringsArray) =>
    new Sql(typeof texts === 'string' ? [texts] : texts, noParts, nextFingerprint()),
);

/**
 * SQL that is written in the code, such as keywords and names of tables. Equal texts are the same
 * object, which is kept permanently. So the text must never contain anything a client sent, nor be
 * composed from what a client may combine freely.
 */
export const raw = (text: string): Sql => textsInCode(text);

/** The only way to mix SQL and values: fragments are inserted, every other value is a parameter. */
export function sql(texts: TemplateStringsArray, ...values: unknown[]): Sql {
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i];
    if (!(value instanceof Sql || value instanceof Param)) values[i] = new Param(value);
  }
  return new Sql(texts, values as (Sql | Param)[], textsInCode(texts).fingerprint);
}

export function join(fragments: readonly Sql[], separator: string): Sql {
  const [first, ...others] = fragments;
  if (!first) return raw('');
  if (others.length === 0) return first;
  return new Sql(['', ...others.map(() => separator), ''], fragments, `j${separator}`);
}

const always = raw('true');

/** Whether a condition is the one that always holds. */
export const isTrue = (condition: Sql): boolean => condition === always;

export function and(conditions: readonly Sql[]): Sql {
  const needed = conditions.filter((each) => !isTrue(each));
  if (needed.length === 0) return always;
  return needed.length === 1 ? join(needed, '') : sql`(${join(needed, ' and ')})`;
}

export const or = (conditions: readonly Sql[]): Sql =>
  conditions.length === 0 ? raw('false') : sql`(${join(conditions, ' or ')})`;

/** A quoted name of a table or a column. */
export const identifier = (name: string): Sql => raw(`"${name}"`);

/** A name that the compiler makes up within a statement. There are many, so none is kept. */
export const localAlias = (name: string): Sql => new Sql([name], noParts, name);

/** A text constant: one from the code, or a key of the answer. There are many, so none is kept. */
export function literal(constant: string): Sql {
  const quoted = `'${constant.replaceAll("'", "''")}'`;
  return new Sql([quoted], noParts, quoted);
}

/** A column of a row: `t3."title"`. */
class Column extends Sql {
  constructor(
    readonly row: Sql,
    readonly name: string,
  ) {
    super(['', `."${name}"`], [row], `."${name}"`);
  }
}

/**
 * A column of a row. Write `${column(row, 'title')}`, not `${row}.title`: the compiler looks for
 * these nodes to know which columns a page must carry, and carries all of them where a row is used
 * in any other way.
 */
export const column = (row: Sql, name: string): Sql => new Column(row, name);

/** A column that the statement itself adds to a row, such as the row's number in its page. */
class AddedColumn extends Sql {
  constructor(row: Sql, name: Sql) {
    super(['', '.', ''], [row, name], '.');
  }
}

export const addedColumn = (row: Sql, name: Sql): Sql => new AddedColumn(row, name);

/**
 * The columns of a row that some fragments read, in the order in which they first occur. Undefined
 * where one of them uses the row otherwise than by `column`, and so may read any column. Columns
 * that the statement added are not among them.
 */
export function columnsRead(row: Sql, fragments: readonly Sql[]): readonly string[] | undefined {
  const names = new Set<string>();
  const areColumns = (fragment: Sql | Param): boolean => {
    if (fragment instanceof Param || fragment instanceof AddedColumn) return true;
    if (!(fragment instanceof Column)) return fragment !== row && fragment.parts.every(areColumns);
    if (fragment.row === row) names.add(fragment.name);
    return true;
  };
  return fragments.every(areColumns) ? [...names] : undefined;
}

/** The fingerprint of a fragment with its parts. Adds its parameters to `params`, in order. */
export function fingerprintOf(fragment: Sql, params: Param[]): string {
  if (fragment.parts.length === 0) return fragment.fingerprint;
  let fingerprint = `${fragment.fingerprint}(`;
  for (const part of fragment.parts) {
    if (part instanceof Sql) fingerprint += fingerprintOf(part, params);
    else {
      fingerprint += '$';
      params.push(part);
    }
    fingerprint += ',';
  }
  return `${fingerprint})`;
}

/**
 * The fingerprint of plain data with fragments in it: of every property, so none can be forgotten.
 * SQL that is written from data with equal fingerprints has equal texts.
 *
 * @throws Error for a function, whose result may depend on anything.
 */
export function fingerprintOfData(data: unknown, params: Param[]): string {
  if (data instanceof Sql) return fingerprintOf(data, params);
  if (typeof data === 'function') throw new TypeError('A function has no fingerprint.');
  if (typeof data !== 'object' || data === null) return String(data);
  if (Array.isArray(data)) {
    let fingerprint = '[';
    for (const each of data) fingerprint += `${fingerprintOfData(each, params)};`;
    return `${fingerprint}]`;
  }
  let fingerprint = '{';
  for (const key in data)
    fingerprint += `${key}:${fingerprintOfData((data as Record<string, unknown>)[key], params)};`;
  return `${fingerprint}}`;
}

/** The statement with `$1 … $n`, and its parameters in that order. One used twice is sent once. */
export function compile(fragment: Sql): { text: string; params: Param[] } {
  const numbers = new Map<Param, number>();
  const render = ({ texts, parts }: Sql): string =>
    parts.reduce<string>((before, part, i) => {
      if (part instanceof Param && !numbers.has(part)) numbers.set(part, numbers.size + 1);
      const rendered = part instanceof Sql ? render(part) : `$${numbers.get(part)}`;
      return before + rendered + texts[i + 1];
    }, texts[0] ?? '');
  return { text: render(fragment), params: [...numbers.keys()] };
}
