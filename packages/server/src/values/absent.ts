import { propertiesOfValue } from './columns.ts';

/** An absent value object, as a row has it: every column is null. */
export const absent = <T>(of: new () => T): T =>
  Object.fromEntries(propertiesOfValue(of).map((property) => [property, null])) as T;
