import type { Config } from '../config.ts';
import { schemaOf } from '../schema.ts';
import type { ExplainOptions } from './explain.command.ts';
import { explainStatement } from './explain-statement.ts';
import { parseJsonObject, readInput } from './input.ts';
import { readOperation } from './operation.ts';
import { withReadOnlyDatabase } from './read-only-database.ts';
import { compileRootStatements } from './root-statements.ts';
import { UserError } from './user-error.ts';

/** One root field: what is sent to PostgreSQL, and what that makes of it. */
interface Explained {
  field: string;
  sql: string;
  values: unknown[];
  plan: unknown;
}

/** Explains a query as text or JSON. All that can be wrong without a database is said before one is started. */
export async function runExplain(
  config: Config,
  files: readonly string[],
  options: ExplainOptions,
): Promise<string> {
  const schema = await schemaOf();
  const operation = await readOperation(schema, files, options.operation);
  const variables =
    options.variablesFile === undefined
      ? (options.variables ?? {})
      : await variablesIn(options.variablesFile);
  const fields = await withReadOnlyDatabase(config, async (runner) => {
    const found: Explained[] = [];
    for (const { field, statement } of await compileRootStatements(
      runner.dataSource,
      schema,
      operation,
      variables,
    ))
      found.push({
        field,
        sql: statement.text,
        values: statement.values,
        plan: await explainStatement(runner, statement, options),
      });
    return found;
  });
  if (options.json) return JSON.stringify(fields, null, 2);
  return fields.length > 0
    ? fields.map(shown).join('\n\n')
    : 'Nothing here is read from the database.';
}

async function variablesIn(file: string): Promise<Record<string, unknown>> {
  const given = parseJsonObject(await readInput(file));
  if (!given) throw new UserError(`${file} must hold a JSON object, such as {"id":"…"}.`);
  return given;
}

const shown = ({ field, sql, values, plan }: Explained): string => {
  const bound = values.map((value, i) => `$${i + 1} = ${JSON.stringify(value)}`);
  return [
    `# ${field}`,
    sql,
    ...(bound.length > 0 ? [bound.join('\n')] : []),
    (plan as string[]).join('\n'),
  ].join('\n\n');
};
