import type { Config } from '../config.ts';
import { readCounts } from '../cost/counts.ts';
import { counted } from '../cost/domain.ts';
import { Estimator } from '../cost/estimator.ts';
import { roundCost } from '../cost/operation-cost.ts';
import { schemaOf } from '../schema.ts';
import type { ExplainOptions } from './explain.command.ts';
import { explainStatement } from './explain-statement.ts';
import { parseJsonObject, readInput } from './input.ts';
import { readOperation } from './operation.ts';
import { withReadOnlyDatabase } from './read-only-database.ts';
import { compileRootStatements } from './root-statements.ts';
import { UserError } from './user-error.ts';

/** The statement of one root field, and PostgreSQL's plan for it. */
interface FieldExplanation {
  field: string;
  /** What it is estimated to cost, in milliseconds of PostgreSQL's CPU time. */
  cost: number;
  sql: string;
  values: unknown[];
  plan: unknown;
}

/**
 * Explains a query, as text or as JSON. Mistakes that need no database are reported before one is
 * started.
 */
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
      : await readVariables(options.variablesFile);
  const fields = await withReadOnlyDatabase(config, async (runner) => {
    const estimator = new Estimator();
    estimator.learn(await readCounts(await runner.connect(), counted, 1));
    const explanations: FieldExplanation[] = [];
    for (const { field, statement } of await compileRootStatements(
      runner.dataSource,
      schema,
      operation,
      variables,
      estimator,
    ))
      explanations.push({
        field,
        cost: roundCost(statement.cost ?? 0),
        sql: statement.text,
        values: statement.values,
        plan: await explainStatement(runner, statement, options),
      });
    return explanations;
  });
  if (options.json) return JSON.stringify(fields, null, 2);
  return fields.length > 0
    ? fields.map(format).join('\n\n')
    : 'This query reads nothing from the database.';
}

async function readVariables(file: string): Promise<Record<string, unknown>> {
  const variables = parseJsonObject(await readInput(file));
  if (!variables) throw new UserError(`${file} must contain a JSON object, such as {"id":"…"}.`);
  return variables;
}

const format = ({ field, cost, sql, values, plan }: FieldExplanation): string => {
  const parameters = values.map((value, i) => `$${i + 1} = ${JSON.stringify(value)}`);
  return [
    `# ${field}: about ${cost} ms of PostgreSQL’s CPU time`,
    sql,
    ...(parameters.length > 0 ? [parameters.join('\n')] : []),
    (plan as string[]).join('\n'),
  ].join('\n\n');
};
