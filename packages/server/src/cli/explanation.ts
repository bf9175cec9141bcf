import type { Config } from '../config.ts';
import { schemaOf } from '../schema.ts';
import { Complaint } from './complaint.ts';
import { reading } from './database.ts';
import type { ExplainOptions } from './explain.ts';
import { objectOf, read } from './input.ts';
import { readOperation } from './operation.ts';
import { planOf } from './plans.ts';
import { statementsOf } from './statements.ts';

/** One root field: what is sent to PostgreSQL, and what that makes of it. */
interface Explained {
  field: string;
  sql: string;
  values: unknown[];
  plan: unknown;
}

/** Explains a query as text or JSON. All that can be wrong without a database is said before one is started. */
export async function explained(
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
  const fields = await reading(config, async (runner) => {
    const found: Explained[] = [];
    for (const { field, statement } of await statementsOf(
      runner.dataSource,
      schema,
      operation,
      variables,
    ))
      found.push({
        field,
        sql: statement.text,
        values: statement.values,
        plan: await planOf(runner, statement, options),
      });
    return found;
  });
  if (options.json) return JSON.stringify(fields, null, 2);
  return fields.length > 0
    ? fields.map(shown).join('\n\n')
    : 'Nothing here is read from the database.';
}

async function variablesIn(file: string): Promise<Record<string, unknown>> {
  const given = objectOf(await read(file));
  if (!given) throw new Complaint(`${file} must hold a JSON object, such as {"id":"…"}.`);
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
