import type { GraphQLSchema } from 'graphql';
import { badInput, notFound } from '../values/errors.ts';
import { readFilter } from './filter.ts';
import {
  type ExportFormat,
  type ExportRequest,
  exportFormatNames,
  exportFormatOf,
  type FormatOption,
} from './format.ts';

/** A format, and what to write in it. */
export interface PreparedExport {
  format: ExportFormat;
  request: ExportRequest;
}

/**
 * Checks what is to be exported, without the database. @throws Refusal for an unknown format, a
 * wrong filter, or an option that the format does not have.
 */
export async function prepareExport(
  schema: GraphQLSchema,
  name: string,
  filter: string | undefined,
  options: Readonly<Partial<Record<FormatOption, boolean>>>,
): Promise<PreparedExport> {
  const format = await exportFormatOf(name);
  if (!format)
    throw notFound(
      ['format'],
      `There is no format ${name}. There are ${exportFormatNames.join(', ')}.`,
    );
  for (const option of Object.keys(options) as FormatOption[])
    if (options[option] && !format.options.includes(option))
      throw badInput({ path: [option], message: `The format ${name} has no option ${option}.` });
  return { format, request: { ...options, filter: readFilter(schema, filter) } };
}
