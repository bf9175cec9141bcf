import type { QueryRunner } from 'typeorm';
import type { Statement } from '../compiler/reader.ts';
import { UserError } from './user-error.ts';

/** How PostgreSQL is to explain. */
export interface ExplainSettings {
  /** Run the statement, and say what that took. */
  analyze?: boolean | undefined;
  json?: boolean | undefined;
}

/**
 * PostgreSQL's plan of a statement as the server has it run: prepared, and planned for any values, since that is how our connections are
 * set. (EXPLAIN of the statement itself would plan for these values.) Lines of text, or with `json` PostgreSQL's own JSON.
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
    const given = values.length > 0 ? `(${await literals(runner, values)})` : '';
    await runner.query(`prepare explained as ${text}`);
    const rows: { 'QUERY PLAN': unknown }[] = await runner.query(
      `explain (${options}) execute explained${given}`,
    );
    await runner.query('deallocate explained');
    return json ? rows[0]!['QUERY PLAN'] : rows.map((row) => row['QUERY PLAN']);
  } catch (error) {
    throw new UserError(`PostgreSQL could not explain it: ${(error as Error).message}`, {
      cause: error,
    });
  }
}

/** EXECUTE takes no bound values, so PostgreSQL quotes them: as they would travel. */
async function literals(runner: QueryRunner, values: readonly unknown[]): Promise<string[]> {
  const quoted = values.map((_, i) => `quote_nullable($${i + 1}::text)`);
  const [{ list }] = await runner.query(`select array[${quoted}] as list`, [...values]);
  return list;
}
