import { Refusal } from '../values/errors.ts';
import type { PreparedField } from './prepare.ts';
import type { Root } from './root-query.ts';
import type { SelectionNode } from './selection-node.ts';

/** A statement of which the cost is estimated, before it runs. */
export interface CostRequest {
  root: SelectionNode;
  kind: Root['kind'];
  /** The type of the record that the statement reads. */
  type?: string | undefined;
  /** The key by which it finds that record. */
  key?: string | undefined;
  /** The arguments of a root field that is summed up. */
  rootArgs?: object | undefined;
  /** What a mutation's service returned: the records that the statement reads. */
  answer?: Readonly<Record<string, unknown>> | undefined;
  /** The fields whose arguments decide about the rows. */
  fields: ReadonlyMap<SelectionNode, PreparedField>;
  /** A model may keep in its parts what all requests with the plan share. */
  plan: { name: string; parts?: unknown };
  /** The values of the statement's parameters. */
  values: readonly unknown[];
}

/** Estimates what statements cost, in milliseconds of PostgreSQL's CPU time. */
export interface CostModel {
  estimate(request: CostRequest): number;
}

/** Refuses what costs too much, before any of it runs. */
export class TooCostly extends Refusal {}

/** The estimated cost of an operation, as far as its statements are compiled. */
export interface OperationCost {
  /** In milliseconds of PostgreSQL's CPU time. */
  ms: number;
}

/**
 * `consequence`: what follows from a refusal.
 *
 * @throws Refusal if what is about to run costs more than the limit, both in milliseconds.
 */
export function checkCost(ms: number, maxMs: number, consequence = ''): void {
  if (ms <= maxMs) return;
  const message =
    `This would take about ${Math.round(ms)} ms of the database’s CPU time, and the limit is ` +
    `${maxMs} ms. Ask for smaller pages, fewer nested lists or a narrower filter. ${consequence}`;
  throw new TooCostly('QUERY_TOO_COMPLEX', message.trimEnd());
}
