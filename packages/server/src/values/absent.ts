import { propertiesOfValue } from './columns.ts';

/** A value object that is not there, as a row has it: every column null. */
export const absent = <T>(of: new () => T): T =>
  Object.fromEntries(propertiesOfValue(of).map((property) => [property, null])) as T;
