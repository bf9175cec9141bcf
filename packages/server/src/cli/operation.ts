import {
  concatAST,
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  parse,
  Source,
  validate,
} from 'graphql';
import { Refusal } from '../values/errors.ts';
import { readInput } from './input.ts';
import { UserError } from './user-error.ts';

/** A valid operation, and the document that contains it. */
export interface Operation {
  document: DocumentNode;
  operation: OperationDefinitionNode;
}

/**
 * Reads files as one document, so that fragments may be in files of their own.
 * @throws UserError with file, line and column.
 */
export async function readOperation(
  schema: GraphQLSchema,
  files: readonly string[],
  name: string | undefined,
): Promise<Operation> {
  const document = concatAST(
    await Promise.all(files.map(async (file) => parseFile(file, await readInput(file)))),
  );
  const errors = validate(schema, document);
  if (errors.length > 0) throw userErrorOf(errors);
  const operation = getOperationAST(document, name);
  if (!operation) throw new UserError(describeChoice(document, name));
  if (operation.operation === OperationTypeNode.QUERY) return { document, operation };
  throw new UserError(
    `Only queries can be explained. ${name ?? 'This'} is a ${operation.operation}.`,
  );
}

/** Turns GraphQL errors into one message, with the lines that they refer to. */
export const userErrorOf = (errors: readonly GraphQLError[]): UserError =>
  new UserError(errors.map(describeError).join('\n\n'));

function describeError(error: GraphQLError): string {
  const { originalError, nodes } = error;
  if (!(originalError instanceof Refusal) || originalError.issues.length === 0)
    return String(error);
  const issues = originalError.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  return String(new GraphQLError(issues.join('\n'), { nodes }));
}

function parseFile(file: string, text: string): DocumentNode {
  try {
    return parse(new Source(text, file === '-' ? 'standard input' : file));
  } catch (error) {
    throw error instanceof GraphQLError ? userErrorOf([error]) : error;
  }
}

/** Explains why no operation could be chosen. */
function describeChoice({ definitions }: DocumentNode, name: string | undefined): string {
  const queries = definitions.filter(
    (each) => each.kind === Kind.OPERATION_DEFINITION && each.operation === OperationTypeNode.QUERY,
  );
  if (queries.length === 0) return 'There is no query in this document.';
  const names = (queries as OperationDefinitionNode[]).map((each) => each.name?.value);
  if (queries.length === 1 && names[0] === undefined)
    return `There is no operation ${name}. The only query has no name.`;
  const choices = `Choose one of ${names.join(', ')}.`;
  return name === undefined
    ? `Choose an operation with --operation. ${choices}`
    : `There is no operation ${name}. ${choices}`;
}
