/** A value that travels beside the statement, never in it. */
export class Bound {
  constructor(readonly value: unknown) {}
}

/** A piece of SQL: text and bound values in order. Pieces nest; only `flatten` numbers the parameters. */
export class Sql {
  constructor(readonly parts: readonly (string | Bound)[]) {}
}

/** Text that the house itself wrote: names of tables and columns, keywords. Never anything that a client sent. */
export const raw = (text: string): Sql => new Sql([text]);

/** The only way to mix SQL and values: pieces of SQL are spliced, whatever else stands in `${}` is bound. */
export function sql(strings: TemplateStringsArray, ...values: unknown[]): Sql {
  const parts: (string | Bound)[] = [];
  strings.forEach((text, i) => {
    if (text) parts.push(text);
    if (i >= values.length) return;
    const value = values[i];
    if (value instanceof Sql) parts.push(...value.parts);
    else parts.push(value instanceof Bound ? value : new Bound(value));
  });
  return new Sql(parts);
}

export const join = (pieces: readonly Sql[], separator: string): Sql =>
  new Sql(pieces.flatMap((piece, i) => (i === 0 ? piece.parts : [separator, ...piece.parts])));

/** The condition that always holds: a list of others can do without it. */
export const isTrue = (condition: Sql): boolean => condition.parts.length === 1 && condition.parts[0] === 'true';

export function all(conditions: readonly Sql[]): Sql {
  const asking = conditions.filter((each) => !isTrue(each));
  return asking.length === 0 ? raw('true') : asking.length === 1 ? asking[0]! : sql`(${join(asking, ' and ')})`;
}

export const any = (conditions: readonly Sql[]): Sql => (conditions.length === 0 ? raw('false') : sql`(${join(conditions, ' or ')})`);

/** A name as PostgreSQL reads it. */
export const name = (identifier: string): Sql => raw(`"${identifier}"`);

/** A text constant of the house's own. */
export const text = (constant: string): Sql => raw(`'${constant.replaceAll("'", "''")}'`);

/** The statement with `$1 … $n`, and the bound values in that order; a value used twice is sent once. */
export function flatten(piece: Sql): { text: string; bounds: Bound[] } {
  const numbers = new Map<Bound, number>();
  let statement = '';
  for (const part of piece.parts) {
    if (typeof part === 'string') statement += part;
    else {
      if (!numbers.has(part)) numbers.set(part, numbers.size + 1);
      statement += `$${numbers.get(part)}`;
    }
  }
  return { text: statement, bounds: [...numbers.keys()] };
}
