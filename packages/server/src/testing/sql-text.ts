import { compile, type Sql } from '../compiler/sql.ts';

/**
 * A fragment of SQL with its parameters in place, such as `id = 'a'::uuid`. For tests only: nothing
 * is escaped.
 */
export function textOf(piece: Sql): string {
  const { text, params } = compile(piece);
  return text.replaceAll(/\$(\d+)/g, (_, number) => literal(params[Number(number) - 1]?.value));
}

const literal = (value: unknown): string => {
  if (value === null) return 'null';
  if (Array.isArray(value)) return `'{${value.join()}}'`;
  return typeof value === 'string' ? `'${value}'` : String(value);
};
