import type { QueryRunner } from 'typeorm';
import type { Statement } from '../compiler/reader.ts';
import { UserError } from './user-error.ts';

/** How PostgreSQL explains a statement. */
export interface ExplainSettings {
  /** Also run the statement, and show rows, times and buffers. */
  analyze?: boolean | undefined;
  json?: boolean | undefined;
}

/**
 * Returns PostgreSQL's plan of a statement, as lines of text or as PostgreSQL's own JSON. The
 * server runs prepared statements with generic plans, so the plan is explained that way too:
 * EXPLAIN of the bare statement would plan for these particular values.
 */
export async function explainStatement(
  runner: QueryRunner,
  { text, values }: Statement,
  { analyze, json }: ExplainSettings,
): Promise<unknown> {
  const options = [
    ...(analyze ? ['analyze', 'buffers'] : ['verbose off', 'costs on']),
    `format ${json ? 'json' : 'text'}`,
  ];
  try {
    const parameters = values.length > 0 ? `(${await literals(runner, values)})` : '';
    await runner.query(`prepare explained as ${text}`);
    const rows: { 'QUERY PLAN': unknown }[] = await runner.query(
      `explain (${options}) execute explained${parameters}`,
    );
    await runner.query('deallocate explained');
    const plan = rows.map((row) => row['QUERY PLAN']);
    return json ? plan[0] : plan;
  } catch (error) {
    throw new UserError(`PostgreSQL could not explain it: ${(error as Error).message}`, {
      cause: error,
    });
  }
}

/**
 * The values as SQL literals, because EXECUTE takes no parameters. PostgreSQL itself quotes them.
 */
async function literals(runner: QueryRunner, values: readonly unknown[]): Promise<string[]> {
  const quoted = values.map((_, i) => `quote_nullable($${i + 1}::text)`);
  const [{ list }] = await runner.query(`select array[${quoted}] as list`, [...values]);
  return list;
}
