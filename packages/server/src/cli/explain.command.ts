import { type Command, InvalidArgumentError, Option } from 'commander';
import { readConfig } from '../config.ts';
import { parseJsonObject } from './input.ts';

/** Options of `claimgraph explain`. */
export interface ExplainOptions {
  variables?: Record<string, unknown>;
  variablesFile?: string;
  operation?: string;
  analyze?: boolean;
  json?: boolean;
}

/** `claimgraph explain`: the SQL of each root field of a query, and PostgreSQL's plan for it. */
export const explainCommand = (program: Command): void => {
  program
    .command('explain')
    .description(
      'show the SQL of each root field of a query, and how PostgreSQL would run it; changes ' +
        'nothing',
    )
    .argument('<file...>', 'GraphQL files, read as one document; - reads standard input')
    .addOption(
      new Option('--variables <json>', 'values of the variables, as a JSON object')
        .argParser(parseVariables)
        .conflicts('variablesFile'),
    )
    .option('--variables-file <file>', 'values of the variables, from a JSON file')
    .option('--operation <name>', 'the operation to explain, when there are several')
    .option('--analyze', 'also run the statements, and show their rows, times and buffers')
    .option('--json', 'print JSON: [{ field, cost, sql, values, plan }]')
    .action(async (files: string[], options: ExplainOptions) => {
      const { runExplain } = await import('./explain.action.ts');
      console.log(await runExplain(readConfig(), files, options));
    });
};

function parseVariables(text: string): Record<string, unknown> {
  const variables = parseJsonObject(text);
  if (variables) return variables;
  throw new InvalidArgumentError('It must be a JSON object, such as {"id":"…"}.');
}
