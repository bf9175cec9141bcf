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
import { Complaint } from './complaint.ts';
import { read } from './input.ts';

/** An operation that the schema takes, and the document that it stands in. */
export interface Operation {
  document: DocumentNode;
  operation: OperationDefinitionNode;
}

/** Reads files as one document, as fragments may stand beside the operation. @throws Complaint that says file, line and column. */
export async function readOperation(
  schema: GraphQLSchema,
  files: readonly string[],
  name: string | undefined,
): Promise<Operation> {
  const document = concatAST(
    await Promise.all(files.map(async (file) => parsed(file, await read(file)))),
  );
  const errors = validate(schema, document);
  if (errors.length > 0) throw complaint(errors);
  const operation = getOperationAST(document, name);
  if (!operation) throw new Complaint(unclear(document, name));
  if (operation.operation === OperationTypeNode.QUERY) return { document, operation };
  throw new Complaint(
    `Only queries can be explained, for they only read. ${name ?? 'This'} is a ${operation.operation}.`,
  );
}

/** GraphQL's errors as a person reads them, with the lines that they speak of. */
export const complaint = (errors: readonly GraphQLError[]): Complaint =>
  new Complaint(errors.map(told).join('\n\n'));

function told(error: GraphQLError): string {
  const { originalError, nodes } = error;
  if (!(originalError instanceof Refusal) || originalError.issues.length === 0)
    return String(error);
  const issues = originalError.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  return String(new GraphQLError(issues.join('\n'), { nodes }));
}

function parsed(file: string, text: string): DocumentNode {
  try {
    return parse(new Source(text, file === '-' ? 'standard input' : file));
  } catch (error) {
    throw error instanceof GraphQLError ? complaint([error]) : error;
  }
}

function unclear({ definitions }: DocumentNode, name: string | undefined): string {
  const queries = definitions.filter(
    (each) => each.kind === Kind.OPERATION_DEFINITION && each.operation === OperationTypeNode.QUERY,
  );
  if (queries.length === 0) return 'There is no query here.';
  const names = (queries as OperationDefinitionNode[]).map((each) => each.name?.value);
  if (queries.length === 1 && names[0] === undefined)
    return `There is no operation ${name}. The only one there has no name.`;
  const there = `There are ${names.join(', ')}.`;
  return name === undefined
    ? `Say which operation by --operation. ${there}`
    : `There is no operation ${name}. ${there}`;
}
