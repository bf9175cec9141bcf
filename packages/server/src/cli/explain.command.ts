import { type Command, InvalidArgumentError, Option } from 'commander';
import { readConfig } from '../config.ts';
import { parseJsonObject } from './input.ts';

/** What `claimgraph explain` is asked to do. */
export interface ExplainOptions {
  variables?: Record<string, unknown>;
  variablesFile?: string;
  operation?: string;
  analyze?: boolean;
  json?: boolean;
}

/** `claimgraph explain`: the SQL of a query's root fields, and PostgreSQL's plans of it. */
export const explainCommand = (program: Command): void => {
  program
    .command('explain')
    .description(
      'show the SQL that each root field of a query becomes, and how PostgreSQL would run it; changes nothing',
    )
    .argument('<file...>', 'files of GraphQL, read as one document; - is standard input')
    .addOption(
      new Option('--variables <json>', 'values of the variables: a JSON object')
        .argParser(variables)
        .conflicts('variablesFile'),
    )
    .option('--variables-file <file>', 'the same, from a file')
    .option('--operation <name>', 'which operation, when there are several')
    .option('--analyze', 'run the statements, and show the rows, times and buffers that they took')
    .option('--json', 'answer with JSON: [{ field, sql, values, plan }]')
    .action(async (files: string[], options: ExplainOptions) => {
      const { runExplain: explained } = await import('./explain.action.ts');
      console.log(await explained(readConfig(), files, options));
    });
};

function variables(text: string): Record<string, unknown> {
  const given = parseJsonObject(text);
  if (given) return given;
  throw new InvalidArgumentError('It must be a JSON object, such as {"id":"…"}.');
}
