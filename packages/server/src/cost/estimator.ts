import { LRUCache } from 'lru-cache';
import type { CostModel, CostRequest } from '../compiler/cost.ts';
import { recordKeysIn } from '../compiler/payload.ts';
import type { SelectionNode } from '../compiler/selection-node.ts';
import { lengthOf } from '../compiler/snapshot.ts';
import { Conditions } from './conditions.ts';
import { type LedgerCounts, noCounts } from './counts.ts';
import type { Args, Knowledge, Weight } from './model.ts';
import {
  costOfPart,
  pagePart,
  payloadPart,
  type RequestFields,
  recordPart,
  type StatementPart,
  summaryPart,
} from './parts.ts';
import { weightOf } from './weight.ts';

/** The parts of a statement, as they were added up with some counts. */
interface StatementParts {
  version: number;
  part: StatementPart | undefined;
}

/** In characters: all keys together, and the values of one. */
const maxKnown = 2_000_000;
const maxValues = 2_000;

/** Estimates how much CPU time of PostgreSQL statements take, in milliseconds. */
export class Estimator implements CostModel {
  private counts: LedgerCounts = noCounts;
  /** What the same statements with the same values were estimated at, by the present counts. */
  private readonly known = new LRUCache<string, number>({ maxSize: maxKnown });
  private readonly conditions: Conditions;

  /** `note` hears each estimate. */
  constructor(
    private readonly weight: Weight = weightOf,
    private readonly note?: (ms: number) => void,
  ) {
    this.conditions = new Conditions(weight);
  }

  /** Replaces what is known about the ledger. */
  learn(counts: LedgerCounts): void {
    this.counts = counts;
    this.known.clear();
  }

  estimate(request: CostRequest): number {
    const ms = this.knownCostOf(request);
    this.note?.(ms);
    return ms;
  }

  private knownCostOf(request: CostRequest): number {
    // It depends on more than values: on what a service returned.
    if (request.kind === 'payload' || lengthOf(request.values) > maxValues)
      return this.costOf(request);
    const key = `${request.plan.name} ${JSON.stringify(request.values)}`;
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const ms = this.costOf(request);
    this.known.set(key, ms, { size: key.length });
    return ms;
  }

  private costOf(request: CostRequest): number {
    const knowledge: Knowledge = {
      counts: this.counts,
      weight: this.weight,
      conditions: this.conditions,
    };
    const known = request.plan.parts as StatementParts | undefined;
    let parts = known;
    if (parts?.version !== this.counts.version) {
      parts = { version: this.counts.version, part: partOf(request, knowledge) };
      request.plan.parts = parts;
    }
    const statement = this.weight('statement');
    if (!parts?.part) return statement;
    const fields: RequestFields = {
      of: (node: SelectionNode) => request.fields.get(node),
      rootArgs: (request.rootArgs ?? {}) as Args,
      answer: request.answer ?? {},
    };
    const runs = { count: 1, key: request.key ?? onlyKeyIn(request), referredBy: undefined };
    return statement + costOfPart(parts.part, runs, fields, knowledge);
  }
}

/** The key of the only record that a mutation answers with. */
function onlyKeyIn({ answer = {} }: CostRequest): string | undefined {
  const [record, ...others] = Object.values(answer).flatMap(recordKeysIn);
  return others.length === 0 ? record?.key : undefined;
}

function partOf(
  { root, kind, type, answer = {} }: CostRequest,
  knowledge: Knowledge,
): StatementPart | undefined {
  switch (kind) {
    case 'record':
      return type === undefined ? undefined : recordPart(root, type, knowledge);
    case 'page':
      return pagePart(root, knowledge);
    case 'summary':
      return summaryPart(root, knowledge, true);
    case 'payload':
      return payloadPart(root, answer, knowledge);
  }
}
