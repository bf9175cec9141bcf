import type { IdType } from '../values/ids.ts';
import {
  type ConnectionDeclaration,
  type ListDeclaration,
  register,
  type SummaryDeclaration,
  type SummaryRowsDeclaration,
} from './declarations.ts';
import { type ListingRules, registerListing } from './listing.ts';
import { pageOf } from './page-types.ts';
import { publish } from './published-types.ts';
import type { Sql } from './sql.ts';

/** The decorators that describe fields where TypeORM's metadata is not enough. */

interface Described {
  description: string;
}

/** A field that is not a column: an SQL expression over the row. */
export const Derived =
  (value: (row: Sql) => Sql): PropertyDecorator =>
  (target, field) =>
    register(target, String(field), { kind: 'derived', value });

/** A column with another record's key. The API shows it as an id with the type's prefix. */
export const ReferenceId =
  (type: IdType): PropertyDecorator =>
  (target, field) =>
    register(target, String(field), { kind: 'referenceId', type });

/**
 * A text that JSON need not escape: it never has a quotation mark, a backslash or a control
 * character. Only for rows that are not an entity's.
 */
export const JsonSafe = (): PropertyDecorator => (target, field) =>
  register(target, String(field), { kind: 'jsonSafe' });

/**
 * A one-to-many relation that the database keeps from being empty. A list of which only this
 * relation is selected can then be read from the relation's rows alone.
 */
export const NonEmpty = (): PropertyDecorator => (target, field) =>
  register(target, String(field), { kind: 'nonEmpty' });

/**
 * A record whose key is in a column, or null there. Its type is the type of the field. Only for
 * rows that are not an entity's.
 */
export const RecordRef =
  (column: string): PropertyDecorator =>
  (target, field) =>
    register(target, String(field), { kind: 'recordRef', column });

/**
 * One of several to-one relations, of which exactly one is set. The type of the field is their
 * union or interface. `choices` are properties by GraphQL type; for rows that are not an entity's,
 * columns with the key.
 */
export const OneOf =
  (choices: Record<string, string>): PropertyDecorator =>
  (target, field) =>
    register(target, String(field), { kind: 'oneOf', choices });

/** A list of bounded length whose rows do not follow from a relation. */
export const List =
  <Args extends object>(list: ListDeclaration<Args> & Described): PropertyDecorator =>
  (target, field) => {
    register(target, String(field), { kind: 'list', ...list });
    publish(target, String(field), () => [list.of()], list);
  };

/** An object that is summed up from rows that belong to the record. */
export const Summary =
  <Args extends object>(summary: SummaryDeclaration<Args> & Described): PropertyDecorator =>
  (target, field) => {
    register(target, String(field), { kind: 'summary', ...summary });
    publish(target, String(field), () => summary.of(), summary);
  };

/** The rows that an object is summed up from. They are read once for the object and this list. */
export const SummaryRows =
  (list: SummaryRowsDeclaration & Described): PropertyDecorator =>
  (target, field) => {
    register(target, String(field), { kind: 'summaryRows', ...list });
    publish(target, String(field), () => [list.of()], list);
  };

/** A Relay connection. */
export const Connection =
  <Args extends object>(connection: ConnectionDeclaration<Args> & Described): PropertyDecorator =>
  (target, field) => {
    register(target, String(field), { kind: 'connection', ...connection });
    publish(target, String(field), () => pageOf(connection.of()), connection);
  };

/** How records of the class are listed: what is left out, the filter and the orders. */
export const Listing =
  <Args extends object>(rules: () => ListingRules<Args>): ClassDecorator =>
  (target) =>
    registerListing(target, rules);
